package org.learningadvocate.store;

/** What SQLite and PostgreSQL say differently. */
public enum Dialect {
  SQLITE("sqlite", ""),
  POSTGRESQL("postgresql", " FOR UPDATE SKIP LOCKED");

  private final String folder;
  private final String skipLocked;

  Dialect(String folder, String skipLocked) {
    this.folder = folder;
    this.skipLocked = skipLocked;
  }

  /** Ends a subquery that picks a row to take, so that takers pass each other by. */
  public String skipLocked() {
    return skipLocked;
  }

  String folder() {
    return folder;
  }

  static Dialect of(String url) {
    if (url.startsWith("jdbc:sqlite:")) {
      return SQLITE;
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return POSTGRESQL;
    }
    throw new IllegalArgumentException(
        "a database URL starts with jdbc:sqlite: or jdbc:postgresql:, not " + url);
  }
}
