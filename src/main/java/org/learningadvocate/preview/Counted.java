package org.learningadvocate.preview;

import java.util.Locale;

/** Numbers with what they count. */
final class Counted {

  private Counted() {}

  static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** "1 request", "12 requests". */
  static String of(long number, String one) {
    return number(number) + " " + (number == 1 ? one : one.replaceFirst("y$", "ie") + "s");
  }

  static String percent(double part) {
    return Math.round(100 * part) + " %";
  }
}
