package org.learningadvocate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Dialect;
import org.learningadvocate.store.TestDatabase;

class SweepTest {

  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void whatNobodyNeedsIsForgottenAndTheRestStays(Dialect engine) {
    try (var database = TestDatabase.of(engine)) {
      var db = database.db();
      thing(db, "old", "DONE", 9);
      thing(db, "fresh", "DONE", 7);
      thing(db, "waiting", "OPEN", 9);
      thing(db, "aside", "ASIDE", 99);
      lane(db, "empty", null);
      for (var kind : new String[] {"thread", "brief", "home", "digest", "reaction", "nudge-1"}) {
        slot(db, kind + ":R", "SETTLED", 200);
        slot(db, kind + ":S", "SETTLED", 1);
      }
      slot(db, "reaction:T", "OPEN", 200);
      slot(db, "reaction:U", "CLOSED", 200);

      new Sweep(db, Clock.fixed(NOW, ZoneOffset.UTC)).everything("T");

      assertThat(texts(db, "SELECT key AS t FROM inbox"))
          .containsExactlyInAnyOrder("fresh", "waiting", "aside");
      assertThat(texts(db, "SELECT id AS t FROM seen")).containsExactlyInAnyOrder("fresh");
      assertThat(texts(db, "SELECT name AS t FROM lane"))
          .containsExactlyInAnyOrder("fresh", "waiting", "aside");
      assertThat(texts(db, "SELECT name AS t FROM slot WHERE name LIKE '%:R'"))
          .containsExactlyInAnyOrder("thread:R", "brief:R", "nudge-1:R");
      assertThat(texts(db, "SELECT name AS t FROM slot WHERE name LIKE '%:S'")).hasSize(6);
      assertThat(texts(db, "SELECT name AS t FROM slot WHERE name LIKE 'reaction:%'"))
          .containsExactlyInAnyOrder("reaction:S", "reaction:T");
    }
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void muchIsForgottenInOneGo(Dialect engine) {
    try (var database = TestDatabase.of(engine)) {
      var db = database.db();
      db.change(
          tx -> {
            for (int i = 0; i < 1_001; i++) {
              tx.update("INSERT INTO seen (id, at) VALUES (?, 0)", "E" + i);
            }
          });

      assertThat(new Sweep(db, Clock.fixed(NOW, ZoneOffset.UTC)).everything("T")).isEqualTo(1_001);
    }
  }

  private static void thing(Db db, String key, String state, int daysAgo) {
    var then = NOW.minus(Duration.ofDays(daysAgo));
    db.change(
        tx -> {
          tx.update(
              """
              INSERT INTO inbox (team, key, lane, position, body, received, state, next_try)
              VALUES ('T', ?, ?, '1', '{}', ?, ?, ?)
              """,
              key,
              key,
              then,
              state,
              then);
          tx.update("INSERT INTO seen (id, at) VALUES (?, ?)", key, then);
        });
    lane(db, key, state.equals("OPEN") ? then : null);
  }

  private static void lane(Db db, String name, Instant ready) {
    db.change(
        tx -> tx.update("INSERT INTO lane (team, name, ready) VALUES ('T', ?, ?)", name, ready));
  }

  private static void slot(Db db, String name, String state, int daysAgo) {
    db.change(
        tx ->
            tx.update(
                """
                INSERT INTO slot (team, name, wanted, version, pace, state, next_try)
                VALUES ('T', ?, '{}', 1, 'C', ?, ?)
                """,
                name,
                state,
                NOW.minus(Duration.ofDays(daysAgo))));
  }

  private static java.util.List<String> texts(Db db, String sql) {
    return db.read(tx -> tx.query(sql, row -> row.text("t")));
  }
}
