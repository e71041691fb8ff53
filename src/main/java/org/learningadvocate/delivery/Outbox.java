package org.learningadvocate.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.HomeView;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.Span;
import org.learningadvocate.chat.ThreadId;
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

  /**
   * How long one call may take before another takes over; longer than every time-out of a call, and
   * begun anew before each.
   */
  static final Duration LEASE = Duration.ofSeconds(25);

  /** By then our own answer about a post is written down, and a second copy stands out. */
  static final Duration TWIN_SHOWS = Duration.ofSeconds(20);

  /** A slot that is due, whose turn is not taken, and whose channel nobody is at just now. */
  private static final String DUE =
      """
      FROM slot due
      WHERE due.state = 'OPEN' AND due.next_try <= ? AND due.leased_until <= ?
        AND (due.waits IS NULL OR NOT EXISTS (SELECT 1 FROM turn
          WHERE turn.team = due.team AND turn.name = due.waits AND turn.open_at > ?))
        AND NOT EXISTS (SELECT 1 FROM slot other
          WHERE other.team = due.team AND other.pace = due.pace AND other.leased_until > ?)
      """;

  /** Set aside after so many: with five minutes between them half a day, as Slack's outages go. */
  static final int TRIES = 150;

  /** When a message that lacks a name or a link is looked at again; then at twice the time. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  private static final int LOOKS = 8;

  /** What was sent by then has come, or comes no more: Slack is given no longer to answer. */
  static final Duration ARRIVES = Duration.ofSeconds(10);

  private final Db db;
  private final Clock clock;
  private final Signal wishes;
  private final Turns turns;
  private final Twins twins;

  /**
   * @param wishes raised after each change, so that the sender looks at once
   */
  public Outbox(Db db, Clock clock, Signal wishes) {
    this.db = db;
    this.clock = clock;
    this.wishes = wishes;
    this.turns = new Turns(db, clock);
    this.twins = new Twins(db, clock, wishes);
  }

  /** Whose turn it is. */
  public Turns turns() {
    return turns;
  }

  /** What stands twice. */
  Twins twins() {
    return twins;
  }

  /**
   * From now on this should stand in the slot; the same again changes nothing. What failed keeps
   * its time of the next try; what stands, and only lacks a name, does not put off newer words.
   */
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
              state = CASE WHEN slot.state = 'CLOSED'
                  AND (slot.reason = ? OR slot.pace = excluded.pace)
                THEN 'CLOSED' ELSE 'OPEN' END,
              tries = 0,
              next_try = CASE WHEN slot.state = 'OPEN' AND slot.next_try > excluded.next_try
                  AND slot.delivered < slot.version
                THEN slot.next_try ELSE excluded.next_try END
            WHERE slot.wanted <> excluded.wanted
            """,
            team,
            slot.name(),
            text,
            pace(tx, team, wanted),
            now,
            Carrier.Carried.Closed.GONE);
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

  /** How many messages of ours stand in a thread. */
  public int countIn(Tx tx, String team, ThreadId thread) {
    return tx.first(
            """
            SELECT COUNT(*) AS n FROM slot
            WHERE team = ? AND channel = ? AND ts > ? AND state <> 'CLOSED'
              AND name LIKE ? AND name NOT LIKE 'brief:%'
            """,
            row -> row.count("n"), team, thread.channel(), thread.ts(), "%:" + thread)
        .orElse(0);
  }

  /** Which slot stands there, if one does: an event about the bot's own message names only that. */
  public Optional<Slot> at(String team, String channel, String ts) {
    return db.read(tx -> at(tx, team, channel, ts));
  }

  /** The same within a transaction that is under way. */
  public Optional<Slot> at(Tx tx, String team, String channel, String ts) {
    return tx.first(
        "SELECT name FROM slot WHERE team = ? AND channel = ? AND ts = ?",
        row -> new Slot(row.text("name")),
        team,
        channel,
        ts);
  }

  /** A person deleted what stood there: it is not posted again. */
  public void gone(Tx tx, String team, String channel, String ts) {
    gone(tx, team, channel, ts, "");
  }

  /**
   * The same for a message that named its slot.
   *
   * @param slot empty where Slack did not say. It matters where the post's outcome is not known yet
   */
  public void gone(Tx tx, String team, String channel, String ts, String slot) {
    tx.update(
        "UPDATE slot SET state = 'CLOSED', reason = ? WHERE team = ? AND channel = ? AND ts = ?",
        Carrier.Carried.Closed.GONE,
        team,
        channel,
        ts);
    if (!slot.isEmpty()) {
      tx.update(
          """
          UPDATE slot SET state = 'CLOSED', reason = ?
          WHERE team = ? AND name = ? AND ts IS NULL AND first_try IS NOT NULL
          """,
          Carrier.Carried.Closed.GONE,
          team,
          slot);
    }
    tx.update("DELETE FROM echo WHERE team = ? AND channel = ? AND ts = ?", team, channel, ts);
  }

  /** What it would stand under is gone: it is posted no more, where it was not yet. */
  public void drop(Tx tx, String team, Slot slot) {
    tx.update(
        """
        UPDATE slot SET state = 'CLOSED', reason = ?
        WHERE team = ? AND name = ? AND ts IS NULL AND first_try IS NULL
        """,
        Carrier.Carried.Closed.GONE,
        team,
        slot.name());
  }

  /** A channel is there again: what rested because of it is wanted again. */
  public void back(Tx tx, String team, String channel) {
    back(tx, team, channel, Instant.EPOCH);
  }

  /** The same for what was last tried after the moment. */
  public void back(Tx tx, String team, String channel, Instant after) {
    int reopened =
        tx.update(
            """
            UPDATE slot SET state = 'OPEN', tries = 0, next_try = ?
            WHERE team = ? AND pace = ? AND state = 'CLOSED' AND reason <> ? AND next_try >= ?
            """,
            clock.instant(),
            team,
            channel,
            Carrier.Carried.Closed.GONE,
            after);
    if (reopened > 0) {
      tx.afterCommit(wishes::raise);
    }
  }

  /**
   * A person asks for what rests: it is tried once more, and posted anew where somebody had deleted
   * it.
   */
  public void again(Tx tx, String team, Slot slot) {
    int reopened =
        tx.update(
            """
            UPDATE slot SET state = 'OPEN', tries = 0, next_try = ?,
              channel = CASE WHEN reason = ? THEN NULL ELSE channel END,
              ts = CASE WHEN reason = ? THEN NULL ELSE ts END,
              first_try = CASE WHEN reason = ? THEN NULL ELSE first_try END
            WHERE team = ? AND name = ? AND state IN ('CLOSED', 'ASIDE')
            """,
            clock.instant(),
            Carrier.Carried.Closed.GONE,
            Carrier.Carried.Closed.GONE,
            Carrier.Carried.Closed.GONE,
            team,
            slot.name());
    if (reopened > 0) {
      tx.afterCommit(wishes::raise);
    }
  }

  /** Whether nothing more is tried for the slot until something changes or somebody asks. */
  public boolean rests(String team, Slot slot) {
    return db.read(
        tx ->
            tx.first(
                    "SELECT state FROM slot WHERE team = ? AND name = ?",
                    row -> !List.of("OPEN", "SETTLED").contains(row.text("state")),
                    team,
                    slot.name())
                .orElse(false));
  }

  /** Forgets turns that nobody took for a day. */
  public int sweep() {
    return db.write(tx -> turns.sweep(tx, clock.instant().minus(Duration.ofDays(1))));
  }

  /**
   * Frees the slots of a process that is no more, after a moment: a call that it had sent may still
   * be under way, and words that overtook it would be written over by older ones.
   */
  static void freeAll(Tx tx, Instant now) {
    tx.update(
        """
        UPDATE slot SET owner = NULL, token = token + 1,
          leased_until = CASE WHEN leased_until > ? THEN ? ELSE leased_until END
        WHERE leased_until > 0
        """,
        now.plus(ARRIVES),
        now.plus(ARRIVES));
  }

  // Taking a slot, and what came of it

  Optional<Carrier.Claim> take(String owner) {
    Instant now = clock.instant();
    if (db.read(tx -> tx.first("SELECT 1 AS one " + DUE + " LIMIT 1", row -> 1, now, now, now, now))
        .isEmpty()) {
      return Optional.empty(); // Looking costs no write; the taking below decides.
    }
    return db.write(
        tx ->
            tx.first(
                """
                UPDATE slot SET owner = ?, token = token + 1, leased_until = ?
                WHERE (team, name) = (
                  SELECT due.team, due.name
                """
                    + DUE
                    + """
                      ORDER BY
                        (SELECT COALESCE(MAX(served_at), 0) FROM turn
                          WHERE turn.team = due.team AND turn.name = ''),
                        (SELECT COALESCE(MAX(served_at), 0) FROM turn
                          WHERE turn.team = due.team AND turn.name = due.pace),
                        due.next_try, due.name
                      LIMIT 1"""
                    + tx.dialect().skipLocked()
                    + ") RETURNING team, name, wanted, channel, ts, pace, first_try, tries, token, version, delivered",
                this::claim,
                owner,
                now.plus(LEASE),
                now,
                now,
                now,
                now));
  }

  Optional<Carrier.Carried> turn(Carrier.Claim claim, List<Turn> wanted, boolean post) {
    return db.write(
        tx -> {
          int ours =
              tx.update(
                  "UPDATE slot SET leased_until = ? WHERE team = ? AND name = ? AND token = ?",
                  clock.instant().plus(LEASE),
                  claim.team(),
                  claim.slot().name(),
                  claim.token());
          if (ours == 0) {
            return Optional.of(new Carrier.Carried.Later(Duration.ZERO, "taken over"));
          }
          var wait = turns.take(tx, claim.team(), wanted);
          if (wait.isPresent()) {
            return wait.map(
                one ->
                    new Carrier.Carried.Waits(
                        one.turn(), one.after(), "waits for its turn: " + one.turn()));
          }
          turns.served(tx, claim.team(), claim.pace());
          if (post) {
            tx.update(
                "UPDATE slot SET first_try = COALESCE(first_try, ?) WHERE team = ? AND name = ?",
                clock.instant(),
                claim.team(),
                claim.slot().name());
          }
          return Optional.empty();
        });
  }

  boolean found(
      Carrier.Claim claim, Carrier.Place place, @Nullable String thread, List<String> copies) {
    return db.write(
        tx -> {
          int ours =
              tx.update(
                  """
                  UPDATE slot SET channel = ?, ts = ?, first_try = NULL, leased_until = ?
                  WHERE team = ? AND name = ? AND token = ?
                  """,
                  place.channel(),
                  place.ts(),
                  clock.instant().plus(LEASE),
                  claim.team(),
                  claim.slot().name(),
                  claim.token());
          if (ours == 1) {
            copies.forEach(
                copy ->
                    twins.note(
                        tx,
                        claim.team(),
                        claim.slot(),
                        new Carrier.Place(place.channel(), copy),
                        thread,
                        clock.instant()));
          }
          return ours == 1;
        });
  }

  void record(Carrier.Claim claim, Carrier.Carried carried) {
    db.change(
        tx -> {
          if (carried instanceof Carrier.Carried.Stands stands) {
            stands(tx, claim, stands);
          } else if (carried instanceof Carrier.Carried.Waits waits) {
            waits(tx, claim, waits);
          } else if (carried instanceof Carrier.Carried.Later later) {
            again(tx, claim, later.after(), later.reason(), false, true);
          } else if (carried instanceof Carrier.Carried.Failed failed) {
            again(tx, claim, Lanes.backoff(claim.tries()), failed.reason(), true, true);
            onceMore(tx, claim);
          } else if (carried instanceof Carrier.Carried.Unknown unknown) {
            again(tx, claim, Lanes.backoff(claim.tries()), unknown.reason(), true, false);
            if (claim.ts() != null) {
              onceMore(tx, claim);
            }
          } else if (carried instanceof Carrier.Carried.Closed closed) {
            rest(tx, claim, "CLOSED", closed.reason());
          } else if (carried instanceof Carrier.Carried.Aside aside) {
            rest(tx, claim, "ASIDE", aside.reason());
          }
        });
  }

  private void stands(Tx tx, Carrier.Claim claim, Carrier.Carried.Stands stands) {
    var place = stands.place();
    // What Slack does not tell for that long is left as it is.
    boolean whole = stands.whole() || claim.tries() >= LOOKS;
    int ours =
        tx.update(
            """
            UPDATE slot SET delivered = ?, channel = COALESCE(?, channel), ts = COALESCE(?, ts),
              state = CASE WHEN version = ? AND ? = 1 THEN 'SETTLED' ELSE 'OPEN' END,
              tries = CASE WHEN ? = 1 THEN 0 ELSE tries + 1 END,
              next_try = CASE WHEN version = ? THEN ? ELSE next_try END,
              reason = NULL, waits = NULL, first_try = NULL, leased_until = 0
            WHERE team = ? AND name = ? AND token = ?
            """,
            claim.version(),
            place == null ? null : place.channel(),
            place == null ? null : place.ts(),
            claim.version(),
            whole,
            whole,
            claim.version(),
            whole
                ? clock.instant()
                : clock.instant().plus(LOOK_AGAIN.multipliedBy(1L << claim.tries())),
            claim.team(),
            claim.slot().name(),
            claim.token());
    if (ours == 0 && place != null && claim.ts() == null) {
      // Paused for longer than it may be, it posted all the same: another has taken over meanwhile.
      twins.note(tx, claim.team(), claim.slot(), place, threadOf(tx, claim), clock.instant());
    } else if (ours == 0) {
      onceMore(tx, claim);
    }
    if (ours == 1 && place != null && !place.ts().equals(claim.ts())) {
      // Its event may have come before this answer.
      tx.update(
          "DELETE FROM echo WHERE team = ? AND channel = ? AND ts = ?",
          claim.team(),
          place.channel(),
          place.ts());
      int waiting =
          tx.update(
              """
              UPDATE slot SET state = 'OPEN', version = version + 1, next_try = ?,
                pace = CASE WHEN pace = ? THEN ? ELSE pace END
              WHERE team = ? AND state IN ('OPEN', 'SETTLED') AND name IN (
                SELECT slot FROM slot_link WHERE team = ? AND target = ?)
              """,
              clock.instant(),
              claim.slot().name(),
              place.channel(),
              claim.team(),
              claim.team(),
              claim.slot().name());
      if (waiting > 0) {
        tx.afterCommit(wishes::raise);
      }
    }
  }

  /**
   * Paused for longer than it may be, it wrote its old words over what another had written since;
   * nobody can know in which order Slack took the two, so the newest go out once more.
   */
  private void onceMore(Tx tx, Carrier.Claim claim) {
    // Nothing counts as delivered any more, so no process takes it for standing.
    int reopened =
        tx.update(
            """
            UPDATE slot SET state = 'OPEN', version = version + 1, delivered = -1, next_try = ?
            WHERE team = ? AND name = ? AND token <> ? AND state IN ('OPEN', 'SETTLED')
            """,
            clock.instant(),
            claim.team(),
            claim.slot().name(),
            claim.token());
    if (reopened > 0) {
      tx.afterCommit(wishes::raise);
    }
  }

  private void waits(Tx tx, Carrier.Claim claim, Carrier.Carried.Waits waits) {
    tx.update(
        """
        UPDATE slot SET waits = ?, reason = ?, leased_until = 0,
          first_try = CASE WHEN ? = 1 THEN NULL ELSE first_try END
        WHERE team = ? AND name = ? AND token = ?
        """,
        waits.turn(),
        waits.reason(),
        claim.firstTry() == null,
        claim.team(),
        claim.slot().name(),
        claim.token());
  }

  private void again(
      Tx tx,
      Carrier.Claim claim,
      Duration after,
      String reason,
      boolean counts,
      boolean outcomeKnown) {
    if (counts && claim.tries() + 1 >= TRIES) {
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
        counts,
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
    // What is set aside for its words gets another chance when it was given others meanwhile.
    tx.update(
        """
        UPDATE slot SET state = CASE WHEN ? = 'ASIDE' AND version <> ? THEN 'OPEN' ELSE ? END,
          reason = ?, waits = NULL, leased_until = 0
        WHERE team = ? AND name = ? AND token = ?
        """,
        state,
        claim.version(),
        state,
        reason,
        claim.team(),
        claim.slot().name(),
        claim.token());
  }

  /** Why a slot rests; empty where it does not. */
  Optional<String> restOf(String team, Slot slot) {
    return db.read(
        tx ->
            tx.first(
                "SELECT reason FROM slot WHERE team = ? AND name = ? AND state = 'CLOSED'",
                row -> row.text("reason"),
                team,
                slot.name()));
  }

  // What stands twice

  /**
   * A message of ours that stands in the chat, and what slot it names. Where the slot is not known
   * to stand there, it is looked at again once everything under way is written down: then the slot
   * is put there, or the message is removed.
   *
   * @param thread the ts of its thread's first message; null at the top level
   * @return whether it is news
   */
  public boolean stands(String team, Slot slot, Carrier.Place place, @Nullable String thread) {
    if (place(team, slot).filter(place::equals).isPresent()) {
      return false;
    }
    return db.write(
        tx ->
            has(tx, team, slot)
                && twins.note(tx, team, slot, place, thread, clock.instant().plus(TWIN_SHOWS)));
  }

  void leaves(Carrier.Claim claim, Carrier.Place place) {
    db.change(tx -> twins.note(tx, claim.team(), claim.slot(), place, null, clock.instant()));
  }

  private static @Nullable String threadOf(Tx tx, Carrier.Claim claim) {
    return threadOf(tx, claim.team(), claim.wanted());
  }

  static @Nullable String threadOf(Tx tx, String team, Wanted wanted) {
    if (wanted instanceof Wanted.Below below) {
      return tx.first(
              "SELECT ts FROM slot WHERE team = ? AND name = ?",
              row -> Optional.ofNullable(row.textOrNull("ts")),
              team,
              below.parent().name())
          .flatMap(ts -> ts)
          .orElse(null);
    }
    return wanted instanceof Wanted.Post post ? post.thread() : null;
  }

  private Carrier.Claim claim(Row row) {
    return new Carrier.Claim(
        row.text("team"),
        new Slot(row.text("name")),
        Json.read(row.text("wanted"), Wanted.class),
        row.textOrNull("channel"),
        row.textOrNull("ts"),
        row.text("pace"),
        row.instantOrNull("first_try"),
        row.count("tries"),
        this,
        row.number("token"),
        row.number("version"),
        row.number("delivered"));
  }

  /** Whose turn it takes: a channel has about one message a second. */
  private static String pace(Tx tx, String team, Wanted wanted) {
    if (wanted instanceof Wanted.Post post) {
      return post.channel();
    }
    if (wanted instanceof Wanted.Below below) {
      String parent = below.parent().name();
      return tx.first(
              "SELECT pace FROM slot WHERE team = ? AND name = ?",
              row -> row.text("pace"),
              team,
              parent)
          .orElse(parent);
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
