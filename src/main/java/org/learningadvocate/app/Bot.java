package org.learningadvocate.app;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.brief.ThreadMessage;
import org.learningadvocate.catalog.Catalogues;
import org.learningadvocate.catalog.CompanyFile;
import org.learningadvocate.catalog.PriorityLookup;
import org.learningadvocate.catalog.RolloutLookup;
import org.learningadvocate.chat.Answer;
import org.learningadvocate.chat.Gap;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Reception;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.conversation.CatchingUp;
import org.learningadvocate.conversation.Conversation;
import org.learningadvocate.conversation.Dossiers;
import org.learningadvocate.conversation.FrontDesk;
import org.learningadvocate.delivery.Backlog;
import org.learningadvocate.delivery.Courier;
import org.learningadvocate.delivery.Crew;
import org.learningadvocate.delivery.Inbox;
import org.learningadvocate.delivery.Outbox;
import org.learningadvocate.delivery.Signal;
import org.learningadvocate.delivery.Sweep;
import org.learningadvocate.delivery.Worker;
import org.learningadvocate.digest.PictureBelow;
import org.learningadvocate.digest.WeeklyDigest;
import org.learningadvocate.home.AdvocateCommand;
import org.learningadvocate.home.Home;
import org.learningadvocate.home.SettingsTable;
import org.learningadvocate.homework.PastVectors;
import org.learningadvocate.homework.Verdicts;
import org.learningadvocate.meaning.Meaning;
import org.learningadvocate.question.Planner;
import org.learningadvocate.reminder.Reminders;
import org.learningadvocate.request.Messages;
import org.learningadvocate.request.Requests;
import org.learningadvocate.slack.Channel;
import org.learningadvocate.slack.Proxies;
import org.learningadvocate.slack.SlackException;
import org.learningadvocate.slack.SlackSettings;
import org.learningadvocate.slack.SlackSide;
import org.learningadvocate.slack.SocketDoor;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Dialect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running bot. The constructor wires it, in the order of the arrows between the packages. */
final class Bot implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Bot.class);

  /** For how long what Slack last said about the token is taken for true. */
  private static final Duration UNHEARD = Duration.ofMinutes(2);

  /**
   * A channel that nobody invited the bot to is looked for this often; an invitation comes as an
   * event by itself.
   */
  private static final Duration MISSING = Duration.ofMinutes(1);

  /** At each look of the clock at most so many reminders go out and requests are closed. */
  private static final int BATCH = 200;

  /** Where another summary channel is set, the briefs of so many requests follow, the newest. */
  private static final int BRIEFS = 500;

  /** So many open requests look at what moved in the catalogue; the latest first. */
  private static final int OPEN = 1_000;

  private final Clock clock;
  private final Mind mind;
  private final Db db;
  private final HouseBook house;
  private final SlackSide slack;
  private final Inbox inbox;
  private final Outbox outbox;
  private final Signal arrivals = new Signal();
  private final Signal wishes = new Signal();
  private final Signal gaps = new Signal();
  private final Requests requests = new Requests();
  private final Catalogues catalogues;
  private final @Nullable String catalogue;
  private final Understanding understanding;
  private final PastVectors pastVectors;
  private final WeeklyDigest digest;
  private final Worker worker;
  private final Courier courier;
  private final CatchingUp catchingUp;
  private final Health health;
  private final Server server;
  private final @Nullable SocketDoor socket;
  private final String owner;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ScheduledExecutorService lookout =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "lookout");
            thread.setDaemon(true);
            return thread;
          });
  private final CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable Shift shift;
  private volatile Instant lookedFor = Instant.EPOCH;
  private @Nullable Crew reading;
  private @Nullable Crew comparing;

  Bot(Settings settings, SettingsSource source, Clock clock) {
    this(settings, source, clock, Mind::meaning, () -> open(settings.database()));
  }

  /**
   * @param db closed with the bot
   */
  Bot(Settings settings, SettingsSource source, Clock clock, Db db, Meaning meaning) {
    this(settings, source, clock, () -> meaning, () -> db);
  }

  private Bot(
      Settings settings,
      SettingsSource source,
      Clock clock,
      Supplier<Meaning> meaning,
      Supplier<Db> database) {
    this.clock = clock;
    this.owner = Shift.name();
    var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var wording = WordingFile.wording(settings.house().language(), settings.house().wording());
    // The mind loads while the database is opened, and beside the doors.
    this.mind = Mind.load(meaning, wording);

    // What is kept.
    this.db = database.get();
    this.house = new HouseBook(source, db, clock);
    Supplier<String> team = () -> house.get().team();
    this.inbox = new Inbox(db, clock, arrivals);
    this.outbox = new Outbox(db, clock, wishes);

    // Slack.
    this.slack =
        new SlackSide(
            slackSettings(settings, source.environment()),
            house,
            db,
            outbox,
            wording,
            clock,
            meters);

    // What is known.
    this.catalogues = new Catalogues(db, clock);
    var verdicts = new Verdicts(db, clock);
    this.pastVectors = new PastVectors(db, mind, clock);
    this.understanding =
        new Understanding(() -> catalogues.of(team.get()), () -> verdicts.of(team.get()), mind);
    var priorities = new PriorityLookup(catalogues, house, mind, wording, clock);
    var rollouts = new RolloutLookup(catalogues, house, mind, wording, clock);
    var dossiers =
        new Dossiers(
            db,
            house,
            house::channelName,
            slack.members(),
            mind::reader,
            (subject, past) -> understanding.homework().about(subject, past),
            pastVectors,
            new Planner(wording),
            mind::replies,
            understanding::names);

    // What the bot does for people.
    this.digest =
        new WeeklyDigest(
            db,
            requests,
            catalogues,
            outbox,
            house,
            (one, other) -> understanding.homework().samePeople(one, other),
            wording,
            clock);
    var home =
        new Home(
            db,
            requests,
            catalogues,
            new SettingsTable(),
            outbox,
            house,
            slack.members(),
            house::fromFile,
            SettingsReader::objection,
            this::settingsChanged,
            digest::next,
            wording,
            clock);
    var command =
        new AdvocateCommand(
            db,
            requests,
            priorities,
            rollouts,
            digest::asked,
            digest::turned,
            home,
            house,
            wording,
            clock);
    var conversation =
        new Conversation(
            db,
            clock,
            house,
            slack.members(),
            dossiers,
            verdicts,
            pastVectors,
            catalogues,
            inbox,
            outbox,
            slack.whispers(),
            slack.history(),
            (user, word, rest) ->
                command
                    .mentioned(team.get(), user, word + " " + rest)
                    .orElseGet(() -> new Answer.Show(command.help())),
            wording);
    var frontDesk =
        new FrontDesk(
            house,
            () -> catalogues.of(team.get()),
            dossiers,
            request -> outbox.rests(team.get(), Slot.thread(request)),
            wording);

    // Who takes what.
    Reception reception =
        asked -> {
          if (Home.handles(asked)) {
            return home.receive(asked);
          }
          return AdvocateCommand.handles(asked) ? command.receive(asked) : frontDesk.receive(asked);
        };
    this.worker =
        new Worker(
            db,
            clock,
            incoming -> {
              if (incoming instanceof Incoming.Pressed pressed
                  && pressed.action().startsWith(ThreadMessage.DOUBT)) {
                // Settled in the App Home: the request comes of it, and the list is one shorter.
                var settled = conversation.think(pressed);
                var shown = home.think(pressed);
                return tx -> {
                  settled.save(tx);
                  shown.save(tx);
                };
              }
              if (Home.handles(incoming)) {
                return home.think(incoming);
              }
              if (incoming instanceof Incoming.Tick tick && tick.what().equals(WeeklyDigest.TICK)) {
                return digest.think(tick);
              }
              if (incoming instanceof Incoming.ChannelChanged changed) {
                return channelChanged(changed);
              }
              return conversation.think(incoming);
            },
            owner);
    this.courier =
        new Courier(outbox, new PictureBelow(slack.carrier(), digest, slack.pictures()), owner);

    // The doors.
    this.catchingUp =
        new CatchingUp(db, clock, house, slack.history(), inbox, outbox, requests, gaps);
    var doors = slack.doors(inbox, reception, this::holds, catchingUp::missed);
    var states = new LinkedHashMap<String, Supplier<Optional<String>>>();
    var handlers = new ArrayList<Handler>();
    if (settings.slack().signingSecret() != null) {
      handlers.add(doors.http());
      states.put("http", Optional::empty);
    }
    this.socket = settings.slack().appToken() == null ? null : doors.socket();
    var socketDoor = socket;
    if (socketDoor != null) {
      states.put(
          "socket", () -> socketDoor.connected() ? Optional.empty() : Optional.of("not connected"));
    }
    this.health =
        new Health(new Backlog(db, clock), states, this::slackTrouble, mind::state, meters);
    handlers.add(health);
    this.server = server(settings.door(), handlers);
    this.catalogue = catalogueText(settings);
  }

  private static Db open(Settings.Database database) {
    var password = database.password();
    return Db.open(database.url(), database.user(), password == null ? null : password.reveal());
  }

  /**
   * Opens the doors, then finds out who we are, then works.
   *
   * @throws Failure where only an admin can help: a token that Slack refuses, a missing scope, a
   *     broken catalogue, a port that is taken
   */
  void start() {
    try {
      server.start();
    } catch (Exception e) {
      throw Failure.wrongUse(
          "ADVOCATE_HOST and ADVOCATE_PORT: cannot listen there: " + rootMessage(e));
    }
    boolean met = meet();
    if (socket != null) {
      socket.start();
    }
    if (met || house.known()) {
      work();
    }
    health.started();
    // It catches what goes wrong in a round itself, so there is no outcome to wait for.
    var unused = lookout.scheduleWithFixedDelay(this::lookAround, 5, 5, TimeUnit.SECONDS);
  }

  /** The port the HTTP door listens on. */
  int port() {
    return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  /** Waits until it is closed. */
  void await() throws InterruptedException {
    stopped.await();
  }

  /** Lets what is under way end, then lets go of everything; within 20 seconds. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return; // Ctrl+C ends the waiting and runs the shutdown hook at once.
    }
    health.stopping();
    lookout.shutdownNow();
    if (socket != null) {
      socket.close();
    }
    try {
      server.stop();
    } catch (Exception e) {
      log.warn("The server did not stop cleanly: {}", rootMessage(e));
    }
    endWork();
    slack.close();
    db.close();
    stopped.countDown();
  }

  private synchronized void endWork() {
    if (reading != null) {
      reading.stop(); // What it did not read yet it reads at the next start.
    }
    if (comparing != null) {
      comparing.stop(); // Likewise.
    }
    if (shift != null) {
      shift.close();
    }
  }

  /** False where there is nothing to do, or nothing yet to do it with. */
  private boolean makeVectors() {
    return mind.state() == Mind.State.WHOLE && pastVectors.makeSome(house.get().team());
  }

  /** Asks Slack who we are; false where Slack cannot be asked now. */
  private boolean meet() {
    List<Channel> joined;
    try {
      joined = house.refresh(slack.installation(), slack.channels());
    } catch (SlackException e) {
      if (e.lasting()) {
        // Where a scope is missing, all that are missing are named.
        slack.installation().known().ifPresent(identity -> refuseMissingScopes(identity.scopes()));
        throw Failure.wrongUse(
            e.error().equals("missing_scope")
                ? "SLACK_BOT_TOKEN lacks a scope; compare the app's scopes with manifest.yml (OAuth"
                    + " & Permissions) and install it again."
                : "Slack refuses SLACK_BOT_TOKEN ("
                    + e.error()
                    + "); copy the bot token from the app's settings, OAuth & Permissions, or"
                    + " install the app again.");
      }
      log.warn("{}; events are kept meanwhile, and I ask again", e.getMessage());
      return false;
    }
    slack.installation().known().ifPresent(identity -> refuseMissingScopes(identity.scopes()));
    for (String channel : house.missingChannels()) {
      log.warn(
          "I am not in {}: there is none of that name, or nobody invited me (/invite)", channel);
    }
    joined.forEach(this::sayWhatIsAmiss);
    return true;
  }

  /** Says why nothing will come from, or stand in, a channel that the settings name. */
  private void sayWhatIsAmiss(Channel channel) {
    var rules = house.get();
    boolean asked = rules.requests().contains(channel.id());
    if ((asked || channel.id().equals(rules.summary())) && channel.archived()) {
      log.warn("#{} is archived; unarchive it or name another one", channel.name());
    } else if (asked && channel.external() && !rules.external().contains(channel.id())) {
      log.warn(
          "#{} is shared with another company, so it is not watched; list it under"
              + " channels.external if it should be",
          channel.name());
    }
  }

  /** Why nothing can be posted; empty where it can, as far as we know. */
  private Optional<String> slackTrouble() {
    return slack
        .standing()
        .refusal()
        .map(refusal -> "Slack refuses SLACK_BOT_TOKEN (" + refusal.reason() + ")");
  }

  private static void refuseMissingScopes(java.util.Set<String> granted) {
    if (granted.isEmpty()) {
      return; // This server does not say.
    }
    var missing =
        Manifest.shipped().scopes().stream().filter(scope -> !granted.contains(scope)).toList();
    if (!missing.isEmpty()) {
      throw Failure.wrongUse(
          "SLACK_BOT_TOKEN lacks the scopes "
              + String.join(", ", missing)
              + "; add them in the app's settings (OAuth & Permissions) and install it again.");
    }
  }

  /**
   * What came right by itself meanwhile: Slack is there, the bot was invited; and what was set by
   * way of another process.
   */
  void lookAround() {
    try {
      house.follow();
      if (shift == null || (!house.missingChannels().isEmpty() && isTimeToLook())) {
        house.refresh(slack.installation(), slack.channels());
        work();
      } else if (slack.standing().heard().plus(UNHEARD).isBefore(clock.instant())) {
        // Where nothing is to be posted nobody else would notice that the token was revoked.
        slack.installation().identify();
      }
    } catch (SlackException e) {
      log.debug("Slack does not say who we are: {}", e.getMessage());
    } catch (RuntimeException e) {
      // The look-out outlives a database that is away for a while.
      log.warn("Could not look around; looking again", e);
    }
  }

  /**
   * An invitation comes as an event, and is taken up at once; but that may be missed, and a channel
   * that the settings name may just not exist.
   */
  private boolean isTimeToLook() {
    var now = clock.instant();
    boolean due = !now.isBefore(lookedFor.plus(MISSING));
    if (due) {
      lookedFor = now;
    }
    return due;
  }

  private synchronized void work() {
    if (shift != null || closed.get() || !house.known()) {
      return;
    }
    if (catalogue != null) {
      catalogues.importWhereChanged(house.get().team(), catalogue);
    }
    if (db.dialect() == Dialect.SQLITE) {
      // Nobody else works on the file, so who held something is no more.
      new Backlog(db, clock).freeAll();
    }
    briefsFollow();
    catchingUp.missed(Gap.START);
    // A large catalogue takes seconds; the first request should not be the one to wait for it.
    mind.then(understanding::homework);
    reading = Crew.start("catching-up", 1, gaps, catchingUp);
    comparing = Crew.start("vectors", 1, new Signal(), this::makeVectors);
    shift =
        new Shift(
            worker,
            arrivals,
            courier,
            wishes,
            Clockwork.start(
                db.dataSource(),
                owner,
                Duration.ofSeconds(10),
                List.of(
                    new Clockwork.Beat("digest", Duration.ofSeconds(30)),
                    new Clockwork.Beat("reminders", Duration.ofMinutes(1)),
                    new Clockwork.Beat(Conversation.MOVED, Duration.ofMinutes(1)),
                    new Clockwork.Beat("past", Duration.ofMinutes(30)),
                    new Clockwork.Beat("sweep", Duration.ofHours(1))),
                this::tick));
  }

  private void settingsChanged() {
    house.settingsChanged();
    briefsFollow();
  }

  /** Briefs of requests that are not closed stand where the house wants them now. */
  private void briefsFollow() {
    var rules = house.get();
    String summary = rules.summary();
    if (summary == null) {
      return;
    }
    var now = clock.instant();
    db.read(tx -> requests.current(tx, rules.team(), BRIEFS)).stream()
        .filter(
            request ->
                outbox
                    .place(rules.team(), Slot.brief(request.id()))
                    .filter(place -> !place.channel().equals(summary))
                    .isPresent())
        .forEach(
            request ->
                inbox.keep(
                    new Incoming.Tick(rules.team(), Conversation.BRIEFS, request.id(), now), null));
  }

  /**
   * The clock struck: what is due by now goes into the inbox.
   *
   * @param due when it should have struck
   */
  void tick(String what, Instant due) {
    String team = house.get().team();
    var hour = due.truncatedTo(ChronoUnit.HOURS);
    switch (what) {
      case "digest" -> digest.due().ifPresent(tick -> inbox.keep(tick, null));
      // At most one an hour: where thinking of a request fails, none is added each minute.
      case "reminders" ->
          db.read(tx -> requests.dueForNudge(tx, clock.instant(), BATCH))
              .forEach(
                  request ->
                      inbox.keep(
                          new Incoming.Tick(team, Reminders.NUDGE, request.id(), hour), null));
      case Conversation.MOVED -> moved(team, due);
      case "past" ->
          db.read(tx -> requests.past(tx, clock.instant(), BATCH))
              .forEach(
                  request ->
                      inbox.keep(
                          new Incoming.Tick(team, Reminders.PAST, request.id(), hour), null));
      default -> {
        new Sweep(db, clock).everything(team);
        outbox.sweep();
      }
    }
  }

  /** Dates in the catalogue changed: every open request looks whether that matters to it. */
  private void moved(String team, Instant due) {
    db.change(
        tx -> {
          if (catalogues.takeUntoldMoves(tx, team)) {
            requests
                .current(tx, team, OPEN)
                .forEach(
                    request ->
                        inbox.keep(
                            tx,
                            new Incoming.Tick(team, Conversation.MOVED, request.id(), due),
                            null));
          }
        });
  }

  private org.learningadvocate.delivery.Handler.Consequence channelChanged(
      Incoming.ChannelChanged changed) {
    house.refresh(slack.installation(), slack.channels());
    return switch (changed.change()) {
      case JOINED, UNARCHIVED -> tx -> outbox.back(tx, changed.team(), changed.channel());
      default -> org.learningadvocate.delivery.Handler.Consequence.NONE;
    };
  }

  /** Whether something of the thread is kept, so that its replies matter. */
  private boolean holds(ThreadId thread) {
    String team = house.get().team();
    var messages = new Messages();
    return db.read(
        tx ->
            requests.find(tx, team, thread).isPresent()
                || messages.threadOf(tx, team, thread.channel(), thread.ts()).isPresent());
  }

  /** Which workspace a catalogue belongs to is known only once Slack has answered, so: later. */
  private static @Nullable String catalogueText(Settings settings) {
    var file = settings.house().catalog();
    if (file == null) {
      return null;
    }
    try {
      String yaml = Files.readString(file, StandardCharsets.UTF_8);
      if (CompanyFile.read(yaml) instanceof CompanyFile.Faulty faulty) {
        throw Failure.wrongUse(
            faulty.mistakes().stream()
                .map(mistake -> "catalog: " + file + ":" + mistake)
                .collect(Collectors.joining("\n")));
      }
      return yaml;
    } catch (IOException e) {
      throw Failure.wrongUse(
          "catalog: cannot read "
              + file
              + "; it should be a file in the form that `catalog export` writes.");
    }
  }

  static SlackSettings slackSettings(Settings settings, Map<String, String> environment) {
    var slack = settings.slack();
    // Without a bot token only doctor gets here, and it asks nothing that needs one.
    return new SlackSettings(
        slack.botToken() == null ? "" : reveal(slack.botToken()),
        slack.appToken() == null ? null : reveal(slack.appToken()),
        slack.signingSecret() == null ? null : reveal(slack.signingSecret()),
        slack.apiUrl(),
        Proxies.of(environment));
  }

  private static String reveal(Secret secret) {
    return secret.reveal();
  }

  private static Server server(Settings.Door door, List<Handler> handlers) {
    var threads = new QueuedThreadPool(64, 4);
    threads.setName("door");
    var server = new Server(threads);
    var connector = new ServerConnector(server);
    connector.setHost(door.host());
    connector.setPort(door.port());
    connector.setIdleTimeout(30_000);
    // Slack keeps connections open; a stop does not wait for the next event on them.
    connector.setShutdownIdleTimeout(100);
    server.addConnector(connector);
    server.setHandler(new Handler.Sequence(handlers));
    server.setStopTimeout(3_000);
    return server;
  }

  private static @Nullable String rootMessage(Throwable e) {
    var cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage();
  }
}
