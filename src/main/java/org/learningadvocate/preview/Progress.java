package org.learningadvocate.preview;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Says now and then how far a long reading is; a short one passes without a word. */
final class Progress {

  private static final Duration SOON = Duration.ofSeconds(5);

  /** The longer it takes, the rarer it is worth a line: some ten a time as long. */
  private static final int RARER = 10;

  private final PrintWriter out;
  private final Clock clock;
  private final Instant began;
  private final long all;
  private long done;
  private Instant said;

  /**
   * @param all how many bytes there are to read
   */
  Progress(PrintWriter out, Clock clock, long all) {
    this.out = out;
    this.clock = clock;
    this.began = clock.instant();
    this.all = Math.max(1, all);
    this.said = began;
  }

  /** Takes note of a day that was read. */
  void read(LocalDate date, long bytes, long messages, long requests) {
    done += bytes;
    var now = clock.instant();
    var pause = Duration.between(began, now).dividedBy(RARER);
    if (Duration.between(said, now).compareTo(pause.compareTo(SOON) > 0 ? pause : SOON) >= 0) {
      said = now;
      out.printf(
          "%3d %%  %s  %,d messages, %,d requests%n", 100 * done / all, date, messages, requests);
      out.flush();
    }
  }

  Duration took() {
    return Duration.between(began, clock.instant());
  }
}
