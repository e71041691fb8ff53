package org.learningadvocate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.learningadvocate.brief.ThreadMessage;
import org.learningadvocate.meaning.Meaning;
import org.learningadvocate.meaning.WordsOnly;
import org.learningadvocate.sandbox.Limits;
import org.learningadvocate.sandbox.Options;
import org.learningadvocate.sandbox.Post;
import org.learningadvocate.sandbox.Sandbox;
import org.learningadvocate.sandbox.Workspace;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Dialect;
import org.learningadvocate.store.TestDatabase;

/**
 * A company with a workspace and the real bot in it, over a real door and on a real database; for
 * tests that live a request as people do. The bot can be stopped and started again.
 */
final class Office implements AutoCloseable {

  /** By which way events reach the bot. */
  enum Door {
    HTTP,
    SOCKET
  }

  static final Duration SOON = Duration.ofSeconds(20);

  private static final String ALWAYS_AT_WORK =
      """
      workspace:
        zone: UTC
        locale: en-GB
        working-days: [mon, tue, wed, thu, fri, sat, sun]
        working-hours: "00:00-23:59"
      """;

  /** Loaded once: it is the same for every bot. */
  private static final class Loaded {
    static final Meaning MEANING = Mind.meaning();
  }

  private final Door door;
  private final Clock clock;
  private final TestDatabase database;
  private final Path folder;
  private final Sandbox sandbox;
  private Bot bot;

  Office(Door door, Dialect dialect, Path folder) {
    this(door, dialect, folder, "", Clock.systemUTC());
  }

  /**
   * @param more further lines of the settings file
   */
  Office(Door door, Dialect dialect, Path folder, String more, Clock clock) {
    this.door = door;
    this.clock = clock;
    this.folder = folder;
    this.database = TestDatabase.of(dialect);
    this.sandbox = sandbox(door, clock);
    write("company.yaml", Fennwick.catalogue(clock));
    write(
        "advocate.yaml",
        """
        channels:
          requests: ["#ask-learning", "#leaders", "#partners"]
          summary: "#briefs"
          designers: ["@learning-team"]
        catalog: company.yaml
        """
            + (more.contains("workspace:") ? "" : ALWAYS_AT_WORK)
            + more);
  }

  Office open() {
    start();
    return this;
  }

  void start() {
    start(UnaryOperator.identity());
  }

  /**
   * @param way how this bot reaches the database
   */
  void start(UnaryOperator<Db> way) {
    bot = replica(way);
    if (door == Door.HTTP) {
      sandbox.register(URI.create("http://127.0.0.1:" + bot.port() + "/slack/events"));
    } else {
      assertThat(workspace().await(() -> sandbox.openSockets() > 0, SOON)).isTrue();
    }
  }

  /**
   * Starts one more bot on the same database and workspace, to be closed by the test.
   *
   * @param way how it reaches the database
   */
  Bot replica(UnaryOperator<Db> way) {
    return replica(way, Loaded.MEANING);
  }

  /** Starts the bot as where the sentence model cannot run. */
  void startWithoutTheModel() {
    bot = replica(UnaryOperator.identity(), new WordsOnly());
    sandbox.register(URI.create("http://127.0.0.1:" + bot.port() + "/slack/events"));
  }

  private Bot replica(UnaryOperator<Db> way, Meaning meaning) {
    var source = source();
    var reading = source.read();
    assertThat(reading.problems()).isEmpty();
    var replica =
        new Bot(reading.settings(), source, clock, way.apply(database.another()), meaning);
    replica.start();
    return replica;
  }

  /** What the bots leave behind, and what is kept of it. */
  Db database() {
    return database.db();
  }

  /** What the bot is set to. */
  SettingsSource source() {
    var environment = new HashMap<String, String>();
    environment.put("SLACK_BOT_TOKEN", sandbox.app().botToken());
    if (door == Door.HTTP) {
      environment.put("SLACK_SIGNING_SECRET", sandbox.app().signingSecret());
    } else {
      environment.put("SLACK_APP_TOKEN", sandbox.app().appToken());
    }
    environment.put("SLACK_API_URL", sandbox.apiUrl());
    environment.put("ADVOCATE_PORT", "0");
    environment.put("ADVOCATE_DATABASE_URL", database.url());
    if (database.db().dialect() == Dialect.POSTGRESQL) {
      environment.put("ADVOCATE_DATABASE_USER", "postgres");
    }
    environment.put("ADVOCATE_CONFIG", folder.resolve("advocate.yaml").toString());
    return new SettingsSource(environment, folder);
  }

  /** Chooses something under the three dots of a request's message. */
  void chooses(String who, Post request, String choice) {
    homework(request)
        .get(0)
        .select(who, ThreadMessage.MORE, request.channelId() + ":" + request.ts() + " " + choice);
  }

  /** The clock of the bot struck, for this. */
  void strikes(String what) {
    bot.tick(what, clock.instant());
  }

  void stop() {
    bot.close();
    if (door == Door.HTTP) {
      sandbox.unregister();
    }
  }

  void restart() {
    stop();
    start();
  }

  Workspace workspace() {
    return sandbox.workspace();
  }

  String databaseUrl() {
    return database.url();
  }

  Sandbox sandbox() {
    return sandbox;
  }

  /** Waits until it is so; what is not so by then fails the test. */
  void until(String claim, BooleanSupplier condition) {
    assertThat(workspace().await(condition, SOON)).as(claim).isTrue();
  }

  /** The bot's messages in a request's thread. */
  List<Post> homework(Post request) {
    return request.replies().stream().filter(post -> post.json().hasNonNull("bot_id")).toList();
  }

  /** The bot's one message in a request's thread, once it stands and says this. */
  Post homework(Post request, String... words) {
    until(
        "the thread message says " + List.of(words),
        () ->
            homework(request).stream()
                .findFirst()
                .map(Post::text)
                .filter(text -> List.of(words).stream().allMatch(text::contains))
                .isPresent());
    return homework(request).get(0);
  }

  List<Post> briefs() {
    return workspace().channel("#briefs").postsOfApp();
  }

  /** The only brief, once it says this. */
  Post brief(String... words) {
    until(
        "the brief says " + List.of(words),
        () ->
            briefs().size() == 1
                && List.of(words).stream().allMatch(briefs().get(0).text()::contains));
    return briefs().get(0);
  }

  boolean ticked(Post reply) {
    return reply
        .json()
        .path("reactions")
        .valueStream()
        .anyMatch(reaction -> reaction.path("name").asString("").equals("white_check_mark"));
  }

  /** Everything that was said so far was worked off and stands in Slack. */
  void settle() {
    assertThat(workspace().awaitQuiet(SOON)).isTrue();
    until("everything is settled", this::settled);
  }

  /** Whether nothing waits, in the workspace or in the database. */
  boolean settled() {
    return database
            .db()
            .read(
                tx ->
                    tx.first(
                            """
                        SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'OPEN')
                          + (SELECT COUNT(*) FROM slot WHERE state = 'OPEN') AS n
                        """,
                            row -> row.number("n"))
                        .orElse(0L))
        == 0;
  }

  @Override
  public void close() {
    if (bot != null) {
      bot.close();
    }
    sandbox.close();
    database.close();
  }

  /** Writes what the next start reads: the settings, or the catalogue. */
  void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sandbox sandbox(Door door, Clock clock) {
    return Sandbox.start(
        Fennwick.company(door == Door.SOCKET),
        Options.likeSlack()
            .withClock(clock)
            .withLimits(Limits.none())
            .withDeliveries(
                Duration.ofSeconds(3),
                Duration.ZERO,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2)));
  }
}
