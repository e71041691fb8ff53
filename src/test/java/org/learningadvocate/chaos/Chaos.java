package org.learningadvocate.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.learningadvocate.app.Fennwick;
import org.learningadvocate.sandbox.Fault;
import org.learningadvocate.sandbox.Limits;
import org.learningadvocate.sandbox.Options;
import org.learningadvocate.sandbox.Post;
import org.learningadvocate.sandbox.Sandbox;
import org.learningadvocate.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * People talk to a bot whose processes, database and Slack fail all the time; then it is calm, and
 * what they said is held against what stands in Slack. The bot runs as it is shipped, in processes
 * of its own; only Slack is the sandbox, which gives up on events after seconds in place of
 * minutes.
 */
final class Chaos implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Chaos.class);

  private static final String BRIEFS = "#briefs";

  private static final String SETTINGS =
      """
      channels:
        requests: ["#ask-learning", "#ask-stores", "#ask-finance"]
        summary: "#briefs"
        designers: ["@learning-team"]
      catalog: company.yaml
      workspace:
        zone: UTC
        locale: en-GB
        working-days: [mon, tue, wed, thu, fri, sat, sun]
        working-hours: "00:00-23:59"
      """;

  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(500);

  private static final Duration TELL = Duration.ofSeconds(30);

  /** Nothing may change any more for so long. */
  private static final Duration STAYS = Duration.ofSeconds(5);

  /** Longer than the bot waits for an answer. */
  private static final Duration TOO_LONG = Duration.ofSeconds(11);

  private final Course course;
  private final Clock clock = Clock.systemUTC();
  private final Sandbox sandbox;
  private final Ledger ledger;
  private final Balancer balancer;
  private final List<BotProcess> bots = new ArrayList<>();
  private final Talk talk;
  private final Storm storm;
  private final Watch watch = new Watch();
  private final Map<Storm.Kind, Integer> blows = new EnumMap<>(Storm.Kind.class);
  private final AtomicInteger late = new AtomicInteger();
  private final ScheduledExecutorService later =
      Executors.newScheduledThreadPool(
          6,
          work -> {
            var thread = new Thread(work, "chaos");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param folder where databases and logs go; empty
   */
  Chaos(Course course, Path folder) {
    this.course = course;
    this.storm = new Storm(course);
    this.sandbox =
        Sandbox.start(
            Fennwick.company(course.sockets()),
            Options.likeSlack()
                .withSeed(course.seed())
                .withLimits(Limits.likeSlack())
                .withDeliveries(
                    Duration.ofSeconds(2),
                    Duration.ZERO,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(3)));
    this.talk = new Talk(sandbox.workspace(), course.seed(), clock);
    this.ledger = Ledger.open(course.database(), folder, freePort());
    write(folder.resolve("advocate.yaml"), SETTINGS);
    write(folder.resolve("company.yaml"), Fennwick.catalogue(clock));
    for (int i = 1; i <= course.replicas(); i++) {
      bots.add(new BotProcess("bot-" + i, folder, freePort(), environment(folder)));
    }
    this.balancer = new Balancer(bots.stream().map(BotProcess::port).toList(), course.seed());
  }

  /** The whole of it: start, storm, calm, comparison. */
  static Report run(Course course, Path folder) {
    try (var chaos = new Chaos(course, folder)) {
      chaos.open();
      chaos.blow();
      return chaos.calm(course.patience());
    }
  }

  private Map<String, String> environment(Path folder) {
    var environment = new HashMap<>(ledger.environment());
    environment.put("SLACK_BOT_TOKEN", sandbox.app().botToken());
    environment.put(
        course.sockets() ? "SLACK_APP_TOKEN" : "SLACK_SIGNING_SECRET",
        course.sockets() ? sandbox.app().appToken() : sandbox.app().signingSecret());
    environment.put("SLACK_API_URL", sandbox.apiUrl());
    environment.put("ADVOCATE_CONFIG", folder.resolve("advocate.yaml").toString());
    return environment;
  }

  Sandbox sandbox() {
    return sandbox;
  }

  Talk talk() {
    return talk;
  }

  /** Starts the bot and lets it see each channel once: only what it knows can it miss. */
  void open() {
    bots.forEach(BotProcess::start);
    every(LOOK, () -> bots.forEach(BotProcess::startAgain));
    require("the bot is up", () -> bots.stream().allMatch(BotProcess::ready), START);
    if (!course.sockets()) {
      require("the bot answers Slack's challenge", this::registered, START);
    }
    every(Duration.ofSeconds(1), this::look);
    Talk.CHANNELS.forEach(talk::ask);
    require("the first requests are answered", this::settled, course.patience());
  }

  private boolean registered() {
    try {
      sandbox.register(balancer.address());
      return true;
    } catch (IllegalStateException e) {
      return false; // A machine that is busy enough takes more than Slack's three seconds.
    }
  }

  /** People talk while everything goes wrong. */
  void blow() {
    log.info("Storm: {}", course);
    weather();
    var people = later.submit(this::people);
    var end = clock.instant().plus(course.storm());
    while (clock.instant().isBefore(end) && (course.kills() == 0 || kills() < course.kills())) {
      var blow = storm.next();
      if (!blow.early()) {
        await(() -> bots.stream().anyMatch(BotProcess::works), START);
      }
      pause(blow.after());
      strike(blow);
    }
    people.cancel(true);
  }

  private void people() {
    while (!Thread.currentThread().isInterrupted()) {
      pause(talk.silence());
      try {
        talk.goOn();
      } catch (RuntimeException e) {
        log.error("Somebody could not speak", e);
      }
    }
  }

  // Blows

  private void strike(Storm.Blow blow) {
    log.info("{}", blow);
    switch (blow.kind()) {
      case KILL, KILL_FOR_LONG -> {
        var bot = running(blow);
        bot.kill();
        after(blow.lasting(), bot::start);
      }
      case PAUSE, PAUSE_FOR_LONG -> {
        var bot = running(blow);
        bot.pause();
        after(blow.lasting(), bot::resume);
      }
      case LEAVE -> leave(running(blow), blow.lasting());
      case SOCKETS_DROPPED -> sandbox.dropSockets();
      case SOCKETS_REFRESHED -> sandbox.disconnectSockets("refresh_requested");
      case CONNECTIONS_CUT -> ledger.cutConnections();
      case DATABASE_CRASH -> {
        ledger.crash();
        pause(blow.lasting());
        ledger.recover();
      }
      case API_GUST -> {
        apiGust();
        after(blow.lasting(), this::weather);
      }
      case EVENT_GUST -> {
        eventGust();
        after(blow.lasting(), this::weather);
      }
    }
    synchronized (blows) {
      blows.merge(blow.kind(), 1, Integer::sum);
    }
  }

  private void leave(BotProcess bot, Duration away) {
    later.execute(
        () -> {
          if (!bot.leave()) {
            late.incrementAndGet();
          }
          after(away, bot::start);
        });
  }

  /** The one meant, or else the next that runs; waits for one where none does. */
  private BotProcess running(Storm.Blow blow) {
    while (true) {
      for (int i = 0; i < bots.size(); i++) {
        var bot = bots.get((blow.replica() + i) % bots.size());
        if (blow.early() ? bot.runs() : bot.works()) {
          return bot;
        }
      }
      pause(Duration.ofMillis(50));
    }
  }

  private int kills() {
    synchronized (blows) {
      return blows.getOrDefault(Storm.Kind.KILL, 0)
          + blows.getOrDefault(Storm.Kind.KILL_FOR_LONG, 0);
    }
  }

  /** What goes wrong all the time with calls and deliveries. */
  private synchronized void weather() {
    var faults = sandbox.faults();
    faults.clear();
    faults.sometimes("*", 0.02, Fault.rateLimited(1));
    for (var moment : Fault.Moment.values()) {
      faults.sometimes("*", 0.01, Fault.status(moment == Fault.Moment.BEFORE ? 503 : 500, moment));
      faults.sometimes("*", 0.01, Fault.reset(moment));
      faults.sometimes("*", 0.004, Fault.silence(TOO_LONG, moment));
      faults.sometimes("*", 0.004, Fault.delay(TOO_LONG, moment));
      faults.sometimes("*", 0.004, Fault.html(moment));
      faults.sometimes("*", 0.004, Fault.empty(moment));
      faults.sometimes("*", 0.004, Fault.malformed(moment));
    }
    faults.sometimes("*", 0.005, Fault.error("internal_error"));
    faults.sometimes("*", 0.005, Fault.errorAfter("internal_error"));
    faults.sometimes("chat.postMessage", 0.02, Fault.dropMetadata());
    faults.sometimes("conversations.history", 0.1, Fault.emptyPage());
    faults.sometimes("conversations.replies", 0.1, Fault.emptyPage());
    faults.duplicateSometimes(0.05);
    faults.delaySometimes(0.05, Duration.ofSeconds(2));
    faults.swapSometimes(0.05);
    balancer.cut(0.03);
  }

  private synchronized void apiGust() {
    var faults = sandbox.faults();
    faults.sometimes("*", 0.2, Fault.rateLimited(2));
    for (var moment : Fault.Moment.values()) {
      faults.sometimes("*", 0.2, Fault.status(503, moment));
      faults.sometimes("*", 0.2, Fault.reset(moment));
      faults.sometimes("*", 0.1, Fault.html(moment));
    }
  }

  private synchronized void eventGust() {
    var faults = sandbox.faults();
    faults.duplicateSometimes(0.3);
    faults.delaySometimes(0.3, Duration.ofSeconds(4));
    faults.swapSometimes(0.4);
    balancer.cut(0.4);
  }

  // The calm

  /**
   * Nothing goes wrong any more: waits until all is settled, restarts everything once more, and
   * compares.
   *
   * @param patience how long all may take to settle
   */
  Report calm(Duration patience) {
    var calm = clock.instant();
    sandbox.faults().clear();
    balancer.cut(0);
    log.info("Calm: what was said has to stand within {} s", patience.toSeconds());
    // What the storm still had in hand, such as the end of a gust, may come late: so again.
    var clearing = every(LOOK, this::blueSky);
    var telling = every(TELL, this::tellWhatIsLeft);
    boolean settled = await(this::settled, patience);
    var took = Duration.between(calm, clock.instant());
    if (settled) {
      restart();
    }
    clearing.cancel(false);
    telling.cancel(false);
    return compare(took);
  }

  /** Whoever waits for a long run sees what it waits for. */
  private void tellWhatIsLeft() {
    var left = comparison().with(talk.wishes());
    log.info("{} things open, {} differences: {}", ledger.open(), left.size(), some(left));
  }

  private static List<Comparison.Difference> some(List<Comparison.Difference> differences) {
    return differences.subList(0, Math.min(5, differences.size()));
  }

  private void blueSky() {
    sandbox.faults().clear();
    balancer.cut(0);
    bots.forEach(BotProcess::resume);
    bots.forEach(BotProcess::start);
  }

  /** What stands by now must be left alone, also by a bot that starts anew and looks for gaps. */
  private void restart() {
    for (var bot : bots) {
      if (!bot.leave()) {
        late.incrementAndGet();
      }
      bot.start();
      await(bot::ready, START);
    }
    pause(STAYS);
    await(this::settled, course.patience());
  }

  private boolean settled() {
    try {
      return sandbox.tally().idle()
          && ledger.open() == 0
          && comparison().with(talk.wishes()).isEmpty();
    } catch (StoreException e) {
      return false; // The database is away.
    }
  }

  private Comparison comparison() {
    return new Comparison(standing(), sandbox.workspace().channel(BRIEFS).id());
  }

  private Standing standing() {
    var channels = new ArrayList<>(Talk.CHANNELS);
    channels.add(BRIEFS);
    channels.add("#general");
    return Standing.in(sandbox.workspace(), channels, sandbox.app().botUserId());
  }

  /** The message that stands in this slot. */
  Post standing(String slot) {
    var shown =
        standing().messages().stream()
            .filter(message -> message.slot().equals(slot))
            .findFirst()
            .orElseThrow();
    return sandbox.workspace().post(shown.channel(), shown.ts());
  }

  /** Ends the bot; what is done to Slack from now on it does not see. */
  void stop() {
    bots.forEach(BotProcess::close);
  }

  private void look() {
    watch.look(talk.wishes(), comparison(), clock.instant());
  }

  /** Holds what people said against what stands. */
  Report compare(Duration took) {
    var hits = new TreeMap<String, Integer>();
    synchronized (blows) {
      blows.forEach((kind, times) -> hits.put(words(kind), times));
    }
    hits.put("kills in all", kills());
    hits.put("sigterm too slow", late.get());
    var faults = new TreeMap<>(sandbox.faults().struck());
    faults.put("event request cut", balancer.cuts());
    return new Report(
        course,
        talk.done(),
        sandbox.tally(),
        hits,
        faults,
        bots.stream().mapToInt(BotProcess::exits).sum(),
        watch.longest(),
        took,
        comparison().with(talk.wishes()),
        ledger.unsettled(),
        ledger.integrity());
  }

  private static String words(Storm.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  // Time

  private void after(Duration wait, Runnable work) {
    ScheduledFuture<?> unused =
        later.schedule(() -> guarded(work), wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  private ScheduledFuture<?> every(Duration period, Runnable work) {
    return later.scheduleWithFixedDelay(
        () -> guarded(work), 0, period.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      log.error("The harness itself failed", e);
    }
  }

  private void require(String what, BooleanSupplier condition, Duration most) {
    if (!await(condition, most)) {
      throw new IllegalStateException("Not so within " + most + ": " + what + "\n" + compare(most));
    }
  }

  private boolean await(BooleanSupplier condition, Duration most) {
    Instant end = clock.instant().plus(most);
    while (!condition.getAsBoolean()) {
      if (clock.instant().isAfter(end)) {
        return false;
      }
      pause(LOOK);
    }
    return true;
  }

  private static void pause(Duration time) {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    later.shutdownNow();
    bots.forEach(BotProcess::close);
    balancer.close();
    sandbox.close();
    ledger.close();
  }

  /** A run from the command line, as the properties say; exit code 1 where it is not clean. */
  public static void main(String[] arguments) throws IOException {
    var course = Course.of(System.getProperties());
    var folder = Files.createTempDirectory("chaos-" + course.seed() + "-");
    System.out.println("Logs in " + folder);
    var report = run(course, folder);
    System.out.println(report);
    System.exit(report.clean() ? 0 : 1);
  }
}
