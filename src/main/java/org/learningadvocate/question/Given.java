package org.learningadvocate.question;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.request.Topic;

/**
 * An answer that somebody gave.
 *
 * @param topic which question it answers
 * @param who the user id of who gave it
 * @param at when, as a Slack timestamp
 * @param text the words of the answer, without markup
 * @param unknown whether it says that this person does not know, or would rather not say
 * @param message the ts of the reply it stands in; null where it came by the form
 */
public record Given(
    Topic topic, String who, String at, String text, boolean unknown, @Nullable String message) {

  /** Who is said to know, in the answer's own words, where this person does not. */
  public Optional<String> askInstead() {
    return unknown ? Optional.ofNullable(Unknowns.askInstead(text)) : Optional.empty();
  }
}
