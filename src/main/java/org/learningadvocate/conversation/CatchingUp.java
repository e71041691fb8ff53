package org.learningadvocate.conversation;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.learningadvocate.chat.History;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Stamp;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.delivery.Inbox;
import org.learningadvocate.request.Messages;
import org.learningadvocate.request.Requests;
import org.learningadvocate.store.Db;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what was said while the bot was away. Slack gives up on an event after about six minutes;
 * what it did not get rid of by then still stands in the channels, and goes through the same inbox.
 */
public final class CatchingUp {

  private static final Logger log = LoggerFactory.getLogger(CatchingUp.class);

  /** A question about something older than this comes too late to help. */
  private static final Duration OLDEST = Duration.ofDays(2);

  /** Slack may still be delivering what is younger than this by itself. */
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  /** Threads of so many requests are looked at, the newest first. */
  private static final int THREADS = 100;

  private final Db db;
  private final Clock clock;
  private final Supplier<HouseRules> rules;
  private final History history;
  private final Inbox inbox;
  private final Requests requests;
  private final Messages messages = new Messages();

  public CatchingUp(
      Db db,
      Clock clock,
      Supplier<HouseRules> rules,
      History history,
      Inbox inbox,
      Requests requests) {
    this.db = db;
    this.clock = clock;
    this.rules = rules;
    this.history = history;
    this.inbox = inbox;
    this.requests = requests;
  }

  /** Looks through the watched channels and the threads of open requests. */
  public void afterAGap() {
    try {
      rules.get().requests().forEach(this::channel);
      db.read(tx -> requests.current(tx, rules.get().team(), THREADS))
          .forEach(request -> thread(request.id()));
    } catch (RuntimeException e) {
      // Slack or the database is away: what is missed is looked for at the next start.
      log.warn("Could not catch up with what was said meanwhile: {}", e.getMessage());
    }
  }

  private void channel(String channel) {
    var newest = db.read(tx -> messages.newestOf(tx, rules.get().team(), channel));
    if (newest.isEmpty()) {
      return; // A channel that is new to the bot has no gap: what was said before is not its
      // business.
    }
    String oldest = Stamp.of(clock.instant().minus(OLDEST));
    String overlap = Stamp.of(Stamp.toInstant(newest.get()).minus(OVERLAP));
    String after = overlap.compareTo(oldest) > 0 ? overlap : oldest;
    for (var past : history.channel(channel, after)) {
      take(past.said());
      edited(past);
      var reply = past.latestReply();
      if (reply != null) {
        thread(new ThreadId(channel, past.said().ts()));
      }
    }
  }

  private void thread(ThreadId thread) {
    var newest = db.read(tx -> messages.newestOf(tx, rules.get().team(), thread)).orElse("");
    for (var said : history.thread(thread)) {
      if (said.ts().compareTo(newest) > 0) {
        take(said);
      }
    }
  }

  private void take(Incoming.Said said) {
    if (inbox.keep(said, null)) {
      log.info("Caught up with message {} of channel {}", said.ts(), said.channel());
    }
  }

  private void edited(History.Past past) {
    var edited = past.edited();
    if (edited == null) {
      return;
    }
    var said = past.said();
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
}
