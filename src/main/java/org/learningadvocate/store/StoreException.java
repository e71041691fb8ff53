package org.learningadvocate.store;

/** The database could not do what was asked; nothing of the transaction was kept. */
public sealed class StoreException extends RuntimeException permits StoreException.Refused {

  private static final long serialVersionUID = 1L;

  StoreException(String message) {
    super(message);
  }

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The database must not be used as it is: only an admin can help. */
  public static final class Refused extends StoreException {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }
}
