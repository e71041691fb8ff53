package org.learningadvocate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.learningadvocate.delivery.DeliveryTest.said;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.learningadvocate.SettableClock;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.chat.Wanted;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Dialect;
import org.learningadvocate.store.TestDatabase;

/** Who takes which lane, for how long, in which order, and what becomes of what fails. */
class LanesTest {

  private static final Duration INSTANT = Duration.ofMillis(1);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
  private final List<String> worked = new ArrayList<>();
  private TestDatabase database;
  private Inbox inbox;

  private void on(Dialect dialect) {
    database = TestDatabase.of(dialect);
    inbox = new Inbox(database.db(), clock, new Signal());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Worker worker(Handler handler) {
    return new Worker(database.db(), clock, handler, "test");
  }

  /** One that takes note of what it worked off. */
  private Worker noting() {
    return worker(incoming -> tx -> worked.add(incoming.order()));
  }

  /** One to which what has this order is poison. */
  private Worker choking(String order, RuntimeException poison) {
    return worker(
        incoming -> {
          if (incoming.order().equals(order)) {
            throw poison;
          }
          return tx -> worked.add(incoming.order());
        });
  }

  private void workOff(Worker worker) {
    while (worker.round()) {}
  }

  /** As another thread does it, and to its end. */
  private static void elsewhere(Runnable work) {
    CompletableFuture.runAsync(work).join();
  }

  private List<String> aside() {
    return database
        .db()
        .read(
            tx ->
                tx.query(
                    "SELECT key, reason FROM inbox WHERE state = 'ASIDE' ORDER BY key",
                    row -> row.text("key") + " " + row.text("reason")));
  }

  private void change(String sql) {
    database.db().change(tx -> tx.update(sql));
  }

  // Leases

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void aPausedWorkerWritesNothingEvenWhileItThinks(Dialect dialect) {
    on(dialect);
    inbox.keep(said("1.000001", null), "Ev1");
    Db db = database.db();
    var paused =
        worker(
            incoming -> {
              clock.advance(Lanes.LEASE.plus(INSTANT));
              elsewhere(() -> workOff(noting()));
              db.change(tx -> tx.update("INSERT INTO seen (id, at) VALUES ('late', 1)"));
              inbox.keep(said("7.000001", null), "late too");
              return tx -> worked.add("paused");
            });

    assertThat(paused.round()).isTrue();

    assertThat(worked).containsExactly("1.000001");
    List<String> seen = db.read(tx -> tx.query("SELECT id FROM seen", row -> row.text("id")));
    assertThat(seen).containsExactly("Ev1");
    assertThat(noting().round()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void aDeadWorkersLaneIsTakenOverWithinThirtySeconds(Dialect dialect) {
    on(dialect);
    inbox.keep(said("1.000001", null), "Ev1");
    new Lanes(database.db(), clock).take("dead").orElseThrow();

    assertThat(noting().round()).isFalse();
    clock.advance(Duration.ofSeconds(30));
    workOff(noting());

    assertThat(worked).containsExactly("1.000001");
  }

  @Test
  void aProcessStoppedWithinATransactionHoldsItsLaneForTenSecondsAtMost() {
    on(Dialect.POSTGRESQL);

    String timeout =
        database
            .db()
            .write(
                tx ->
                    tx.first(
                            "SHOW idle_in_transaction_session_timeout",
                            row -> row.text("idle_in_transaction_session_timeout"))
                        .orElseThrow());

    assertThat(timeout).isEqualTo("10s");
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void aWorkerThatWaitsForSlackKeepsItsLane(Dialect dialect) {
    on(dialect);
    inbox.keep(said("1.000001", null), "Ev1");
    var others = new AtomicInteger();
    var other = worker(incoming -> tx -> others.incrementAndGet());
    var slow = new AtomicReference<Worker>();
    slow.set(
        worker(
            incoming -> {
              for (int second = 0; second < 60; second++) {
                clock.advance(Duration.ofSeconds(1));
                elsewhere(
                    () -> {
                      slow.get().renew();
                      workOff(other);
                    });
              }
              return tx -> worked.add(incoming.order());
            }));

    workOff(slow.get());

    assertThat(worked).containsExactly("1.000001");
    assertThat(others).hasValue(0);
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void aWorkerThatDoesNotEndLosesItsLaneAndTheThingIsSetAsideInTheEnd(Dialect dialect) {
    on(dialect);
    inbox.keep(said("1.000001", null), "Ev1");
    inbox.keep(said("5.000001", null), "Ev5");
    var stuck = new AtomicReference<Worker>();
    stuck.set(
        worker(
            incoming -> {
              if (incoming.order().equals("1.000001")) {
                clock.advance(Worker.LONGEST);
                elsewhere(() -> stuck.get().renew());
              }
              return tx -> worked.add(incoming.order());
            }));

    for (int i = 0; i <= Lanes.TRIES; i++) {
      workOff(stuck.get());
      clock.advance(Duration.ofMinutes(6));
    }

    assertThat(worked).containsExactly("5.000001");
    assertThat(aside()).containsExactly("said:C1:1.000001 took longer than 2 minutes");
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void whatAWorkerLetsGoIsTakenAtOnceAndNotSavedByIt(Dialect dialect) {
    on(dialect);
    inbox.keep(said("1.000001", null), "Ev1");
    var stopping = new AtomicReference<Worker>();
    stopping.set(
        worker(
            incoming -> {
              elsewhere(
                  () -> {
                    stopping.get().letGo();
                    workOff(noting());
                  });
              return tx -> worked.add("too late");
            }));

    stopping.get().round();

    assertThat(worked).containsExactly("1.000001");
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void whatADeadProcessHeldIsFreeAtOnceWhereNoOtherWorksAndItsPostsOnceTheyHaveCome(
      Dialect dialect) {
    on(dialect);
    inbox.keep(said("1.000001", null), "Ev1");
    new Lanes(database.db(), clock).take("dead").orElseThrow();
    var slot = Slot.thread(new ThreadId("C1", "1.000001"));
    var outbox = new Outbox(database.db(), clock, new Signal());
    database
        .db()
        .change(
            tx -> outbox.want(tx, "T1", slot, new Wanted.Post("C1", "1.000001", Message.of("a"))));
    assertThat(outbox.take("dead")).isPresent();
    assertThat(outbox.take("new")).isEmpty();
    change(
        "INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,"
            + " version) VALUES ('digest', 'recurring', "
            + (dialect == Dialect.SQLITE ? "1, 1" : "now(), true")
            + ", 'dead', 1)");

    new Backlog(database.db(), clock).freeAll();
    workOff(noting());

    assertThat(worked).containsExactly("1.000001");
    assertThat(outbox.take("new")).isEmpty();
    clock.advance(Outbox.ARRIVES);
    assertThat(outbox.take("new")).isPresent();
    List<String> picked =
        database
            .db()
            .read(
                tx ->
                    tx.query(
                        "SELECT picked_by FROM scheduled_tasks",
                        row -> String.valueOf(row.textOrNull("picked_by"))));
    assertThat(picked).containsExactly("null");
  }

  // Order

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void whatFailsOnceIsNotOvertakenInItsThread(Dialect dialect) {
    on(dialect);
    inbox.keep(said("1.000001", null), "Ev1");
    inbox.keep(said("2.000001", "1.000001"), "Ev2");
    inbox.keep(said("5.000001", null), "Ev5");
    var failures = new AtomicInteger(2);
    var worker =
        worker(
            incoming -> {
              if (incoming.order().equals("1.000001") && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("Slack is away");
              }
              return tx -> worked.add(incoming.order());
            });

    workOff(worker);
    assertThat(worked).containsExactly("5.000001");
    for (int second = 0; second < 5; second++) {
      clock.advance(Duration.ofSeconds(1));
      workOff(worker);
    }

    assertThat(worked).containsExactly("5.000001", "1.000001", "2.000001");
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void whatKeepsFailingIsOvertakenAfterAWhile(Dialect dialect) {
    on(dialect);
    inbox.keep(said("1.000001", null), "Ev1");
    inbox.keep(said("2.000001", "1.000001"), "Ev2");
    var worker = choking("1.000001", new IllegalStateException("poison"));

    for (int second = 0; second < 20; second++) {
      workOff(worker);
      clock.advance(Duration.ofSeconds(1));
    }

    assertThat(worked).containsExactly("2.000001");
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void aReplyThatComesFirstWaitsForItsParent(Dialect dialect) {
    on(dialect);
    inbox.keep(said("2.000001", "1.000001"), "Ev2");
    inbox.keep(said("3.000001", "1.000001"), "Ev3");

    workOff(noting());
    assertThat(worked).isEmpty();
    inbox.keep(said("1.000001", null), "Ev1");
    workOff(noting());

    assertThat(worked).containsExactly("1.000001", "2.000001", "3.000001");
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void aReplyWhoseParentDoesNotComeGoesOn(Dialect dialect) {
    on(dialect);
    inbox.keep(said("2.000001", "1.000001"), "Ev2");

    workOff(noting());
    assertThat(worked).isEmpty();
    clock.advance(Duration.ofSeconds(5));
    workOff(noting());
    inbox.keep(said("3.000001", "1.000001"), "Ev3");
    workOff(noting());

    assertThat(worked).containsExactly("2.000001", "3.000001");
  }

  // Set aside

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void whatCannotBeReadStopsNoOtherAndIsSetAside(Dialect dialect) {
    on(dialect);
    inbox.keep(said("1.000001", null), "Ev1");
    change("UPDATE inbox SET body = '{\"is\":\"from a newer version\"}'");
    clock.advance(INSTANT);
    inbox.keep(said("5.000001", null), "Ev5");

    for (int i = 0; i < Lanes.TRIES; i++) {
      workOff(noting());
      clock.advance(Duration.ofMinutes(6));
    }

    assertThat(worked).containsExactly("5.000001");
    assertThat(aside()).singleElement().asString().startsWith("said:C1:1.000001 ");
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void whatNoRetryMendsIsSetAsideAtOnce(Dialect dialect) {
    on(dialect);
    inbox.keep(said("1.000001", null), "Ev1");
    var worker =
        worker(
            incoming ->
                tx -> {
                  worked.add(incoming.order());
                  tx.update("INSERT INTO seen (id, at) VALUES (?, NULL)", "x");
                });

    workOff(worker);
    clock.advance(Duration.ofHours(1));
    workOff(worker);

    assertThat(worked).hasSize(1);
    assertThat(aside()).singleElement().asString().contains("said:C1:1.000001", "seen");
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void anErrorInOneThingEndsNoThread(Dialect dialect) throws Exception {
    on(dialect);
    inbox.keep(said("1.000001", null), "Ev1");
    inbox.keep(said("5.000001", null), "Ev5");
    var five = new CountDownLatch(1);
    var worker =
        worker(
            incoming -> {
              if (incoming.order().equals("1.000001")) {
                throw new NoClassDefFoundError("a class that did not load");
              }
              return tx -> tx.afterCommit(five::countDown);
            });

    try (var crew = Crew.start("worker", 1, new Signal(), worker)) {
      assertThat(crew).isNotNull();
      assertThat(five.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void aDeletionSentOnToItsThreadIsTakenThere(Dialect dialect) {
    on(dialect);
    inbox.keep(new Incoming.Deleted("T1", "C1", "2.000001", null, "3.000001"), "Ev3");
    var worker =
        worker(
            incoming ->
                tx -> {
                  worked.add(incoming.lane());
                  if (incoming.lane().equals("C1:2.000001")) {
                    inbox.keep(
                        tx,
                        new Incoming.Deleted("T1", "C1", "2.000001", "1.000001", "3.000001"),
                        null);
                  }
                });

    workOff(worker);

    assertThat(worked).containsExactly("C1:2.000001", "C1:1.000001");
  }
}
