package org.learningadvocate.catalog;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells the time that a look-up asks about ("next 3 months", "past") from what it looks for. */
final class LookupTimes {

  private static final Map<String, Integer> NUMBERS =
      Map.of("a", 1, "one", 1, "two", 2, "three", 3, "four", 4, "six", 6, "twelve", 12);
  private static final Pattern NEXT =
      Pattern.compile(
          "\\b(?:(?:in|over|within|for|during)\\s+)?(?:the\\s+)?(?:next|coming)\\s+"
              + "(?:(\\d{1,2}|a|one|two|three|four|six|twelve)\\s+)?(day|week|month|quarter)s?\\b");
  private static final Pattern THIS =
      Pattern.compile(
          "\\b(?:(?:in|during)\\s+)?(?:this\\s+(week|month|quarter|year)|(now|today|currently))\\b");
  private static final Pattern IN_MONTH =
      Pattern.compile(
          "\\bin\\s+(january|february|march|april|may|june|july|august|september|october|november"
              + "|december)(?:\\s+(\\d{4}))?\\b");
  private static final Pattern PAST =
      Pattern.compile("^(?:past|ended|all)$|^(?:past|ended)\\b|\\b(?:past|ended)$");

  /** A stretch of days, both ends inclusive, and how to say it. */
  record Period(LocalDate from, LocalDate to, String words) {}

  /**
   * @param words what to look for, without what was said about time; empty for everything
   * @param period the days asked about; null where none were said
   * @param pastToo whether entries that are over are asked for as well
   */
  record Asked(String words, @Nullable Period period, boolean pastToo) {}

  private final LookupTexts texts;

  LookupTimes(LookupTexts texts) {
    this.texts = texts;
  }

  Asked read(String text, LocalDate today) {
    var rest = text.strip();
    Period period = null;
    for (var pattern : new Pattern[] {NEXT, THIS, IN_MONTH}) {
      var match = pattern.matcher(rest.toLowerCase(Locale.ROOT));
      if (period == null && match.find()) {
        period =
            pattern == NEXT
                ? next(match, today)
                : pattern == THIS ? current(match, today) : month(match, today);
        rest = cut(rest, match);
      }
    }
    var past = PAST.matcher(rest.toLowerCase(Locale.ROOT));
    boolean pastToo = past.find();
    if (pastToo) {
      rest = cut(rest, past);
    }
    return new Asked(rest, period, pastToo);
  }

  private Period next(MatchResult match, LocalDate today) {
    var unit = match.group(2);
    if (match.group(1) == null) {
      return nextOne(unit, today);
    }
    int number =
        match.group(1).matches("\\d+")
            ? Integer.parseInt(match.group(1))
            : NUMBERS.getOrDefault(match.group(1), 1);
    var to =
        switch (unit) {
          case "day" -> today.plusDays(number);
          case "week" -> today.plusWeeks(number);
          case "quarter" -> today.plusMonths(3L * number);
          default -> today.plusMonths(number);
        };
    return new Period(today, to, within(unit, number));
  }

  private String within(String unit, int number) {
    return switch (unit) {
      case "day" -> texts.timeWithinDays(number);
      case "week" -> texts.timeWithinWeeks(number);
      case "quarter" -> texts.timeWithinQuarters(number);
      default -> texts.timeWithinMonths(number);
    };
  }

  private Period nextOne(String unit, LocalDate today) {
    return switch (unit) {
      case "day" -> new Period(today, today.plusDays(1), texts.timeTomorrow());
      case "week" -> {
        var monday = monday(today).plusWeeks(1);
        yield new Period(monday, monday.plusDays(6), texts.timeNextWeek());
      }
      case "quarter" -> {
        var quarter = quarterStart(today).plusMonths(3);
        yield new Period(quarter, quarter.plusMonths(3).minusDays(1), texts.timeNextQuarter());
      }
      default -> {
        var first = today.withDayOfMonth(1).plusMonths(1);
        yield new Period(first, first.plusMonths(1).minusDays(1), texts.timeNextMonth());
      }
    };
  }

  private Period current(MatchResult match, LocalDate today) {
    if (match.group(1) == null) {
      return new Period(today, today, texts.timeToday());
    }
    return switch (match.group(1)) {
      case "week" -> new Period(today, monday(today).plusDays(6), texts.timeThisWeek());
      case "month" ->
          new Period(today, today.withDayOfMonth(today.lengthOfMonth()), texts.timeThisMonth());
      case "quarter" ->
          new Period(
              today, quarterStart(today).plusMonths(3).minusDays(1), texts.timeThisQuarter());
      default -> new Period(today, today.withDayOfYear(today.lengthOfYear()), texts.timeThisYear());
    };
  }

  private Period month(MatchResult match, LocalDate today) {
    var month = Month.valueOf(match.group(1).toUpperCase(Locale.ROOT));
    int year =
        match.group(2) != null
            ? Integer.parseInt(match.group(2))
            : today.getYear() + (month.compareTo(today.getMonth()) < 0 ? 1 : 0);
    var first = LocalDate.of(year, month, 1);
    var name = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return new Period(first, first.plusMonths(1).minusDays(1), texts.timeMonth(name + " " + year));
  }

  private static LocalDate monday(LocalDate day) {
    return day.minus(day.getDayOfWeek().getValue() - 1L, ChronoUnit.DAYS);
  }

  private static LocalDate quarterStart(LocalDate day) {
    return day.with(IsoFields.DAY_OF_QUARTER, 1);
  }

  private static String cut(String text, MatchResult match) {
    return (text.substring(0, match.start()) + " " + text.substring(match.end()))
        .replaceAll("\\s+", " ")
        .strip();
  }
}
