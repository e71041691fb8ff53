package org.learningadvocate.chat;

import org.jspecify.annotations.Nullable;

/** Shows a picture in a channel or thread. At most once: without it, the words must do. */
@FunctionalInterface
public interface Pictures {

  /**
   * @param channel where it is shown
   * @param thread the ts of the thread's first message; null for the channel itself
   * @param name a file name, ending in {@code .png}
   * @param title what stands above it
   * @param alt what it shows, in words, for those who do not see it; up to 1,000 characters
   * @param png the picture
   * @return whether it was taken
   */
  boolean show(
      String channel, @Nullable String thread, String name, String title, String alt, byte[] png);
}
