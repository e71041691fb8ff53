package org.learningadvocate.slack;

import static org.learningadvocate.slack.Payload.text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.Predicate;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Incoming.ChannelChanged;
import org.learningadvocate.chat.Incoming.Deleted;
import org.learningadvocate.chat.Incoming.Said;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.delivery.Carrier;
import org.learningadvocate.delivery.Inbox;
import org.learningadvocate.delivery.Outbox;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.StoreException;
import tools.jackson.databind.JsonNode;

/**
 * Takes in events, whichever door they come by: what matters is durable when {@link #take} returns,
 * so that it may be acknowledged. Safe for many threads.
 */
final class Intake {

  private final EventReader reader;
  private final Db db;
  private final Inbox inbox;
  private final Outbox outbox;
  private final HeldThreads held;
  private final SlackMembers members;
  private final Channels channels;
  private final Standing standing;
  private final MeterRegistry meters;

  Intake(
      EventReader reader,
      Db db,
      Inbox inbox,
      Outbox outbox,
      HeldThreads held,
      SlackMembers members,
      Channels channels,
      Standing standing,
      MeterRegistry meters) {
    this.reader = reader;
    this.db = db;
    this.inbox = inbox;
    this.outbox = outbox;
    this.held = held;
    this.members = members;
    this.channels = channels;
    this.standing = standing;
    this.meters = meters;
  }

  /**
   * Takes an {@code event_callback}.
   *
   * @throws StoreException where it could not be kept: Slack has to send it again
   */
  void take(JsonNode callback) {
    var heard = reader.read(callback);
    if (heard instanceof Heard.Keep keep) {
      boolean kindTold = !text(callback.path("event"), "channel_type").isEmpty();
      boolean fresh = keep(keep.incoming(), text(callback, "event_id"), kindTold);
      count(fresh ? "kept" : "known");
    } else if (heard instanceof Heard.OursDeleted gone) {
      db.change(tx -> outbox.gone(tx, gone.team(), gone.channel(), gone.ts(), gone.slot()));
      count("ours");
    } else if (heard instanceof Heard.OursPosted posted) {
      // A post that Slack took after we had given it up stands beside the one we made instead.
      outbox.stands(
          posted.team(),
          new Slot(posted.slot()),
          new Carrier.Place(posted.channel(), posted.ts()),
          posted.thread());
      count("ours");
    } else if (heard instanceof Heard.Uninstalled uninstalled) {
      standing.refused(uninstalled.reason());
      count("uninstalled");
    } else if (heard instanceof Heard.GroupsChanged) {
      members.groupsChanged();
      count("ignored");
    } else {
      count(heard instanceof Heard.Foreign ? "foreign" : "ignored");
    }
  }

  /**
   * @param kindTold whether the event says of what kind its channel is; else that may be a guess
   */
  private boolean keep(Incoming incoming, String delivery, boolean kindTold) {
    if (incoming instanceof Said said) {
      if (kindTold) {
        channels.learn(said.channel(), said.kind());
      }
      if (said.mentionsUs()) {
        held.hold(ThreadId.of(said.channel(), said.ts(), said.thread()));
      }
    } else if (incoming instanceof ChannelChanged changed) {
      channels.forget(changed.channel());
    } else if (incoming instanceof Deleted deleted) {
      // Slack does not always say whose it was: if it was ours, it is not posted again.
      return inbox.keep(
          deleted,
          delivery.isEmpty() ? null : delivery,
          tx -> outbox.gone(tx, deleted.team(), deleted.channel(), deleted.ts()));
    }
    return inbox.keep(incoming, delivery.isEmpty() ? null : delivery);
  }

  private void count(String outcome) {
    meters.counter("advocate.events", "outcome", outcome).increment();
  }

  /** Which threads we hold, remembered so that a busy one costs no look into the database. */
  static final class HeldThreads implements Predicate<ThreadId> {

    private final Predicate<ThreadId> source;
    private final Cache<ThreadId, Boolean> yes =
        Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(Duration.ofHours(1)).build();

    HeldThreads(Predicate<ThreadId> source) {
      this.source = source;
    }

    @Override
    public boolean test(ThreadId thread) {
      if (yes.getIfPresent(thread) != null) {
        return true;
      }
      // A no is not remembered: another process may open the thread at any time, and what is said
      // in it then would be lost.
      boolean held = source.test(thread);
      if (held) {
        yes.put(thread, true);
      }
      return held;
    }

    /** Somebody just opened the thread; the database learns of it in its lane. */
    void hold(ThreadId thread) {
      yes.put(thread, true);
    }
  }
}
