package org.learningadvocate.preview;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Says now and then how far a long reading is; a short one passes without a word. */
final class Progress {

  private static final Duration NOW_AND_THEN = Duration.ofSeconds(5);

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

  void read(LocalDate date, long bytes, long messages, long requests) {
    done += bytes;
    said(date, messages, requests);
  }

  private void said(LocalDate date, long messages, long requests) {
    var now = clock.instant();
    if (Duration.between(said, now).compareTo(NOW_AND_THEN) >= 0) {
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
