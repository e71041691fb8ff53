package org.learningadvocate.chat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One block of a message or of a home view. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Part.Header.class, name = "header"),
  @JsonSubTypes.Type(value = Part.Line.class, name = "line"),
  @JsonSubTypes.Type(value = Part.Note.class, name = "note"),
  @JsonSubTypes.Type(value = Part.Quote.class, name = "quote"),
  @JsonSubTypes.Type(value = Part.Rule.class, name = "rule"),
  @JsonSubTypes.Type(value = Part.Controls.class, name = "controls")
})
public sealed interface Part {

  /** A headline. */
  record Header(String text) implements Part {}

  /** A paragraph, with at most one control beside it. */
  record Line(Words words, @Nullable Control beside) implements Part {}

  /** Small print. */
  record Note(Words words) implements Part {}

  /** Somebody's words, shown as theirs. */
  record Quote(String text) implements Part {}

  /** A line across. */
  record Rule() implements Part {}

  /** A row of up to 25 controls. */
  record Controls(List<Control> controls) implements Part {
    public Controls {
      controls = List.copyOf(controls);
    }
  }

  static Line line(Words words) {
    return new Line(words, null);
  }

  static Note note(Words words) {
    return new Note(words);
  }

  static Controls controls(Control... controls) {
    return new Controls(List.of(controls));
  }
}
