package org.learningadvocate.sandbox;

import java.util.List;

/**
 * A channel as it stands when the workspace opens.
 *
 * @param members names of people; the bot's by {@link #withBot()}
 */
public record Place(
    String id,
    String name,
    boolean isPrivate,
    boolean isExternal,
    boolean isArchived,
    boolean hasBot,
    String topic,
    String purpose,
    List<String> members) {

  /** An open channel; the name without {@code #}. */
  public static Place open(String name) {
    return new Place(
        "C0" + Member.idPart(name), name, false, false, false, false, "", "", List.of());
  }

  /** A private channel; its id begins with {@code C} as well. */
  public static Place closed(String name) {
    return new Place(
        "C0" + Member.idPart(name), name, true, false, false, false, "", "", List.of());
  }

  public Place withId(String newId) {
    return new Place(
        newId, name, isPrivate, isExternal, isArchived, hasBot, topic, purpose, members);
  }

  public Place withMembers(String... names) {
    return new Place(
        id, name, isPrivate, isExternal, isArchived, hasBot, topic, purpose, List.of(names));
  }

  public Place withBot() {
    return new Place(id, name, isPrivate, isExternal, isArchived, true, topic, purpose, members);
  }

  public Place withTopic(String newTopic) {
    return new Place(
        id, name, isPrivate, isExternal, isArchived, hasBot, newTopic, purpose, members);
  }

  /** Shared with another company (Slack Connect). */
  public Place shared() {
    return new Place(id, name, isPrivate, true, isArchived, hasBot, topic, purpose, members);
  }

  public Place archived() {
    return new Place(id, name, isPrivate, isExternal, true, hasBot, topic, purpose, members);
  }
}
