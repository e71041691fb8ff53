package org.learningadvocate.catalog;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How days are said to people: the month by name, since 3/4 is another day elsewhere. */
public final class Days {

  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

  private Days() {}

  /** For example "14 Sep"; with its year where that is not this one. */
  public static String say(LocalDate day, LocalDate today) {
    return (day.getYear() == today.getYear() ? SHORT : FULL).format(day);
  }

  /** For example "Fri 25 Sep"; with its year where that is not this one. */
  public static String sayWithWeekday(LocalDate day, LocalDate today) {
    return WEEKDAY.format(day) + (day.getYear() == today.getYear() ? "" : " " + day.getYear());
  }

  /** For example "14 Sep – 6 Nov", both ends inclusive. */
  public static String say(LocalDate from, LocalDate to, LocalDate today) {
    if (from.equals(to)) {
      return say(from, today);
    }
    // One year is enough where a reader takes the other for granted.
    boolean plain = from.getYear() == to.getYear() || from.getYear() == today.getYear();
    return (plain ? SHORT.format(from) : say(from, today)) + " – " + say(to, today);
  }
}
