package org.learningadvocate.store;

/** What SQLite and PostgreSQL say differently. */
public enum Dialect {
  SQLITE("sqlite", "", 1, 1),
  // It writes commits of several connections to disk at once by itself; two are for other work.
  POSTGRESQL("postgresql", " FOR UPDATE SKIP LOCKED", 8, 6);

  private final String folder;
  private final String skipLocked;
  private final int writers;
  private final int sharedCommits;

  Dialect(String folder, String skipLocked, int writers, int sharedCommits) {
    this.folder = folder;
    this.skipLocked = skipLocked;
    this.writers = writers;
    this.sharedCommits = sharedCommits;
  }

  /** How many transactions of this process write at a time. */
  int writers() {
    return writers;
  }

  /** How many of them may be commits that concurrent work shares. */
  int sharedCommits() {
    return sharedCommits;
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
