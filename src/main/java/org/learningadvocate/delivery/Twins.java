package org.learningadvocate.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.Wanted;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Json;
import org.learningadvocate.store.Tx;

/**
 * Messages of ours that stand beside the one where their slot is known to stand: posted by a
 * process that was thought dead, or taken by the chat after it was given up. Each is looked at once
 * what is under way is written down, and removed, or taken for the slot's own.
 */
final class Twins {

  /** When a second copy is looked at again while something about its slot is under way. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(2);

  private final Db db;
  private final Clock clock;
  private final Signal wishes;

  Twins(Db db, Clock clock, Signal wishes) {
    this.db = db;
    this.clock = clock;
    this.wishes = wishes;
  }

  /**
   * Writes down a message of ours that may stand where it should not.
   *
   * @param thread the ts of its thread's first message; null at the top level
   * @param due when it is looked at
   * @return whether it is news
   */
  boolean note(
      Tx tx, String team, Slot slot, Carrier.Place place, @Nullable String thread, Instant due) {
    int kept =
        tx.update(
            """
            INSERT INTO echo (team, channel, ts, thread, slot, due) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            team,
            place.channel(),
            place.ts(),
            thread,
            slot.name(),
            due);
    if (kept > 0) {
      tx.afterCommit(wishes::raise);
    }
    return kept > 0;
  }

  /** A message that stands beside the one that the slot is known to stand at. */
  record Twin(String team, String slot, Carrier.Place place, @Nullable String thread) {}

  /** A message to be removed, if there is one; the others that were due are settled by the way. */
  Optional<Twin> next() {
    Instant now = clock.instant();
    if (db.read(tx -> tx.first("SELECT 1 AS one FROM echo WHERE due <= ? LIMIT 1", row -> 1, now))
        .isEmpty()) {
      return Optional.empty();
    }
    return db.write(
        tx ->
            tx.first(
                    """
                    UPDATE echo SET due = ? WHERE (team, channel, ts) = (
                      SELECT team, channel, ts FROM echo WHERE due <= ? ORDER BY due LIMIT 1"""
                        + tx.dialect().skipLocked()
                        + ") RETURNING team, channel, ts, thread, slot",
                    row ->
                        new Twin(
                            row.text("team"),
                            row.text("slot"),
                            new Carrier.Place(row.text("channel"), row.text("ts")),
                            row.textOrNull("thread")),
                    now.plus(Outbox.LEASE),
                    now)
                .filter(twin -> isTwin(tx, twin, now)));
  }

  /** What is known of a slot that a message of ours names. */
  private record Known(String wanted, Carrier.@Nullable Place place, boolean busy, boolean gone) {}

  private boolean isTwin(Tx tx, Twin twin, Instant now) {
    var slot =
        tx.first(
            "SELECT wanted, channel, ts, leased_until, state, reason FROM slot WHERE team = ? AND name = ?",
            row ->
                new Known(
                    row.text("wanted"),
                    row.textOrNull("ts") == null
                        ? null
                        : new Carrier.Place(row.text("channel"), row.text("ts")),
                    row.instant("leased_until").isAfter(now),
                    row.text("state").equals("CLOSED")
                        && Carrier.Carried.Closed.GONE.equals(row.textOrNull("reason"))),
            twin.team(),
            twin.slot());
    if (slot.isPresent() && slot.get().busy()) {
      // What is under way may be this one.
      tx.update(
          "UPDATE echo SET due = ? WHERE team = ? AND channel = ? AND ts = ?",
          now.plus(UNDER_WAY),
          twin.team(),
          twin.place().channel(),
          twin.place().ts());
      return false;
    }
    var place = slot.map(Known::place).orElse(null);
    if (slot.isEmpty() || twin.place().equals(place)) {
      forget(tx, twin);
      return false;
    }
    if (place != null || slot.get().gone() || !isInItsThread(tx, twin, slot.get().wanted())) {
      return true;
    }
    // Its outcome was unknown: here it is.
    tx.update(
        """
        UPDATE slot SET channel = ?, ts = ?, first_try = NULL, tries = 0, waits = NULL, next_try = ?,
          state = CASE WHEN state = 'CLOSED' THEN 'CLOSED' ELSE 'OPEN' END
        WHERE team = ? AND name = ?
        """,
        twin.place().channel(),
        twin.place().ts(),
        now,
        twin.team(),
        twin.slot());
    forget(tx, twin);
    return false;
  }

  /**
   * Whether it stands in the thread that it is meant for; a stray stands in the channel instead.
   */
  private static boolean isInItsThread(Tx tx, Twin twin, String wanted) {
    return Objects.equals(
        twin.thread(), Outbox.threadOf(tx, twin.team(), Json.read(wanted, Wanted.class)));
  }

  /** What came of removing it. */
  void removed(Twin twin, Carrier.Carried carried) {
    db.change(
        tx -> {
          Duration after =
              carried instanceof Carrier.Carried.Waits waits
                  ? waits.after()
                  : carried instanceof Carrier.Carried.Later later ? later.after() : null;
          if (after == null) {
            forget(tx, twin);
          } else {
            tx.update(
                "UPDATE echo SET due = ? WHERE team = ? AND channel = ? AND ts = ?",
                clock.instant().plus(after),
                twin.team(),
                twin.place().channel(),
                twin.place().ts());
          }
        });
  }

  private static void forget(Tx tx, Twin twin) {
    tx.update(
        "DELETE FROM echo WHERE team = ? AND channel = ? AND ts = ?",
        twin.team(),
        twin.place().channel(),
        twin.place().ts());
  }
}
