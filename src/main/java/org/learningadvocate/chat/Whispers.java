package org.learningadvocate.chat;

import org.jspecify.annotations.Nullable;

/**
 * Says something to one person, where that person is. At most once: what does not arrive is asked
 * for again.
 */
@FunctionalInterface
public interface Whispers {

  /**
   * @param channel where the person is
   * @param thread the ts of the thread's first message; null for the channel itself
   * @param user who sees it
   */
  void whisper(String channel, @Nullable String thread, String user, Message message);
}
