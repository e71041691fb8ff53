package org.learningadvocate.conversation;

import java.util.List;
import java.util.Map;
import org.learningadvocate.brief.Dossier;
import org.learningadvocate.chat.Control;
import org.learningadvocate.chat.Form;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.chat.Words;
import org.learningadvocate.question.Question;
import org.learningadvocate.question.QuestionTexts;
import org.learningadvocate.request.Topic;

/** Brings one question to one person, in the thread. */
final class AskForm {

  static final String ID = "ask";

  private final AskTexts texts;
  private final String somebody;

  AskForm(Wording wording) {
    this.texts = wording.texts(AskTexts.class);
    this.somebody = wording.texts(QuestionTexts.class).stillSomebody();
  }

  Form of(Dossier dossier) {
    var open = dossier.pending().isEmpty() ? dossier.plan().questions() : dossier.pending();
    return new Form(
        ID,
        texts.title(),
        texts.send(),
        dossier.id().toString(),
        List.of(
            new Form.Field.Member("who", texts.who(), texts.whoHint(), null, false),
            new Form.Field.Choose(
                "topic",
                texts.which(),
                null,
                open.stream()
                    .map(
                        question ->
                            new Control.Choice(
                                clip(question.number() + ". " + question.plain(somebody)),
                                question.topic().name()))
                    .toList(),
                open.get(0).topic().name(),
                false)));
  }

  Map<String, String> errors(Map<String, String> values, String bot) {
    String who = values.getOrDefault("who", "");
    if (who.isEmpty()) {
      return Map.of("who", texts.wrongNobody());
    }
    return who.equals(bot) ? Map.of("who", texts.wrongBot()) : Map.of();
  }

  /** The message that calls the person. */
  Message message(Dossier dossier, String asker, String who, Topic topic) {
    var question = dossier.plan().about(topic).map(Question::words).orElse(texts.messageUnknown());
    return Message.of(texts.message(Words.NONE.mention(who), Words.NONE.name(asker), question));
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
