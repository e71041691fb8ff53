package org.learningadvocate.delivery;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.TestDatabase;

/**
 * How many events a second are kept durably, and how long one waits for it: with one commit for
 * each event, and with commits that concurrent events share. Not a test; run by hand.
 */
final class KeepingBenchmark {

  private static final int[] SENDERS = {1, 8, 32};
  private static final int EVENTS = 3_000;

  private static final AtomicInteger NUMBER = new AtomicInteger(100_000);

  private KeepingBenchmark() {}

  private interface Way {
    void keep(int number);
  }

  public static void main(String[] arguments) throws Exception {
    System.out.println("engine      senders  commit  events/s   median ms   99% ms");
    try (var database = TestDatabase.sqlite()) {
      measure("SQLite", database.db());
    }
    // The tests' server does not wait for its disk; here that wait is what is measured.
    try (var server =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        var db = Db.open(server.getJdbcUrl("postgres", "postgres"), null, null)) {
      measure("PostgreSQL", db);
    }
  }

  private static void measure(String engine, Db db) throws Exception {
    var inbox = new Inbox(db, Clock.systemUTC(), new Signal());
    Way own = number -> db.write(tx -> inbox.keep(tx, event(number), "Ev" + number));
    Way shared = number -> inbox.keep(event(number), "Ev" + number);
    run(32, own, EVENTS);
    run(32, shared, EVENTS);
    for (int senders : SENDERS) {
      report(engine, senders, "own", own);
      report(engine, senders, "shared", shared);
    }
  }

  private static void report(String engine, int senders, String name, Way way) throws Exception {
    int events = senders == 1 ? EVENTS / 3 : EVENTS;
    long began = System.nanoTime();
    var times = run(senders, way, events);
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%-11s %7d  %-6s  %8.0f  %10.2f  %7.2f%n",
        engine,
        senders,
        name,
        events / seconds,
        times[times.length / 2] / 1e6,
        times[times.length * 99 / 100] / 1e6);
  }

  /** How long each event took, in nanoseconds, shortest first. */
  private static long[] run(int senders, Way way, int events) throws Exception {
    var pool = Executors.newFixedThreadPool(senders);
    try {
      Callable<long[]> sender =
          () ->
              IntStream.range(0, events / senders)
                  .mapToLong(
                      event -> {
                        long began = System.nanoTime();
                        way.keep(NUMBER.incrementAndGet());
                        return System.nanoTime() - began;
                      })
                  .toArray();
      List<Future<long[]>> sent =
          pool.invokeAll(IntStream.range(0, senders).mapToObj(at -> sender).toList());
      long[] all = new long[0];
      for (var one : sent) {
        long[] times = one.get();
        int length = all.length;
        all = Arrays.copyOf(all, length + times.length);
        System.arraycopy(times, 0, all, length, times.length);
      }
      Arrays.sort(all);
      return all;
    } finally {
      pool.shutdownNow();
    }
  }

  /** A reply in one of a hundred threads. */
  private static Incoming event(int number) {
    return DeliveryTest.said("2." + number, "1." + (100_000 + number % 100));
  }
}
