package org.learningadvocate.question;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.learningadvocate.request.Topic;

/**
 * The answers to a request's questions as they stand: of one person the latest to each question,
 * another person's beside it.
 */
public record Answers(List<Given> standing) {

  public static final Answers NONE = new Answers(List.of());

  public Answers {
    standing = List.copyOf(standing);
  }

  /** What stands of all that was ever given, in whatever order it is listed. */
  public static Answers of(List<Given> given) {
    record Voice(Topic topic, String who) {}
    Map<Voice, Given> latest = new LinkedHashMap<>();
    given.stream()
        .sorted(Comparator.comparing(Given::at))
        .forEach(answer -> latest.put(new Voice(answer.topic(), answer.who()), answer));
    return new Answers(latest.values().stream().sorted(Comparator.comparing(Given::at)).toList());
  }

  public List<Given> to(Topic topic) {
    return standing.stream().filter(answer -> answer.topic() == topic).toList();
  }

  /** Whether anybody answered it; "not sure" is an answer too. */
  public boolean has(Topic topic) {
    return standing.stream().anyMatch(answer -> answer.topic() == topic);
  }

  /** Whether anybody could say more than "not sure". */
  public boolean known(Topic topic) {
    return standing.stream().anyMatch(answer -> answer.topic() == topic && !answer.unknown());
  }
}
