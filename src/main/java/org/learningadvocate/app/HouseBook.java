package org.learningadvocate.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.home.SettingsTable;
import org.learningadvocate.slack.Channel;
import org.learningadvocate.slack.Channels;
import org.learningadvocate.slack.Installation;
import org.learningadvocate.slack.SlackException;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;

/**
 * The house rules as they are now: what the file and Slack set, with the ids that Slack knows, or
 * knew at the last start. Safe for many threads.
 */
final class HouseBook implements Supplier<HouseRules> {

  private static final Logger log = LoggerFactory.getLogger(HouseBook.class);

  /** The last start's findings belong to no workspace yet: they say which one it was. */
  private static final String ANY_TEAM = "";

  private static final TypeReference<Map<String, String>> IDS = new TypeReference<>() {};

  private final SettingsSource source;
  private final Db db;
  private final Clock clock;
  private final SettingsTable table = new SettingsTable();
  private volatile State state;

  /** What was said to be wrong with the settings; said again only where it changes. */
  private volatile List<Problem> said = List.of();

  /**
   * @param ids ids of channels by {@code #name}: their names now, then those they had before
   * @param fromSlack what admins set from Slack, as texts by dotted name
   * @param fromFile what the file sets, likewise
   */
  private record State(
      String team,
      String bot,
      Map<String, String> ids,
      Settings settings,
      Map<String, String> fromSlack,
      Map<String, String> fromFile,
      HouseRules rules) {}

  HouseBook(SettingsSource source, Db db, Clock clock) {
    this.source = source;
    this.db = db;
    this.clock = clock;
    var last = db.read(tx -> table.all(tx, ANY_TEAM));
    this.state =
        read(
            last.getOrDefault("team", ""),
            last.getOrDefault("bot", ""),
            Json.read(last.getOrDefault("channels", "{}"), IDS));
  }

  @Override
  public HouseRules get() {
    return state.rules();
  }

  Settings settings() {
    return state.settings();
  }

  /** Whether it is known which workspace this is; before that nothing is worked off. */
  boolean known() {
    return !state.team().isEmpty();
  }

  /** What the file sets, by dotted name; the values are for showing. */
  Map<String, String> fromFile() {
    return state.fromFile();
  }

  /** A channel's name by its id, without the hash sign. */
  Optional<String> channelName(String id) {
    return state.ids().entrySet().stream()
        .filter(entry -> entry.getValue().equals(id))
        .map(entry -> entry.getKey().substring(1))
        .findFirst();
  }

  /** An admin changed something from Slack. */
  synchronized void settingsChanged() {
    var now = state;
    state = read(now.team(), now.bot(), now.ids());
  }

  /** Takes up what an admin changed by way of another process. */
  void follow() {
    var now = state;
    if (known() && !fromSlack(now.team()).equals(now.fromSlack())) {
      settingsChanged();
    }
  }

  private Map<String, String> fromSlack(String team) {
    return team.isEmpty() ? Map.of() : db.read(tx -> table.all(tx, team));
  }

  /**
   * Asks Slack who we are and which channels there are, and remembers it for the next start.
   *
   * @return the channels that the bot is in
   * @throws SlackException where Slack refuses the token or does not answer
   */
  List<Channel> refresh(Installation installation, Channels channels) {
    var identity = installation.identify();
    var ids = new LinkedHashMap<String, String>();
    var joined = channels.joined();
    for (Channel channel : joined) {
      ids.put("#" + channel.name(), channel.id());
    }
    // The settings mean the channel that had the name, also once it is called otherwise.
    state.ids().entrySet().stream()
        .filter(former -> ids.containsValue(former.getValue()))
        .toList()
        .forEach(former -> ids.putIfAbsent(former.getKey(), former.getValue()));
    db.change(
        tx -> {
          var now = clock.instant();
          table.set(tx, ANY_TEAM, "team", identity.team(), "", now);
          table.set(tx, ANY_TEAM, "bot", identity.user(), "", now);
          table.set(tx, ANY_TEAM, "channels", Json.write(ids), "", now);
        });
    become(identity.team(), identity.user(), ids);
    return joined;
  }

  /** One at a time: what was read before would else stand over what was read since. */
  private synchronized void become(String team, String bot, Map<String, String> ids) {
    state = read(team, bot, ids);
  }

  /** Channels that are named in the settings and in which the bot is not, as far as it knows. */
  List<String> missingChannels() {
    var ids = state.ids();
    return new TreeSet<>(state.settings().house().channels())
        .stream()
            .filter(
                channel ->
                    channel.startsWith("#")
                        ? !ids.containsKey(channel)
                        : !ids.containsValue(channel))
            .toList();
  }

  private State read(String team, String bot, Map<String, String> ids) {
    var fromSlack = fromSlack(team);
    var reading = source.read(fromSlack);
    var problems = new ArrayList<>(reading.notes());
    problems.addAll(reading.problems());
    if (!problems.equals(said)) {
      said = List.copyOf(problems);
      problems.forEach(problem -> log.warn("{}", problem));
    }
    var settings = reading.settings();
    return new State(
        team,
        bot,
        Collections.unmodifiableMap(new LinkedHashMap<>(ids)),
        settings,
        fromSlack,
        shown(settings),
        settings.house().rules(team, bot, ids));
  }

  private static Map<String, String> shown(Settings settings) {
    var file = settings.file();
    if (file == null) {
      return Map.of();
    }
    // What is wrong in it was said when the settings were read.
    var values = ConfigFile.read(file, SettingsReader.names(), new ArrayList<>());
    return values.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey,
                entry ->
                    entry.getValue().items().stream()
                        .map(ConfigFile.Item::text)
                        .collect(Collectors.joining(", "))));
  }
}
