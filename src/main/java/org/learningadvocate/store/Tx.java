package org.learningadvocate.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One transaction. Arguments may be texts, numbers, flags, instants, days, enums (by name) or null.
 */
public final class Tx {

  private final Connection connection;
  private final Dialect dialect;
  private final List<Runnable> afterCommit = new ArrayList<>();

  Tx(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /** What the two engines say differently. */
  public Dialect dialect() {
    return dialect;
  }

  /** Runs once the transaction is durable, on the same thread; not at all where it is undone. */
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  /** Changes rows and says how many. */
  public int update(String sql, @Nullable Object... arguments) {
    try (var statement = prepare(sql, arguments)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** Every row of the answer, in its order. */
  public <T> List<T> query(String sql, Function<Row, T> read, @Nullable Object... arguments) {
    try (var statement = prepare(sql, arguments);
        ResultSet results = statement.executeQuery()) {
      var rows = new ArrayList<T>();
      var row = new Row(results);
      while (results.next()) {
        rows.add(read.apply(row));
      }
      return rows;
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** The first row of the answer, if there is one. */
  public <T> Optional<T> first(String sql, Function<Row, T> read, @Nullable Object... arguments) {
    var rows = query(sql, read, arguments);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
  }

  List<Runnable> afterCommit() {
    return afterCommit;
  }

  private PreparedStatement prepare(String sql, @Nullable Object... arguments) throws SQLException {
    var statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, column(arguments[i]));
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  private static @Nullable Object column(@Nullable Object argument) {
    if (argument instanceof Instant instant) {
      return instant.toEpochMilli();
    }
    if (argument instanceof LocalDate day) {
      return day.toString();
    }
    if (argument instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    if (argument instanceof Enum<?> constant) {
      return constant.name();
    }
    return argument;
  }

  private static StoreException failed(String sql, SQLException e) {
    // The statement, never its arguments: they hold people's words.
    return new StoreException(
        "The database refused \""
            + sql.strip().lines().findFirst().orElse("")
            + " …\": "
            + e.getMessage(),
        e);
  }
}
