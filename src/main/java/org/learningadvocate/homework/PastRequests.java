package org.learningadvocate.homework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests of the past, as far as they may be shown to the people of the one at hand. */
@FunctionalInterface
public interface PastRequests {
  /** No past at all. */
  PastRequests NONE = (text, most) -> List.of();

  /**
   * Past requests that share words with a text, likeliest first.
   *
   * @param text plain words, without Slack's markup
   * @param most how many at most
   */
  List<Past> like(String text, int most);

  /**
   * A request of the past.
   *
   * @param id the key under which it is kept
   * @param text what it asked for, in Slack's markup
   * @param posted the day it was posted
   * @param designer user id of who designed it; null where nobody did
   * @param vector where its text points, by the same meaning as the homework's; null where that is
   *     to be computed
   */
  record Past(
      String id,
      String text,
      LocalDate posted,
      @Nullable String designer,
      float @Nullable [] vector) {

    /** One whose vector is not kept. */
    public Past(String id, String text, LocalDate posted, @Nullable String designer) {
      this(id, text, posted, designer, null);
    }
  }
}
