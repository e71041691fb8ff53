package org.learningadvocate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseTest {

  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aDatabaseOfAnEarlierVersionIsBroughtUpToDateWithWhatIsInIt(Dialect engine) throws Exception {
    var url = engine == Dialect.SQLITE ? url("old.db") : TestDatabase.emptyPostgresql();
    asBefore(engine, url);
    assertThat(Inspection.of(url, null, null).pending()).isNotEmpty();

    Db.open(url, null, null).close();

    var seen = Inspection.of(url, null, null);
    assertThat(seen.pending()).isEmpty();
    assertThat(seen.missing()).isFalse();
    try (var db = Db.open(url, null, null)) {
      assertThat(count(db, "request")).isEqualTo(1);
      assertThat(count(db, "request_words")).isEqualTo(1);
      assertThat(count(db, "seen")).isEqualTo(1);
      if (engine == Dialect.SQLITE) {
        assertThat(count(db, "request_words_row")).isEqualTo(1);
      }
      assertThat(count(db, "request_vector")).isEqualTo(1);
      assertThat(count(db, "scheduled_tasks")).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void aDatabaseOfANewerVersionIsRefusedAndLeftAlone(Dialect engine) {
    try (var database = TestDatabase.of(engine)) {
      database
          .db()
          .change(
              tx ->
                  tx.update(
                      """
                      INSERT INTO flyway_schema_history (installed_rank, version, description, type,
                        script, installed_by, execution_time, success)
                      VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 'x', 1, ?)
                      """
                          .replace("?", engine == Dialect.SQLITE ? "1" : "TRUE")));

      assertThatThrownBy(() -> Db.open(database.url(), null, null))
          .isInstanceOf(StoreException.Refused.class)
          .hasMessageContaining("newer version of this program")
          .hasMessageContaining("99");
    }
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void theNewestStepIsKnown(Dialect engine) {
    try (var database = TestDatabase.of(engine)) {
      var steps = Migrations.of(engine).dataSource(database.url(), null, null).load().info().all();

      assertThat(
              Arrays.stream(steps)
                  .mapToInt(step -> Integer.parseInt(step.getVersion().getVersion()))
                  .max())
          .as("raise Migrations.NEWEST with each step")
          .hasValue(Migrations.NEWEST);
    }
  }

  @Test
  void aBackupMadeWhileOthersWriteIsWholeAndCanBePutBack() throws Exception {
    var file = DatabaseFile.of(url("a.db")).orElseThrow();
    var copy = folder.resolve("copy.db");
    try (var db = Db.open(url("a.db"), null, null)) {
      see(db, "before");
      var done = new AtomicBoolean();
      var writer =
          new Thread(
              () -> {
                for (int i = 0; !done.get(); i++) {
                  see(db, "meanwhile" + i);
                }
              });
      writer.start();
      file.backup(copy);
      done.set(true);
      writer.join();
      see(db, "after");
    }

    var old = file.restore(copy, NOW);

    try (var db = Db.open(url("a.db"), null, null)) {
      assertThat(has(db, "before")).isTrue();
      assertThat(has(db, "after")).isFalse();
    }
    assertThat(old).isPresent();
    try (var db = Db.open("jdbc:sqlite:" + old.get(), null, null)) {
      assertThat(has(db, "after")).isTrue();
    }
  }

  @Test
  void aBackupOverwritesNothingAndARestoreTakesOnlyBackups() throws Exception {
    var file = DatabaseFile.of(url("a.db")).orElseThrow();
    Db.open(url("a.db"), null, null).close();
    var other = Files.writeString(folder.resolve("other"), "no database".repeat(100));

    assertThatThrownBy(() -> file.backup(other)).hasMessageContaining("overwrites nothing");
    assertThatThrownBy(() -> file.restore(other, NOW)).isInstanceOf(StoreException.class);
    assertThat(Inspection.of(url("a.db"), null, null).damage()).isEmpty();
    try (var hold = file.hold()) {
      assertThat(hold).isNotNull();
      assertThatThrownBy(() -> file.restore(other, NOW)).hasMessageContaining("in use");
    }
  }

  @Test
  void whereTheDiskIsFullNothingIsHalfKeptAndItGoesOnOnceThereIsRoom() throws Exception {
    try (var db = Db.open(url("a.db"), null, null)) {
      see(db, "before");
      var shortage = Shortage.of(db);

      assertThatThrownBy(
              () ->
                  db.change(
                      tx -> {
                        tx.update("INSERT INTO seen (id, at) VALUES ('half', 0)");
                        tx.update("INSERT INTO seen (id, at) VALUES (?, 0)", "x".repeat(1_000_000));
                      }))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("full");
      assertThat(has(db, "before")).isTrue();
      assertThat(has(db, "half")).isFalse();

      shortage.end();
      see(db, "after");
      assertThat(has(db, "after")).isTrue();
    }
    assertThat(Inspection.of(url("a.db"), null, null).damage()).isEmpty();
  }

  private String url(String name) {
    return "jdbc:sqlite:" + folder.resolve(name);
  }

  private static void see(Db db, String id) {
    db.change(tx -> tx.update("INSERT INTO seen (id, at) VALUES (?, 0)", id));
  }

  private static boolean has(Db db, String id) {
    return db.read(tx -> tx.first("SELECT id FROM seen WHERE id = ?", row -> true, id).isPresent());
  }

  private static long count(Db db, String table) {
    return db.read(
        tx -> tx.first("SELECT COUNT(*) AS n FROM " + table, row -> row.number("n")).orElse(0L));
  }

  /** Makes the database as a file of SQL says. */
  private static void asBefore(Dialect engine, String url) throws IOException, SQLException {
    var name = "before-step-3-" + engine.folder() + ".sql";
    try (var stream = Objects.requireNonNull(DatabaseTest.class.getResourceAsStream(name));
        var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      var sql = new String(stream.readAllBytes(), StandardCharsets.UTF_8).replaceAll("--.*", "");
      for (String step : sql.split(";")) {
        if (!step.isBlank()) {
          statement.execute(step);
        }
      }
    }
  }
}
