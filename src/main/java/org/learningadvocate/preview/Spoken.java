package org.learningadvocate.preview;

import java.util.ArrayList;
import java.util.List;
import org.learningadvocate.chat.Control;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Span;
import org.learningadvocate.chat.Words;

/** Messages of the bot as plain text, with names for ids. */
final class Spoken {

  private final Roster roster;

  Spoken(Roster roster) {
    this.roster = roster;
  }

  /** One line for each line of the message. */
  List<String> lines(Message message) {
    var lines = new ArrayList<String>();
    for (Part part : message.parts()) {
      if (part instanceof Part.Header header) {
        lines.add(header.text());
      } else if (part instanceof Part.Line line) {
        lines.addAll(words(line.words()).lines().toList());
      } else if (part instanceof Part.Note note) {
        lines.addAll(words(note.words()).lines().toList());
      } else if (part instanceof Part.Quote quote) {
        quote.text().lines().map(line -> "> " + line).forEach(lines::add);
      } else if (part instanceof Part.Controls controls) {
        lines.add(String.join(" ", controls.controls().stream().map(this::label).toList()));
      }
    }
    return lines;
  }

  String words(Words words) {
    var text = new StringBuilder();
    words.spans().forEach(span -> text.append(span(span)));
    return text.toString();
  }

  private String span(Span span) {
    if (span instanceof Span.Link link) {
      return link.label() + " (" + link.url() + ")";
    }
    return shown(span, roster);
  }

  /** What a span shows, without what it leads to. */
  static String shown(Span span, Roster roster) {
    if (span instanceof Span.Plain plain) {
      return plain.text();
    } else if (span instanceof Span.Bold bold) {
      return bold.text();
    } else if (span instanceof Span.Italic italic) {
      return italic.text();
    } else if (span instanceof Span.Code code) {
      return code.text();
    } else if (span instanceof Span.Link link) {
      return link.label();
    } else if (span instanceof Span.LinkTo link) {
      return link.label();
    } else if (span instanceof Span.LinkToMessage link) {
      return link.label();
    } else if (span instanceof Span.Name name) {
      return roster.name(name.user());
    } else if (span instanceof Span.Mention mention) {
      return "@" + roster.name(mention.user());
    } else if (span instanceof Span.ChannelName channel) {
      return roster.shown("<#" + channel.channel() + ">");
    } else if (span instanceof Span.Emoji emoji) {
      return roster.emoji(emoji.name());
    }
    throw new IllegalStateException(span.toString());
  }

  private String label(Control control) {
    return "[" + caption(control) + "]";
  }

  /** What is written on a control. */
  static String caption(Control control) {
    if (control instanceof Control.Button button) {
      return button.label();
    } else if (control instanceof Control.LinkButton button) {
      return button.label();
    } else if (control instanceof Control.Pick pick) {
      return pick.placeholder();
    }
    return "⋯";
  }
}
