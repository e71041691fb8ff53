package org.learningadvocate.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
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
import org.learningadvocate.delivery.Turn;
import org.learningadvocate.request.KeptMessage;
import org.learningadvocate.request.Messages;
import org.learningadvocate.request.Request;
import org.learningadvocate.request.Requests;
import org.learningadvocate.store.Db;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what was said, edited and deleted while the bot did not hear. Slack gives up on an event
 * after about six minutes; what it did not get rid of by then still stands in the channels, and
 * goes through the same inbox. One page a round, in the turn of all who read; one thread goes
 * through the rounds.
 *
 * <p>What a channel's pages tell comes first: new messages, and threads that hold something else
 * than is kept. That a reply was edited only its thread tells, so the threads of all requests under
 * way follow, longest unread first; processes share that out.
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

  /**
   * Threads take this turn too, which leaves others who read some of what Slack allows; the turns
   * are all processes' together.
   */
  private static final Turn PAGE_OF_A_THREAD = new Turn("catching-up", Duration.ofMillis(1_700), 8);

  /** While threads are read, the channels are not looked through more often. */
  private static final Duration AGAIN = Duration.ofSeconds(20);

  /** The clocks of two processes differ by less. */
  private static final Duration SKEW = Duration.ofSeconds(10);

  private final Db db;
  private final Clock clock;
  private final Supplier<HouseRules> rules;
  private final History history;
  private final Inbox inbox;
  private final Outbox outbox;
  private final Requests requests;
  private final Signal signal;
  private final Messages messages = new Messages();
  private final CaughtUp caughtUp = new CaughtUp();
  private final AtomicReference<@Nullable Missed> gap = new AtomicReference<>();

  // Only the one thread that goes through the rounds touches these.
  private final Deque<Reading> readings = new ArrayDeque<>();
  private final Deque<Doubt> doubts = new ArrayDeque<>();

  /** Threads that are read, or need not be, since their channel's page tells all about them. */
  private final Set<ThreadId> threads = new HashSet<>();

  /** Threads that nothing speaks for reading but that a reply may have been edited. */
  private final Deque<ThreadId> quiet = new ArrayDeque<>();

  private Set<String> watched = Set.of();
  private boolean thorough;
  private boolean requestsFollow;
  private Instant looked = Instant.MIN;
  private Instant ended = Instant.MIN;
  private Instant notBefore = Instant.MIN;

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
    // Of several reasons, one that asks for a thorough look stands; the last one ends the gap.
    gap.accumulateAndGet(
        new Missed(why, clock.instant()),
        (known, now) ->
            known == null || known.why() == Gap.SILENCE
                ? now
                : new Missed(known.why(), now.ended()));
    signal.raise();
  }

  /** A gap, and the moment from which on everything is heard again. */
  private record Missed(Gap why, Instant ended) {}

  @Override
  public boolean round() {
    if (clock.instant().isBefore(notBefore)) {
      return false;
    }
    try {
      listen();
      var doubt = ripe();
      if (doubt != null) {
        return settle(doubt);
      }
      if (mayBegin() && begin()) {
        return true;
      }
      if (!readings.isEmpty()) {
        return read(readings.element());
      }
      return requestsFollow ? followRequests() : followQuiet();
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

  /** A new gap's channels come before old gaps' threads, but not so often that these starve. */
  private boolean mayBegin() {
    boolean idle = readings.isEmpty() && quiet.isEmpty() && !requestsFollow;
    return idle
        || (clock.instant().isAfter(looked.plus(AGAIN))
            && readings.stream().noneMatch(reading -> reading.thread == null));
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
    log.info("Catching up: {}", why.why().words());
    looked = clock.instant();
    thorough = why.why() != Gap.SILENCE;
    String summary = house.summary();
    if (thorough && summary != null && !house.requests().contains(summary)) {
      channels.add(new Reading(summary, null, farthest()));
    }
    threads.clear();
    for (var reading : readings) {
      var thread = reading.thread;
      if (thread != null && reading.began == null) {
        threads.add(thread); // It waits to be read anyway.
      }
    }
    Collections.reverse(channels);
    channels.forEach(readings::addFirst);
    if (thorough) {
      requestsFollow = true;
      ended = why.ended();
      quiet.clear();
    }
    return true;
  }

  /** What no channel's page tells of: edits in threads, and threads of older requests. */
  private boolean followRequests() {
    String team = rules.get().team();
    var current =
        db.read(
            tx -> {
              var ids = requests.current(tx, team, THREADS).stream().map(Request::id).toList();
              return caughtUp.longestUnreadFirst(tx, team, ids);
            });
    db.change(tx -> caughtUp.sweep(tx, team, clock.instant().minus(FARTHEST)));
    quiet.addAll(current);
    requestsFollow = false;
    return true;
  }

  private boolean followQuiet() {
    var thread = quiet.poll();
    if (thread == null) {
      return false;
    }
    String team = rules.get().team();
    // What was read since the gap, by another process or after an earlier gap, tells of it already.
    if (!db.read(tx -> caughtUp.isRead(tx, team, thread, ended.plus(SKEW)))) {
      follow(thread);
    }
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
    var thread = reading.thread;
    if (thread != null) {
      var wait = outbox.turns().take(rules.get().team(), PAGE_OF_A_THREAD);
      if (wait.isPresent()) {
        putOff(wait.get().after());
        return false;
      }
    }
    if (++reading.tries > TRIES) {
      log.warn("Could not read what was said in {}; left out for now", reading.channel);
      readings.remove();
      return true;
    }
    if (reading.began == null) {
      reading.began = clock.instant();
      // Before the first page: what comes by itself meanwhile is no part of the comparison.
      kept(reading).forEach(message -> reading.kept.put(message.ts(), message));
      if (thread != null) {
        var began = reading.began;
        db.change(tx -> caughtUp.begin(tx, rules.get().team(), thread, began));
      }
    }
    var read =
        thread == null
            ? history.channel(reading.channel, reading.after, reading.next)
            : history.thread(thread, reading.after, reading.next);
    if (read instanceof History.Read.Page page) {
      reading.tries = 0;
      take(reading, page);
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
      if (reading.thread == null) {
        look(house.team(), past);
      }
    }
    reading.whole &= page.whole();
    reading.next = page.next();
    if (page.next() == null) {
      readings.remove();
      if (listened && reading.whole) {
        missing(reading);
        readToTheEnd(house.team(), reading);
      }
    }
  }

  private void readToTheEnd(String team, Reading reading) {
    var thread = reading.thread;
    var began = reading.began;
    if (thread != null && began != null) {
      db.change(tx -> caughtUp.end(tx, team, thread, began));
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

  /** Reads a thread that holds something else than what is kept of it. */
  private void look(String team, History.Past past) {
    var latest = past.latestReply();
    var thread = new ThreadId(past.said().channel(), past.said().ts());
    record Kept(List<KeptMessage> replies, int ours, boolean latestIsOurs) {}
    var kept =
        db.read(
            tx ->
                new Kept(
                    messages.of(tx, team, thread).stream()
                        .filter(message -> !message.ts().equals(thread.ts()))
                        .toList(),
                    outbox.countIn(tx, team, thread),
                    latest != null && outbox.at(tx, team, thread.channel(), latest).isPresent()));
    long standing = kept.replies().stream().filter(message -> !message.deleted()).count();
    boolean newer =
        latest != null
            && !kept.latestIsOurs()
            && kept.replies().stream().noneMatch(message -> message.ts().compareTo(latest) >= 0);
    if (newer || past.replies() != standing + kept.ours()) {
      follow(thread);
    } else if (standing == 0) {
      threads.add(thread); // Where nobody replied, no reply can have been edited.
    }
  }

  private void follow(ThreadId thread) {
    if (threads.add(thread)) {
      readings.add(new Reading(thread.channel(), thread, farthest()));
    }
  }

  /** A message that the pages should hold and do not was deleted, if a second look agrees. */
  private void missing(Reading reading) {
    for (var message : reading.kept.values()) {
      if (!message.deleted()
          && !reading.present.contains(message.ts())
          && message.ts().compareTo(reading.after) > 0) {
        var from = Stamp.toInstant(message.ts()).plus(SETTLED);
        doubts.add(new Doubt(reading.channel, message.ts(), reading.thread, from));
      }
    }
  }

  /**
   * Whether a message still stands; people's words are not dropped for one page that lacks them.
   *
   * @param thread the thread it belongs to; null where its channel was read
   * @param from when it is looked at: what is younger may be missing without having been deleted
   */
  private record Doubt(String channel, String ts, @Nullable ThreadId thread, Instant from) {

    @Nullable String parent() {
      return thread == null || thread.ts().equals(ts) ? null : thread.ts();
    }
  }

  /** A doubt that can be settled now; null where there is none. */
  private @Nullable Doubt ripe() {
    var now = clock.instant();
    return doubts.stream().filter(doubt -> !now.isBefore(doubt.from())).findFirst().orElse(null);
  }

  private boolean settle(Doubt doubt) {
    var read = history.message(doubt.channel(), doubt.ts(), doubt.parent());
    if (read instanceof History.Read.Later later) {
      putOff(later.after());
      return false;
    }
    doubts.remove(doubt);
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
      doubts.add(new Doubt(thread.channel(), thread.ts(), thread, clock.instant()));
    }
  }
}
