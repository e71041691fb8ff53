package org.learningadvocate.app;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/**
 * The clock: each beat once per cluster, on the database that all replicas share. A beat only puts
 * a tick somewhere; whoever works off the tick decides whether anything is to do.
 */
final class Clockwork implements AutoCloseable {

  private final Scheduler scheduler;

  private Clockwork(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * Something that recurs.
   *
   * @param what its name, which stays the same over versions: the database knows it by it
   */
  record Beat(String what, Duration every) {}

  /**
   * Takes the ticks. Called again for the same tick where it failed, or the process ended in it.
   */
  @FunctionalInterface
  interface Ticks {

    /**
     * The clock struck.
     *
     * @param due when it should have; the same again means the same tick
     */
    void tick(String what, Instant due);
  }

  /**
   * Starts the clock.
   *
   * @param owner this process, in words an admin recognises
   */
  static Clockwork start(
      DataSource database, String owner, Duration look, List<Beat> beats, Ticks ticks) {
    var scheduler =
        Scheduler.create(database)
            .startTasks(beats.stream().map(beat -> task(beat, ticks)).toList())
            .schedulerName(new SchedulerName.Fixed(owner))
            .threads(1)
            .pollingInterval(look)
            // A process that died in the middle of a beat: another takes it up after four missed
            // heartbeats, looked for every other one, so within 24 seconds.
            .heartbeatInterval(Duration.ofSeconds(4))
            .missedHeartbeatsLimit(4)
            .shutdownMaxWait(Duration.ofSeconds(2))
            .build();
    scheduler.start();
    return new Clockwork(scheduler);
  }

  private static RecurringTask<Void> task(Beat beat, Ticks ticks) {
    return Tasks.recurring(beat.what(), FixedDelay.of(beat.every()))
        .execute(
            (instance, context) -> ticks.tick(beat.what(), context.getExecution().executionTime));
  }

  /** Ends within seconds; a beat that is under way is finished. */
  @Override
  public void close() {
    scheduler.stop();
  }
}
