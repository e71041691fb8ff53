package org.learningadvocate.chat;

import java.time.Instant;
import java.util.Locale;

/**
 * Slack's timestamps: epoch seconds, a dot, six digits, as text. Texts of this form compare as the
 * moments do; a double would lose the last digit.
 */
public final class Stamp {

  private Stamp() {}

  /** The timestamp of a moment, cut to microseconds. */
  public static String of(Instant moment) {
    return String.format(Locale.ROOT, "%d.%06d", moment.getEpochSecond(), moment.getNano() / 1_000);
  }

  /** The moment of a timestamp; the epoch where the text is none. */
  public static Instant toInstant(String ts) {
    int dot = ts.indexOf('.');
    try {
      long seconds = Long.parseLong(dot < 0 ? ts : ts.substring(0, dot));
      long micros =
          dot < 0 ? 0 : Long.parseLong((ts.substring(dot + 1) + "000000").substring(0, 6));
      return Instant.ofEpochSecond(seconds, micros * 1_000);
    } catch (NumberFormatException e) {
      return Instant.EPOCH;
    }
  }
}
