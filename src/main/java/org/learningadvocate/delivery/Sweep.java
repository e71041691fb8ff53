package org.learningadvocate.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Row;
import org.learningadvocate.store.Tx;

/**
 * Forgets what nobody needs any more, in small steps: others write in between. What a thread or a
 * brief stands in is never forgotten, since it may be updated months later. Safe for many threads.
 */
public final class Sweep {

  /** Slack gives up on a delivery after a day at most, and catching up reads one week back. */
  static final Duration TAKEN = Duration.ofDays(8);

  /** A home is drawn anew whenever it is opened. */
  static final Duration HOMES = Duration.ofDays(8);

  /** A digest looks for those of the last weeks. */
  static final Duration DIGESTS = Duration.ofDays(60);

  /** By then hardly a reply is edited so that its tick has to go. */
  static final Duration TICKS = Duration.ofDays(90);

  private static final int STEP = 200;

  /** More than that has time until the next sweep. */
  private static final int STEPS = 100;

  private final Db db;
  private final Clock clock;

  public Sweep(Db db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** What is to be forgotten: where it stands, in columns that name a row. */
  private record Key(String team, String name) {
    static Key of(Row row) {
      return new Key(row.text("team"), row.text("name"));
    }
  }

  /**
   * Forgets ids of deliveries and things worked off, lanes in which nothing is left, and slots that
   * settled for good.
   *
   * @return how many rows
   */
  public int everything(String team) {
    Instant now = clock.instant();
    return ids(now.minus(TAKEN))
        + done(now.minus(TAKEN))
        + lanes()
        + slots(team, "home:", now.minus(HOMES))
        + slots(team, "digest:", now.minus(DIGESTS))
        + slots(team, "reaction:", now.minus(TICKS));
  }

  private int ids(Instant before) {
    return steps(
        tx ->
            tx.query(
                "SELECT '' AS team, id AS name FROM seen WHERE at < ? LIMIT ?",
                Key::of,
                before,
                STEP),
        (tx, key) -> tx.update("DELETE FROM seen WHERE id = ?", key.name()));
  }

  private int done(Instant before) {
    return steps(
        tx ->
            tx.query(
                """
                SELECT team, key AS name FROM inbox
                WHERE state = 'DONE' AND received < ? LIMIT ?
                """,
                Key::of,
                before,
                STEP),
        (tx, key) ->
            tx.update(
                "DELETE FROM inbox WHERE team = ? AND key = ? AND state = 'DONE'",
                key.team(),
                key.name()));
  }

  private int lanes() {
    var idle =
        """
        ready IS NULL AND leased_until = 0 AND NOT EXISTS (
          SELECT 1 FROM inbox WHERE inbox.team = lane.team AND inbox.lane = lane.name)
        """;
    return steps(
        tx -> tx.query("SELECT team, name FROM lane WHERE " + idle + " LIMIT ?", Key::of, STEP),
        // Looked at again: something may have come into it meanwhile.
        (tx, key) ->
            tx.update(
                "DELETE FROM lane WHERE team = ? AND name = ? AND " + idle,
                key.team(),
                key.name()));
  }

  private int slots(String team, String kind, Instant before) {
    var old = "state IN ('SETTLED', 'CLOSED') AND next_try < ?";
    return steps(
        tx ->
            tx.query(
                "SELECT team, name FROM slot WHERE team = ? AND name >= ? AND name < ? AND "
                    + old
                    + " LIMIT ?",
                Key::of,
                team,
                kind,
                kind.substring(0, kind.length() - 1) + (char) (':' + 1),
                before,
                STEP),
        (tx, key) -> {
          int gone =
              tx.update(
                  "DELETE FROM slot WHERE team = ? AND name = ? AND " + old,
                  key.team(),
                  key.name(),
                  before);
          if (gone > 0) {
            tx.update("DELETE FROM slot_link WHERE team = ? AND slot = ?", key.team(), key.name());
          }
          return gone;
        });
  }

  private interface Forget {
    int one(Tx tx, Key key);
  }

  /** Looks without holding up the writer, and deletes a few at a time. */
  private int steps(Function<Tx, List<Key>> find, Forget forget) {
    int all = 0;
    for (int step = 0; step < STEPS; step++) {
      var keys = db.read(find);
      int gone =
          keys.isEmpty()
              ? 0
              : db.write(tx -> keys.stream().mapToInt(key -> forget.one(tx, key)).sum());
      all += gone;
      if (gone == 0 || keys.size() < STEP) {
        break;
      }
    }
    return all;
  }
}
