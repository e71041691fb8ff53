package org.learningadvocate.conversation;

import java.util.List;
import java.util.Map;
import org.learningadvocate.brief.Dossier;
import org.learningadvocate.chat.Control;
import org.learningadvocate.chat.Form;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Words;
import org.learningadvocate.question.Question;
import org.learningadvocate.request.Topic;

/** Brings one question to one person, in the thread. */
final class AskForm {

  static final String ID = "ask";

  private AskForm() {}

  static Form of(Dossier dossier) {
    var open = dossier.pending().isEmpty() ? dossier.plan().questions() : dossier.pending();
    return new Form(
        ID,
        "Ask someone",
        "Ask",
        dossier.id().toString(),
        List.of(
            new Form.Field.Member(
                "who", "Who could know?", "They are called into the thread, once.", null, false),
            new Form.Field.Choose(
                "topic",
                "Which question?",
                null,
                open.stream()
                    .map(
                        question ->
                            new Control.Choice(
                                clip(question.number() + ". " + question.plain()),
                                question.topic().name()))
                    .toList(),
                open.get(0).topic().name(),
                false)));
  }

  static Map<String, String> errors(Map<String, String> values, String bot) {
    String who = values.getOrDefault("who", "");
    if (who.isEmpty()) {
      return Map.of("who", "Pick a person.");
    }
    return who.equals(bot) ? Map.of("who", "I could not tell. Pick a colleague.") : Map.of();
  }

  /** The message that calls the person. */
  static Message message(Dossier dossier, String asker, String who, Topic topic) {
    var question =
        dossier.plan().about(topic).map(Question::words).orElse(Words.of("what do you know?"));
    return Message.of(
        Words.NONE
            .mention(who)
            .then(", ")
            .name(asker)
            .then(" thinks you could know: ")
            .then(question)
            .then(" A line here in the thread is enough; “not sure” is fine too."));
  }

  private static String clip(String text) {
    if (text.codePointCount(0, text.length()) <= 75) {
      return text;
    }
    String most = text.substring(0, text.offsetByCodePoints(0, 74));
    int space = most.lastIndexOf(' ');
    return (space > 50 ? most.substring(0, space) : most) + "…";
  }
}
