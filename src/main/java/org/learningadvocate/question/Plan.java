package org.learningadvocate.question;

import java.util.List;
import java.util.Optional;
import org.learningadvocate.request.Topic;

/**
 * The questions chosen for a request.
 *
 * @param questions what is asked, in the order of their numbers
 * @param numbering every topic ever asked in this request, in the order of the numbers
 */
public record Plan(List<Question> questions, List<Topic> numbering) {

  public Plan {
    questions = List.copyOf(questions);
    numbering = List.copyOf(numbering);
  }

  /** Whether the homework and the text left nothing to ask. */
  public boolean nothingToAsk() {
    return questions.isEmpty();
  }

  public Optional<Question> about(Topic topic) {
    return questions.stream().filter(question -> question.topic() == topic).findFirst();
  }
}
