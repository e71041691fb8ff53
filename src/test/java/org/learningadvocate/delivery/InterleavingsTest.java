package org.learningadvocate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.learningadvocate.delivery.DeliveryTest.said;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.learningadvocate.SettableClock;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.chat.Wanted;
import org.learningadvocate.request.KeptMessage;
import org.learningadvocate.request.Messages;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Dialect;
import org.learningadvocate.store.TestDatabase;
import org.learningadvocate.store.Turns;

/**
 * Two processes work off the same events and post what they mean, over the real tables, and move
 * one at a time, from one transaction (or post) to the next. By itself the first works to its end,
 * then the second. Every way is tried in which that is broken by up to so many surprises, at any
 * step: the other goes on, it goes on after every lease has run out, who works is killed, one more
 * reply comes in. {@code -Dsurprises=3} goes deeper than the everyday run.
 */
class InterleavingsTest {

  private static final int MOST_SURPRISES = Integer.getInteger("surprises", 2);

  private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");
  private static final Duration LEASES_END = Duration.ofMinutes(1);
  private static final String TEAM = "T1";
  private static final ThreadId THREAD = new ThreadId("C1", "1.000001");
  private static final List<String> IN_ORDER = List.of("1.000001", "2.000001", "3.000001");
  private static final String WORDS = "text 1.000001, text 2.000001, text 3.000001";

  /** What may happen besides the next move of who works. */
  private enum Surprise {
    /** The other goes on; this one stands where it is. */
    OTHER,
    /** The same, for longer than any lease. */
    PAUSED,
    /** Who works is killed; on SQLite there is one process, so both are. */
    KILLED,
    /** One more reply comes in. */
    ARRIVES
  }

  private record At(int step, Surprise surprise) {}

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void whateverComesBetweenNothingIsLostDoneTwiceOrOutOfOrder(Dialect dialect) {
    try (var database = TestDatabase.quick(dialect)) {
      int runs = explore(database.db(), List.of());
      System.out.printf("%s: %,d ways with up to %d surprises%n", dialect, runs, MOST_SURPRISES);
      assertThat(runs).isGreaterThan(MOST_SURPRISES * 20);
    }
  }

  /** Tries these surprises, and then each one more at every later step; says how many ways. */
  private static int explore(Db db, List<At> surprises) {
    int steps = new Run(db, surprises).check();
    int runs = 1;
    if (surprises.size() < MOST_SURPRISES) {
      var last = surprises.isEmpty() ? new At(0, null) : surprises.get(surprises.size() - 1);
      for (int step = last.step(); step < steps; step++) {
        for (var surprise : Surprise.values()) {
          boolean again =
              surprise == Surprise.ARRIVES
                  && surprises.stream().anyMatch(at -> at.surprise() == Surprise.ARRIVES);
          if ((surprises.isEmpty() || step > last.step()) && !again) {
            var more = new ArrayList<>(surprises);
            more.add(new At(step, surprise));
            runs += explore(db, more);
          }
        }
      }
    }
    return runs;
  }

  /** One way that things go. */
  private static final class Run {

    private final SettableClock clock = new SettableClock(START);
    private final Messages messages = new Messages();
    private final Slack slack = new Slack();
    private final Db db;
    private final List<At> surprises;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Turns turns;
    private final List<Turns.Player> processes = new ArrayList<>();
    private int current;
    private boolean arrived;

    Run(Db db, List<At> surprises) {
      this.db = db;
      this.surprises = surprises;
      this.inbox = new Inbox(db, clock, new Signal());
      this.outbox = new Outbox(db, clock, new Signal());
      this.turns = new Turns(db);
    }

    /** Says how many steps it took. */
    int check() {
      db.change(
          tx ->
              List.of("inbox", "seen", "lane", "slot", "slot_link", "message", "act")
                  .forEach(table -> tx.update("DELETE FROM " + table)));
      inbox.keep(said("1.000001", null), "Ev1");
      inbox.keep(said("2.000001", THREAD.ts()), "Ev2");
      processes.add(process());
      processes.add(process());
      int step = 0;
      while (moves(step)) {
        step++;
      }
      arrive();
      // Who stood still for long goes on at last, and then a new process does what is left.
      clock.advance(LEASES_END);
      processes.forEach(
          process -> {
            while (process.move()) {}
          });
      for (int more = 0; more < 3; more++) {
        clock.advance(LEASES_END);
        work(null, db);
      }
      int twins = slack.deleteTwins();
      if (surprises.stream().noneMatch(at -> at.surprise() == Surprise.PAUSED)) {
        assertThat(twins).as("posts too many, with %s", surprises).isZero();
      }
      verify();
      return step;
    }

    private boolean moves(int step) {
      for (At at : surprises) {
        if (at.step() == step) {
          happens(at.surprise());
        }
      }
      if (processes.get(current).move()) {
        return true;
      }
      if (processes.get(1 - current).ended()) {
        return false;
      }
      current = 1 - current;
      return true;
    }

    private void happens(Surprise surprise) {
      switch (surprise) {
        case OTHER -> goesOn(1 - current);
        case PAUSED -> {
          clock.advance(LEASES_END);
          goesOn(1 - current);
        }
        case KILLED -> {
          if (db.dialect() == Dialect.SQLITE) {
            processes.forEach(Turns.Player::kill);
            new Backlog(db, clock).freeAll();
            processes.set(1 - current, process());
          }
          processes.get(current).kill();
          goesOn(current);
        }
        case ARRIVES -> arrive();
        default -> throw new IllegalStateException();
      }
    }

    /** Also one that had found nothing to do any more, since there may be something by now. */
    private void goesOn(int process) {
      current = process;
      if (processes.get(process).ended()) {
        processes.set(process, process());
      }
    }

    private void arrive() {
      if (!arrived) {
        arrived = true;
        inbox.keep(said("3.000001", THREAD.ts()), "Ev3");
        inbox.keep(said("3.000001", THREAD.ts()), "Ev3 again");
      }
    }

    private Turns.Player process() {
      return turns.start(this::work);
    }

    private void work(Turns.Player player, Db own) {
      var worker = new Worker(own, clock, incoming -> think(own, (Incoming.Said) incoming), "p");
      var courier =
          new Courier(
              new Outbox(own, clock, new Signal()), claim -> slack.carry(player, claim), "p");
      while (worker.round() || courier.round()) {}
    }

    /** As a conversation does it: the words are kept at once, what they mean is saved with them. */
    private Handler.Consequence think(Db own, Incoming.Said said) {
      own.change(tx -> messages.keep(tx, said));
      String words =
          own.read(tx -> messages.of(tx, TEAM, THREAD)).stream()
              .map(KeptMessage::text)
              .collect(Collectors.joining(", "));
      return tx -> {
        long number = tx.first("SELECT COUNT(*) AS n FROM act", row -> row.number("n")).orElse(0L);
        tx.update(
            "INSERT INTO act (team, request, at, key, who, what, detail) VALUES (?, ?, ?, '', '', ?, '')",
            TEAM,
            THREAD.toString(),
            number,
            said.ts());
        outbox.want(
            tx,
            TEAM,
            Slot.thread(THREAD),
            new Wanted.Post(THREAD.channel(), THREAD.ts(), Message.of(words)));
      };
    }

    private void verify() {
      List<String> done =
          db.read(tx -> tx.query("SELECT what FROM act ORDER BY at", row -> row.text("what")));
      assertThat(done).as("each once and in order, with %s", surprises).isEqualTo(IN_ORDER);
      List<String> open =
          db.read(
              tx ->
                  tx.query(
                      """
                      SELECT key FROM inbox WHERE state <> 'DONE'
                      UNION ALL SELECT name FROM slot WHERE state <> 'SETTLED'
                      UNION ALL SELECT name FROM lane WHERE ready IS NOT NULL
                      """,
                      row -> row.text("key")));
      assertThat(open).as("nothing left, with %s", surprises).isEmpty();
      assertThat(slack.posts.values())
          .as("one post that says everything, with %s", surprises)
          .containsExactly(Message.of(WORDS));
    }

    /** What stands in the thread, with what a sender and a door do about it. */
    private final class Slack {

      private final Map<String, Message> posts = new HashMap<>();
      private int number;

      Carrier.Carried carry(Turns.Player player, Carrier.Claim claim) {
        var message = ((Wanted.Post) claim.wanted()).message();
        String ts = claim.ts();
        if (ts == null && claim.firstTry() != null) {
          ts = posts.keySet().stream().min(Comparator.naturalOrder()).orElse(null);
        }
        if (ts == null) {
          var instead = claim.aboutToPost();
          if (instead.isPresent()) {
            return instead.get();
          }
          if (player != null) {
            player.stand();
          }
          ts = "9.00000" + number++;
        }
        posts.put(ts, message);
        return new Carrier.Carried.Stands(new Carrier.Place(THREAD.channel(), ts));
      }

      /** A post that went out after it was given up is seen by its event, and deleted. */
      int deleteTwins() {
        int before = posts.size();
        var place = outbox.place(TEAM, Slot.thread(THREAD)).orElseThrow();
        posts.keySet().removeIf(ts -> !ts.equals(place.ts()));
        return before - posts.size();
      }
    }
  }
}
