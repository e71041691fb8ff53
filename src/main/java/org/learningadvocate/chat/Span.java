package org.learningadvocate.chat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A run of text that is shown in one way. The text in it is literal: nothing in it is markup. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Span.Plain.class, name = "plain"),
  @JsonSubTypes.Type(value = Span.Bold.class, name = "bold"),
  @JsonSubTypes.Type(value = Span.Italic.class, name = "italic"),
  @JsonSubTypes.Type(value = Span.Code.class, name = "code"),
  @JsonSubTypes.Type(value = Span.Link.class, name = "link"),
  @JsonSubTypes.Type(value = Span.LinkTo.class, name = "link_to"),
  @JsonSubTypes.Type(value = Span.LinkToMessage.class, name = "link_to_message"),
  @JsonSubTypes.Type(value = Span.Name.class, name = "name"),
  @JsonSubTypes.Type(value = Span.Mention.class, name = "mention"),
  @JsonSubTypes.Type(value = Span.ChannelName.class, name = "channel"),
  @JsonSubTypes.Type(value = Span.Emoji.class, name = "emoji")
})
public sealed interface Span {

  /** Words as they are. */
  record Plain(String text) implements Span {}

  /** Words that stand out. */
  record Bold(String text) implements Span {}

  /** Words set apart, such as the title of a priority. */
  record Italic(String text) implements Span {}

  /** Something to type, letter by letter. */
  record Code(String text) implements Span {}

  /** A link to the outside; {@code url} starts with http or https. */
  record Link(String url, String label) implements Span {}

  /** A link to what stands in a slot; plain words until the slot has its place. */
  record LinkTo(Slot slot, String label) implements Span {}

  /** A link to somebody's message. */
  record LinkToMessage(String channel, String ts, String label) implements Span {}

  /** A person's display name; calls nobody. */
  record Name(String user) implements Span {}

  /** Calls a person. Only for those whom somebody asked to be called. */
  record Mention(String user) implements Span {}

  /** A channel, as a link that its members can follow. */
  record ChannelName(String channel) implements Span {}

  /** An emoji by its short name, without colons. */
  record Emoji(String name) implements Span {}
}
