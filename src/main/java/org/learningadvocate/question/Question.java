package org.learningadvocate.question;

import java.util.List;
import java.util.stream.Collectors;
import org.learningadvocate.chat.Span;
import org.learningadvocate.chat.Words;
import org.learningadvocate.request.Topic;

/**
 * One context question of a request.
 *
 * @param number its number, from 1; never moves within a request
 * @param topic what it is about
 * @param words the question as asked, with what the homework found
 * @param taps answers that take one tap; empty where it needs words
 */
public record Question(int number, Topic topic, Words words, List<Tap> taps) {

  public Question {
    taps = List.copyOf(taps);
  }

  /**
   * The question where no markup can stand: in a form's label, in a list of choices.
   *
   * @param somebody what stands for a person, where no name can
   */
  public String plain(String somebody) {
    return words.spans().stream().map(span -> plain(span, somebody)).collect(Collectors.joining());
  }

  private static String plain(Span span, String somebody) {
    if (span instanceof Span.Plain one) {
      return one.text();
    }
    if (span instanceof Span.Italic one) {
      return one.text();
    }
    if (span instanceof Span.Bold one) {
      return one.text();
    }
    if (span instanceof Span.LinkToMessage one) {
      return one.label();
    }
    return span instanceof Span.Name ? somebody : "";
  }
}
