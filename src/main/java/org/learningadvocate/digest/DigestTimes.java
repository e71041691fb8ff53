package org.learningadvocate.digest;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.learningadvocate.chat.HouseRules;

/** When a week's digest is due: pure functions of the house rules and the moment. */
public final class DigestTimes {

  private static final int WEEK = 7;

  private DigestTimes() {}

  /** The ISO week in which the day lies, for example {@code 2026-W48}; weeks begin on Monday. */
  public static String week(LocalDate day) {
    return String.format(
        Locale.ROOT,
        "%d-W%02d",
        day.get(IsoFields.WEEK_BASED_YEAR),
        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  /**
   * The day on which the digest of this day's week is planned: the set day or, where nobody works
   * then, the next working day of that week, else the last one before it; empty where nobody works
   * all week.
   */
  public static Optional<LocalDate> planned(HouseRules rules, LocalDate day) {
    var set = monday(day).plusDays(rules.digestDay().getValue() - 1L);
    return daysOfWeekFrom(set)
        .filter(rules::worksOn)
        .findFirst()
        .or(
            () ->
                IntStream.rangeClosed(1, WEEK)
                    .mapToObj(set::minusDays)
                    .takeWhile(one -> !one.isBefore(monday(day)))
                    .filter(rules::worksOn)
                    .findFirst());
  }

  /** The moment of the day at which a digest is due; in a gap of the clock the first after it. */
  public static Instant momentOn(HouseRules rules, LocalDate day) {
    return ZonedDateTime.of(day, rules.digestTime(), rules.zone()).toInstant();
  }

  /**
   * The moment since which a digest has been due, if it is due now and its week has none: on its
   * planned day from its time on, however late the process comes up; on a later working day of the
   * week likewise, where the planned day went by.
   *
   * @param posted whether a week, by its name, has its digest
   */
  public static Optional<Instant> due(HouseRules rules, Instant now, Predicate<String> posted) {
    var today = now.atZone(rules.zone()).toLocalDate();
    return planned(rules, today)
        .filter(planned -> !today.isBefore(planned))
        .filter(planned -> rules.worksOn(today))
        .map(planned -> momentOn(rules, today))
        .filter(moment -> !moment.isAfter(now))
        .filter(moment -> !posted.test(week(today)));
  }

  /** The next moment after this one at which a digest may come due, for "when is the next?". */
  public static Optional<Instant> next(HouseRules rules, Instant now, Predicate<String> posted) {
    var today = now.atZone(rules.zone()).toLocalDate();
    return IntStream.range(0, 10)
        .mapToObj(weeks -> today.plusWeeks(weeks))
        .filter(day -> !posted.test(week(day)))
        .flatMap(day -> planned(rules, day).stream())
        .map(day -> momentOn(rules, day))
        .filter(moment -> moment.isAfter(now))
        .findFirst();
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static Stream<LocalDate> daysOfWeekFrom(LocalDate day) {
    return IntStream.rangeClosed(day.getDayOfWeek().getValue(), WEEK)
        .mapToObj(number -> day.plusDays(number - (long) day.getDayOfWeek().getValue()));
  }
}
