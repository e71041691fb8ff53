package org.learningadvocate.store;

import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/**
 * How a database is, looked at from outside; changes nothing and makes no file.
 *
 * @param missing whether there is none yet: the first start makes it
 * @param pending changes of tables that the next start makes
 * @param newer whether a newer version of this program has changed it
 * @param damage what the engine's own check found; empty where nothing
 * @param writable whether it can be written
 */
public record Inspection(
    boolean missing, List<String> pending, boolean newer, List<String> damage, boolean writable) {

  public Inspection {
    pending = List.copyOf(pending);
    damage = List.copyOf(damage);
  }

  /**
   * Looks at a database.
   *
   * @throws StoreException where it cannot be opened
   */
  public static Inspection of(String url, @Nullable String user, @Nullable String password) {
    var dialect = Dialect.of(url);
    var file = DatabaseFile.of(url);
    if (file.isPresent() && !Files.exists(file.get().path())) {
      return new Inspection(true, List.of(), false, List.of(), true);
    }
    try {
      var migrations = Migrations.of(dialect).dataSource(url, user, password).load().info();
      return new Inspection(
          migrations.current() == null,
          Arrays.stream(migrations.pending()).map(Inspection::name).toList(),
          Migrations.newer(migrations.all()),
          damage(dialect, url),
          writable(dialect, url, user, password));
    } catch (FlywayException | SQLException e) {
      throw new StoreException("Could not look at the database: " + e.getMessage(), e);
    }
  }

  private static String name(MigrationInfo migration) {
    return migration.getVersion() + " " + migration.getDescription();
  }

  private static List<String> damage(Dialect dialect, String url) throws SQLException {
    // PostgreSQL looks after its own pages, and says so in its log.
    return dialect == Dialect.SQLITE ? DatabaseFile.damage(url) : List.of();
  }

  private static boolean writable(
      Dialect dialect, String url, @Nullable String user, @Nullable String password)
      throws SQLException {
    var how = new Properties();
    if (user != null) {
      how.setProperty("user", user);
    }
    if (password != null) {
      how.setProperty("password", password);
    }
    if (dialect == Dialect.SQLITE) {
      how.setProperty("busy_timeout", "5000");
      how.setProperty("transaction_mode", "IMMEDIATE");
    }
    try (var connection = DriverManager.getConnection(url, how)) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        // Touches no row, and is undone all the same.
        statement.executeUpdate("DELETE FROM seen WHERE id = ''");
        return true;
      } catch (SQLException e) {
        return false;
      } finally {
        connection.rollback();
      }
    }
  }
}
