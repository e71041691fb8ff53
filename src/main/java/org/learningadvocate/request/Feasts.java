package org.learningadvocate.request;

import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/** Holidays that people name instead of a date. */
final class Feasts {

  private Feasts() {}

  /** The day of a holiday in a year, by its name in lower case. */
  static LocalDate on(String name, int year) {
    if (name.startsWith("christmas eve")) {
      return LocalDate.of(year, 12, 24);
    }
    if (name.startsWith("christmas") || name.startsWith("x")) {
      return LocalDate.of(year, 12, 25);
    }
    if (name.startsWith("new year")) {
      return name.endsWith("eve") ? LocalDate.of(year, 12, 31) : LocalDate.of(year, 1, 1);
    }
    if (name.startsWith("hallow")) {
      return LocalDate.of(year, 10, 31);
    }
    if (name.startsWith("valentine")) {
      return LocalDate.of(year, 2, 14);
    }
    if (name.contains("patrick")) {
      return LocalDate.of(year, 3, 17);
    }
    return switch (name) {
      case "boxing day" -> LocalDate.of(year, 12, 26);
      case "easter" -> easter(year);
      case "good friday" -> easter(year).minusDays(2);
      case "thanksgiving", "turkey day" -> nth(year, Month.NOVEMBER, DayOfWeek.THURSDAY, 4);
      case "black friday" -> nth(year, Month.NOVEMBER, DayOfWeek.THURSDAY, 4).plusDays(1);
      case "cyber monday" -> nth(year, Month.NOVEMBER, DayOfWeek.THURSDAY, 4).plusDays(4);
      case "labor day" -> LocalDate.of(year, 9, 1).with(firstInMonth(DayOfWeek.MONDAY));
      case "labour day" -> LocalDate.of(year, 5, 1);
      case "memorial day" -> LocalDate.of(year, 5, 1).with(lastInMonth(DayOfWeek.MONDAY));
      case "cinco de mayo" -> LocalDate.of(year, 5, 5);
      case "juneteenth" -> LocalDate.of(year, 6, 19);
      case "anzac day" -> LocalDate.of(year, 4, 25);
      case "australia day" -> LocalDate.of(year, 1, 26);
      case "canada day" -> LocalDate.of(year, 7, 1);
      case "martin luther king day", "mlk day" -> nth(year, Month.JANUARY, DayOfWeek.MONDAY, 3);
      case "presidents' day", "presidents day" -> nth(year, Month.FEBRUARY, DayOfWeek.MONDAY, 3);
      case "columbus day" -> nth(year, Month.OCTOBER, DayOfWeek.MONDAY, 2);
      case "veterans day", "remembrance day" -> LocalDate.of(year, 11, 11);
      case "bonfire night" -> LocalDate.of(year, 11, 5);
      case "st nicholas", "st. nicholas", "saint-nicolas" -> LocalDate.of(year, 12, 6);
      case "bastille day" -> LocalDate.of(year, 7, 14);
      case "all saints" -> LocalDate.of(year, 11, 1);
      case "epiphany", "three kings" -> LocalDate.of(year, 1, 6);
      default -> LocalDate.of(year, 7, 4);
    };
  }

  private static LocalDate easter(int year) {
    // The Gregorian computus as Meeus gives it.
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return LocalDate.of(year, f / 31, f % 31 + 1);
  }

  private static LocalDate nth(int year, Month month, DayOfWeek day, int ordinal) {
    return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day));
  }
}
