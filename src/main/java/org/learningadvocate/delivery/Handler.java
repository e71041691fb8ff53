package org.learningadvocate.delivery;

import org.learningadvocate.chat.Incoming;
import org.learningadvocate.store.Tx;

/** Works off what the inbox kept. */
@FunctionalInterface
public interface Handler {

  /**
   * Thinks about one thing, without holding the database, and says what to save. May be called
   * again for the same thing, after a fault or by another process.
   *
   * @throws RuntimeException for a passing fault: it is tried again later
   */
  Consequence think(Incoming incoming);

  /** What to save: one short transaction, only if nobody else has taken the lane meanwhile. */
  @FunctionalInterface
  interface Consequence {

    Consequence NONE = tx -> {};

    void save(Tx tx);
  }
}
