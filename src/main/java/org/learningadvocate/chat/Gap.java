package org.learningadvocate.chat;

/** Why something that was said may have been missed. */
public enum Gap {
  START("the bot was away"),
  RECONNECTED("the connection was lost and is back"),
  REFUSED("what came could not be kept"),
  SILENCE("nothing came for long");

  private final String words;

  Gap(String words) {
    this.words = words;
  }

  /** For the log. */
  public String words() {
    return words;
  }
}
