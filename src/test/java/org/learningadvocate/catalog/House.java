package org.learningadvocate.catalog;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.HouseRules;

/** House rules for tests: good defaults, and what a test cares about. */
public final class House {

  public static final String TEAM = "T1";
  public static final String BOT = "UBOT";

  private Set<String> requests = Set.of("C0ASK");
  private @Nullable String summary = "C0SUM";
  private ZoneId zone = ZoneId.of("America/Chicago");
  private Set<DayOfWeek> workingDays = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private Set<LocalDate> holidays = Set.of();
  private DayOfWeek digestDay = DayOfWeek.MONDAY;
  private LocalTime digestTime = LocalTime.of(9, 0);
  private List<String> editors = List.of();
  private List<String> admins = List.of();
  private boolean shadow;

  public static House rules() {
    return new House();
  }

  public House requests(String... ids) {
    requests = Set.of(ids);
    return this;
  }

  public House summary(@Nullable String id) {
    summary = id;
    return this;
  }

  public House zone(String id) {
    zone = ZoneId.of(id);
    return this;
  }

  public House workingDays(Set<DayOfWeek> days) {
    workingDays = days;
    return this;
  }

  public House holidays(LocalDate... days) {
    holidays = Set.of(days);
    return this;
  }

  public House digest(DayOfWeek day, LocalTime time) {
    digestDay = day;
    digestTime = time;
    return this;
  }

  public House editors(String... ids) {
    editors = List.of(ids);
    return this;
  }

  public House admins(String... ids) {
    admins = List.of(ids);
    return this;
  }

  public House shadow() {
    shadow = true;
    return this;
  }

  public HouseRules build() {
    return new HouseRules(
        TEAM,
        BOT,
        requests,
        summary,
        List.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        zone,
        Locale.UK,
        LocalTime.of(9, 0),
        LocalTime.of(17, 0),
        workingDays,
        holidays,
        digestDay,
        digestTime,
        editors,
        admins,
        0.35,
        0.65,
        HouseRules.DoubtAsk.POSTER,
        shadow);
  }
}
