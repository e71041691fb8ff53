package org.learningadvocate.slack;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Gap;
import org.learningadvocate.chat.History;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Incoming.ChannelKind;
import org.learningadvocate.chat.Pictures;
import org.learningadvocate.chat.Reception;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.chat.Whispers;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.delivery.Carrier;
import org.learningadvocate.delivery.Inbox;
import org.learningadvocate.delivery.Outbox;
import org.learningadvocate.store.Db;

/**
 * Everything that speaks with Slack, wired. Nothing here asks Slack anything until it is used, so a
 * start needs no Slack.
 */
public final class SlackSide implements AutoCloseable {

  private static final Duration KIND_WAITS = Duration.ofMillis(1_500);

  private final SlackSettings settings;
  private final Supplier<HouseRules> rules;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Db db;
  private final Outbox outbox;
  private final SlackTexts texts;
  private final Standing standing;
  private final SlackApi api;
  private final Installation installation;
  private final Channels channels;
  private final SlackMembers members;
  private final BlockKit blocks;
  private final SlackWhispers whispers;
  private final SlackSender sender;
  private final ThreadPoolExecutor afterwards;
  private final ScheduledExecutorService later;

  /**
   * @param rules as they are now; asked for each event, so from memory. The team is empty until
   *     Slack, or the last start, has said who we are; then events of any channel are kept
   */
  public SlackSide(
      SlackSettings settings,
      Supplier<HouseRules> rules,
      Db db,
      Outbox outbox,
      Wording wording,
      Clock clock,
      MeterRegistry meters) {
    this.texts = wording.texts(SlackTexts.class);
    this.settings = settings;
    this.rules = rules;
    this.clock = clock;
    this.meters = meters;
    this.db = db;
    this.outbox = outbox;
    this.standing = new Standing(clock);
    this.api = new SlackApi(settings, clock, standing);
    this.installation = new Installation(api);
    this.channels = new Channels(api);
    this.members = new SlackMembers(api, () -> rules.get().team());
    var links = new Links(api, members);
    this.blocks =
        new BlockKit(links.resolver(slot -> outbox.place(rules.get().team(), slot)), texts);
    this.whispers = new SlackWhispers(api, blocks);
    this.sender =
        new SlackSender(api, claim -> links.resolver(claim::placeOf), outbox.turns(), texts);
    var number = new AtomicInteger();
    this.afterwards =
        new ThreadPoolExecutor(
            8,
            8,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(200),
            work -> daemon(work, "answers-" + number.incrementAndGet()),
            // Slower, but nobody is left without an answer.
            new ThreadPoolExecutor.CallerRunsPolicy());
    afterwards.allowCoreThreadTimeOut(true);
    this.later = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "slack-later"));
  }

  private static Thread daemon(Runnable work, String name) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * The doors, which share how things are taken in.
   *
   * @param held whether we hold something of a thread
   * @param missed told why something may have been missed
   */
  public Doors doors(
      Inbox inbox, Reception reception, Predicate<ThreadId> held, Consumer<Gap> missed) {
    var threads = new Intake.HeldThreads(held);
    var reader =
        new EventReader(
            rules,
            () -> installation.known().map(Installation.Identity::app).orElse(""),
            threads,
            this::kind);
    var intake =
        new Intake(reader, db, inbox, outbox, threads, members, channels, standing, meters);
    var desk =
        new Desk(
            reception,
            inbox,
            threads,
            rules,
            api,
            blocks,
            whispers,
            texts,
            afterwards,
            clock,
            meters);
    return new Doors(intake, desk, new Hearing(clock, missed));
  }

  /** Slack waits three seconds for its event to be taken, also where its own API hangs. */
  private ChannelKind kind(String channel) {
    @Nullable ChannelKind seen = channels.seenKind(channel);
    if (seen != null) {
      return seen;
    }
    try {
      return CompletableFuture.supplyAsync(() -> channels.kind(channel), afterwards)
          .get(KIND_WAITS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return ChannelKind.PRIVATE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ChannelKind.PRIVATE;
    }
  }

  /** The ways by which Slack reaches us. */
  public final class Doors {

    private final Intake intake;
    private final Desk desk;
    private final Hearing hearing;

    private Doors(Intake intake, Desk desk, Hearing hearing) {
      this.intake = intake;
      this.desk = desk;
      this.hearing = hearing;
    }

    /**
     * Takes {@code POST /slack/events} and leaves every other address to others.
     *
     * @throws IllegalStateException where there is no signing secret
     */
    public Handler http() {
      String secret = settings.signingSecret();
      if (secret == null) {
        throw new IllegalStateException("The door for HTTP needs SLACK_SIGNING_SECRET");
      }
      // It only looks at a clock, so there is no outcome to wait for.
      var unused = later.scheduleWithFixedDelay(hearing::look, 1, 1, TimeUnit.MINUTES);
      return new SlackDoor(new Signature(secret, clock), intake, desk, hearing, meters);
    }

    /**
     * Socket Mode; to be started.
     *
     * @throws IllegalStateException where there is no app-level token
     */
    public SocketDoor socket() {
      String token = settings.appToken();
      if (token == null) {
        throw new IllegalStateException("Socket Mode needs SLACK_APP_TOKEN");
      }
      return new SocketDoor(api, token, intake, desk, hearing, meters);
    }
  }

  /** Brings slots up to date. */
  public Carrier carrier() {
    return sender;
  }

  public SlackMembers members() {
    return members;
  }

  public Whispers whispers() {
    return whispers;
  }

  public History history() {
    return new SlackHistory(api, channels, rules, outbox.turns());
  }

  public Pictures pictures() {
    return new SlackPictures(api);
  }

  public Installation installation() {
    return installation;
  }

  public Channels channels() {
    return channels;
  }

  public Standing standing() {
    return standing;
  }

  /** Lets answers that are under way go out, for up to five seconds. */
  @Override
  public void close() {
    later.shutdownNow();
    afterwards.shutdown();
    try {
      afterwards.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    api.close();
  }
}
