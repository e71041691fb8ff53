package org.learningadvocate.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Row;
import org.learningadvocate.store.Tx;

/** What waits, and what was set aside for a person to look at. Safe for many threads. */
public final class Backlog {

  private final Db db;
  private final Clock clock;

  public Backlog(Db db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * How much there is.
   *
   * @param open things kept and not worked off
   * @param lag since when the one waits that should have been taken first; zero where none is due
   * @param aside things that no retry mended
   * @param wishes slots that do not stand as wanted yet
   * @param wishesAside slots that Slack will not have
   */
  public record Count(long open, Duration lag, long aside, long wishes, long wishesAside) {}

  /** Counts, by index. */
  public Count count() {
    Instant now = clock.instant();
    return db.read(
        tx ->
            new Count(
                number(tx, "SELECT COUNT(*) AS n FROM inbox WHERE state = 'OPEN'"),
                lag(tx, now),
                number(tx, "SELECT COUNT(*) AS n FROM inbox WHERE state = 'ASIDE'"),
                number(tx, "SELECT COUNT(*) AS n FROM slot WHERE state = 'OPEN'"),
                number(tx, "SELECT COUNT(*) AS n FROM slot WHERE state = 'ASIDE'")));
  }

  /**
   * Something set aside for a person to look at.
   *
   * @param what the key of the thing, or the name of the slot
   * @param tries how often it was tried
   * @param reason why the last try failed; never people's words
   */
  public record Aside(String what, int tries, String reason) {}

  /**
   * What was set aside: things that were kept, then slots, each by name.
   *
   * @param most no more of each than this
   */
  public List<Aside> aside(int most) {
    return db.read(
        tx -> {
          var all = new ArrayList<Aside>();
          all.addAll(
              tx.query(
                  """
                  SELECT key AS what, tries, reason FROM inbox WHERE state = 'ASIDE'
                  ORDER BY key LIMIT ?
                  """,
                  Backlog::aside,
                  most));
          all.addAll(
              tx.query(
                  """
                  SELECT name AS what, tries, reason FROM slot WHERE state = 'ASIDE'
                  ORDER BY name LIMIT ?
                  """,
                  Backlog::aside,
                  most));
          return List.copyOf(all);
        });
  }

  private static Aside aside(Row row) {
    var reason = row.textOrNull("reason");
    return new Aside(row.text("what"), row.count("tries"), reason == null ? "" : reason);
  }

  /**
   * Tries again what was set aside; a running bot takes it up at once.
   *
   * @return how many things and slots that is
   */
  public long retry() {
    Instant now = clock.instant();
    return db.write(
        tx -> {
          tx.update(
              """
              UPDATE lane SET ready = ? WHERE EXISTS (
                SELECT 1 FROM inbox
                WHERE inbox.team = lane.team AND inbox.lane = lane.name AND inbox.state = 'ASIDE')
              """,
              now);
          long things =
              tx.update(
                  "UPDATE inbox SET state = 'OPEN', tries = 0, next_try = ? WHERE state = 'ASIDE'",
                  now);
          long slots =
              tx.update(
                  "UPDATE slot SET state = 'OPEN', tries = 0, next_try = ? WHERE state = 'ASIDE'",
                  now);
          return things + slots;
        });
  }

  /**
   * Frees what a process held that is no more: things in work, posts under way, ticks of the clock.
   * Only where no other process works on the database, as with a SQLite file; elsewhere leases end
   * by themselves.
   */
  public void freeAll() {
    db.change(
        tx -> {
          Lanes.freeAll(tx);
          Outbox.freeAll(tx, clock.instant());
          tx.update(
              """
              UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL
              WHERE picked_by IS NOT NULL
              """);
        });
  }

  private static Duration lag(Tx tx, Instant now) {
    return tx.first(
            "SELECT MIN(ready) AS since FROM lane WHERE ready <= ?",
            row -> Optional.ofNullable(row.instantOrNull("since")),
            now)
        .flatMap(since -> since)
        .map(since -> Duration.between(since, now))
        .orElse(Duration.ZERO);
  }

  private static long number(Tx tx, String sql) {
    return tx.first(sql, row -> row.number("n")).orElse(0L);
  }
}
