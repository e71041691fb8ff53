package org.learningadvocate.delivery;

/** Work that comes in rounds, until there is none. */
public interface Rounds {

  /** Does one piece of what is due now; false where nothing was. */
  boolean round();
}
