package org.learningadvocate.question;

/**
 * One message of a request's thread.
 *
 * @param by who wrote it
 * @param text what it says, in Slack's markup
 */
public record Reply(By by, String text) {
  /** Who writes in the thread of a request. */
  public enum By {
    /** Who posted the request. */
    REQUESTER,
    /** The learning professional who took it. */
    DESIGNER,
    /** Anybody else. */
    OTHER
  }
}
