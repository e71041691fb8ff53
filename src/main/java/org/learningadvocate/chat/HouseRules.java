package org.learningadvocate.chat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How this workspace wants the bot to behave, as set now; names of channels already resolved to
 * ids. Asked for anew each time, since an admin may change it while the bot runs.
 *
 * @param team the workspace's id
 * @param bot the bot's own user id
 * @param requests ids of the channels in which requests are noticed
 * @param summary id of the shared channel for briefs and the digest; null where there is none
 * @param designers user ids, user group ids ({@code S…}) and handles ({@code @…}) of those who may
 *     claim a request; empty: anyone
 * @param sharePrivate ids of private channels whose briefs may stand in the summary channel
 * @param external ids of channels shared with another company that are watched all the same
 * @param workflowBots ids of bots whose posts may be requests
 * @param zone where the workspace is
 * @param locale how people here write 3/4
 * @param opens when working hours begin, for people whose own zone is unknown in {@code zone}
 * @param shuts when working hours end
 * @param workingDays the days of the week on which people work
 * @param holidays days on which nobody does
 * @param digestDay on which day of the week the digest comes
 * @param digestTime at what time it comes, in {@code zone}
 * @param editors who may change the catalogue: user ids, group ids and handles
 * @param admins who may change settings, beside the workspace's own admins: likewise
 * @param doubtFrom below this likelihood a message is taken for talk, 0 to 1
 * @param doubtTo from this likelihood on it is taken for a request, 0 to 1
 * @param doubtAsk whom to ask in between
 * @param shadow whether the bot reads and keeps, and posts nothing
 */
public record HouseRules(
    String team,
    String bot,
    Set<String> requests,
    @Nullable String summary,
    List<String> designers,
    Set<String> sharePrivate,
    Set<String> external,
    Set<String> workflowBots,
    ZoneId zone,
    Locale locale,
    LocalTime opens,
    LocalTime shuts,
    Set<DayOfWeek> workingDays,
    Set<LocalDate> holidays,
    DayOfWeek digestDay,
    LocalTime digestTime,
    List<String> editors,
    List<String> admins,
    double doubtFrom,
    double doubtTo,
    DoubtAsk doubtAsk,
    boolean shadow) {

  /** Whom to ask whether a message is a request, where the bot cannot tell. */
  public enum DoubtAsk {
    POSTER,
    DESIGNERS,
    NOBODY
  }

  public HouseRules {
    requests = Set.copyOf(requests);
    designers = List.copyOf(designers);
    sharePrivate = Set.copyOf(sharePrivate);
    external = Set.copyOf(external);
    workflowBots = Set.copyOf(workflowBots);
    workingDays = Set.copyOf(workingDays);
    holidays = Set.copyOf(holidays);
    editors = List.copyOf(editors);
    admins = List.copyOf(admins);
  }

  /** How days are said here. */
  public Days days(Instant now) {
    return new Days(LocalDate.ofInstant(now, zone), locale);
  }

  /** Whether people work on the day. */
  public boolean worksOn(LocalDate day) {
    return workingDays.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }

  /** The moment itself where people work then, else the next moment they do; in its own zone. */
  public ZonedDateTime nextWorkingMoment(ZonedDateTime moment) {
    var at = moment;
    if (workingDays.isEmpty()) {
      return at;
    }
    if (at.toLocalTime().isBefore(opens)) {
      at = at.with(opens);
    } else if (!at.toLocalTime().isBefore(shuts)) {
      at = at.plusDays(1).with(opens);
    }
    // A year without a working day means that every day is a holiday: give up and take the moment.
    for (int days = 0; days < 366 && !worksOn(at.toLocalDate()); days++) {
      at = at.plusDays(1).with(opens);
    }
    return at;
  }
}
