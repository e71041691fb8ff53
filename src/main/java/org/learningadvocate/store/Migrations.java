package org.learningadvocate.store;

import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The steps that bring the tables up to date. */
final class Migrations {

  /** The newest step; raised with each that is added, which a test holds. */
  static final int NEWEST = 8;

  private static final String TAKEN =
      "SELECT version, success FROM flyway_schema_history WHERE version IS NOT NULL";

  private Migrations() {}

  /**
   * Brings the tables up to date.
   *
   * @throws StoreException.Refused where a newer version of this program made the tables
   * @throws StoreException where a step fails; it is undone then
   */
  static void bringUpToDate(Dialect dialect, DataSource target) {
    if (taken(target) == NEWEST) {
      return; // As at nearly every start; Flyway alone would take half a second to find it out.
    }
    try {
      var steps = of(dialect).dataSource(target).load();
      refuseNewer(steps.info().all());
      steps.migrate();
    } catch (FlywayException e) {
      throw new StoreException("Could not bring the tables up to date: " + e.getMessage(), e);
    }
  }

  private static void refuseNewer(MigrationInfo[] all) {
    if (newer(all)) {
      throw new StoreException.Refused(
          "The database is of a newer version of this program: its tables are at step "
              + all[all.length - 1].getVersion()
              + ", this version knows "
              + NEWEST
              + ". Run that version, or restore a backup from before it. Nothing was changed.");
    }
  }

  /** The last step that was taken; 0 where Flyway has to look. */
  private static int taken(DataSource target) {
    int last = 0;
    try (var connection = target.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(TAKEN)) {
      while (rows.next()) {
        if (!rows.getBoolean("success")) {
          return 0;
        }
        last = Math.max(last, Integer.parseInt(rows.getString("version")));
      }
      return last;
    } catch (SQLException | NumberFormatException e) {
      // No such table: a new database. Anything else Flyway comes upon too, and says it better.
      return 0;
    }
  }

  static FluentConfiguration of(Dialect dialect) {
    var folder = "classpath:org/learningadvocate/store/migrations/";
    return Flyway.configure().locations(folder + "common", folder + dialect.folder());
  }

  static boolean newer(MigrationInfo[] all) {
    return Arrays.stream(all)
        .map(MigrationInfo::getState)
        .anyMatch(
            state ->
                state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED);
  }
}
