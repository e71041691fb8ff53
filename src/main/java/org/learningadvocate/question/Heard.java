package org.learningadvocate.question;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.learningadvocate.request.Topic;

/**
 * What one reply says to the questions that were asked.
 *
 * @param answers one for each question it answers, in the order asked; none where it is chatter
 */
public record Heard(List<Answer> answers) {
  public Heard {
    answers = List.copyOf(answers);
  }

  /** The questions it answers. */
  public Set<Topic> topics() {
    var topics = EnumSet.noneOf(Topic.class);
    answers.forEach(answer -> topics.add(answer.topic()));
    return topics;
  }
}
