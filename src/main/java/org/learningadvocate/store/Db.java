package org.learningadvocate.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
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
  private final SharedCommit shared;
  private final Map<Thread, Consumer<Tx>> fences = new ConcurrentHashMap<>();

  private Db(
      Dialect dialect, DataSource writers, DataSource readers, List<HikariDataSource> pools) {
    this.dialect = dialect;
    this.writers = writers;
    this.readers = readers;
    this.pools = pools;
    this.shared = new SharedCommit(this, dialect.sharedCommits());
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
    var writers = pool(dialect, url, user, password, dialect.writers(), false);
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

  /** Reads; each statement sees the state of its own moment. */
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
        checkFence(tx);
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

  /**
   * {@link #write} for work of which much may come at a time: what comes while a commit is under
   * way shares the next one. Durable when this returns, and a fault in one piece of work is no
   * fault of the others; so work may be run twice, and must leave no trace outside its transaction.
   *
   * @param order work that shares a commit is done in this order, so that processes that touch the
   *     same rows wait for each other and not in a circle
   */
  public <T> T writeTogether(String order, Function<Tx, T> work) {
    // Nobody else's work may hang on this thread's fence, nor this thread's go without it.
    return fences.containsKey(Thread.currentThread()) ? write(work) : shared.write(order, work);
  }

  /**
   * Does something during which each transaction that this thread changes things in is first
   * checked: how whoever holds a lease changes nothing once it is lost, whatever it is in.
   *
   * @param check throws where nothing may be changed any more; that undoes the transaction
   */
  public <T> T fenced(Consumer<Tx> check, Supplier<T> work) {
    var thread = Thread.currentThread();
    if (fences.putIfAbsent(thread, check) != null) {
      throw new IllegalStateException("This thread's changes are checked already");
    }
    try {
      return work.get();
    } finally {
      fences.remove(thread);
    }
  }

  private void checkFence(Tx tx) {
    var check = fences.get(Thread.currentThread());
    if (check != null) {
      check.accept(tx);
    }
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
    if (dialect == Dialect.POSTGRESQL) {
      // A process that is stopped within a transaction holds up others; the server ends it.
      config.setConnectionInitSql("SET idle_in_transaction_session_timeout = 10000");
      // A server that is gone without a word would be waited for without end.
      config.addDataSourceProperty("tcpKeepAlive", "true");
      config.addDataSourceProperty("socketTimeout", "60");
      // The detail of an error shows the row, and with it people's words.
      config.addDataSourceProperty("logServerErrorDetail", "false");
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
