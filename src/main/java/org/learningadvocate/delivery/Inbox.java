package org.learningadvocate.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Json;
import org.learningadvocate.store.Tx;

/**
 * Keeps what happened until it is worked off, and remembers for a while what it took, so that
 * nothing is taken twice. Safe for many threads.
 */
public final class Inbox {

  private final Db db;
  private final Clock clock;
  private final Signal arrivals;

  /**
   * @param arrivals raised after each thing kept, so that a worker looks at once
   */
  public Inbox(Db db, Clock clock, Signal arrivals) {
    this.db = db;
    this.clock = clock;
    this.arrivals = arrivals;
  }

  /**
   * Keeps something; durable when this returns.
   *
   * @param delivery the id under which Slack delivered it; null where it has none
   * @return false where it was taken before, by its id or by what it is
   */
  public boolean keep(Incoming incoming, @Nullable String delivery) {
    return keep(incoming, delivery, tx -> {});
  }

  /**
   * Keeps something, and changes what goes with it in the same transaction.
   *
   * @param besides may be run twice, and only changes rows
   */
  public boolean keep(Incoming incoming, @Nullable String delivery, Consumer<Tx> besides) {
    return db.writeTogether(
        incoming.lane() + " " + incoming.key(),
        tx -> {
          besides.accept(tx);
          return keep(tx, incoming, delivery);
        });
  }

  /** The same within a transaction that is under way. */
  public boolean keep(Tx tx, Incoming incoming, @Nullable String delivery) {
    Instant now = clock.instant();
    // Uniqueness in the database, not a look before: Slack's first retry comes while the first
    // delivery may still be in work.
    if (delivery != null
        && tx.update(
                "INSERT INTO seen (id, at) VALUES (?, ?) ON CONFLICT DO NOTHING", delivery, now)
            == 0) {
      return false;
    }
    int kept =
        tx.update(
            """
            INSERT INTO inbox (team, key, lane, position, body, received, state, next_try)
            VALUES (?, ?, ?, ?, ?, ?, 'OPEN', ?)
            ON CONFLICT DO NOTHING
            """,
            incoming.team(),
            incoming.key(),
            incoming.lane(),
            incoming.order(),
            Json.write(incoming, Incoming.class),
            now,
            now);
    if (kept == 0) {
      return false;
    }
    Lanes.ready(tx, incoming, now);
    tx.afterCommit(arrivals::raise);
    return true;
  }
}
