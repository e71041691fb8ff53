package org.learningadvocate.chat;

import java.util.List;

/**
 * What the bot says in one message. Its plain text, which notifications and screen readers use, is
 * made from its parts, so the two cannot disagree.
 */
public record Message(List<Part> parts) {

  public Message {
    parts = List.copyOf(parts);
  }

  /** A message of one paragraph. */
  public static Message of(Words words) {
    return new Message(List.of(Part.line(words)));
  }

  /** A message of one plain paragraph. */
  public static Message of(String text) {
    return of(Words.of(text));
  }
}
