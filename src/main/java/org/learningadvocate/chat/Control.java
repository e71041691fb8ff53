package org.learningadvocate.chat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to press or choose. Its {@code value} (or the chosen choice's) comes back in {@link
 * Incoming.Pressed}: the subject first (a {@link ThreadId}, where it is about a request), then,
 * after a space, whatever else the receiver needs.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Control.Button.class, name = "button"),
  @JsonSubTypes.Type(value = Control.LinkButton.class, name = "link_button"),
  @JsonSubTypes.Type(value = Control.More.class, name = "more"),
  @JsonSubTypes.Type(value = Control.Pick.class, name = "pick")
})
public sealed interface Control {

  /** How a button looks. */
  enum Style {
    PLAIN,
    PRIMARY,
    DANGER
  }

  /** One of several things to choose. Label up to 75 characters, value up to 150. */
  record Choice(String label, String value) {}

  /** A button. Label up to 75 characters (30 show), value up to 2,000. */
  record Button(String action, String label, String value, Style style) implements Control {}

  /** A button that opens a page. */
  record LinkButton(String action, String label, String url) implements Control {}

  /** The three dots: up to five more choices. */
  record More(String action, List<Choice> choices) implements Control {
    public More {
      choices = List.copyOf(choices);
    }
  }

  /** A list to pick one from, up to 100; {@code chosen} is the value of one of them, or null. */
  record Pick(String action, String placeholder, List<Choice> choices, @Nullable String chosen)
      implements Control {
    public Pick {
      choices = List.copyOf(choices);
    }
  }

  /** The id under which a press comes back. Unique within a message. */
  String action();

  static Button button(String action, String label, String value) {
    return new Button(action, label, value, Style.PLAIN);
  }

  static Button primary(String action, String label, String value) {
    return new Button(action, label, value, Style.PRIMARY);
  }
}
