package org.learningadvocate.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Json;
import org.learningadvocate.store.Tx;

/**
 * Who takes which lane now. A lane is leased for a while under a token that grows with each taking;
 * what was thought under an older token is not saved, so a worker that was only paused changes
 * nothing.
 */
final class Lanes {

  /** How long a worker may think before another takes over. */
  static final Duration LEASE = Duration.ofSeconds(20);

  /** After so many tries a thing is set aside for a person to look at. */
  static final int TRIES = 8;

  private final Db db;
  private final Clock clock;

  Lanes(Db db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * A lane taken, with the oldest thing in it.
   *
   * @param token what the lane's token must still be when the work is saved
   */
  record Lease(String team, String lane, long token, String key, Incoming incoming, int tries) {}

  static void ready(Tx tx, String team, String lane, Instant at) {
    tx.update(
        """
        INSERT INTO lane (team, name, ready) VALUES (?, ?, ?)
        ON CONFLICT (team, name) DO UPDATE SET ready =
          CASE WHEN lane.ready IS NULL OR lane.ready > excluded.ready
          THEN excluded.ready ELSE lane.ready END
        """,
        team,
        lane,
        at);
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
    var taken =
        tx.first(
            """
            UPDATE lane SET owner = ?, token = token + 1, leased_until = ?
            WHERE (team, name) IN (
              SELECT team, name FROM lane WHERE ready <= ? AND leased_until <= ?
              ORDER BY ready LIMIT 1"""
                + tx.dialect().skipLocked()
                + ") RETURNING team, name, token",
            row ->
                new Lease(row.text("team"), row.text("name"), row.number("token"), "", NOTHING, 0),
            owner,
            now.plus(LEASE),
            now,
            now);
    return taken.flatMap(
        lane -> {
          var oldest =
              tx.first(
                  """
                  SELECT key, body, tries FROM inbox
                  WHERE team = ? AND lane = ? AND state = 'OPEN' AND next_try <= ?
                  ORDER BY position, key LIMIT 1
                  """,
                  row ->
                      new Lease(
                          lane.team(),
                          lane.lane(),
                          lane.token(),
                          row.text("key"),
                          Json.read(row.text("body"), Incoming.class),
                          row.count("tries")),
                  lane.team(),
                  lane.lane(),
                  now);
          if (oldest.isEmpty()) {
            release(tx, lane);
          }
          return oldest;
        });
  }

  private static final Incoming NOTHING = new Incoming.HomeOpened("", "", "");

  /** Whether the lane is still this worker's; locks it until the transaction ends. */
  boolean ours(Tx tx, Lease lease) {
    return tx.update(
            "UPDATE lane SET leased_until = ? WHERE team = ? AND name = ? AND token = ?",
            clock.instant().plus(LEASE),
            lease.team(),
            lease.lane(),
            lease.token())
        == 1;
  }

  /** The thing was worked off; the lane is free for the next. */
  void done(Tx tx, Lease lease) {
    tx.update(
        "UPDATE inbox SET state = 'DONE', reason = NULL WHERE team = ? AND key = ?",
        lease.team(),
        lease.key());
    release(tx, lease);
  }

  /** It did not succeed: tried again later, or set aside after the last try. */
  void failed(Tx tx, Lease lease, String reason) {
    boolean last = lease.tries() + 1 >= TRIES;
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

  private void release(Tx tx, Lease lease) {
    tx.update(
        """
        UPDATE lane SET leased_until = 0, owner = NULL, ready = (
          SELECT MIN(next_try) FROM inbox
          WHERE inbox.team = lane.team AND inbox.lane = lane.name AND state = 'OPEN')
        WHERE team = ? AND name = ? AND token = ?
        """,
        lease.team(),
        lease.lane(),
        lease.token());
  }
}
