package org.learningadvocate.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.learningadvocate.chat.Answer;
import org.learningadvocate.chat.Control;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Span;
import org.learningadvocate.chat.Words;

/** What a person would read, a line for each part, so that a test shows it. */
public final class Read {

  private Read() {}

  public static Message shown(Answer answer) {
    if (answer instanceof Answer.Show show) {
      return show.message();
    }
    if (answer instanceof Answer.ShowInstead show) {
      return show.message();
    }
    throw new AssertionError("shows no message: " + answer);
  }

  public static String text(Answer answer) {
    return text(shown(answer).parts());
  }

  public static String text(Message message) {
    return text(message.parts());
  }

  public static String text(List<Part> parts) {
    return parts.stream().map(Read::part).collect(Collectors.joining("\n"));
  }

  public static List<Control> controls(List<Part> parts) {
    var controls = new ArrayList<Control>();
    for (var part : parts) {
      if (part instanceof Part.Controls row) {
        controls.addAll(row.controls());
      } else if (part instanceof Part.Line line && line.beside() != null) {
        controls.add(line.beside());
      }
    }
    return controls;
  }

  /** The button of this label. */
  public static Control.Button button(List<Part> parts, String label) {
    return controls(parts).stream()
        .filter(Control.Button.class::isInstance)
        .map(Control.Button.class::cast)
        .filter(button -> button.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + label + " in\n" + text(parts)));
  }

  private static String part(Part part) {
    if (part instanceof Part.Header header) {
      return "# " + header.text();
    }
    if (part instanceof Part.Line line) {
      return words(line.words())
          + (line.beside() == null ? "" : " " + controlsOf(List.of(line.beside())));
    }
    if (part instanceof Part.Note note) {
      return "(" + words(note.words()) + ")";
    }
    if (part instanceof Part.Quote quote) {
      return "> " + quote.text();
    }
    if (part instanceof Part.Controls row) {
      return controlsOf(row.controls());
    }
    return "---";
  }

  private static String controlsOf(List<Control> controls) {
    return controls.stream()
        .map(
            control ->
                control instanceof Control.Button button
                    ? "[" + button.label() + "]"
                    : control instanceof Control.More more
                        ? more.choices().stream()
                            .map(Control.Choice::label)
                            .collect(Collectors.joining(" | ", "[", "]"))
                        : "[" + control.action() + "]")
        .collect(Collectors.joining(" "));
  }

  public static String words(Words words) {
    return words.spans().stream().map(Read::span).collect(Collectors.joining());
  }

  private static String span(Span span) {
    if (span instanceof Span.Plain plain) {
      return plain.text();
    }
    if (span instanceof Span.Bold bold) {
      return "*" + bold.text() + "*";
    }
    if (span instanceof Span.Italic italic) {
      return "_" + italic.text() + "_";
    }
    if (span instanceof Span.Code code) {
      return "`" + code.text() + "`";
    }
    if (span instanceof Span.Link link) {
      return "<" + link.url() + "|" + link.label() + ">";
    }
    if (span instanceof Span.LinkTo link) {
      return "<" + link.slot() + "|" + link.label() + ">";
    }
    if (span instanceof Span.LinkToMessage link) {
      return "<" + link.channel() + ":" + link.ts() + "|" + link.label() + ">";
    }
    if (span instanceof Span.Name name) {
      return name.user();
    }
    if (span instanceof Span.Mention mention) {
      return "@" + mention.user();
    }
    if (span instanceof Span.ChannelName channel) {
      return "#" + channel.channel();
    }
    return ":" + ((Span.Emoji) span).name() + ":";
  }
}
