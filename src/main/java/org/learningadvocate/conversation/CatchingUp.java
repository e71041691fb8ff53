package org.learningadvocate.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Gap;
import org.learningadvocate.chat.History;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Stamp;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.delivery.Carrier;
import org.learningadvocate.delivery.Inbox;
import org.learningadvocate.delivery.Outbox;
import org.learningadvocate.delivery.Rounds;
import org.learningadvocate.delivery.Signal;
import org.learningadvocate.request.KeptMessage;
import org.learningadvocate.request.Messages;
import org.learningadvocate.request.Requests;
import org.learningadvocate.store.Db;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what was said, edited and deleted while the bot did not hear. Slack gives up on an event
 * after about six minutes; what it did not get rid of by then still stands in the channels, and
 * goes through the same inbox. One page a round, in the turn of all who read; one thread goes
 * through the rounds.
 */
public final class CatchingUp implements Rounds {

  private static final Logger log = LoggerFactory.getLogger(CatchingUp.class);

  /** Nothing older is read. */
  private static final Duration FARTHEST = Duration.ofDays(7);

  /** What is younger than this may be missing in a page without having been deleted. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  /** Threads of so many requests are looked at, the newest first. */
  private static final int THREADS = 100;

  /** What rested for longer is not tried again of our own accord. */
  private static final Duration RESTED = Duration.ofDays(30);

  /** A page that cannot be read so often is left out until the next time. */
  private static final int TRIES = 20;

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(15);

  /** So many pages are read at once; then slowly, since others read too. */
  private static final int AT_ONCE = 8;

  private static final Duration SLOWLY = Duration.ofSeconds(3);

  private final Db db;
  private final Clock clock;
  private final Supplier<HouseRules> rules;
  private final History history;
  private final Inbox inbox;
  private final Outbox outbox;
  private final Requests requests;
  private final Signal signal;
  private final Messages messages = new Messages();
  private final AtomicReference<@Nullable Gap> gap = new AtomicReference<>();

  // Only the one thread that goes through the rounds touches these.
  private final Deque<Reading> readings = new ArrayDeque<>();
  private final Deque<Doubt> doubts = new ArrayDeque<>();
  private final Set<ThreadId> threads = new HashSet<>();
  private Set<String> watched = Set.of();
  private boolean thorough;
  private boolean requestsFollow;
  private Instant notBefore = Instant.MIN;
  private int pages;

  /**
   * @param signal raised when there is something to read
   */
  public CatchingUp(
      Db db,
      Clock clock,
      Supplier<HouseRules> rules,
      History history,
      Inbox inbox,
      Outbox outbox,
      Requests requests,
      Signal signal) {
    this.db = db;
    this.clock = clock;
    this.rules = rules;
    this.history = history;
    this.inbox = inbox;
    this.outbox = outbox;
    this.requests = requests;
    this.signal = signal;
  }

  /** Something may have been missed: it is read soon. Safe for many threads. */
  public void missed(Gap why) {
    // Of several reasons, one that asks for a thorough look stands.
    gap.accumulateAndGet(why, (known, now) -> known == null || known == Gap.SILENCE ? now : known);
    signal.raise();
  }

  @Override
  public boolean round() {
    if (clock.instant().isBefore(notBefore)) {
      return false;
    }
    try {
      listen();
      if (!doubts.isEmpty()) {
        return settle(doubts.element());
      }
      if (!readings.isEmpty()) {
        return read(readings.element());
      }
      return requestsFollow ? followRequests() : begin();
    } catch (RuntimeException e) {
      // Slack or the database is away: the same page is asked for again.
      log.warn("Could not catch up just now, trying again: {}", e.getMessage());
      putOff(AFTER_FAILURE);
      return false;
    }
  }

  /** From when on a channel is ours to hear is written down at once: no gap begins before it. */
  private void listen() {
    var house = rules.get();
    if (house.team().isEmpty() || house.requests().equals(watched)) {
      return;
    }
    String now = Stamp.of(clock.instant());
    db.change(
        tx -> house.requests().forEach(channel -> messages.watch(tx, house.team(), channel, now)));
    watched = house.requests();
  }

  private boolean begin() {
    var house = rules.get();
    if (gap.get() == null || house.team().isEmpty()) {
      return false;
    }
    // Before the gap is taken for read: the database may be away.
    var channels = new ArrayList<Reading>();
    for (String channel : house.requests()) {
      var since = db.read(tx -> messages.watchedSince(tx, house.team(), channel));
      since.ifPresent(from -> channels.add(new Reading(channel, null, later(from, farthest()))));
    }
    var why = gap.getAndSet(null);
    if (why == null) {
      return false;
    }
    log.info("Catching up: {}", why.words());
    thorough = why != Gap.SILENCE;
    pages = 0;
    threads.clear();
    readings.addAll(channels);
    String summary = house.summary();
    if (thorough && summary != null && !house.requests().contains(summary)) {
      readings.add(new Reading(summary, null, farthest()));
    }
    requestsFollow = thorough;
    return true;
  }

  /** What no channel's page tells of: edits in threads, and threads of older requests. */
  private boolean followRequests() {
    db.read(tx -> requests.current(tx, rules.get().team(), THREADS))
        .forEach(request -> follow(request.id()));
    requestsFollow = false;
    return true;
  }

  private String farthest() {
    return Stamp.of(clock.instant().minus(FARTHEST));
  }

  private static String later(String one, String other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** A channel's top level or a thread, as far as it is read. */
  private static final class Reading {

    final String channel;
    final @Nullable ThreadId thread;
    final String after;
    final Map<String, KeptMessage> kept = new HashMap<>();
    final Set<String> present = new HashSet<>();
    @Nullable Instant began;
    @Nullable String next;
    boolean whole = true;
    int tries;

    Reading(String channel, @Nullable ThreadId thread, String after) {
      this.channel = channel;
      this.thread = thread;
      this.after = after;
    }
  }

  private boolean read(Reading reading) {
    if (++reading.tries > TRIES) {
      log.warn("Could not read what was said in {}; left out for now", reading.channel);
      readings.remove();
      return true;
    }
    if (reading.began == null) {
      reading.began = clock.instant();
      // Before the first page: what comes by itself meanwhile is no part of the comparison.
      kept(reading).forEach(message -> reading.kept.put(message.ts(), message));
    }
    var thread = reading.thread;
    var read =
        thread == null
            ? history.channel(reading.channel, reading.after, reading.next)
            : history.thread(thread, reading.after, reading.next);
    if (read instanceof History.Read.Page page) {
      reading.tries = 0;
      take(reading, page);
      pages++;
      if (pages >= AT_ONCE) {
        putOff(SLOWLY);
      }
    } else if (read instanceof History.Read.Later later) {
      putOff(later.after());
      // Its turn comes again; the others need not wait behind it.
      readings.remove();
      readings.add(reading);
      reading.tries--;
      return false;
    } else if (read instanceof History.Read.Gone && thread != null) {
      gone(reading, thread);
      readings.remove();
    } else {
      log.info("Nothing can be read in {}", reading.channel);
      readings.remove();
    }
    return true;
  }

  private void putOff(Duration by) {
    notBefore = clock.instant().plus(by);
  }

  private List<KeptMessage> kept(Reading reading) {
    String team = rules.get().team();
    var thread = reading.thread;
    return db.read(
        tx ->
            thread == null
                ? messages.topLevel(tx, team, reading.channel, reading.after)
                : messages.of(tx, team, thread));
  }

  private void take(Reading reading, History.Read.Page page) {
    var house = rules.get();
    if (reading.next == null && reading.thread == null && thorough) {
      // It can be read, so what rested because it could not be written to is tried again.
      db.change(
          tx -> outbox.back(tx, house.team(), reading.channel, clock.instant().minus(RESTED)));
    }
    page.ours().forEach(ours -> ours(house.team(), ours));
    reading.present.addAll(page.present());
    boolean listened = reading.thread != null || house.requests().contains(reading.channel);
    for (var past : page.said()) {
      if (!listened || (past.said().external() && !house.external().contains(reading.channel))) {
        continue;
      }
      take(past, reading.kept.get(past.said().ts()));
      if (reading.thread == null && isBehind(house.team(), past)) {
        follow(new ThreadId(reading.channel, past.said().ts()));
      }
    }
    reading.whole &= page.whole();
    reading.next = page.next();
    if (page.next() == null) {
      readings.remove();
      if (listened && reading.whole) {
        missing(reading);
      }
    }
  }

  private void ours(String team, History.Ours ours) {
    outbox.stands(team, ours.slot(), new Carrier.Place(ours.channel(), ours.ts()), ours.thread());
  }

  private void take(History.Past past, @Nullable KeptMessage kept) {
    var said = past.said();
    if (kept == null && inbox.keep(said, null)) {
      log.info("Caught up with message {} of channel {}", said.ts(), said.channel());
    }
    var edited = past.edited();
    if (edited == null || (kept != null && !isNews(edited, kept))) {
      return;
    }
    inbox.keep(
        new Incoming.Edited(
            said.team(),
            said.channel(),
            said.kind(),
            said.external(),
            said.user(),
            said.ts(),
            said.thread(),
            said.text(),
            null,
            edited,
            said.mentionsUs()),
        null);
  }

  private static boolean isNews(String edited, KeptMessage kept) {
    var known = kept.edited();
    return !kept.deleted() && (known == null || known.compareTo(edited) < 0);
  }

  /** Whether the thread holds something else than what is kept of it. */
  private boolean isBehind(String team, History.Past past) {
    var latest = past.latestReply();
    var thread = new ThreadId(past.said().channel(), past.said().ts());
    return db.read(
        tx -> {
          var replies =
              messages.of(tx, team, thread).stream()
                  .filter(message -> !message.ts().equals(thread.ts()))
                  .toList();
          int standing =
              (int) replies.stream().filter(message -> !message.deleted()).count()
                  + outbox.countIn(tx, team, thread);
          boolean newer =
              latest != null
                  && replies.stream().noneMatch(message -> message.ts().compareTo(latest) >= 0)
                  && outbox.at(tx, team, thread.channel(), latest).isEmpty();
          return newer || past.replies() != standing;
        });
  }

  private void follow(ThreadId thread) {
    if (threads.add(thread)) {
      readings.add(new Reading(thread.channel(), thread, farthest()));
    }
  }

  /** A message that the pages should hold and do not was deleted, if a second look agrees. */
  private void missing(Reading reading) {
    var began = reading.began;
    if (began == null) {
      return;
    }
    String settled = Stamp.of(began.minus(SETTLED));
    for (var message : reading.kept.values()) {
      if (!message.deleted()
          && !reading.present.contains(message.ts())
          && message.ts().compareTo(reading.after) > 0
          && message.ts().compareTo(settled) < 0) {
        doubts.add(new Doubt(reading.channel, message.ts(), reading.thread));
      }
    }
  }

  /**
   * Whether a message still stands; people's words are not dropped for one page that lacks them.
   *
   * @param thread the thread it belongs to; null where its channel was read
   */
  private record Doubt(String channel, String ts, @Nullable ThreadId thread) {

    @Nullable String parent() {
      return thread == null || thread.ts().equals(ts) ? null : thread.ts();
    }
  }

  private boolean settle(Doubt doubt) {
    var read = history.message(doubt.channel(), doubt.ts(), doubt.parent());
    if (read instanceof History.Read.Later later) {
      putOff(later.after());
      return false;
    }
    doubts.remove();
    boolean stands =
        read instanceof History.Read.Page page
            ? page.present().contains(doubt.ts())
            : read instanceof History.Read.Closed;
    if (!stands) {
      log.info("Message {} of channel {} was deleted meanwhile", doubt.ts(), doubt.channel());
      inbox.keep(
          new Incoming.Deleted(
              rules.get().team(),
              doubt.channel(),
              doubt.ts(),
              doubt.parent(),
              Stamp.of(clock.instant())),
          null);
    }
    return true;
  }

  /** There is no such thread: its first message was deleted, if it does not stand there either. */
  private void gone(Reading reading, ThreadId thread) {
    var first = reading.kept.get(thread.ts());
    if (first != null && !first.deleted()) {
      doubts.add(new Doubt(thread.channel(), thread.ts(), thread));
    }
  }
}
