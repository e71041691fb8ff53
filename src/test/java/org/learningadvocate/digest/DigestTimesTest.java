package org.learningadvocate.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.learningadvocate.catalog.House;
import org.learningadvocate.chat.HouseRules;

class DigestTimesTest {

  private static final HouseRules MONDAYS = House.rules().build();

  @Test
  void itIsDueFromItsMinuteOnAndNotBefore() {
    assertThat(due(MONDAYS, "2026-11-23T08:59:59-06:00")).isFalse();
    assertThat(due(MONDAYS, "2026-11-23T09:00:00-06:00")).isTrue();
  }

  @Test
  void aProcessThatWasDownCatchesUpTheSameDay() {
    assertThat(due(MONDAYS, "2026-11-23T23:50:00-06:00")).isTrue();
  }

  @Test
  void downThatWholeDayItComesAtItsTimeOnTheNextWorkingDayOfTheWeek() {
    assertThat(due(MONDAYS, "2026-11-24T00:10:00-06:00")).isFalse();
    assertThat(due(MONDAYS, "2026-11-24T09:00:00-06:00")).isTrue();
    assertThat(due(MONDAYS, "2026-11-27T12:00:00-06:00")).isTrue();
    assertThat(due(MONDAYS, "2026-11-28T12:00:00-06:00")).as("a Saturday").isFalse();
  }

  @Test
  void aHolidayMovesItToTheNextWorkingDay() {
    var rules = House.rules().holidays(LocalDate.parse("2026-11-23")).build();

    assertThat(due(rules, "2026-11-23T12:00:00-06:00")).isFalse();
    assertThat(due(rules, "2026-11-24T09:00:00-06:00")).isTrue();
  }

  @Test
  void withNoWorkingDayAfterAHolidayItComesOnTheOneBefore() {
    var fridays =
        House.rules()
            .digest(DayOfWeek.FRIDAY, LocalTime.of(9, 0))
            .holidays(LocalDate.parse("2026-11-27"), LocalDate.parse("2026-11-26"))
            .build();

    assertThat(DigestTimes.planned(fridays, LocalDate.parse("2026-11-24")))
        .contains(LocalDate.parse("2026-11-25"));
  }

  @Test
  void aWeekWithoutWorkHasNone() {
    var rules = House.rules().workingDays(Set.of()).build();

    assertThat(DigestTimes.planned(rules, LocalDate.parse("2026-11-24"))).isEmpty();
  }

  @Test
  void weeksAreIsoWeeks() {
    assertThat(DigestTimes.week(LocalDate.parse("2026-11-24"))).isEqualTo("2026-W48");
    assertThat(DigestTimes.week(LocalDate.parse("2027-01-01"))).isEqualTo("2026-W53");
    assertThat(DigestTimes.week(LocalDate.parse("2027-01-04"))).isEqualTo("2027-W01");
  }

  @Test
  void aTimeThatTheClockSkipsIsTheFirstMomentAfterIt() {
    var sundays =
        House.rules()
            .workingDays(Set.of(DayOfWeek.SUNDAY))
            .digest(DayOfWeek.SUNDAY, LocalTime.of(2, 30))
            .build();

    assertThat(DigestTimes.momentOn(sundays, LocalDate.parse("2026-03-08")))
        .isEqualTo(Instant.parse("2026-03-08T08:30:00Z"));
  }

  /** Ten weeks, looked at every so often with the process down at times: never two in a week. */
  @Property(tries = 150)
  void eachWeekGetsOneAtMostAndInItsOwnWorkingHoursDay(
      @ForAll("houses") HouseRules rules,
      @ForAll @IntRange(min = 0, max = 360) int startDay,
      @ForAll @IntRange(min = 7, max = 240) int everyMinutes,
      @ForAll @IntRange(min = 0, max = 50) int downFromHour,
      @ForAll @IntRange(min = 0, max = 100) int downHours) {
    var start = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(startDay));
    var posted = new HashMap<String, Instant>();
    for (var now = start;
        now.isBefore(start.plus(Duration.ofDays(70)));
        now = now.plus(Duration.ofMinutes(everyMinutes))) {
      long hourOfWeek = Duration.between(start, now).toHours() % 168;
      if (hourOfWeek >= downFromHour && hourOfWeek < downFromHour + downHours) {
        continue;
      }
      var due = DigestTimes.due(rules, now, posted::containsKey);
      if (due.isPresent()) {
        var day = now.atZone(rules.zone()).toLocalDate();
        assertThat(rules.worksOn(day)).isTrue();
        assertThat(due.get()).isBeforeOrEqualTo(now);
        assertThat(due.get().atZone(rules.zone()).toLocalDate()).isEqualTo(day);
        assertThat(posted.put(DigestTimes.week(day), now)).isNull();
      }
    }
  }

  /** A process that is always up misses no week, across the clock's changes. */
  @Property(tries = 100)
  void alwaysUpEveryWeekGetsOneOnItsPlannedDay(@ForAll("houses") HouseRules rules) {
    var posted = new HashSet<String>();
    var days = new ArrayList<LocalDate>();
    var start = ZonedDateTime.of(2026, 1, 5, 0, 0, 0, 0, rules.zone());
    for (var now = start; now.isBefore(start.plusWeeks(52)); now = now.plusMinutes(90)) {
      var day = now.toLocalDate();
      if (DigestTimes.due(rules, now.toInstant(), posted::contains).isPresent()) {
        posted.add(DigestTimes.week(day));
        days.add(day);
      }
    }
    assertThat(days)
        .hasSize(52)
        .allSatisfy(day -> assertThat(DigestTimes.planned(rules, day)).contains(day));
  }

  @Provide
  Arbitrary<HouseRules> houses() {
    var zones =
        Arbitraries.of(
            "America/Chicago",
            "Europe/Zurich",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "Pacific/Kiritimati",
            "America/St_Johns",
            "UTC");
    var days = Arbitraries.of(DayOfWeek.class);
    var working = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
    // Not the last two hours: a look every 90 minutes could miss them.
    var times = Arbitraries.integers().between(0, 21 * 60).map(m -> LocalTime.of(m / 60, m % 60));
    return Combinators.combine(zones, days, working, times)
        .as(
            (zone, day, workingDays, time) ->
                House.rules().zone(zone).digest(day, time).workingDays(workingDays).build());
  }

  private static boolean due(HouseRules rules, String moment) {
    return DigestTimes.due(rules, ZonedDateTime.parse(moment).toInstant(), week -> false)
        .isPresent();
  }
}
