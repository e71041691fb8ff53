package org.learningadvocate.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A database of its own for one test: a SQLite file in a temporary folder, or a fresh database on a
 * PostgreSQL server that runs for the whole test run.
 */
public final class TestDatabase implements AutoCloseable {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String url;
  private final Db db;
  private final Path folder;

  private TestDatabase(String url, Path folder) {
    this.url = url;
    this.folder = folder;
    this.db = Db.open(url, null, null);
  }

  /** Both engines, for tests that hold on each. */
  public static Stream<Dialect> engines() {
    return Stream.of(Dialect.SQLITE, Dialect.POSTGRESQL);
  }

  public static TestDatabase of(Dialect dialect) {
    return dialect == Dialect.SQLITE ? sqlite() : postgresql();
  }

  /** One whose disk is memory where the system has such a one, for very many transactions. */
  public static TestDatabase quick(Dialect dialect) {
    var memory = Path.of("/dev/shm");
    return dialect == Dialect.SQLITE && Files.isWritable(memory) ? sqlite(memory) : of(dialect);
  }

  public static TestDatabase sqlite() {
    return sqlite(Path.of(System.getProperty("java.io.tmpdir")));
  }

  private static TestDatabase sqlite(Path parent) {
    try {
      var folder = Files.createTempDirectory(parent, "advocate");
      return new TestDatabase("jdbc:sqlite:" + folder.resolve("test.db"), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static TestDatabase postgresql() {
    return new TestDatabase(emptyPostgresql(), Path.of(""));
  }

  /** The address of a database without any tables. */
  static String emptyPostgresql() {
    String name = "test" + COUNT.incrementAndGet();
    try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Server.POSTGRES.getJdbcUrl("postgres", name);
  }

  public Db db() {
    return db;
  }

  /** The same as a process of its own sees it; to be closed by it. */
  public Db another() {
    return Db.open(url, null, null);
  }

  /** What a second process would open. */
  public String url() {
    return url;
  }

  @Override
  public void close() {
    db.close();
    if (folder.toString().isEmpty()) {
      return;
    }
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Started when the first test needs it. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        // A session zone off UTC on purpose: nothing may depend on it.
        return EmbeddedPostgres.builder().setServerConfig("timezone", "Asia/Kathmandu").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
