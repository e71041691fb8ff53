package org.learningadvocate.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database: SQLite in one file with one writer and many readers, or PostgreSQL. Safe for use by
 * many threads.
 */
public final class Db implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Db.class);

  private final Dialect dialect;
  private final DataSource writers;
  private final DataSource readers;
  private final List<HikariDataSource> pools;

  private Db(
      Dialect dialect, DataSource writers, DataSource readers, List<HikariDataSource> pools) {
    this.dialect = dialect;
    this.writers = writers;
    this.readers = readers;
    this.pools = pools;
  }

  /**
   * Opens the database and brings its tables up to date.
   *
   * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql:…}
   * @param user for PostgreSQL, where the URL does not name one; null otherwise
   * @param password likewise
   * @throws StoreException.Refused where a newer version of this program has changed it
   * @throws StoreException where it cannot be opened
   */
  public static Db open(String url, @Nullable String user, @Nullable String password) {
    var dialect = Dialect.of(url);
    var writers = pool(dialect, url, user, password, dialect == Dialect.SQLITE ? 1 : 8, false);
    try {
      Migrations.bringUpToDate(dialect, writers);
    } catch (StoreException e) {
      writers.close();
      throw e;
    }
    var readers = dialect == Dialect.SQLITE ? pool(dialect, url, user, password, 4, true) : writers;
    return new Db(
        dialect,
        writers,
        readers,
        readers == writers ? List.of(writers) : List.of(readers, writers));
  }

  /** The same database, reached in another way: how tests let it fail. */
  Db by(UnaryOperator<DataSource> way) {
    return new Db(dialect, way.apply(writers), way.apply(readers), pools);
  }

  /** What the two engines say differently. */
  public Dialect dialect() {
    return dialect;
  }

  /** For libraries that keep tables of their own beside ours. */
  public DataSource dataSource() {
    return writers;
  }

  /** Reads; what it sees is one moment's state on SQLite, each statement's on PostgreSQL. */
  public <T> T read(Function<Tx, T> work) {
    try (Connection connection = readers.getConnection()) {
      return work.apply(new Tx(connection, dialect));
    } catch (SQLException e) {
      throw new StoreException("Could not read: " + e.getMessage(), e);
    }
  }

  /**
   * Changes things in one transaction: all or nothing, durable when this returns. Nothing slow
   * belongs in it, since SQLite has one writer.
   */
  public <T> T write(Function<Tx, T> work) {
    List<Runnable> afterwards;
    T result;
    try (Connection connection = writers.getConnection()) {
      connection.setAutoCommit(false);
      var tx = new Tx(connection, dialect);
      boolean done = false;
      try {
        result = work.apply(tx);
        connection.commit();
        done = true;
      } finally {
        if (done) {
          connection.setAutoCommit(true);
        } else {
          undo(connection);
        }
      }
      afterwards = tx.afterCommit();
    } catch (SQLException e) {
      throw new StoreException("Could not write: " + e.getMessage(), e);
    }
    afterwards.forEach(Runnable::run);
    return result;
  }

  /** What failed first is what is said, so nothing is thrown here. */
  private static void undo(Connection connection) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      endWhatIsUndone(connection);
    }
  }

  /**
   * SQLite undoes a transaction by itself where the disk is full. Its driver still believes in it,
   * and would begin none any more: it gets an empty one to end.
   */
  private static void endWhatIsUndone(Connection connection) {
    try (var statement = connection.createStatement()) {
      statement.execute("BEGIN");
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      log.debug("A connection is broken; the pool makes a new one", e);
    }
  }

  /** {@link #write} for work without a result. */
  public void change(Consumer<Tx> work) {
    write(
        tx -> {
          work.accept(tx);
          return true;
        });
  }

  @Override
  public void close() {
    pools.forEach(HikariDataSource::close);
  }

  private static HikariDataSource pool(
      Dialect dialect,
      String url,
      @Nullable String user,
      @Nullable String password,
      int size,
      boolean reading) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setPoolName(reading ? "readers" : "writers");
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(10_000);
    config.setInitializationFailTimeout(10_000);
    if (user != null) {
      config.setUsername(user);
    }
    if (password != null) {
      config.setPassword(password);
    }
    if (dialect == Dialect.SQLITE) {
      // IMMEDIATE, since a deferred transaction that turns to writing fails when another wrote.
      config.addDataSourceProperty("journal_mode", "WAL");
      config.addDataSourceProperty("synchronous", "FULL");
      config.addDataSourceProperty("busy_timeout", "10000");
      config.addDataSourceProperty("foreign_keys", "true");
      config.addDataSourceProperty("transaction_mode", reading ? "DEFERRED" : "IMMEDIATE");
    }
    try {
      return new HikariDataSource(config);
    } catch (RuntimeException e) {
      throw new StoreException("Could not open the database: " + rootMessage(e), e);
    }
  }

  private static @Nullable String rootMessage(Throwable e) {
    var cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage();
  }
}
