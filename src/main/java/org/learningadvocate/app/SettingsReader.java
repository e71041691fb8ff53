package org.learningadvocate.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.app.ConfigFile.Item;
import org.learningadvocate.app.ConfigFile.Value;
import org.learningadvocate.app.Problem.Place;
import org.learningadvocate.chat.HouseRules.DoubtAsk;

/**
 * Reads the settings once: the environment, the YAML file, what was set from Slack under it. Every
 * mistake is said, not only the first; a value that is wrong counts as not set.
 */
public final class SettingsReader {

  /** Names whose value is a list. */
  private static final Set<String> LISTS =
      Set.of(
          "channels.requests",
          "channels.designers",
          "channels.share-private",
          "channels.external",
          "channels.workflow-bots",
          "workspace.working-days",
          "workspace.holidays",
          "editors",
          "admins");

  /** Names whose value is one text. */
  private static final Set<String> TEXTS =
      Set.of(
          "channels.summary",
          "workspace.zone",
          "workspace.locale",
          "workspace.working-hours",
          "digest.day",
          "digest.time",
          "catalog",
          "language",
          "wording",
          "doubt.from",
          "doubt.to",
          "doubt.ask",
          "shadow");

  /** Paths on the server are no business of somebody in Slack. */
  private static final Set<String> ONLY_IN_THE_FILE = Set.of("catalog", "wording");

  private static final Place SLACK = Place.in("set from Slack");
  private static final Set<String> VARIABLES =
      Set.of(
          "ADVOCATE_DATABASE_URL",
          "ADVOCATE_DATABASE_USER",
          "ADVOCATE_DATABASE_PASSWORD",
          "ADVOCATE_HOST",
          "ADVOCATE_PORT",
          "ADVOCATE_CONFIG",
          "ADVOCATE_LOG");
  private static final Set<String> LEVELS =
      Set.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF");

  private static final String CHANNEL = "a channel's id, like C0LEARNREQ, or name, like #learning";
  private static final String SOMEBODY_IS =
      "a user's id (U…), a user group's id (S…) or its handle, like @learning-team";
  private static final String DAY = "mon, tue, wed, thu, fri, sat or sun";

  private static final Pattern CHANNEL_ID = Pattern.compile("[CG][A-Z0-9]{2,}");
  private static final Pattern CHANNEL_NAME = Pattern.compile("#?[\\p{Ll}\\p{Lo}\\p{N}_.-]{1,80}");
  private static final Pattern SOMEBODY = Pattern.compile("[UWS][A-Z0-9]{2,}|@[\\p{L}\\p{N}_.-]+");
  private static final Pattern BOT_ID = Pattern.compile("B[A-Z0-9]{2,}");
  private static final Pattern HOURS =
      Pattern.compile("(\\d{1,2}:\\d{2})\\s*[-\u2013]\\s*(\\d{1,2}:\\d{2})");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private final Map<String, String> environment;
  private final Path folder;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> notes = new ArrayList<>();
  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, Settings.Origin> origins = new HashMap<>();

  private SettingsReader(Map<String, String> environment, Path folder) {
    this.environment = environment;
    this.folder = folder;
  }

  /**
   * What was read.
   *
   * @param settings as far as they are right; defaults elsewhere
   * @param problems what has to be mended before the bot can start; empty where nothing has
   * @param notes what is worth a look and stops nothing
   */
  public record Reading(Settings settings, List<Problem> problems, List<Problem> notes) {

    public Reading {
      problems = List.copyOf(problems);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Reads everything.
   *
   * @param environment the process's, or a test's
   * @param folder where relative paths of the environment start
   * @param fromSlack what an admin set from Slack, by dotted name; a list has commas between its
   *     items. What is wrong in it is a note, since it can only be mended while the bot runs
   */
  public static Reading read(
      Map<String, String> environment, Path folder, Map<String, String> fromSlack) {
    return new SettingsReader(environment, folder).read(fromSlack);
  }

  /** Every dotted name that can be set. */
  public static Set<String> names() {
    var names = new LinkedHashSet<>(LISTS);
    names.addAll(TEXTS);
    return names;
  }

  /**
   * Whether a value that an admin set from Slack would do; what it should be where it would not.
   *
   * @param name a dotted name
   * @param text as typed; a list has commas between its items
   */
  public static Optional<String> objection(String name, String text) {
    if (!names().contains(name)) {
      return Optional.of(name + " is not a setting" + Spelling.hint(name, names()));
    }
    if (ONLY_IN_THE_FILE.contains(name)) {
      return Optional.of(name + " is a path on the server; set it in the file");
    }
    var reader = new SettingsReader(Map.of(), Path.of(""));
    reader.values.put(name, ConfigFile.typed(text, SLACK, LISTS.contains(name)));
    reader.house(null);
    return reader.problems.stream().findFirst().map(Problem::what);
  }

  private Reading read(Map<String, String> fromSlack) {
    var file = file();
    if (file != null) {
      values.putAll(ConfigFile.read(file, names(), problems));
      values.keySet().forEach(name -> origins.put(name, Settings.Origin.FILE));
    }
    underlay(fromSlack);
    var settings = new Settings(slack(), database(), door(), house(file), file, origins);
    logging();
    misspelt();
    problems.sort(Problem.IN_READING_ORDER);
    return new Reading(settings, problems, notes);
  }

  private void underlay(Map<String, String> fromSlack) {
    fromSlack.forEach(
        (name, text) -> {
          if (values.containsKey(name) || text.isBlank()) {
            return;
          }
          var objection = objection(name, text);
          if (objection.isPresent()) {
            notes.add(new Problem(SLACK, objection.get() + "; left alone"));
          } else {
            values.put(name, ConfigFile.typed(text, SLACK, LISTS.contains(name)));
            origins.put(name, Settings.Origin.SLACK);
          }
        });
  }

  private @Nullable Path file() {
    var named = variable("ADVOCATE_CONFIG");
    if (named == null) {
      var usual = folder.resolve("advocate.yaml");
      return Files.exists(usual) ? usual : null;
    }
    var path = path(folder, named);
    if (path == null || !Files.isRegularFile(path)) {
      wrong("ADVOCATE_CONFIG", named, "a YAML file that exists");
      return null;
    }
    return path;
  }

  // The environment.

  private Settings.Slack slack() {
    var id = variable("SLACK_CLIENT_ID");
    var secret = variable("SLACK_CLIENT_SECRET");
    if ((id == null) != (secret == null)) {
      problems.add(
          new Problem(
              Place.ENVIRONMENT,
              "SLACK_CLIENT_ID and SLACK_CLIENT_SECRET belong together; "
                  + (id == null ? "SLACK_CLIENT_ID" : "SLACK_CLIENT_SECRET")
                  + " is missing"));
    }
    return new Settings.Slack(
        token("SLACK_BOT_TOKEN", "a bot token, which starts with xoxb-", "xoxb-", "xoxe.xoxb-"),
        token("SLACK_APP_TOKEN", "an app-level token, which starts with xapp-", "xapp-"),
        secret("SLACK_SIGNING_SECRET"),
        id,
        secret("SLACK_CLIENT_SECRET"),
        apiUrl());
  }

  private @Nullable Secret token(String name, String should, String... prefixes) {
    var text = variable(name);
    if (text == null) {
      return null;
    }
    if (Arrays.stream(prefixes).noneMatch(text::startsWith) || text.matches("(?s).*\\s.*")) {
      problems.add(
          new Problem(Place.ENVIRONMENT, name + " " + kind(text) + "; it should be " + should));
      return null;
    }
    return Secret.of(text);
  }

  /** What a token looks like, without a letter of what makes it a secret. */
  private static String kind(String text) {
    if (text.matches("(?s).*\\s.*")) {
      return "has a space or a line break in it";
    }
    if (text.startsWith("xapp-")) {
      return "holds an app-level token";
    }
    if (text.startsWith("xoxb-") || text.startsWith("xoxe.xoxb-")) {
      return "holds a bot token";
    }
    if (text.startsWith("xoxp-") || text.startsWith("xoxe.xoxp-")) {
      return "holds a user token";
    }
    return text.startsWith("xox") ? "holds another kind of token" : "does not look like a token";
  }

  private @Nullable Secret secret(String name) {
    var text = variable(name);
    return text == null ? null : Secret.of(text);
  }

  private String apiUrl() {
    var usual = "https://slack.com/api/";
    var text = variable("SLACK_API_URL");
    if (text == null) {
      return usual;
    }
    var url = text.endsWith("/api") ? text + "/" : text;
    if (!web(url) || !url.endsWith("/api/")) {
      wrong("SLACK_API_URL", text, "an http or https address that ends in /api/, like " + usual);
      return usual;
    }
    return url;
  }

  private static boolean web(String url) {
    try {
      var uri = new URI(url);
      return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getQuery() == null
          && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private Settings.Database database() {
    var user = variable("ADVOCATE_DATABASE_USER");
    var password = secret("ADVOCATE_DATABASE_PASSWORD");
    var text = variable("ADVOCATE_DATABASE_URL");
    var url = text == null ? "jdbc:sqlite:advocate.db" : text;
    if (url.startsWith("jdbc:sqlite:")) {
      sqlite(url);
    } else if (!url.matches("jdbc:postgresql:.+")) {
      wrong(
          "ADVOCATE_DATABASE_URL", url, "jdbc:sqlite:FILE or jdbc:postgresql://HOST:PORT/DATABASE");
    }
    return new Settings.Database(url, user, password);
  }

  private void sqlite(String url) {
    var name = url.substring("jdbc:sqlite:".length()).replaceFirst("\\?.*", "");
    if (name.isBlank() || name.contains(":memory:") || name.contains("mode=memory")) {
      wrong("ADVOCATE_DATABASE_URL", url, "jdbc:sqlite:FILE; what is only in memory is lost");
      return;
    }
    var path = path(folder, name.replaceFirst("^file:", ""));
    if (path == null || Files.isDirectory(path)) {
      wrong("ADVOCATE_DATABASE_URL", url, "jdbc:sqlite:FILE, with the path of a file");
      return;
    }
    var parent = path.toAbsolutePath().getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      wrong("ADVOCATE_DATABASE_URL", url, "a file in a folder that exists; there is no " + parent);
    }
  }

  private Settings.Door door() {
    var host = variable("ADVOCATE_HOST");
    int port = 3000;
    var text = variable("ADVOCATE_PORT");
    if (text != null) {
      if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535) {
        port = Integer.parseInt(text);
      } else if (text.startsWith("tcp://")) {
        // Kubernetes sets NAME_PORT for each service; one called "advocate" meets our name.
        wrong(
            "ADVOCATE_PORT",
            text,
            "a number; Kubernetes sets this for a service named advocate, unless the pod says"
                + " enableServiceLinks: false");
      } else {
        wrong("ADVOCATE_PORT", text, "a number from 0 (any free port) to 65535");
      }
    }
    if (host != null && !host.matches("[\\w.:%\\[\\]-]+")) {
      wrong("ADVOCATE_HOST", host, "an address to listen on, like 127.0.0.1 or 0.0.0.0");
      host = null;
    }
    return new Settings.Door(host == null ? "127.0.0.1" : host, port);
  }

  private void logging() {
    var level = variable("ADVOCATE_LOG");
    if (level != null && !LEVELS.contains(level.toUpperCase(Locale.ROOT))) {
      wrong("ADVOCATE_LOG", level, "TRACE, DEBUG, INFO, WARN, ERROR or OFF");
    }
  }

  private void misspelt() {
    for (String name : environment.keySet()) {
      if (name.startsWith("ADVOCATE_") && !VARIABLES.contains(name)) {
        Spelling.nearest(name, VARIABLES)
            .ifPresent(
                near ->
                    notes.add(
                        new Problem(
                            Place.ENVIRONMENT, name + " is not read; did you mean " + near + "?")));
      }
    }
  }

  private @Nullable String variable(String name) {
    var text = environment.get(name);
    return text == null || text.isBlank() ? null : text.strip();
  }

  private void wrong(String variable, String value, String should) {
    problems.add(Problem.of(Place.ENVIRONMENT, variable, value, should));
  }

  // The file, and Slack under it.

  private Settings.House house(@Nullable Path file) {
    var usual = Settings.untouched();
    var hours = hours(usual);
    var doubt = doubt(usual);
    return new Settings.House(
        many("channels.requests", SettingsReader::channel, CHANNEL),
        one("channels.summary", SettingsReader::channel, CHANNEL).orElse(null),
        many("channels.designers", SettingsReader::somebody, SOMEBODY_IS),
        many("channels.share-private", SettingsReader::channel, CHANNEL),
        many("channels.external", SettingsReader::channel, CHANNEL),
        many("channels.workflow-bots", SettingsReader::bot, "a bot's id, like B0FORMS12"),
        one("workspace.zone", SettingsReader::zone, "an IANA time zone, like America/Chicago")
            .orElse(usual.zone()),
        one("workspace.locale", SettingsReader::locale, "a language and country, like en-US")
            .orElse(usual.locale()),
        hours.get(0),
        hours.get(1),
        workingDays(usual),
        Set.copyOf(many("workspace.holidays", SettingsReader::date, "dates like 2026-11-26")),
        one("digest.day", SettingsReader::day, DAY).orElse(usual.digestDay()),
        one("digest.time", SettingsReader::time, "a time like \"09:00\"")
            .orElse(usual.digestTime()),
        fileBeside("catalog", file),
        many("editors", SettingsReader::somebody, SOMEBODY_IS),
        many("admins", SettingsReader::somebody, SOMEBODY_IS),
        one("language", SettingsReader::language, "en; wording: FILE sets single texts")
            .orElse(usual.language()),
        fileBeside("wording", file),
        doubt.get(0),
        doubt.get(1),
        one("doubt.ask", SettingsReader::doubtAsk, "poster, designers or nobody")
            .orElse(usual.doubtAsk()),
        one("shadow", SettingsReader::flag, "true or false").orElse(usual.shadow()));
  }

  private <T> Optional<T> one(String name, Function<String, Optional<T>> parse, String should) {
    var value = values.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value.list()) {
      problems.add(new Problem(value.where(), name + " is a list; it should be " + should));
      return Optional.empty();
    }
    return value.items().stream().findFirst().flatMap(item -> parsed(name, item, parse, should));
  }

  private <T> List<T> many(String name, Function<String, Optional<T>> parse, String should) {
    var value = values.get(name);
    if (value == null) {
      return List.of();
    }
    return value.items().stream()
        .flatMap(item -> parsed(name, item, parse, should).stream())
        .distinct()
        .toList();
  }

  private <T> Optional<T> parsed(
      String name, Item item, Function<String, Optional<T>> parse, String should) {
    var parsed = parse.apply(item.text());
    if (parsed.isEmpty()) {
      problems.add(Problem.of(item.where(), name, item.text(), should));
    }
    return parsed;
  }

  private List<LocalTime> hours(Settings.House usual) {
    return one("workspace.working-hours", SettingsReader::hours, "a span like \"09:00-17:00\"")
        .orElse(List.of(usual.opens(), usual.shuts()));
  }

  private Set<DayOfWeek> workingDays(Settings.House usual) {
    var value = values.get("workspace.working-days");
    if (value == null) {
      return usual.workingDays();
    }
    var days = many("workspace.working-days", SettingsReader::day, DAY);
    if (value.items().isEmpty()) {
      problems.add(
          new Problem(
              value.where(), "workspace.working-days is empty; it should name a day at least"));
    }
    return days.isEmpty() ? usual.workingDays() : EnumSet.copyOf(days);
  }

  private List<Double> doubt(Settings.House usual) {
    int before = problems.size();
    var from = one("doubt.from", SettingsReader::share, "a number from 0 to 1");
    var to = one("doubt.to", SettingsReader::share, "a number from 0 to 1");
    double low = from.orElse(usual.doubtFrom());
    double high = to.orElse(usual.doubtTo());
    if (problems.size() == before && low > high) {
      var value = from.isPresent() ? values.get("doubt.from") : values.get("doubt.to");
      problems.add(
          new Problem(
              value == null ? SLACK : value.where(),
              "doubt.from is %s and doubt.to is %s; from should not be above to"
                  .formatted(low, high)));
    }
    return low <= high ? List.of(low, high) : List.of(usual.doubtFrom(), usual.doubtTo());
  }

  /** A path in the file is meant from the file's own folder. */
  private @Nullable Path fileBeside(String name, @Nullable Path file) {
    var parent = file == null ? null : file.toAbsolutePath().getParent();
    var base = parent == null ? folder : parent;
    return one(
            name,
            text -> Optional.ofNullable(path(base, text)).filter(Files::isRegularFile),
            "a file that exists, seen from " + base.toAbsolutePath())
        .orElse(null);
  }

  private static @Nullable Path path(Path base, String text) {
    try {
      return base.resolve(text);
    } catch (java.nio.file.InvalidPathException e) {
      return null;
    }
  }

  private static Optional<String> channel(String text) {
    if (CHANNEL_ID.matcher(text).matches()) {
      return Optional.of(text);
    }
    return CHANNEL_NAME.matcher(text).matches() && Secret.hide(text).equals(text)
        ? Optional.of(text.startsWith("#") ? text : "#" + text)
        : Optional.empty();
  }

  private static Optional<String> somebody(String text) {
    return Optional.of(text).filter(SOMEBODY.asMatchPredicate());
  }

  private static Optional<String> bot(String text) {
    return Optional.of(text).filter(BOT_ID.asMatchPredicate());
  }

  private static Optional<ZoneId> zone(String text) {
    return Optional.of(text).filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of);
  }

  private static Optional<Locale> locale(String text) {
    try {
      var locale = new Locale.Builder().setLanguageTag(text.replace('_', '-')).build();
      boolean known =
          LANGUAGES.contains(locale.getLanguage())
              && (locale.getCountry().isEmpty() || COUNTRIES.contains(locale.getCountry()));
      return known ? Optional.of(locale) : Optional.empty();
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
  }

  private static Optional<List<LocalTime>> hours(String text) {
    var span = HOURS.matcher(text);
    if (!span.matches()) {
      return Optional.empty();
    }
    return time(span.group(1))
        .flatMap(from -> time(span.group(2)).filter(from::isBefore).map(to -> List.of(from, to)));
  }

  private static Optional<LocalTime> time(String text) {
    try {
      return Optional.of(LocalTime.parse(text, TIME));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<DayOfWeek> day(String text) {
    var name = text.toUpperCase(Locale.ROOT);
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> name.equals(day.name()) || name.equals(day.name().substring(0, 3)))
        .findFirst();
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> language(String text) {
    return Optional.of(text).filter("en"::equals);
  }

  private static Optional<Double> share(String text) {
    return text.matches("[01]|0?\\.\\d{1,9}|[01]\\.0{1,9}")
        ? Optional.of(Double.valueOf(text))
        : Optional.empty();
  }

  private static Optional<DoubtAsk> doubtAsk(String text) {
    return Arrays.stream(DoubtAsk.values())
        .filter(ask -> ask.name().equalsIgnoreCase(text))
        .findFirst();
  }

  private static Optional<Boolean> flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
