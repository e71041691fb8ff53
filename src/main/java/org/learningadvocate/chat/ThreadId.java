package org.learningadvocate.chat;

import org.jspecify.annotations.Nullable;

/**
 * A thread, named by its first message; also the id of the request that the message is, and the
 * lane in which everything of the thread is taken.
 *
 * @param channel the channel's id
 * @param ts Slack's timestamp of the first message, as text: a number would lose its last digit
 */
public record ThreadId(String channel, String ts) {

  /** The thread that a message of this channel belongs to: its parent's, or its own. */
  public static ThreadId of(String channel, String ts, @Nullable String parent) {
    return new ThreadId(channel, parent == null ? ts : parent);
  }

  /** Reads what {@link #toString} wrote. */
  public static @Nullable ThreadId parse(String text) {
    int colon = text.indexOf(':');
    return colon > 0 && colon < text.length() - 1
        ? new ThreadId(text.substring(0, colon), text.substring(colon + 1))
        : null;
  }

  @Override
  public String toString() {
    return channel + ":" + ts;
  }
}
