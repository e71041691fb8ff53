package org.learningadvocate.store;

import java.sql.SQLException;
import java.util.Set;

/** The database could not do what was asked; nothing of the transaction was kept. */
public sealed class StoreException extends RuntimeException permits StoreException.Refused {

  private static final long serialVersionUID = 1L;

  /** SQLite's words for too big, against a constraint, of the wrong kind. */
  private static final Set<Integer> SQLITE_LASTING = Set.of(18, 19, 20);

  /** PostgreSQL's word for a row that is there already: another process may have been quicker. */
  private static final String THERE_ALREADY = "23505";

  StoreException(String message) {
    super(message);
  }

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Whether it is what was to be written that the database refuses, so that no retry mends it. */
  public boolean lasting() {
    if (!(getCause() instanceof SQLException refused)) {
      return false;
    }
    var state = refused.getSQLState();
    return state == null
        ? SQLITE_LASTING.contains(refused.getErrorCode())
        : (state.startsWith("22") || state.startsWith("23")) && !state.equals(THERE_ALREADY);
  }

  /** The database must not be used as it is: only an admin can help. */
  public static final class Refused extends StoreException {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }
}
