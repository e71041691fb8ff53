package org.learningadvocate.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the bot understood of one message.
 *
 * @param likelihood how likely it asks the learning team for something, 0 to 1
 * @param deliverable what is asked for
 * @param size how much is asked for, most likely
 * @param least the smallest size that is not unlikely: no more may be asked than it has room for
 * @param due the date by which it is needed, in the zone the message was posted in; null where the
 *     text gives none
 * @param dueWords the words the date was read from, so that the bot can say what it understood;
 *     null where there is no date
 * @param audience the learners, in the text's own words; null where the text names none
 * @param answered topics the text already answers
 * @param perhaps others that it may answer
 * @param reasons why it was taken for a request or not, in a person's words, most telling first
 */
public record Reading(
    double likelihood,
    Deliverable deliverable,
    Size size,
    Size least,
    @Nullable LocalDate due,
    @Nullable String dueWords,
    @Nullable String audience,
    Set<Topic> answered,
    Set<Topic> perhaps,
    List<String> reasons) {

  public Reading {
    answered = Set.copyOf(answered);
    perhaps = Set.copyOf(perhaps);
    reasons = List.copyOf(reasons);
  }

  /** A reading that is sure of the size and of what is answered. */
  public Reading(
      double likelihood,
      Deliverable deliverable,
      Size size,
      @Nullable LocalDate due,
      @Nullable String dueWords,
      @Nullable String audience,
      Set<Topic> answered,
      List<String> reasons) {
    this(likelihood, deliverable, size, size, due, dueWords, audience, answered, Set.of(), reasons);
  }

  /** The same reading of a text that answers these topics. */
  public Reading answering(Set<Topic> topics) {
    return new Reading(
        likelihood, deliverable, size, least, due, dueWords, audience, topics, perhaps, reasons);
  }

  /** Whether the message is more likely a request than not. */
  public boolean isRequest() {
    return likelihood >= 0.5;
  }
}
