package org.learningadvocate.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Tx;

/**
 * Whose turn it is, for all processes together: each use of what the chat rations moves on the
 * moment at which the next may go. Safe for many threads.
 */
public final class Turns {

  /** Shown as served in the name of the whole workspace. */
  private static final String WORKSPACE = "";

  private final Db db;
  private final Clock clock;

  public Turns(Db db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * What is not free yet.
   *
   * @param turn the turn's name
   * @param after how long until it may be asked for again
   */
  public record Wait(String turn, Duration after) {}

  /** Takes the turn, if it is free; else says how long to wait. */
  public Optional<Wait> take(String team, Turn turn) {
    var turns = List.of(turn);
    var wait = db.read(tx -> wait(tx, team, turns)); // Looking costs no write.
    return wait.isPresent() ? wait : db.write(tx -> take(tx, team, turns));
  }

  /** Takes every one of the turns, or none of them where one is not free. */
  Optional<Wait> take(Tx tx, String team, List<Turn> turns) {
    var wait = wait(tx, team, turns);
    if (wait.isPresent()) {
      return wait;
    }
    for (Turn turn : turns) {
      if (!moveOn(tx, team, turn)) {
        // Another process was faster by a moment. A turn taken before is lost: that is only slower.
        return Optional.of(new Wait(turn.name(), turn.between()));
      }
    }
    return Optional.empty();
  }

  private Optional<Wait> wait(Tx tx, String team, List<Turn> turns) {
    long now = clock.millis();
    for (Turn turn : turns) {
      long open =
          tx.first(
                  "SELECT open_at FROM turn WHERE team = ? AND name = ?",
                  row -> row.number("open_at"),
                  team,
                  turn.name())
              .orElse(0L);
      if (open > now) {
        return Optional.of(new Wait(turn.name(), Duration.ofMillis(open - now)));
      }
    }
    return Optional.empty();
  }

  private boolean moveOn(Tx tx, String team, Turn turn) {
    long now = clock.millis();
    long between = turn.between().toMillis();
    return tx.update(
            """
            INSERT INTO turn (team, name, even_at, open_at, served_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (team, name) DO UPDATE SET
              even_at = CASE WHEN turn.even_at > ? THEN turn.even_at ELSE ? END + ?,
              open_at = CASE WHEN turn.even_at > ? THEN turn.even_at ELSE ? END + ?,
              served_at = excluded.served_at
            WHERE turn.open_at <= ?
            """,
            team,
            turn.name(),
            now + between,
            now + between - turn.aheadMillis(),
            now,
            now,
            now,
            between,
            now,
            now,
            between - turn.aheadMillis(),
            now)
        == 1;
  }

  /** Nobody takes the turn for this while. */
  public void bar(String team, String turn, Duration wait) {
    Instant until = clock.instant().plus(wait);
    db.change(
        tx ->
            tx.update(
                """
                INSERT INTO turn (team, name, open_at) VALUES (?, ?, ?)
                ON CONFLICT (team, name) DO UPDATE SET open_at =
                  CASE WHEN turn.open_at > excluded.open_at THEN turn.open_at
                  ELSE excluded.open_at END
                """,
                team,
                turn,
                until));
  }

  /** Something of this workspace and pace was served now: the others come first next time. */
  void served(Tx tx, String team, String pace) {
    for (String name : List.of(WORKSPACE, pace)) {
      tx.update(
          """
          INSERT INTO turn (team, name, served_at) VALUES (?, ?, ?)
          ON CONFLICT (team, name) DO UPDATE SET served_at = excluded.served_at
          """,
          team,
          name,
          clock.instant());
    }
  }

  /** Forgets turns that nobody took since the moment, a few thousand at a time. */
  int sweep(Tx tx, Instant before) {
    return tx.update(
        """
        DELETE FROM turn WHERE (team, name) IN (
          SELECT team, name FROM turn WHERE served_at < ? AND open_at < ? LIMIT 2000)
        """,
        before,
        before);
  }
}
