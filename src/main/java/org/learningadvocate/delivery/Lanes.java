package org.learningadvocate.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Tx;

/**
 * Who takes which lane now, and in which order. A lane is leased for a while under a token that
 * grows with each taking and each giving back; what is done under an older token is not saved, so a
 * worker that was only paused changes nothing.
 */
final class Lanes {

  /** How long a worker that shows no sign of life keeps its lane. */
  static final Duration LEASE = Duration.ofSeconds(20);

  /** How long a reply waits for its thread's first message, which Slack may deliver after it. */
  static final Duration PARENT_COMES = Duration.ofSeconds(5);

  /** After so many tries, about an hour, a thing is set aside for a person to look at. */
  static final int TRIES = 20;

  /** So often, within ten seconds or so, the rest of its thread waits for what does not succeed. */
  private static final int ORDER_KEPT = 3;

  /** More than so many things of one lane are not looked at to find the next one. */
  private static final int LOOK_AHEAD = 20;

  /** Who has a lane in which a reply waits for its thread's first message. */
  private static final String PARENT = "the first message";

  private final Db db;
  private final Clock clock;

  Lanes(Db db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * A lane taken, with the next thing in it.
   *
   * @param token what the lane's token must still be when something is saved
   * @param body the thing, as kept
   */
  record Lease(String team, String lane, long token, String key, String body, int tries) {}

  /** The lane is another worker's by now: nothing of this one's work may be saved. */
  static final class LostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LostException(Lease lease) {
      super("Lane " + lease.lane() + " was taken over");
    }
  }

  /** There is something to do in the lane of what was just kept. */
  static void ready(Tx tx, Incoming incoming, Instant now) {
    boolean first = incoming instanceof Incoming.Said said && said.thread() == null;
    // Who calls the bot into a thread is not kept waiting: it reads the thread by itself.
    boolean reply =
        incoming instanceof Incoming.Said said && said.thread() != null && !said.mentionsUs();
    tx.update(
        """
        INSERT INTO lane (team, name, ready, owner, leased_until) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (team, name) DO UPDATE SET
          ready = CASE WHEN lane.ready < excluded.ready THEN lane.ready ELSE excluded.ready END,
          leased_until = CASE WHEN lane.owner = ? THEN 0 ELSE lane.leased_until END,
          owner = CASE WHEN lane.owner = ? THEN NULL ELSE lane.owner END
        """,
        incoming.team(),
        incoming.lane(),
        now,
        // Only what is the first of its lane: whose thread is known by then waits for nothing.
        reply ? PARENT : null,
        reply ? now.plus(PARENT_COMES) : Instant.EPOCH,
        first ? PARENT : "",
        first ? PARENT : "");
  }

  /** Takes the lane that has waited longest, if one is free. */
  Optional<Lease> take(String owner) {
    Instant now = clock.instant();
    if (db.read(
        tx ->
            tx.first(
                    "SELECT 1 AS one FROM lane WHERE ready <= ? AND leased_until <= ? LIMIT 1",
                    row -> 1,
                    now,
                    now)
                .isEmpty())) {
      return Optional.empty(); // Looking costs no write; the taking below decides.
    }
    return db.write(tx -> take(tx, owner, now));
  }

  private Optional<Lease> take(Tx tx, String owner, Instant now) {
    var lane =
        tx.first(
            """
            UPDATE lane SET owner = ?, token = token + 1, leased_until = ?
            WHERE (team, name) = (
              SELECT team, name FROM lane WHERE ready <= ? AND leased_until <= ?
              ORDER BY ready LIMIT 1"""
                + tx.dialect().skipLocked()
                + ") RETURNING team, name, token",
            row -> new Lease(row.text("team"), row.text("name"), row.number("token"), "", "", 0),
            owner,
            now.plus(LEASE),
            now,
            now);
    if (lane.isEmpty()) {
      return lane;
    }
    var next =
        queue(tx, lane.get()).stream().filter(waiting -> !waiting.due().isAfter(now)).findFirst();
    if (next.isEmpty()) {
      release(tx, lane.get());
      return Optional.empty();
    }
    return tx.first(
        "SELECT body, tries FROM inbox WHERE team = ? AND key = ?",
        row ->
            new Lease(
                lane.get().team(),
                lane.get().lane(),
                lane.get().token(),
                next.get().key(),
                row.text("body"),
                row.count("tries")),
        lane.get().team(),
        next.get().key());
  }

  /** Something in a lane, and from when on it may be taken. */
  private record Waiting(String key, Instant due, int tries) {}

  /**
   * What waits in a lane, by Slack's timestamps. What failed a few times holds up what comes after
   * it, so that the order stays; what keeps failing is overtaken, so that it stops nobody for long.
   */
  private static List<Waiting> queue(Tx tx, Lease lane) {
    var queue = new ArrayList<Waiting>();
    Instant held = Instant.EPOCH;
    for (var waiting :
        tx.query(
            """
            SELECT key, next_try, tries FROM inbox WHERE team = ? AND lane = ? AND state = 'OPEN'
            ORDER BY position, key LIMIT ?
            """,
            row -> new Waiting(row.text("key"), row.instant("next_try"), row.count("tries")),
            lane.team(),
            lane.lane(),
            LOOK_AHEAD)) {
      Instant due = waiting.due().isAfter(held) ? waiting.due() : held;
      queue.add(new Waiting(waiting.key(), due, waiting.tries()));
      if (waiting.tries() > 0 && waiting.tries() <= ORDER_KEPT) {
        held = due;
      }
    }
    return queue;
  }

  /**
   * Makes sure that the lane is still this worker's, locks it until the transaction ends, and keeps
   * it for another while.
   *
   * @throws LostException where it is another's by now
   */
  void check(Tx tx, Lease lease) {
    int ours =
        tx.update(
            "UPDATE lane SET leased_until = ? WHERE team = ? AND name = ? AND token = ?",
            clock.instant().plus(LEASE),
            lease.team(),
            lease.lane(),
            lease.token());
    if (ours == 0) {
      throw new LostException(lease);
    }
  }

  /** The thing was worked off; the lane is free for the next. */
  void done(Tx tx, Lease lease) {
    tx.update(
        "UPDATE inbox SET state = 'DONE', reason = NULL WHERE team = ? AND key = ?",
        lease.team(),
        lease.key());
    release(tx, lease);
  }

  /** It did not succeed: tried again later, or set aside where that mends nothing. */
  void failed(Tx tx, Lease lease, String reason, boolean hopeless) {
    boolean last = hopeless || lease.tries() + 1 >= TRIES;
    tx.update(
        """
        UPDATE inbox SET state = ?, tries = tries + 1, reason = ?, next_try = ?
        WHERE team = ? AND key = ?
        """,
        last ? "ASIDE" : "OPEN",
        reason,
        clock.instant().plus(backoff(lease.tries())),
        lease.team(),
        lease.key());
    release(tx, lease);
  }

  /** One second, then double, up to five minutes. */
  static Duration backoff(int tries) {
    return Duration.ofSeconds(Math.min(300, 1L << Math.min(tries, 9)));
  }

  /** Gives a lane back as it is: what was begun in it is begun again. */
  void release(Tx tx, Lease lease) {
    @Nullable Instant next =
        queue(tx, lease).stream().map(Waiting::due).min(Instant::compareTo).orElse(null);
    tx.update(
        """
        UPDATE lane SET leased_until = 0, owner = NULL, token = token + 1, ready = ?
        WHERE team = ? AND name = ? AND token = ?
        """,
        next,
        lease.team(),
        lease.lane(),
        lease.token());
  }

  /** Frees every lane: whoever held one is no more. Only where no other process works. */
  static void freeAll(Tx tx) {
    tx.update(
        "UPDATE lane SET leased_until = 0, owner = NULL, token = token + 1 WHERE leased_until > 0");
  }
}
