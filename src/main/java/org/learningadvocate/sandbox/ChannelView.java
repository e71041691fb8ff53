package org.learningadvocate.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What stands in one channel, and what its members do to it. */
public final class ChannelView {
  private final Workspace workspace;
  private final Room room;

  ChannelView(Workspace workspace, Room room) {
    this.workspace = workspace;
    this.room = room;
  }

  public String id() {
    return room.id;
  }

  public String name() {
    return room.name;
  }

  /** Everything that history shows, oldest first; no answers in threads. */
  public List<Post> posts() {
    synchronized (workspace.world) {
      return posts(room.topLevel());
    }
  }

  /** Everything at all, answers too, oldest first. */
  public List<Post> all() {
    synchronized (workspace.world) {
      return posts(List.copyOf(room.all()));
    }
  }

  /** What the app posted at top level, oldest first. */
  public List<Post> postsOfApp() {
    return posts().stream()
        .filter(
            post -> Json.text(post.json(), "user").equals(workspace.world.app.botUserId()))
        .filter(post -> Json.text(post.json(), "subtype").isEmpty())
        .toList();
  }

  /** The words of the newest message, or an empty string. */
  public String last() {
    List<Post> posts = posts();
    return posts.isEmpty() ? "" : posts.get(posts.size() - 1).text();
  }

  /** The newest message; an {@link IllegalStateException} where there is none. */
  public Post lastPost() {
    List<Post> posts = posts();
    if (posts.isEmpty()) {
      throw new IllegalStateException("Nothing was posted in #" + room.name);
    }
    return posts.get(posts.size() - 1);
  }

  /** What only this person sees, oldest first. */
  public List<Post> whispersTo(String who) {
    synchronized (workspace.world) {
      String id = workspace.world.member(who).id();
      return posts(
          room.ephemerals.stream()
              .filter(e -> e.user().equals(id))
              .map(Room.Ephemeral::message)
              .toList());
    }
  }

  private List<Post> posts(List<ObjectNode> messages) {
    return messages.stream()
        .map(message -> new Post(workspace, room, Json.text(message, "ts")))
        .toList();
  }

  /** Lets somebody in; the bot by its name. */
  public void invite(String inviter, String who) {
    workspace.messages.join(
        room, workspace.world.member(who), workspace.world.member(inviter));
  }

  public void join(String who) {
    workspace.messages.join(room, workspace.world.member(who), null);
  }

  /** Lets somebody out; the bot by its name. */
  public void remove(String who) {
    workspace.messages.leave(room, workspace.world.member(who));
  }

  public void archive(String who) {
    workspace.messages.archive(room, workspace.world.member(who), true);
  }

  public void unarchive(String who) {
    workspace.messages.archive(room, workspace.world.member(who), false);
  }

  public void rename(String who, String newName) {
    workspace.messages.rename(room, workspace.world.member(who), newName);
  }

  public void setTopic(String who, String topic) {
    synchronized (workspace.world) {
      room.topic = topic;
      workspace.messages.housekeeping(
          room,
          "channel_topic",
          workspace.world.member(who),
          "set the channel topic: " + Composer.escape(topic),
          message -> message.put("topic", topic));
    }
  }

  /** A message of this subtype that no person wrote, such as {@code huddle_thread} or a new one. */
  public Post noise(String who, String subtype, @Nullable String text) {
    ObjectNode message =
        workspace.messages.housekeeping(
            room,
            subtype,
            workspace.world.member(who),
            text == null ? "" : text,
            more -> {});
    return new Post(workspace, room, Json.text(message, "ts"));
  }
}
