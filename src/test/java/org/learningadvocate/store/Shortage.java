package org.learningadvocate.store;

import java.sql.SQLException;

/** A disk that is full for a SQLite database: its file may not grow until the shortage ends. */
public final class Shortage {

  private final Db db;

  private Shortage(Db db) {
    this.db = db;
  }

  /** It begins. */
  public static Shortage of(Db db) {
    var shortage = new Shortage(db);
    // A number below what there is means: as many as there are.
    shortage.allow(1);
    return shortage;
  }

  public void end() {
    allow(1_000_000_000);
  }

  /** Of the one connection that writes. */
  private void allow(int pages) {
    try (var connection = db.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA max_page_count = " + pages);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
