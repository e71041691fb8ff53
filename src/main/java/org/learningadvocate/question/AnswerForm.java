package org.learningadvocate.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.learningadvocate.chat.Control;
import org.learningadvocate.chat.Form;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.request.Topic;

/**
 * The questions of a request as a form: a field for each, prefilled with what is known. A field
 * left blank changes nothing.
 */
public final class AnswerForm {

  /** The form's id. */
  public static final String ID = "answers";

  /** The most that Slack lets a field hold; a longer answer is not prefilled. */
  private static final int MOST = 3000;

  private final AnswerFormTexts texts;
  private final String somebody;

  public AnswerForm(Wording wording) {
    this.texts = wording.texts(AnswerFormTexts.class);
    this.somebody = wording.texts(QuestionTexts.class).stillSomebody();
  }

  /**
   * @param subject the request's id, which comes back with what is filled in
   * @param priorities titles of the priorities to choose from
   */
  public Form of(String subject, Plan plan, Answers answers, List<String> priorities) {
    var fields = new ArrayList<Form.Field>();
    fields.add(new Form.Field.Explanation(texts.intro()));
    for (Question question : plan.questions()) {
      fields.add(
          question.topic() == Topic.PRIORITY && !priorities.isEmpty()
              ? choice(question, answers, priorities)
              : text(question, answers));
    }
    return new Form(ID, texts.title(), texts.send(), subject, fields);
  }

  /**
   * What was filled in and says something new, by topic.
   *
   * @param values without what the form showed and the person left as it was
   */
  public static Map<Topic, String> filled(Map<String, String> values, Answers answers) {
    var filled = new LinkedHashMap<Topic, String>();
    for (Topic topic : Topic.values()) {
      String value = values.getOrDefault(topic.key(), "").strip();
      boolean said =
          answers.to(topic).stream().anyMatch(given -> given.text().strip().equals(value));
      if (!value.isEmpty() && !said) {
        filled.put(topic, value);
      }
    }
    return filled;
  }

  private Form.Field text(Question question, Answers answers) {
    return new Form.Field.Text(
        question.topic().key(), label(question), null, latest(question, answers), MOST, true, true);
  }

  private Form.Field choice(Question question, Answers answers, List<String> priorities) {
    var choices = new ArrayList<Control.Choice>();
    priorities.stream().limit(97).forEach(title -> choices.add(choice(title)));
    choices.add(choice(texts.priorityNone()));
    choices.add(choice(texts.priorityUnsure()));
    String latest = latest(question, answers);
    boolean among = choices.stream().anyMatch(choice -> choice.value().equals(latest));
    return new Form.Field.Choose(
        question.topic().key(), label(question), null, choices, among ? latest : null, true);
  }

  private static Control.Choice choice(String title) {
    String value = title.codePointCount(0, title.length()) <= 75 ? title : shorten(title);
    return new Control.Choice(value, value);
  }

  private static String shorten(String title) {
    return title.substring(0, title.offsetByCodePoints(0, 74)) + "…";
  }

  private static @org.jspecify.annotations.Nullable String latest(
      Question question, Answers answers) {
    return answers.to(question.topic()).stream()
        .max(Comparator.comparing(Given::at))
        .map(Given::text)
        .filter(text -> text.length() <= MOST)
        .orElse(null);
  }

  private String label(Question question) {
    return question.number() + ". " + question.plain(somebody);
  }
}
