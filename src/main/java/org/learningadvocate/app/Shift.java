package org.learningadvocate.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.learningadvocate.delivery.Courier;
import org.learningadvocate.delivery.Crew;
import org.learningadvocate.delivery.Signal;
import org.learningadvocate.delivery.Worker;

/**
 * Who works in this process: workers on what came in, couriers on what should stand in Slack, the
 * clock. Starts with it, and ends in good order.
 */
final class Shift implements AutoCloseable {

  private static final int WORKERS = 4;
  private static final int COURIERS = 4;

  /** With the doors before and Slack's side after it, a stop takes 20 seconds at most. */
  private static final Duration WORKERS_END = Duration.ofSeconds(6);

  private static final Duration LAST_POSTS = Duration.ofSeconds(2);
  private static final Duration COURIERS_END = Duration.ofSeconds(3);
  private static final Duration LETTING_GO = Duration.ofSeconds(1);

  private final Worker worker;
  private final Crew workers;
  private final Crew couriers;
  private final Crew keeper;
  private final Clockwork clockwork;

  Shift(Worker worker, Signal arrivals, Courier courier, Signal wishes, Clockwork clockwork) {
    this.worker = worker;
    this.workers = Crew.start("worker", WORKERS, arrivals, worker);
    this.couriers = Crew.start("courier", COURIERS, wishes, courier);
    this.keeper = Crew.start("keeper", 1, new Signal(), worker::renew);
    this.clockwork = clockwork;
  }

  /** What this process is called where it holds something: its machine and its number there. */
  static String name() {
    long number = ProcessHandle.current().pid();
    try {
      return InetAddress.getLocalHost().getHostName() + "-" + number;
    } catch (UnknownHostException e) {
      return "bot-" + number;
    }
  }

  /**
   * Takes nothing new, lets what is begun end and go out to Slack, and gives back what does not end
   * in time: another process takes it at once. Within 15 seconds.
   */
  @Override
  public void close() {
    workers.stop();
    clockwork.close();
    boolean ended = workers.stop(WORKERS_END);
    // Only now, so that what the workers did last goes out as well.
    couriers.finish(LAST_POSTS);
    couriers.stop(COURIERS_END);
    if (!ended) {
      // The database may be what they hang on.
      Crew.once("letting-go", worker::letGo).stop(LETTING_GO);
    }
    keeper.stop(LETTING_GO);
  }
}
