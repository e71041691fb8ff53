package org.learningadvocate.sandbox;

import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** A message that stands in a channel, and what people can do with it. */
public final class Post {
  private final Workspace workspace;
  private final Room room;
  private final String ts;

  Post(Workspace workspace, Room room, String ts) {
    this.workspace = workspace;
    this.room = room;
    this.ts = ts;
  }

  public String ts() {
    return ts;
  }

  public String channelId() {
    return room.id;
  }

  /** A copy of the message as Slack keeps it; an empty object once it was deleted. */
  public ObjectNode json() {
    synchronized (workspace.world) {
      Room.Ephemeral whispered = room.ephemeral(ts);
      ObjectNode message = whispered == null ? room.message(ts) : whispered.message();
      return message == null ? Json.object() : message.deepCopy();
    }
  }

  /** The words a person reads in it, blocks first. */
  public String text() {
    return ShownText.of(json());
  }

  /** Answers in the thread; the answer. */
  public Post says(String who, String words) {
    return workspace.say(who, room, words, thread(), false, List.of());
  }

  /** Answers in the thread with files. */
  public Post says(String who, String words, List<String> fileIds) {
    return workspace.say(who, room, words, thread(), false, fileIds);
  }

  /** Answers in the thread and also to the channel. */
  public Post saysAlsoToChannel(String who, String words) {
    return workspace.say(who, room, words, thread(), true, List.of());
  }

  private String thread() {
    String thread = Json.text(json(), "thread_ts");
    return thread.isEmpty() ? ts : thread;
  }

  /** The answers in its thread, oldest first, without itself. */
  public List<Post> replies() {
    synchronized (workspace.world) {
      return room.replies(thread()).stream()
          .map(message -> new Post(workspace, room, Json.text(message, "ts")))
          .toList();
    }
  }

  public void edit(String words) {
    workspace.people.edit(author(), room, ts, words);
  }

  public void delete() {
    workspace.people.delete(author(), room, ts);
  }

  private Member author() {
    return workspace.world.member(Json.text(json(), "user"));
  }

  /** Adds a reaction; the name without colons. */
  public void react(String who, String name) {
    workspace.messages.react(room, ts, workspace.world.member(who).id(), name);
  }

  public void unreact(String who, String name) {
    workspace.messages.unreact(room, ts, workspace.world.member(who).id(), name);
  }

  /** The names of its reactions by this member. */
  public List<String> reactions(String who) {
    String id = workspace.world.member(who).id();
    return json()
        .path("reactions")
        .valueStream()
        .filter(r -> r.path("users").valueStream().anyMatch(u -> u.asString().equals(id)))
        .map(r -> Json.text(r, "name"))
        .toList();
  }

  /** Presses the button with this action id; waits for the app's acknowledgement. */
  public Acted press(String who, String actionId) {
    return select(who, actionId, "");
  }

  /** Chooses a value in the select, overflow or other element with this action id. */
  public Acted select(String who, String actionId, Object value) {
    Member member = workspace.world.member(who);
    return Acted.of(
        workspace
            .people
            .use(
                member,
                workspace.people.spot(member, room, ts),
                "",
                actionId,
                Form.simple(value),
                null)
            .join());
  }

  /** Uses a message shortcut on it. */
  public Acted shortcut(String who, String callbackId) {
    return Acted.of(
        workspace.people.shortcut(workspace.world.member(who), callbackId, room, ts).join());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Post post && post.room == room && post.ts.equals(ts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(room.id, ts);
  }

  @Override
  public String toString() {
    return "#" + room.name + " " + ts + ": " + text();
  }
}
