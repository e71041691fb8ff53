package org.learningadvocate.homework;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.request.Reading;

/**
 * A request as the homework looks at it.
 *
 * @param text the message in Slack's markup, escaped as Slack delivers it
 * @param reading what was understood of it
 * @param posted the day it was posted, in the workspace's zone
 * @param place the name of the channel it was posted in, without {@code #}, since "my team" means
 *     other people in #warehouse than in #finance; null where it is unknown or says nothing
 * @param confirmed ids of priorities that somebody said it serves
 * @param denied ids of priorities that somebody said it does not serve
 */
public record Subject(
    String text,
    Reading reading,
    LocalDate posted,
    @Nullable String place,
    Set<String> confirmed,
    Set<String> denied) {

  public Subject {
    confirmed = Set.copyOf(confirmed);
    denied = Set.copyOf(denied);
  }

  /** A request of which nobody has said yet what it serves. */
  public Subject(String text, Reading reading, LocalDate posted, @Nullable String place) {
    this(text, reading, posted, place, Set.of(), Set.of());
  }
}
