package org.learningadvocate.conversation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.learningadvocate.brief.Dossier;
import org.learningadvocate.chat.Control;
import org.learningadvocate.chat.Form;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.request.Deliverable;
import org.learningadvocate.request.KindTexts;
import org.learningadvocate.request.Size;

/** Where people put right what the bot understood: size, kind, date, audience. */
final class CorrectForm {

  static final String ID = "correct";

  private static final int AUDIENCE = 150;

  private final CorrectTexts texts;
  private final KindTexts kinds;

  CorrectForm(Wording wording) {
    this.texts = wording.texts(CorrectTexts.class);
    this.kinds = wording.texts(KindTexts.class);
  }

  Form of(Dossier dossier) {
    String dueWords = dossier.reading().dueWords();
    return new Form(
        ID,
        texts.title(),
        texts.save(),
        dossier.id().toString(),
        List.of(
            new Form.Field.Explanation(texts.intro()),
            new Form.Field.Choose(
                "size",
                texts.size(),
                texts.sizeHint(),
                Arrays.stream(Size.values())
                    .map(size -> new Control.Choice(capital(kinds.of(size)), size.name()))
                    .toList(),
                dossier.size().name(),
                false),
            new Form.Field.Choose(
                "deliverable",
                texts.kind(),
                null,
                Arrays.stream(Deliverable.values())
                    .map(
                        kind ->
                            new Control.Choice(
                                kind == Deliverable.UNSPECIFIED
                                    ? texts.kindUnsaid()
                                    : capital(kinds.of(kind)),
                                kind.name()))
                    .toList(),
                dossier.deliverable().name(),
                false),
            new Form.Field.Day(
                "due",
                texts.due(),
                dueWords == null ? null : texts.dueHint(dueWords),
                dossier.due(),
                true),
            new Form.Field.Text(
                "audience", texts.audience(), null, dossier.audience(), AUDIENCE, false, true)));
  }

  /** What to mend, by field; a pure function of what was filled in and the day it was posted. */
  Map<String, String> errors(Map<String, String> values, LocalDate posted) {
    String due = values.get("due");
    if (due == null) {
      return Map.of();
    }
    try {
      return LocalDate.parse(due).isBefore(posted) ? Map.of("due", texts.wrongEarly()) : Map.of();
    } catch (DateTimeParseException e) {
      return Map.of("due", texts.wrongDay());
    }
  }

  /** What was put right and differs from what is understood now, as an act's details. */
  static Map<String, String> changes(Incoming.Submitted sent, Dossier dossier) {
    var values = sent.news();
    var changes = new HashMap<String, String>();
    put(changes, "size", values.getOrDefault("size", ""), dossier.size().name());
    put(
        changes,
        "deliverable",
        values.getOrDefault("deliverable", ""),
        dossier.deliverable().name());
    var due = dossier.due();
    String newDue = values.getOrDefault("due", "");
    if (sent.touched().contains("due") && !newDue.equals(due == null ? "" : due.toString())) {
      changes.put("due", newDue);
    }
    put(
        changes,
        "audience",
        values.getOrDefault("audience", "").strip(),
        dossier.audience() == null ? "" : dossier.audience());
    return changes;
  }

  private static void put(Map<String, String> changes, String key, String value, String before) {
    if (!value.isEmpty() && !value.equals(before)) {
      changes.put(key, value);
    }
  }

  private static String capital(String text) {
    // "eLearning" keeps its form at the beginning of a line too.
    return text.length() < 2 || Character.isUpperCase(text.charAt(1))
        ? text
        : text.substring(0, 1).toUpperCase(java.util.Locale.ENGLISH) + text.substring(1);
  }
}
