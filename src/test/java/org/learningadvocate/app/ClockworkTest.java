package org.learningadvocate.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.learningadvocate.store.Db;

class ClockworkTest {

  private static final Duration LOOK = Duration.ofMillis(50);
  private static final List<Clockwork.Beat> BEATS =
      List.of(
          new Clockwork.Beat("digest", Duration.ofMillis(100)),
          new Clockwork.Beat("sweep", Duration.ofHours(1)));

  private record Tick(String what, Instant due) {}

  /** The same promises on either engine. */
  abstract static class Contract {

    abstract Db open() throws IOException;

    @Test
    @Timeout(60)
    void eachBeatStrikesAndTheShortOneAgain() throws Exception {
      BlockingQueue<Tick> struck = new LinkedBlockingQueue<>();
      try (var db = open();
          var clock =
              Clockwork.start(
                  db.dataSource(),
                  "one",
                  LOOK,
                  BEATS,
                  (what, due) -> struck.add(tick(what, due)))) {
        assertThat(clock).isNotNull();
        var seen = ConcurrentHashMap.<String>newKeySet();
        int digests = 0;
        while (digests < 3 || seen.size() < 2) {
          var tick = struck.poll(30, TimeUnit.SECONDS);
          assertThat(tick).isNotNull();
          seen.add(tick.what());
          digests += tick.what().equals("digest") ? 1 : 0;
        }
        assertThat(seen).containsExactlyInAnyOrder("digest", "sweep");
      }
    }

    @Test
    @Timeout(60)
    void twoProcessesStrikeEachTickOnce() throws Exception {
      BlockingQueue<Tick> struck = new LinkedBlockingQueue<>();
      Clockwork.Ticks ticks = (what, due) -> struck.add(tick(what, due));
      try (var db = open();
          var one = Clockwork.start(db.dataSource(), "one", LOOK, BEATS, ticks);
          var two = Clockwork.start(db.dataSource(), "two", LOOK, BEATS, ticks)) {
        assertThat(one).isNotSameAs(two);
        var seen = ConcurrentHashMap.<Tick>newKeySet();
        for (int i = 0; i < 6; i++) {
          var tick = struck.poll(30, TimeUnit.SECONDS);
          assertThat(tick).isNotNull();
          assertThat(seen.add(tick)).as("%s struck once", tick).isTrue();
        }
      }
    }

    @Test
    @Timeout(60)
    void aFailedTickDoesNotStopTheClock() throws Exception {
      BlockingQueue<Tick> struck = new LinkedBlockingQueue<>();
      var failed = new AtomicBoolean();
      try (var db = open();
          var clock =
              Clockwork.start(
                  db.dataSource(),
                  "one",
                  LOOK,
                  BEATS,
                  (what, due) -> {
                    if (failed.compareAndSet(false, true)) {
                      throw new IllegalStateException("the database is away");
                    }
                    struck.add(tick(what, due));
                  })) {
        assertThat(clock).isNotNull();
        assertThat(struck.poll(30, TimeUnit.SECONDS)).isNotNull();
        assertThat(failed).isTrue();
      }
    }

    @Test
    @Timeout(60)
    void itStopsQuickly() throws Exception {
      try (var db = open()) {
        var clock = Clockwork.start(db.dataSource(), "one", LOOK, BEATS, (what, due) -> {});
        long before = System.nanoTime();
        clock.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(6));
      }
    }

    private static Tick tick(String what, Instant due) {
      return new Tick(what, due);
    }
  }

  @Nested
  class OnSqlite extends Contract {

    @TempDir Path folder;

    @Override
    Db open() {
      return Db.open("jdbc:sqlite:" + folder.resolve("a.db"), null, null);
    }
  }

  @Nested
  class OnPostgresql extends Contract {

    @Override
    Db open() throws IOException {
      return Db.open(Postgres.freshDatabase(), null, null);
    }
  }

  /** One server for all tests of this class, ended with the JVM. */
  private static final class Postgres {

    private static final EmbeddedPostgres SERVER = start();
    private static int databases;

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static synchronized String freshDatabase() {
      var name = "advocate" + ++databases;
      try (var connection = SERVER.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return SERVER.getJdbcUrl("postgres", name);
    }
  }
}
