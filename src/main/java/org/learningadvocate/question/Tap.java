package org.learningadvocate.question;

/**
 * An answer that takes one tap.
 *
 * @param code what a control sends; unique within its question
 * @param label what stands on it, up to 75 characters
 * @param text the answer that it gives
 */
public record Tap(String code, String label, String text) {

  /** Before the code of a tap that chooses a documented priority stands this, then its id. */
  public static final String PRIORITY = "priority:";

  /** The code of a tap that says of an earlier answer that it still holds. */
  public static final String STILL_TRUE = "still";
}
