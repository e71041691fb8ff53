package org.learningadvocate.chat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What should stand in a slot. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Wanted.Post.class, name = "post"),
  @JsonSubTypes.Type(value = Wanted.Below.class, name = "below"),
  @JsonSubTypes.Type(value = Wanted.Reaction.class, name = "reaction"),
  @JsonSubTypes.Type(value = Wanted.Home.class, name = "home")
})
public sealed interface Wanted {

  /**
   * A message in a channel, or in a thread of it.
   *
   * @param thread the ts of the thread's first message; null for the channel itself
   */
  record Post(String channel, @Nullable String thread, Message message) implements Wanted {}

  /** A message in the thread of what stands in another slot; waits until that has its place. */
  record Below(Slot parent, Message message) implements Wanted {}

  /** The bot's reaction on a message, there or taken back. */
  record Reaction(String channel, String ts, String emoji, boolean there) implements Wanted {}

  /** One person's App Home. */
  record Home(String user, HomeView view) implements Wanted {}
}
