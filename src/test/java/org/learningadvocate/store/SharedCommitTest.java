package org.learningadvocate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SharedCommitTest {

  private TestDatabase database;
  private final Set<Tx> commits = ConcurrentHashMap.newKeySet();

  @AfterEach
  void close() {
    database.close();
  }

  private void on(Dialect dialect) {
    database = TestDatabase.of(dialect);
  }

  private boolean keep(String id) {
    return database
        .db()
        .writeTogether(
            id,
            tx -> {
              commits.add(tx);
              if (id.startsWith("poison")) {
                throw new IllegalStateException(id);
              }
              return tx.update("INSERT INTO seen (id, at) VALUES (?, 1) ON CONFLICT DO NOTHING", id)
                  == 1;
            });
  }

  private Set<String> kept() {
    try (var other = database.another()) {
      return new HashSet<>(
          other.read(tx -> tx.query("SELECT id FROM seen", row -> row.text("id"))));
    }
  }

  /** A thread of its own that does it, and waits for company's commit or is done. */
  private static <T> FutureTask<T> beside(Callable<T> work) {
    var task = new FutureTask<>(work);
    var thread = new Thread(task, "sender");
    thread.setDaemon(true);
    thread.start();
    while (!task.isDone() && thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return task;
  }

  /** So many callers, which come while every commit that may be under way is. */
  private List<FutureTask<Boolean>> whileCommitsAreUnderWay(List<String> ids) throws Exception {
    var go = new CountDownLatch(1);
    var first = new ArrayList<FutureTask<Boolean>>();
    for (int i = 0; i < database.db().dialect().sharedCommits(); i++) {
      first.add(
          beside(
              () ->
                  database
                      .db()
                      .writeTogether(
                          "",
                          tx -> {
                            try {
                              go.await();
                            } catch (InterruptedException e) {
                              throw new IllegalStateException(e);
                            }
                            return true;
                          })));
    }
    var tasks = ids.stream().map(id -> beside(() -> keep(id))).toList();
    go.countDown();
    for (var task : first) {
      assertThat(task.get()).isTrue();
    }
    return tasks;
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void whatComesWhileACommitIsUnderWaySharesTheNext(Dialect dialect) throws Exception {
    on(dialect);

    var tasks = whileCommitsAreUnderWay(List.of("a", "b", "c", "d", "e"));

    for (var task : tasks) {
      assertThat(task.get()).isTrue();
    }
    assertThat(commits).hasSize(1);
    assertThat(kept()).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void whatFailsDoesNotFailItsCompanions(Dialect dialect) throws Exception {
    on(dialect);

    var tasks = whileCommitsAreUnderWay(List.of("a", "poison", "b", "c"));

    assertThat(tasks.get(0).get()).isTrue();
    assertThatThrownBy(() -> tasks.get(1).get())
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("poison");
    assertThat(tasks.get(2).get()).isTrue();
    assertThat(tasks.get(3).get()).isTrue();
    assertThat(kept()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void eachIsDurableBeforeItsCallerIsAnswered(Dialect dialect) {
    on(dialect);

    assertThat(keep("a")).isTrue();
    assertThat(kept()).containsExactly("a");
    assertThat(keep("a")).isFalse();
    assertThatThrownBy(() -> keep("poison")).hasMessage("poison");
    assertThat(keep("b")).isTrue();
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void aHundredCallersAtOnceAreEachAnsweredTheirOwn(Dialect dialect) throws Exception {
    on(dialect);
    var tasks = new ArrayList<FutureTask<Boolean>>();
    for (int i = 0; i < 100; i++) {
      String id = (i % 10 == 3 ? "poison" : "id") + i / 2;
      var task = new FutureTask<>(() -> keep(id));
      tasks.add(task);
      new Thread(task).start();
    }

    int fresh = 0;
    int failed = 0;
    for (var task : tasks) {
      try {
        fresh += task.get() ? 1 : 0;
      } catch (ExecutionException e) {
        failed++;
      }
    }

    assertThat(failed).isEqualTo(10);
    assertThat(fresh).isEqualTo(kept().size()).isEqualTo(50);
  }

  @Test
  void aDatabaseThatIsAwayFailsEveryCaller() {
    on(Dialect.SQLITE);
    var outage = new Outage();
    var db = outage.on(database.db());
    outage.in(1, Outage.Moment.BEFORE);
    var task =
        beside(
            () -> {
              Thread.currentThread().setName("door");
              return db.writeTogether("", tx -> tx.update("INSERT INTO seen VALUES ('a', 1)"));
            });

    assertThatThrownBy(task::get).hasCauseInstanceOf(StoreException.class);
    assertThat(kept()).isEmpty();
  }
}
