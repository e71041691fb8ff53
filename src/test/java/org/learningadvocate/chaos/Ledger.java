package org.learningadvocate.chaos;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Dialect;

/** The database that the bot's processes share, what may happen to it, and what is left in it. */
final class Ledger implements AutoCloseable {

  private final Dialect dialect;
  private final Path folder;
  private final String url;
  private final Db db;
  private @Nullable EmbeddedPostgres server;

  private Ledger(Dialect dialect, Path folder, String url, @Nullable EmbeddedPostgres server) {
    this.dialect = dialect;
    this.folder = folder;
    this.url = url;
    this.server = server;
    this.db = Db.open(url, null, null);
  }

  static Ledger open(Dialect dialect, Path folder, int port) {
    if (dialect == Dialect.SQLITE) {
      return new Ledger(dialect, folder, "jdbc:sqlite:" + folder.resolve("chaos.db"), null);
    }
    var server = server(folder, port);
    return new Ledger(dialect, folder, server.getJdbcUrl("postgres", "postgres"), server);
  }

  private static EmbeddedPostgres server(Path folder, int port) {
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(folder.resolve("postgresql"))
          .setCleanDataDirectory(false)
          .setPort(port)
          .setRegisterShutdownHook(false)
          .setServerConfig("timezone", "Asia/Kathmandu")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The environment in which the bot finds it. */
  Map<String, String> environment() {
    return dialect == Dialect.SQLITE
        ? Map.of("ADVOCATE_DATABASE_URL", url)
        : Map.of("ADVOCATE_DATABASE_URL", url, "ADVOCATE_DATABASE_USER", "postgres");
  }

  /** Ends all connections, as a server that is short of something does. */
  void cutConnections() {
    var running = server;
    if (running == null) {
      return;
    }
    try (var connection = running.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Crashes the server: what it did not commit is gone, and no connection ends in good order. */
  void crash() {
    var running = server;
    if (running == null) {
      return;
    }
    server = null;
    try {
      var pid = Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).get(0).strip();
      new ProcessBuilder("kill", "-QUIT", pid).start().waitFor(5, TimeUnit.SECONDS);
      ProcessHandle.of(Long.parseLong(pid))
          .ifPresent(handle -> handle.onExit().orTimeout(10, TimeUnit.SECONDS).join());
      running.close(); // It logs that there is nothing to stop any more, and lets go of its lock.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts the server again. */
  void recover() {
    if (dialect == Dialect.POSTGRESQL) {
      server = server(folder, Integer.parseInt(url.replaceFirst(".*:(\\d+)/.*", "$1")));
    }
  }

  /** How many things wait to be worked off, and slots to be brought up to date. */
  long open() {
    return db.read(
        tx ->
            tx.first(
                    """
                    SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'OPEN')
                      + (SELECT COUNT(*) FROM slot WHERE state = 'OPEN') AS n
                    """,
                    row -> row.number("n"))
                .orElse(0L));
  }

  /** What is open, or was set aside though nobody asked for the impossible. */
  List<String> unsettled() {
    return db.read(
        tx ->
            tx.query(
                """
                SELECT 'slot ' || name AS what, state, tries, reason FROM slot
                WHERE state IN ('OPEN', 'ASIDE')
                UNION ALL
                SELECT 'inbox ' || key, state, tries, reason FROM inbox
                WHERE state IN ('OPEN', 'ASIDE')
                """,
                row ->
                    row.text("what")
                        + " is "
                        + row.text("state")
                        + " after "
                        + row.number("tries")
                        + " tries: "
                        + row.textOrNull("reason")));
  }

  /** What SQLite's own check of the file says; {@code ok} where nothing is broken. */
  String integrity() {
    return dialect == Dialect.SQLITE
        ? db.read(
            tx ->
                String.join(
                    "; ", tx.query("PRAGMA integrity_check", row -> row.text("integrity_check"))))
        : "ok";
  }

  @Override
  public void close() {
    db.close();
    var running = server;
    if (running != null) {
      try {
        running.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
