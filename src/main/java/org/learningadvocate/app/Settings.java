package org.learningadvocate.app;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.HouseRules;

/**
 * What an admin set, in the environment, in the file and from Slack; defaults where nobody did.
 *
 * @param file the YAML file that was read; null where there is none
 * @param origins where each setting of {@link House} that somebody set comes from, by its name
 */
public record Settings(
    Slack slack,
    Database database,
    Door door,
    House house,
    @Nullable Path file,
    Map<String, Origin> origins) {

  public Settings {
    origins = Map.copyOf(origins);
  }

  /** Who set a value; the file wins where both speak. */
  public enum Origin {
    FILE,
    SLACK
  }

  /**
   * How to speak with Slack.
   *
   * @param apiUrl ends in {@code /api/}
   */
  public record Slack(
      @Nullable Secret botToken,
      @Nullable Secret appToken,
      @Nullable Secret signingSecret,
      @Nullable String clientId,
      @Nullable Secret clientSecret,
      String apiUrl) {}

  /**
   * Where things are kept.
   *
   * @param url a JDBC URL; may hold a password, so it is shown only through {@link #shown}
   */
  public record Database(String url, @Nullable String user, @Nullable Secret password) {

    /** The URL without its password. */
    public String shown() {
      return Secret.hide(url);
    }

    @Override
    public String toString() {
      return shown();
    }
  }

  /**
   * Where the HTTP door listens.
   *
   * @param port 0 takes any free one
   */
  public record Door(String host, int port) {}

  /**
   * What the file, or an admin from Slack, says.
   *
   * @param requests ids and {@code #names} of channels in which requests are noticed
   * @param summary id or {@code #name} of the shared channel; null where none is set
   * @param designers user ids, group ids and handles; empty: anyone may claim
   * @param catalog the catalogue's file; null where none is set
   * @param wording a file that overrides single texts of the bot; null where none is set
   */
  public record House(
      List<String> requests,
      @Nullable String summary,
      List<String> designers,
      List<String> sharePrivate,
      List<String> external,
      List<String> workflowBots,
      ZoneId zone,
      Locale locale,
      LocalTime opens,
      LocalTime shuts,
      Set<DayOfWeek> workingDays,
      Set<LocalDate> holidays,
      DayOfWeek digestDay,
      LocalTime digestTime,
      @Nullable Path catalog,
      List<String> editors,
      List<String> admins,
      String language,
      @Nullable Path wording,
      double doubtFrom,
      double doubtTo,
      HouseRules.DoubtAsk doubtAsk,
      boolean shadow) {

    public House {
      requests = List.copyOf(requests);
      designers = List.copyOf(designers);
      sharePrivate = List.copyOf(sharePrivate);
      external = List.copyOf(external);
      workflowBots = List.copyOf(workflowBots);
      workingDays = Set.copyOf(workingDays);
      holidays = Set.copyOf(holidays);
      editors = List.copyOf(editors);
      admins = List.copyOf(admins);
    }

    /** Every channel that is named anywhere: ids and {@code #names}. */
    public Set<String> channels() {
      var all = new HashSet<>(requests);
      all.addAll(sharePrivate);
      all.addAll(external);
      if (summary != null) {
        all.add(summary);
      }
      return all;
    }

    /**
     * The rules that features ask for, once Slack has said who is who.
     *
     * @param team the workspace's id
     * @param bot the bot's own user id
     * @param ids ids of channels by {@code #name}; a name that is not in it is left out
     */
    public HouseRules rules(String team, String bot, Map<String, String> ids) {
      return new HouseRules(
          team,
          bot,
          resolved(requests, ids),
          summary == null ? null : resolved(summary, ids),
          designers,
          resolved(sharePrivate, ids),
          resolved(external, ids),
          Set.copyOf(workflowBots),
          zone,
          locale,
          opens,
          shuts,
          workingDays,
          holidays,
          digestDay,
          digestTime,
          editors,
          admins,
          doubtFrom,
          doubtTo,
          doubtAsk,
          shadow);
    }

    private static Set<String> resolved(List<String> channels, Map<String, String> ids) {
      var found = new HashSet<String>();
      for (String channel : channels) {
        var id = resolved(channel, ids);
        if (id != null) {
          found.add(id);
        }
      }
      return found;
    }

    private static @Nullable String resolved(String channel, Map<String, String> ids) {
      return channel.startsWith("#") ? ids.get(channel) : channel;
    }
  }

  static House untouched() {
    return new House(
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        ZoneId.of("UTC"),
        Locale.forLanguageTag("en-US"),
        LocalTime.of(9, 0),
        LocalTime.of(17, 0),
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
        Set.of(),
        DayOfWeek.MONDAY,
        LocalTime.of(9, 0),
        null,
        List.of(),
        List.of(),
        "en",
        null,
        0.35,
        0.65,
        HouseRules.DoubtAsk.POSTER,
        false);
  }
}
