package org.learningadvocate.request;

import static java.time.temporal.TemporalAdjusters.lastInMonth;
import static org.learningadvocate.request.CalendarWords.month;
import static org.learningadvocate.request.CalendarWords.number;
import static org.learningadvocate.request.CalendarWords.weekday;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text and the day it was posted, from which the days in it are counted. Where a text leaves
 * something open (which year, which month), what is still ahead is meant.
 *
 * @param raw as it was written
 * @param text the same in lower case, character for character
 * @param posted in the zone of who posted it
 * @param dayFirst whether 3/4 is the third of April
 */
record DatedText(String raw, String text, LocalDate posted, boolean dayFirst) {

  private static final Set<String> AMBIGUOUS =
      Set.of("may", "march", "mar", "mars", "mai", "dec", "jan", "avril", "abril", "agosto");
  private static final Set<String> VERBLIKE = Set.of("sat", "sun", "wed", "mon");
  private static final Pattern CUED =
      Pattern.compile(
          "(?:^|[^\\p{L}])(?:in|by|b4|before|until|till|til|of|on|for|during|from|since|to|this|next"
              + "|and|or|end|sometime|around|im|en|ab|bis|throughout|latest|due|deadline|starts?|opens?|live)["
              + " ,:(]+(?:the )?$|\\($");
  private static final Pattern ANY_DAY_OF =
      Pattern.compile(
          "(?:between|some ?time|any ?time|any day|by|until|till|within|latest)(?: the| from)? $");

  /** "by June 15. July is full" names the 15th of June, though "15. July" is how Germans write. */
  boolean endsMonthDay(int start, int end) {
    if (end >= text.length() || text.charAt(end) != '.') {
      return false;
    }
    var before = text.substring(Math.max(0, start - 12), start).strip();
    return CalendarWords.isMonth(before.substring(before.lastIndexOf(' ') + 1));
  }

  /** An event of some days begins with the first; any day of a span is as late as its last. */
  int ofRange(Matcher words, int first, int last) {
    int start = words.start("d");
    return ANY_DAY_OF.matcher(text.substring(Math.max(0, start - 20), start)).find() ? last : first;
  }

  /** "the first Monday of March", "the last Friday of next month". */
  LocalDate nth(String which, DayOfWeek day, YearMonth month) {
    return month
        .atDay(1)
        .with(
            which.equals("last")
                ? lastInMonth(day)
                : TemporalAdjusters.dayOfWeekInMonth(number(which), day));
  }

  /** The first such day on or after the posting, or in the year that the text names. */
  LocalDate next(Month month, int day, @Nullable String year) {
    if (year != null) {
      return LocalDate.of(year(year), month, day);
    }
    int y = posted.getYear();
    // 29 February waits for a leap year.
    for (int ahead = 0; ahead < 8; ahead++) {
      if (day <= month.length(Year.isLeap(y + ahead))) {
        var date = LocalDate.of(y + ahead, month, day);
        // Without a year, what comes round in ten months is likelier the one just gone by.
        if (!date.isBefore(posted)) {
          return date.isAfter(posted.plusDays(305)) ? posted.minusDays(1) : date;
        }
      }
    }
    throw new DateTimeException("no such day");
  }

  @Nullable LocalDate numeric(int first, int second, String year) {
    boolean swap = dayFirst ? second > 12 : first <= 12;
    int month = swap ? first : second;
    int day = swap ? second : first;
    return month == 0 || day == 0 ? null : LocalDate.of(year(year), month, day);
  }

  @Nullable LocalDate slashed(Matcher words) {
    int first = num(words, 3);
    int second = num(words, 4);
    boolean swap = dayFirst ? second > 12 : first <= 12;
    int month = swap ? first : second;
    int day = swap ? second : first;
    if (month == 0 || day == 0) {
      return null;
    }
    // Small fractions ("3/4 of them", "1/2") are days only behind a cue.
    if (first < second && second <= 4 && words.group(2) == null && !cued(words)) {
      return null;
    }
    return next(Month.of(month), day, null);
  }

  @Nullable LocalDate week(@Nullable String weekday, int week, @Nullable String year) {
    if (week < 1 || week > 53) {
      return null;
    }
    int y = year == null ? posted.get(IsoFields.WEEK_BASED_YEAR) : year(year);
    var day = weekday == null ? DayOfWeek.FRIDAY : weekday(weekday);
    var date = weekDate(y, week, day);
    return year == null && date.isBefore(posted) ? weekDate(y + 1, week, day) : date;
  }

  private static LocalDate weekDate(int year, int week, DayOfWeek day) {
    return LocalDate.of(year, 1, 4)
        .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        .plusDays(day.getValue() - 1L);
  }

  LocalDate part(String part, Month month, @Nullable String year) {
    var whole = year == null ? nextMonth(month) : YearMonth.of(year(year), month);
    return partOf(part, whole);
  }

  private LocalDate partOf(String part, YearMonth whole) {
    return switch (part) {
      case "mid", "middle", "mitte", "mi", "second week", "first half" -> {
        int day = part.equals("second week") ? 14 : 15;
        yield stillAhead(whole, day);
      }
      case "early", "beginning", "start", "first week", "anfang", "début", "debut" ->
          stillAhead(whole, 7);
      case "third week" -> stillAhead(whole, 21);
      default -> endOf(whole);
    };
  }

  /** "early March" said on the 20th of March is next year's. */
  private LocalDate stillAhead(YearMonth month, int day) {
    var date = month.atDay(day);
    return date.isBefore(posted) && month.equals(YearMonth.from(posted))
        ? month.plusYears(1).atDay(day)
        : date;
  }

  LocalDate partOfMonth(String part, @Nullable String which) {
    var month = YearMonth.from(posted);
    boolean later = which != null && !which.equals("this") && !which.equals("current");
    return partOf(part, later ? month.plusMonths(1) : month);
  }

  LocalDate quarter(@Nullable String part, int quarter, @Nullable String year) {
    var end = YearMonth.of(year == null ? posted.getYear() : year(year), quarter * 3);
    if (year == null && endOf(end).isBefore(posted)) {
      end = end.plusYears(1);
    }
    if (part != null && part.startsWith("mid")) {
      var mid = end.minusMonths(1).atDay(15);
      return mid.isBefore(posted) ? endOf(end) : mid;
    }
    if (part != null
        && (part.startsWith("early") || part.startsWith("beg") || part.startsWith("start"))) {
      var early = end.minusMonths(2).atDay(7);
      return early.isBefore(posted) ? endOf(end) : early;
    }
    return endOf(end);
  }

  static LocalDate quarterEnd(LocalDate day) {
    int month = (day.getMonthValue() + 2) / 3 * 3;
    return endOf(YearMonth.of(day.getYear(), month));
  }

  LocalDate endOfWeek(int ahead) {
    var friday =
        posted
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .plusDays(4)
            .plusWeeks(ahead);
    return friday.isBefore(posted) ? friday.plusWeeks(1) : friday;
  }

  LocalDate coming(DayOfWeek day) {
    return posted.with(TemporalAdjusters.next(day));
  }

  LocalDate ofNextWeek(DayOfWeek day) {
    return posted.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusDays(day.getValue() - 1L);
  }

  private static boolean plural(String weekday) {
    return weekday.endsWith("days");
  }

  @Nullable LocalDate bareWeekday(Matcher words) {
    var word = words.group(2);
    var dayOfMonth = words.group(3);
    // "sat through it", "the sun", "they wed": days only with a capital or behind a cue.
    if (VERBLIKE.contains(word) && dayOfMonth == null && !cued(words) && !nameLike(words)) {
      return null;
    }
    if (plural(word)) {
      return null;
    }
    if (dayOfMonth == null) {
      return coming(weekday(word));
    }
    for (int back = 1; back <= 14; back++) {
      var past = posted.minusDays(back);
      if (past.getDayOfMonth() == Integer.parseInt(dayOfMonth)
          && past.getDayOfWeek() == weekday(word)) {
        return past;
      }
    }
    // "Friday the 13th": the first month in which that day is that weekday, within a year.
    int day = Integer.parseInt(dayOfMonth);
    var month = YearMonth.from(posted);
    for (int ahead = 0; ahead < 12; ahead++, month = month.plusMonths(1)) {
      if (month.isValidDay(day)
          && !month.atDay(day).isBefore(posted)
          && month.atDay(day).getDayOfWeek() == weekday(word)) {
        return month.atDay(day);
      }
    }
    return ordinal(day, null);
  }

  /** Written with a capital that no start of a sentence explains. */
  private boolean nameLike(Matcher words) {
    int start = words.start("d");
    boolean opens =
        start < 2
            || ".!?\n>".indexOf(text.charAt(start - 2)) >= 0
            || text.charAt(start - 1) == '\n';
    return Character.isUpperCase(raw.charAt(start)) && !opens;
  }

  LocalDate weekdayBy(DayOfWeek day, String side, LocalDate feast) {
    return side.equals("after")
        ? feast.with(TemporalAdjusters.next(day))
        : feast.with(TemporalAdjusters.previous(day));
  }

  LocalDate ordinal(int day, @Nullable String which) {
    var month = YearMonth.from(posted);
    if (which != null && !which.equals("this")) {
      return month.plusMonths(1).atDay(day);
    }
    for (int ahead = 0; ahead < 12; ahead++) {
      var candidate = month.plusMonths(ahead);
      if (candidate.isValidDay(day) && !candidate.atDay(day).isBefore(posted)) {
        return candidate.atDay(day);
      }
    }
    throw new DateTimeException("no such day");
  }

  @Nullable LocalDate bareMonth(Matcher words) {
    var name = words.group(2);
    // "may" and "march" are verbs, "mar" and "dec" shorten other things: they need a cue before.
    if (AMBIGUOUS.contains(name) && !cued(words)) {
      return null;
    }
    var month = month(name);
    return endOf(
        words.group(3) == null ? nextMonth(month) : YearMonth.of(year(words.group(3)), month));
  }

  private boolean cued(Matcher words) {
    int start = words.start("d");
    return CUED.matcher(text.substring(Math.max(0, start - 24), start)).find();
  }

  YearMonth nextMonth(Month month) {
    var candidate = YearMonth.of(posted.getYear(), month);
    return candidate.isBefore(YearMonth.from(posted)) ? candidate.plusYears(1) : candidate;
  }

  static LocalDate endOf(YearMonth month) {
    return month.atEndOfMonth();
  }

  LocalDate holiday(String name) {
    var date = Feasts.on(name, posted.getYear());
    return date.isBefore(posted) ? Feasts.on(name, posted.getYear() + 1) : date;
  }

  static int num(Matcher words, int group) {
    return Integer.parseInt(words.group(group));
  }

  int year(String digits) {
    if (digits.endsWith("year")) {
      return posted.getYear()
          + (digits.startsWith("last") ? -1 : digits.startsWith("next") ? 1 : 0);
    }
    var bare = digits.replace("'", "");
    return bare.length() == 2 ? 2000 + Integer.parseInt(bare) : Integer.parseInt(bare);
  }
}
