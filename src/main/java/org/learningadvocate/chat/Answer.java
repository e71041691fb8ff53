package org.learningadvocate.chat;

import java.util.Map;

/** What a person who just did something sees at once. Lost, it is asked for again. */
public sealed interface Answer {

  Answer NOTHING = new Nothing();

  /** Nothing beyond what changes in Slack anyway; a form that was sent closes. */
  record Nothing() implements Answer {}

  /** A message only for the person who acted. */
  record Show(Message message) implements Answer {}

  /** The same, in place of the private message whose button was pressed (a next page). */
  record ShowInstead(Message message) implements Answer {}

  /** A form opens. */
  record OpenForm(Form form) implements Answer {}

  /** The form that was sent gives way to another. */
  record ReplaceForm(Form form) implements Answer {}

  /** The form stays open and says at each field what to mend; keys are field ids. */
  record FieldErrors(Map<String, String> byField) implements Answer {
    public FieldErrors {
      byField = Map.copyOf(byField);
    }
  }

  static Show show(String text) {
    return new Show(Message.of(text));
  }
}
