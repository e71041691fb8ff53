package org.learningadvocate.chat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How days are said to people: the month by name, since 3/4 is another day elsewhere, in the order
 * that the place writes them, and with its year only where that is not this one. The words are
 * English; the locale only says what comes first.
 *
 * @param today what "this year" is seen from, in the zone of who reads
 * @param locale where people read it
 */
public record Days(LocalDate today, Locale locale) {

  private static final DateTimeFormatter DAY_FIRST = format("d MMM");
  private static final DateTimeFormatter MONTH_FIRST = format("MMM d");
  private static final DateTimeFormatter DAY_FIRST_WITH_YEAR = format("d MMM yyyy");
  private static final DateTimeFormatter MONTH_FIRST_WITH_YEAR = format("MMM d, yyyy");
  private static final DateTimeFormatter WEEKDAY = format("EEE");

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /** For example "14 Sep" or "Sep 14". */
  public String say(LocalDate day) {
    return day.getYear() == today.getYear() ? withoutYear(day) : withYear(day);
  }

  /** For example "Fri 25 Sep" or "Fri, Sep 25", as a due date wants it. */
  public String sayWithWeekday(LocalDate day) {
    return WEEKDAY.format(day) + (monthFirst() ? ", " : " ") + say(day);
  }

  /** For example "14 Sep – 6 Nov", both ends inclusive. */
  public String say(LocalDate from, LocalDate to) {
    if (from.equals(to)) {
      return say(from);
    }
    // One year is enough where a reader takes the other for granted.
    boolean plain = from.getYear() == to.getYear() || from.getYear() == today.getYear();
    return (plain ? withoutYear(from) : withYear(from)) + " – " + say(to);
  }

  private String withoutYear(LocalDate day) {
    return (monthFirst() ? MONTH_FIRST : DAY_FIRST).format(day);
  }

  private String withYear(LocalDate day) {
    return (monthFirst() ? MONTH_FIRST_WITH_YEAR : DAY_FIRST_WITH_YEAR).format(day);
  }

  private boolean monthFirst() {
    return locale.getCountry().equals("US");
  }
}
