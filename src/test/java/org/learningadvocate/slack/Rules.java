package org.learningadvocate.slack;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.learningadvocate.chat.HouseRules;

/** House rules for tests: one watched channel, one bot that may ask. */
final class Rules {

  static final HouseRules USUAL = of("T0ACME", "U0ADVBOT");

  private Rules() {}

  static HouseRules of(String team, String bot) {
    return new HouseRules(
        team,
        bot,
        Set.of("C0LEARN", "C0PARTNER"),
        "C0BRIEFS",
        List.of(),
        Set.of(),
        Set.of("C0PARTNER"),
        Set.of("B0FORM"),
        ZoneId.of("America/Chicago"),
        Locale.US,
        LocalTime.of(9, 0),
        LocalTime.of(17, 0),
        Set.of(DayOfWeek.MONDAY),
        Set.of(),
        DayOfWeek.MONDAY,
        LocalTime.of(9, 0),
        List.of(),
        List.of(),
        0.35,
        0.65,
        HouseRules.DoubtAsk.POSTER,
        false);
  }
}
