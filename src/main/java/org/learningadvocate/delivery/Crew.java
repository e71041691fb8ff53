package org.learningadvocate.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that go through rounds of work until they are told to stop. */
public final class Crew implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Crew.class);

  /** Other processes raise no signal here, and lanes become ready by time. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  /** A database that is away, or a disk that is full, is not asked four times a second by each. */
  private static final Duration AFTER_FAULTS = Duration.ofSeconds(8);

  private final List<Thread> threads = new ArrayList<>();
  private final Signal signal;
  private volatile boolean finishing;
  private volatile boolean stopping;

  private Crew(Signal signal) {
    this.signal = signal;
  }

  /** Starts so many threads on the work. */
  public static Crew start(String name, int size, Signal signal, Rounds rounds) {
    var crew = new Crew(signal);
    for (int i = 1; i <= size; i++) {
      var thread = new Thread(() -> crew.run(rounds), name + "-" + i);
      thread.setDaemon(true);
      crew.threads.add(thread);
      thread.start();
    }
    return crew;
  }

  /** Starts one thread that does this once. */
  public static Crew once(String name, Runnable work) {
    var crew = new Crew(new Signal());
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    crew.threads.add(thread);
    thread.start();
    return crew;
  }

  private void run(Rounds rounds) {
    int faults = 0;
    while (!stopping) {
      try {
        long seen = signal.seen();
        var outcome = round(rounds);
        faults = outcome == Outcome.FAILED ? faults + 1 : 0;
        if (outcome != Outcome.WORKED) {
          if (finishing) {
            return;
          }
          rest(seen, faults);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** What a round came to. */
  private enum Outcome {
    WORKED,
    NOTHING_DUE,
    FAILED
  }

  private static Outcome round(Rounds rounds) {
    try {
      return rounds.round() ? Outcome.WORKED : Outcome.NOTHING_DUE;
    } catch (RuntimeException | Error e) {
      // The database is away, say: the thread outlives it and looks again.
      log.warn("A round of work failed; looking again", e);
      return Outcome.FAILED;
    }
  }

  /** Until there is something to do; after faults longer each time, whatever comes meanwhile. */
  private void rest(long seen, int faults) throws InterruptedException {
    if (faults <= 1) {
      signal.await(seen, LOOK_AGAIN);
      return;
    }
    var wait = LOOK_AGAIN.multipliedBy(1L << Math.min(faults - 1, 6));
    long end =
        System.nanoTime() + (wait.compareTo(AFTER_FAULTS) < 0 ? wait : AFTER_FAULTS).toNanos();
    while (!stopping && !finishing && System.nanoTime() < end) {
      signal.await(signal.seen(), LOOK_AGAIN);
    }
  }

  /** Lets no thread begin another round; returns at once. */
  public void stop() {
    stopping = true;
    signal.raise();
  }

  /**
   * Stops, and lets each thread end the round it is in.
   *
   * @param most how long to wait for that
   * @return false where one did not end by then
   */
  public boolean stop(Duration most) {
    stop();
    return ended(most);
  }

  /**
   * Lets the threads go on until nothing is due.
   *
   * @param most how long to wait for that; then they stop
   */
  public boolean finish(Duration most) {
    finishing = true;
    signal.raise();
    boolean ended = ended(most);
    stop();
    return ended;
  }

  private boolean ended(Duration most) {
    long end = System.nanoTime() + most.toNanos();
    try {
      for (var thread : threads) {
        thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return threads.stream().noneMatch(Thread::isAlive);
  }

  /** Lets each thread end the round it is in, for up to five seconds. */
  @Override
  public void close() {
    stop(Duration.ofSeconds(5));
  }
}
