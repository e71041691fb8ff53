package org.learningadvocate.question;

import org.jspecify.annotations.Nullable;
import org.learningadvocate.request.Topic;

/**
 * What a reply says to one question.
 *
 * @param topic which question it answers
 * @param kind whether it is known, unknown or left out
 * @param words the words of the reply that answer it, without markup
 * @param askInstead who is said to know, in the reply's own words, where the person does not; null
 *     where nobody is named
 */
public record Answer(Topic topic, Kind kind, String words, @Nullable String askInstead) {
  /** What became of a question. */
  public enum Kind {
    /** Answered; "none that I know of" is an answer too. */
    GIVEN,
    /** The person does not know. */
    UNKNOWN,
    /** The person wants to leave it out. */
    SKIPPED
  }
}
