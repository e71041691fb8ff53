package org.learningadvocate.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.brief.ThreadMessage;
import org.learningadvocate.sandbox.AppSetup;
import org.learningadvocate.sandbox.Company;
import org.learningadvocate.sandbox.Company.Guide;
import org.learningadvocate.sandbox.Limits;
import org.learningadvocate.sandbox.Member;
import org.learningadvocate.sandbox.Options;
import org.learningadvocate.sandbox.Place;
import org.learningadvocate.sandbox.Post;
import org.learningadvocate.sandbox.Sandbox;
import org.learningadvocate.sandbox.Workspace;
import org.learningadvocate.store.Json;

/**
 * The bot beside a local workspace, with a company to play in: its catalogue, its people and three
 * conversations at different stages. The bot is the one that {@code serve} runs; it only has other
 * addresses to speak to.
 */
final class Demo implements AutoCloseable {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Pattern DAY = Pattern.compile("\\{([+-]\\d+)}");
  private static final Duration STORIES_TAKE = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path folder;
  private final Sandbox sandbox;
  private final Bot bot;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Demo(Path folder, Sandbox sandbox, Bot bot) {
    this.folder = folder;
    this.sandbox = sandbox;
    this.bot = bot;
  }

  /**
   * Starts both.
   *
   * @param port where the workspace's page is; 0 takes any free one
   * @param wording single texts in the place of the bot's own; null where there are none
   * @throws Failure where the port is taken or the texts cannot be used
   */
  static Demo start(int port, @Nullable Path wording, Clock clock) {
    // Before the workspace starts, which nobody would close.
    WordingFile.wording(Settings.untouched().language(), wording);
    try {
      var folder = Files.createTempDirectory("learning-advocate-demo");
      var options = Options.likeSlack().withPort(port).withLimits(Limits.likeSlack().scaledBy(4));
      var sandbox = sandbox(options);
      var source = source(folder, sandbox, wording, clock);
      var bot = new Bot(source.read().settings(), source, clock);
      var demo = new Demo(folder, sandbox, bot);
      bot.start();
      sandbox.register(URI.create("http://127.0.0.1:" + bot.port() + "/slack/events"));
      return demo;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return sandbox.baseUrl() + "/";
  }

  /** Runs until it is stopped. */
  int run(PrintWriter out) {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "shutdown"));
    out.println();
    out.println("  Learning Advocate, with a workspace to try it in:");
    out.println();
    out.println("    " + address());
    out.println();
    out.println("  Nothing leaves this machine, and nothing is kept. Stop it with Ctrl+C.");
    out.println();
    tellStories();
    try {
      bot.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  /** Three conversations: answered, half-way, just asked. */
  void tellStories() {
    var workspace = sandbox.workspace();
    var answered =
        workspace.says(
            "mateo",
            "#ask-learning",
            "Hi team! In two weeks expenses move to Tally, and half of field sales still sends me"
                + " photos of receipts. Can we get a one-page job aid on filing an expense report for"
                + " field sales, before the go-live?");
    answer(
        workspace,
        answered,
        "mateo",
        "1. Reports come in complete the first time, so that Ken's team stops chasing us at"
            + " month-end\n2. December close is their busiest time, so nothing longer than a page");
    answered.saysAlsoToChannel(
        "priya", "On it. I did the old quick guide in May, this one is easy.");
    bots(workspace, answered).ifPresent(post -> post.press("priya", ThreadMessage.CLAIM));
    var half =
        workspace.says(
            "grace",
            "#ask-learning",
            "We need a 15 minute eLearning module on returns for all store associates by the end"
                + " of January. Refunds take forever and customers walk out.");
    answer(
        workspace,
        half,
        "grace",
        "Returns done in four minutes instead of nine, and more people leaving with an exchange.");
    var open =
        workspace.says(
            "omar",
            "#ask-learning",
            "We need an onboarding program for the warehouse team, please: three weeks, lifting"
                + " safely, scanners, a sign-off at each step. The first group starts mid January, it"
                + " has to be ready by then.");
    bots(workspace, open);
    workspace.says("grace", "#general", "Tree goes up in the lobby on Friday, bring cookies");
    workspace.says(
        "priya", "#ask-learning", "Thanks everyone for the feedback on the coaching session!");
  }

  private void answer(Workspace workspace, Post request, String who, String words) {
    bots(workspace, request);
    request.says(who, words);
  }

  /** What the bot said in the thread, once it did. */
  private static java.util.Optional<Post> bots(Workspace workspace, Post request) {
    workspace.await(() -> request.replies().stream().anyMatch(Demo::isBots), PATIENCE);
    return request.replies().stream().filter(Demo::isBots).findFirst();
  }

  private static boolean isBots(Post post) {
    return post.json().hasNonNull("bot_id");
  }

  /** Ctrl+C ends the waiting and runs the hook at once: whoever comes first closes. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    bot.close();
    sandbox.close();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sandbox sandbox(Options options) {
    var manifest = Manifest.shipped();
    var app =
        AppSetup.named("Learning Advocate", "advocate")
            .withScopes(manifest.scopes())
            .withEvents(manifest.events())
            .withCommand("/priorities", "Documented strategic priorities", "[words]")
            .withCommand(
                "/rollouts", "What is rolled out, to whom and when", "[words | next 3 months]")
            .withCommand(
                "/advocate",
                "Briefs, open requests, the digest",
                "[brief | open | digest | settings | help]")
            .withMessageShortcut(
                "ask_for_business_context",
                "Ask for business context",
                "Do the homework on this request and ask what is still open");
    var everybody =
        new String[] {"mateo", "grace", "omar", "priya", "jonas", "dana", "ken", "lena"};
    var company =
        Company.named("Harbor & Pine", app)
            .with(
                person("grace", "Grace Okafor", "Store Manager, asks for learning"),
                person("mateo", "Mateo Silva", "Field Sales Lead, asks for learning"),
                person("omar", "Omar Haddad", "Warehouse Shift Lead, asks for learning"),
                person("priya", "Priya Nair", "Learning Designer, builds it"),
                person("jonas", "Jonas Weber", "Head of Learning, reads the digest").admin(),
                person("dana", "Dana Ruiz", "VP Stores"),
                person("ken", "Ken Abara", "Finance Director"),
                person("lena", "Lena Fischer", "Head of Store Systems"))
            .with(
                Place.open("ask-learning")
                    .withMembers(everybody)
                    .withBot()
                    .withTopic("Need people to learn something? Ask here."),
                Place.open("learning-briefs")
                    .withMembers("priya", "jonas", "dana", "grace")
                    .withBot()
                    .withTopic("One brief for each request, and the week on Mondays"),
                Place.open("general").withMembers(everybody),
                Place.closed("store-leadership").withMembers("grace", "dana", "jonas").withBot())
            .withGroup("learning-team", "Learning team", "priya", "jonas")
            .withGuide(guide());
    try {
      return Sandbox.start(company, options);
    } catch (IllegalStateException e) {
      throw Failure.wrongUse(
          e.getMessage() + "; choose another: --port 8081, or --port 0 for any free one.");
    }
  }

  private static Member person(String name, String realName, String title) {
    return Member.person(name, realName).withTitle(title).withZone(ZONE.getId());
  }

  private static Guide guide() {
    return new Guide(
        "What to try next",
        List.of(
            new Guide.Step(
                "Ask for something",
                "As Grace, ask for a job aid. The homework comes in its thread.",
                "grace",
                "ask-learning",
                "Can we get a one-page job aid on handling refunds for new cashiers by next Friday?",
                false),
            new Guide.Step(
                "Answer in the thread",
                "Reply in your own words, or press *Answer in a form*.",
                "grace",
                "ask-learning",
                null,
                false),
            new Guide.Step(
                "Read the brief",
                "One message for each request, kept up to date.",
                "priya",
                "learning-briefs",
                null,
                false),
            new Guide.Step(
                "Look a priority up",
                "From anywhere, and only you see it.",
                "priya",
                "general",
                "/priorities onboarding",
                false),
            new Guide.Step(
                "Read the week",
                "What collides, which priorities have no learning work, what comes next.",
                "jonas",
                "learning-briefs",
                "/advocate digest",
                false),
            new Guide.Step(
                "See what is yours",
                "Open *Learning Advocate* under Apps: your requests, the catalogue, the settings.",
                "jonas",
                null,
                null,
                true)));
  }

  private static SettingsSource source(
      Path folder, Sandbox sandbox, @Nullable Path wording, Clock clock) throws IOException {
    var today = LocalDate.now(clock.withZone(ZONE));
    var digest = digestAt(ZonedDateTime.now(clock.withZone(ZONE)));
    Files.writeString(folder.resolve("company.yaml"), catalogue(today), StandardCharsets.UTF_8);
    var config = folder.resolve("advocate.yaml");
    Files.writeString(
        config,
        """
        channels:
          requests: ["#ask-learning", "#store-leadership"]
          summary: "#learning-briefs"
          designers: ["@learning-team"]
        workspace:
          zone: America/New_York
          locale: en-US
          working-days: [mon, tue, wed, thu, fri, sat, sun]
        digest: {day: %s, time: "%s"}
        catalog: company.yaml
        editors: ["@learning-team"]
        %s
        """
            .formatted(
                digest
                    .format(DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH))
                    .toLowerCase(Locale.ENGLISH),
                digest.format(DateTimeFormatter.ofPattern("HH:mm")),
                // A JSON text is one of YAML's too, whatever is in the path.
                wording == null ? "" : "wording: " + Json.write(wording.toAbsolutePath())),
        StandardCharsets.UTF_8);
    return new SettingsSource(
        Map.of(
            "SLACK_BOT_TOKEN", sandbox.app().botToken(),
            "SLACK_SIGNING_SECRET", sandbox.app().signingSecret(),
            "SLACK_API_URL", sandbox.apiUrl(),
            "ADVOCATE_PORT", "0",
            "ADVOCATE_DATABASE_URL", "jdbc:sqlite:" + folder.resolve("advocate.db"),
            "ADVOCATE_CONFIG", config.toString()),
        folder);
  }

  /** The week's digest comes while somebody looks, once the conversations stand there. */
  private static ZonedDateTime digestAt(ZonedDateTime now) {
    return now.plus(STORIES_TAKE).plusMinutes(1).truncatedTo(ChronoUnit.MINUTES);
  }

  private static String catalogue(LocalDate today) throws IOException {
    try (var in = Demo.class.getResourceAsStream("demo-company.yaml")) {
      if (in == null) {
        throw new IllegalStateException("This build lacks demo-company.yaml");
      }
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return DAY.matcher(yaml)
          .replaceAll(day -> today.plusDays(Long.parseLong(day.group(1))).toString());
    }
  }
}
