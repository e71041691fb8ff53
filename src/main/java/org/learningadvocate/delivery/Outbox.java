package org.learningadvocate.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.learningadvocate.chat.HomeView;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.Span;
import org.learningadvocate.chat.Wanted;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Json;
import org.learningadvocate.store.Row;
import org.learningadvocate.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What should stand where in Slack. A row is no queue entry but a slot: ten quick changes become
 * one update, a restart loses nothing, a rate limit is only a later time. Safe for many threads.
 */
public final class Outbox {

  private static final Logger log = LoggerFactory.getLogger(Outbox.class);

  /** How long one call may take before another takes over; longer than every time-out of a call. */
  static final Duration LEASE = Duration.ofSeconds(45);

  private static final int TRIES = 12;

  private final Db db;
  private final Clock clock;
  private final Signal wishes;

  /**
   * @param wishes raised after each change, so that the sender looks at once
   */
  public Outbox(Db db, Clock clock, Signal wishes) {
    this.db = db;
    this.clock = clock;
    this.wishes = wishes;
  }

  /** From now on this should stand in the slot; the same again changes nothing. */
  public void want(Tx tx, String team, Slot slot, Wanted wanted) {
    Instant now = clock.instant();
    String text = Json.write(wanted, Wanted.class);
    int changed =
        tx.update(
            """
            INSERT INTO slot (team, name, wanted, version, pace, state, next_try)
            VALUES (?, ?, ?, 1, ?, 'OPEN', ?)
            ON CONFLICT (team, name) DO UPDATE SET
              wanted = excluded.wanted, version = slot.version + 1, pace = excluded.pace,
              state = CASE WHEN slot.state = 'CLOSED' THEN 'CLOSED' ELSE 'OPEN' END,
              tries = 0,
              next_try = CASE WHEN slot.state = 'OPEN' AND slot.next_try > excluded.next_try
                THEN slot.next_try ELSE excluded.next_try END
            WHERE slot.wanted <> excluded.wanted
            """,
            team,
            slot.name(),
            text,
            pace(wanted),
            now);
    if (changed > 0) {
      tx.update("DELETE FROM slot_link WHERE team = ? AND slot = ?", team, slot.name());
      for (String target : linked(wanted)) {
        tx.update(
            "INSERT INTO slot_link (team, target, slot) VALUES (?, ?, ?)",
            team,
            target,
            slot.name());
      }
      tx.afterCommit(wishes::raise);
    }
  }

  /** Whether the slot was ever wanted. */
  public boolean has(Tx tx, String team, Slot slot) {
    return tx.first(
            "SELECT name FROM slot WHERE team = ? AND name = ?", row -> true, team, slot.name())
        .isPresent();
  }

  /** Where the slot stands, if it does. */
  public Optional<Carrier.Place> place(String team, Slot slot) {
    return db.read(
        tx ->
            tx.first(
                "SELECT channel, ts FROM slot WHERE team = ? AND name = ? AND ts IS NOT NULL",
                row -> new Carrier.Place(row.text("channel"), row.text("ts")),
                team,
                slot.name()));
  }

  /** Which slot stands there, if one does: an event about the bot's own message names only that. */
  public Optional<Slot> at(String team, String channel, String ts) {
    return db.read(
        tx ->
            tx.first(
                "SELECT name FROM slot WHERE team = ? AND channel = ? AND ts = ?",
                row -> new Slot(row.text("name")),
                team,
                channel,
                ts));
  }

  /** A person deleted what stood there: it is not posted again. */
  public void gone(Tx tx, String team, String channel, String ts) {
    tx.update(
        "UPDATE slot SET state = 'CLOSED', reason = 'deleted in Slack' WHERE team = ? AND channel = ? AND ts = ?",
        team,
        channel,
        ts);
  }

  /** A channel is there again: what rested because of it is wanted again. */
  public void back(Tx tx, String team, String channel) {
    tx.update(
        """
        UPDATE slot SET state = 'OPEN', tries = 0, next_try = ?
        WHERE team = ? AND pace = ? AND state = 'CLOSED' AND reason <> 'deleted in Slack'
        """,
        clock.instant(),
        team,
        channel);
    tx.afterCommit(wishes::raise);
  }

  /** Frees every slot: whoever brought one up to date is no more. */
  static void freeAll(Tx tx) {
    tx.update(
        "UPDATE slot SET leased_until = 0, owner = NULL, token = token + 1 WHERE leased_until > 0");
  }

  Optional<Carrier.Claim> take(String owner) {
    Instant now = clock.instant();
    if (db.read(
        tx ->
            tx.first(
                    "SELECT 1 AS one FROM slot WHERE state = 'OPEN' AND next_try <= ? AND leased_until <= ? LIMIT 1",
                    row -> 1,
                    now,
                    now)
                .isEmpty())) {
      return Optional.empty(); // Looking costs no write; the taking below decides.
    }
    return db.write(
        tx ->
            tx.first(
                """
                UPDATE slot SET owner = ?, token = token + 1, leased_until = ?
                WHERE (team, name) IN (
                  SELECT team, name FROM slot
                  WHERE state = 'OPEN' AND next_try <= ? AND leased_until <= ?
                  ORDER BY next_try LIMIT 1"""
                    + tx.dialect().skipLocked()
                    + ") RETURNING team, name, wanted, channel, ts, first_try, tries, token, version",
                this::claim,
                owner,
                now.plus(LEASE),
                now,
                now));
  }

  boolean aboutToPost(Carrier.Claim claim) {
    return db.write(
        tx ->
            tx.update(
                    """
                    UPDATE slot SET first_try = COALESCE(first_try, ?), leased_until = ?
                    WHERE team = ? AND name = ? AND token = ?
                    """,
                    clock.instant(),
                    clock.instant().plus(LEASE),
                    claim.team(),
                    claim.slot().name(),
                    claim.token())
                == 1);
  }

  void record(Carrier.Claim claim, Carrier.Carried carried) {
    db.change(
        tx -> {
          if (carried instanceof Carrier.Carried.Stands stands) {
            stands(tx, claim, stands);
          } else if (carried instanceof Carrier.Carried.Later later) {
            again(tx, claim, later.after(), later.reason(), true);
          } else if (carried instanceof Carrier.Carried.Unknown unknown) {
            again(tx, claim, Lanes.backoff(claim.tries()), unknown.reason(), false);
          } else if (carried instanceof Carrier.Carried.Closed closed) {
            rest(tx, claim, "CLOSED", closed.reason());
          } else if (carried instanceof Carrier.Carried.Aside aside) {
            rest(tx, claim, "ASIDE", aside.reason());
          }
        });
  }

  private void stands(Tx tx, Carrier.Claim claim, Carrier.Carried.Stands stands) {
    var place = stands.place();
    int ours =
        tx.update(
            """
            UPDATE slot SET delivered = ?, channel = COALESCE(?, channel), ts = COALESCE(?, ts),
              state = CASE WHEN version = ? THEN 'SETTLED' ELSE 'OPEN' END,
              reason = NULL, tries = 0, first_try = NULL, leased_until = 0, next_try = ?
            WHERE team = ? AND name = ? AND token = ?
            """,
            claim.version(),
            place == null ? null : place.channel(),
            place == null ? null : place.ts(),
            claim.version(),
            clock.instant(),
            claim.team(),
            claim.slot().name(),
            claim.token());
    if (ours == 1 && place != null && claim.ts() == null) {
      int waiting =
          tx.update(
              """
              UPDATE slot SET state = 'OPEN', version = version + 1, next_try = ?
              WHERE team = ? AND state IN ('OPEN', 'SETTLED') AND name IN (
                SELECT slot FROM slot_link WHERE team = ? AND target = ?)
              """,
              clock.instant(),
              claim.team(),
              claim.team(),
              claim.slot().name());
      if (waiting > 0) {
        tx.afterCommit(wishes::raise);
      }
    }
  }

  private void again(
      Tx tx, Carrier.Claim claim, Duration after, String reason, boolean outcomeKnown) {
    boolean last = !outcomeKnown && claim.tries() + 1 >= TRIES;
    if (last) {
      rest(tx, claim, "ASIDE", reason);
      return;
    }
    tx.update(
        """
        UPDATE slot SET tries = tries + ?, reason = ?, leased_until = 0,
          next_try = CASE WHEN version = ? THEN ? ELSE next_try END,
          first_try = CASE WHEN ? = 1 THEN NULL ELSE first_try END
        WHERE team = ? AND name = ? AND token = ?
        """,
        outcomeKnown ? 0 : 1,
        reason,
        // What it waited for may have come meanwhile: then it is not put off.
        claim.version(),
        clock.instant().plus(after),
        outcomeKnown && claim.firstTry() == null,
        claim.team(),
        claim.slot().name(),
        claim.token());
  }

  private static void rest(Tx tx, Carrier.Claim claim, String state, String reason) {
    log.warn("Slot {} rests: {} ({})", claim.slot(), reason, state);
    tx.update(
        """
        UPDATE slot SET state = ?, reason = ?, leased_until = 0
        WHERE team = ? AND name = ? AND token = ?
        """,
        state,
        reason,
        claim.team(),
        claim.slot().name(),
        claim.token());
  }

  private Carrier.Claim claim(Row row) {
    return new Carrier.Claim(
        row.text("team"),
        new Slot(row.text("name")),
        Json.read(row.text("wanted"), Wanted.class),
        row.textOrNull("channel"),
        row.textOrNull("ts"),
        row.instantOrNull("first_try"),
        row.count("tries"),
        this,
        row.number("token"),
        row.number("version"));
  }

  /** Whose turn it takes: a channel has about one message a second. */
  private static String pace(Wanted wanted) {
    if (wanted instanceof Wanted.Post post) {
      return post.channel();
    }
    if (wanted instanceof Wanted.Below below) {
      return below.parent().name();
    }
    if (wanted instanceof Wanted.Reaction reaction) {
      return reaction.channel();
    }
    return ((Wanted.Home) wanted).user();
  }

  private static Set<String> linked(Wanted wanted) {
    var targets = new TreeSet<String>();
    if (wanted instanceof Wanted.Post post) {
      collect(post.message(), targets);
    } else if (wanted instanceof Wanted.Below below) {
      targets.add(below.parent().name());
      collect(below.message(), targets);
    } else if (wanted instanceof Wanted.Home home) {
      collect(home.view(), targets);
    }
    return targets;
  }

  private static void collect(Message message, Set<String> targets) {
    collect(message.parts(), targets);
  }

  private static void collect(HomeView view, Set<String> targets) {
    collect(view.parts(), targets);
  }

  private static void collect(List<Part> parts, Set<String> targets) {
    for (Part part : parts) {
      var words =
          part instanceof Part.Line line
              ? line.words()
              : part instanceof Part.Note note ? note.words() : null;
      if (words != null) {
        for (Span span : words.spans()) {
          if (span instanceof Span.LinkTo link) {
            targets.add(link.slot().name());
          }
        }
      }
    }
  }
}
