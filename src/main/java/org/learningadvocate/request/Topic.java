package org.learningadvocate.request;

import java.util.Arrays;
import java.util.Optional;

/** The business context worth knowing about a request; each topic is at most one question. */
public enum Topic {
  /** What should be different in the business once people have learned this? */
  OUTCOME("outcome"),
  /** Which documented strategic priority does it serve? */
  PRIORITY("priority"),
  /** What else is rolling out to the same people at the same time? */
  ROLLOUTS("rollouts"),
  /** How does it fit with what is planned for the business in the next two to three months? */
  HORIZON("horizon"),
  /** Is something happening in parallel that could affect whether it succeeds? */
  PARALLEL("parallel"),
  /** Who should the designer have a quick conversation with? */
  PEOPLE("people");

  private final String key;

  Topic(String key) {
    this.key = key;
  }

  /** The key used in files and in the database, for example {@code outcome}. */
  public String key() {
    return key;
  }

  /** The topic of a key. */
  public static Optional<Topic> of(String key) {
    return Arrays.stream(values()).filter(topic -> topic.key.equals(key)).findFirst();
  }
}
