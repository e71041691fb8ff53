package org.learningadvocate.request;

/**
 * How much a request asks for, and so how much of people's time its questions may cost: nobody
 * interviews VPs about a one-page job aid.
 */
public enum Size {
  SMALL("small", 2),
  MEDIUM("medium", 4),
  LARGE("large", 6);

  private final String key;
  private final int room;

  Size(String key, int room) {
    this.key = key;
    this.room = room;
  }

  /** The key used in files and in the database, for example {@code small}. */
  public String key() {
    return key;
  }

  /** The most questions a request of this size is asked. */
  public int room() {
    return room;
  }
}
