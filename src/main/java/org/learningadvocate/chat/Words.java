package org.learningadvocate.chat;

import java.util.ArrayList;
import java.util.List;

/** A sentence or two, made of spans; {@code Words.of("Seems to serve ").italic(title)}. */
public record Words(List<Span> spans) {

  public static final Words NONE = new Words(List.of());

  public Words {
    spans = List.copyOf(spans);
  }

  /** Literal words: what looks like markup in them is shown, not obeyed. */
  public static Words of(String text) {
    return NONE.then(text);
  }

  public Words then(String text) {
    return text.isEmpty() ? this : with(new Span.Plain(text));
  }

  public Words bold(String text) {
    return text.isEmpty() ? this : with(new Span.Bold(text));
  }

  public Words italic(String text) {
    return text.isEmpty() ? this : with(new Span.Italic(text));
  }

  public Words code(String text) {
    return text.isEmpty() ? this : with(new Span.Code(text));
  }

  public Words link(String url, String label) {
    return with(new Span.Link(url, label));
  }

  public Words linkTo(Slot slot, String label) {
    return with(new Span.LinkTo(slot, label));
  }

  public Words linkToMessage(String channel, String ts, String label) {
    return with(new Span.LinkToMessage(channel, ts, label));
  }

  /** Names a person without calling them. */
  public Words name(String user) {
    return with(new Span.Name(user));
  }

  /** Calls a person: only for somebody who was asked for by name. */
  public Words mention(String user) {
    return with(new Span.Mention(user));
  }

  public Words channel(String channel) {
    return with(new Span.ChannelName(channel));
  }

  public Words emoji(String name) {
    return with(new Span.Emoji(name));
  }

  public Words then(Words more) {
    var all = new ArrayList<>(spans);
    all.addAll(more.spans);
    return new Words(all);
  }

  public boolean isEmpty() {
    return spans.isEmpty();
  }

  private Words with(Span span) {
    var all = new ArrayList<>(spans);
    all.add(span);
    return new Words(all);
  }
}
