package org.learningadvocate.delivery;

import java.time.Duration;

/**
 * One use of something that the chat rations.
 *
 * @param name what it is: a method, or a channel's id for a post there; unique in a workspace
 * @param between how far apart uses are at an even pace
 * @param burst how many may go at once after a rest; at least one
 */
public record Turn(String name, Duration between, int burst) {

  /** How much earlier than at an even pace the next may go. */
  long aheadMillis() {
    return between.toMillis() * (burst - 1);
  }
}
