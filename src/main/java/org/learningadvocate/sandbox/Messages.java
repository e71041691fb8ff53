package org.learningadvocate.sandbox;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happens to messages, whoever does it, and the events that follow. Every method takes the
 * {@link World}'s lock.
 */
final class Messages {
  private final World world;
  private final Events events;
  private final EmojiNames emoji;

  Messages(World world, Events events, EmojiNames emoji) {
    this.world = world;
    this.events = events;
    this.emoji = emoji;
  }

  /**
   * A message about to be posted.
   *
   * @param thread ts to answer, or null
   * @param broadcast whether the answer also goes to the channel
   * @param at microseconds since the epoch of a seeded message that no event tells, or null for now
   */
  record Draft(
      Member author,
      String text,
      @Nullable ArrayNode blocks,
      @Nullable String thread,
      boolean broadcast,
      @Nullable JsonNode metadata,
      List<StoredFile> files,
      @Nullable Long at) {
    static Draft of(Member author, String text) {
      return new Draft(author, text, null, null, false, null, List.of(), null);
    }

    Draft in(@Nullable String newThread, boolean newBroadcast) {
      return new Draft(author, text, blocks, newThread, newBroadcast, metadata, files, at);
    }

    Draft with(@Nullable ArrayNode newBlocks) {
      return new Draft(author, text, newBlocks, thread, broadcast, metadata, files, at);
    }

    Draft with(List<StoredFile> newFiles) {
      return new Draft(author, text, blocks, thread, broadcast, metadata, newFiles, at);
    }

    Draft at(@Nullable Long micros) {
      return new Draft(author, text, blocks, thread, broadcast, metadata, files, micros);
    }
  }

  /** Posts and tells the app; the message as it is kept. */
  ObjectNode post(Room room, Draft draft) {
    synchronized (world) {
      Long at = draft.at();
      String ts = at == null ? room.newTs(world.nowMicros()) : room.pastTs(at);
      ObjectNode message = body(draft.author(), draft.text(), draft.blocks());
      message.put("ts", ts);
      Json.putIf(message, "metadata", draft.metadata());
      if (!draft.files().isEmpty()) {
        message.put("subtype", "file_share").put("upload", false);
        ArrayNode files = message.putArray("files");
        for (StoredFile file : draft.files()) {
          file.complete = true;
          file.sharedAs(room, ts);
          files.add(file.told(world));
        }
      }
      thread(room, draft, message);
      room.messages.put(ts, message);
      String parent = Json.text(message, "thread_ts");
      if (!parent.isEmpty()) {
        room.countReplies(parent);
      }
      room.lastRead.put(draft.author().id(), ts);
      if (at == null) {
        events.posted(room, message);
      }
      world.changed();
      return message;
    }
  }

  /** What a message by this author carries anywhere. */
  ObjectNode body(Member author, String text, @Nullable ArrayNode blocks) {
    ObjectNode message = Json.object().put("type", "message").put("user", author.id());
    if (author.isBot()) {
      message
          .put("bot_id", world.botIdOf(author))
          .put("app_id", world.appIdOf(author))
          .set("bot_profile", world.botProfile(author));
    } else if (author.kind() != Member.Kind.SLACKBOT) {
      message.put("client_msg_id", UUID.nameUUIDFromBytes(
          world.letters(16).getBytes(java.nio.charset.StandardCharsets.UTF_8)).toString());
    }
    message.put("text", text).put("team", author.teamId() == null ? world.teamId : author.teamId());
    if (blocks != null && !blocks.isEmpty()) {
      message.set("blocks", blocks);
    }
    return message;
  }

  private static void thread(Room room, Draft draft, ObjectNode message) {
    String thread = draft.thread();
    ObjectNode parent = thread == null ? null : room.message(thread);
    // Slack shows an answer to a deleted message in the channel.
    if (thread == null || parent == null) {
      return;
    }
    message.put("thread_ts", thread).put("parent_user_id", Json.text(parent, "user"));
    if (draft.broadcast()) {
      message.put("subtype", "thread_broadcast");
      ObjectNode root = parent.deepCopy();
      root.remove(List.of("blocks", "metadata", "reactions"));
      message.set("root", root.put("thread_ts", thread));
    }
  }

  /** A line of Slack's own, such as {@code channel_join}. */
  ObjectNode housekeeping(
      Room room, String subtype, Member who, String text, Consumer<ObjectNode> more) {
    synchronized (world) {
      String ts = room.newTs(world.nowMicros());
      ObjectNode message =
          Json.object()
              .put("type", "message")
              .put("subtype", subtype)
              .put("ts", ts)
              .put("user", who.id())
              .put("text", text);
      more.accept(message);
      room.messages.put(ts, message);
      events.message(room, message.deepCopy(), world.teamId);
      world.changed();
      return message;
    }
  }

  /** Changes a message in place and tells the app {@code message_changed}. */
  void change(Room room, ObjectNode message, Consumer<ObjectNode> change) {
    synchronized (world) {
      ObjectNode previous = message.deepCopy();
      change.accept(message);
      tellChanged(room, message, previous);
      world.changed();
    }
  }

  /** Marks the message as edited just now. */
  void markEdited(Room room, ObjectNode message, String editor) {
    message
        .putObject("edited")
        .put("user", editor)
        .put("ts", Room.formatTs(world.nowMicros() / 1_000_000 * 1_000_000));
  }

  private void tellChanged(Room room, ObjectNode message, ObjectNode previous) {
    ObjectNode event = Json.object().put("type", "message").put("subtype", "message_changed");
    event.set("message", message.deepCopy());
    event.set("previous_message", previous);
    String ts = room.newTs(world.nowMicros());
    event.put("hidden", true).put("ts", ts).put("event_ts", ts);
    events.message(room, event, world.teamId);
  }

  /** Deletes; a parent with answers stays as a tombstone. */
  void delete(Room room, ObjectNode message) {
    synchronized (world) {
      String ts = Json.text(message, "ts");
      ObjectNode previous = message.deepCopy();
      boolean parent = !Room.isReply(message) && !room.replies(ts).isEmpty();
      if (parent) {
        message.removeAll();
        message
            .put("type", "message")
            .put("subtype", "tombstone")
            .put("user", "USLACKBOT")
            .put("text", "This message was deleted.")
            .put("hidden", true)
            .put("ts", ts);
        room.countReplies(ts);
        tellChanged(room, message, previous);
      } else {
        room.messages.remove(ts);
        String thread = Json.text(previous, "thread_ts");
        if (!thread.isEmpty()) {
          room.countReplies(thread);
          dropEmptyTombstone(room, thread);
        }
        ObjectNode event = Json.object().put("type", "message").put("subtype", "message_deleted");
        String eventTs = room.newTs(world.nowMicros());
        event.set("previous_message", previous);
        event
            .put("hidden", true)
            .put("deleted_ts", ts)
            .put("ts", eventTs)
            .put("event_ts", eventTs);
        events.message(room, event, world.teamId);
      }
      world.changed();
    }
  }

  private static void dropEmptyTombstone(Room room, String thread) {
    ObjectNode parent = room.message(thread);
    if (parent != null
        && Json.text(parent, "subtype").equals("tombstone")
        && room.replies(thread).isEmpty()) {
      room.messages.remove(thread);
    }
  }

  /** Adds a reaction; throws Slack's refusal. */
  void react(Room room, String ts, String user, String name) {
    synchronized (world) {
      ObjectNode message = messageOrRefuse(room, ts);
      if (!emoji.knows(name)) {
        throw SlackError.of("invalid_name");
      }
      ArrayNode reactions = message.withArrayProperty("reactions");
      ObjectNode reaction = reaction(reactions, name);
      if (reaction == null) {
        if (reactions.size() >= 50) {
          throw SlackError.of("too_many_reactions");
        }
        reaction = reactions.addObject().put("name", name);
        reaction.putArray("users");
      }
      ArrayNode users = reaction.withArrayProperty("users");
      for (JsonNode one : users) {
        if (one.asString().equals(user)) {
          throw SlackError.of("already_reacted");
        }
      }
      users.add(user);
      reaction.put("count", users.size());
      tellReaction("reaction_added", room, message, user, name);
      world.changed();
    }
  }

  /** Takes a reaction back; throws Slack's refusal. */
  void unreact(Room room, String ts, String user, String name) {
    synchronized (world) {
      ObjectNode message = messageOrRefuse(room, ts);
      ArrayNode reactions = message.withArrayProperty("reactions");
      ObjectNode reaction = reaction(reactions, name);
      boolean found = false;
      if (reaction != null) {
        ArrayNode left = Json.array();
        for (JsonNode one : reaction.path("users")) {
          if (one.asString().equals(user)) {
            found = true;
          } else {
            left.add(one);
          }
        }
        reaction.set("users", left);
        reaction.put("count", left.size());
      }
      if (!found) {
        throw SlackError.of("no_reaction");
      }
      ArrayNode kept = Json.array();
      reactions.forEach(one -> {
        if (!one.path("users").isEmpty()) {
          kept.add(one);
        }
      });
      message.set("reactions", kept);
      if (kept.isEmpty()) {
        message.remove("reactions");
      }
      tellReaction("reaction_removed", room, message, user, name);
      world.changed();
    }
  }

  private ObjectNode messageOrRefuse(Room room, String ts) {
    ObjectNode message = room.message(ts);
    if (message == null || Json.text(message, "subtype").equals("tombstone")) {
      throw SlackError.of("message_not_found");
    }
    return message;
  }

  private static @Nullable ObjectNode reaction(ArrayNode reactions, String name) {
    for (JsonNode one : reactions) {
      if (Json.text(one, "name").equals(name) && one instanceof ObjectNode found) {
        return found;
      }
    }
    return null;
  }

  private void tellReaction(
      String type, Room room, ObjectNode message, String user, String name) {
    ObjectNode event = Json.object().put("type", type).put("user", user).put("reaction", name);
    event
        .putObject("item")
        .put("type", "message")
        .put("channel", room.id)
        .put("ts", Json.text(message, "ts"));
    event.put("item_user", Json.text(message, "user")).put("event_ts", events.eventTs());
    events.publish(type, room, event);
  }

  /** Puts a message before one person's eyes only. */
  ObjectNode whisper(Room room, Member author, String user, String text,
      @Nullable ArrayNode blocks, @Nullable String thread) {
    synchronized (world) {
      ObjectNode message = body(author, text, blocks);
      message.remove("client_msg_id");
      message.put("ts", room.newTs(world.nowMicros())).put("is_ephemeral", true);
      if (thread != null) {
        message.put("thread_ts", thread);
      }
      room.ephemerals.add(new Room.Ephemeral(user, message));
      world.changed();
      return message;
    }
  }

  // Membership and the life of channels

  /** Lets somebody in, with the line and the event; nothing where they are in already. */
  void join(Room room, Member who, @Nullable Member inviter) {
    synchronized (world) {
      if (!room.members.add(who.id())) {
        return;
      }
      boolean closed = room.kind != Room.Kind.CHANNEL;
      if (!room.isDirect()) {
        housekeeping(
            room,
            closed ? "group_join" : "channel_join",
            who,
            "<@" + who.id() + "> has joined the channel",
            message -> Json.putText(message, "inviter", inviter == null ? null : inviter.id()));
      }
      events.publish("member_joined_channel", room, membership("member_joined_channel", room, who, inviter));
      world.changed();
    }
  }

  /** Lets somebody out, with the line and the event. */
  void leave(Room room, Member who) {
    synchronized (world) {
      if (!room.members.contains(who.id())) {
        return;
      }
      boolean closed = room.kind != Room.Kind.CHANNEL;
      ObjectNode event = membership("member_left_channel", room, who, null);
      if (who.kind() == Member.Kind.APP) {
        // The bot sees no line of its own leaving: it is out by then, and hears this instead.
        room.members.remove(who.id());
        String type = closed ? "group_left" : "channel_left";
        events.publish(
            type,
            null,
            Json.object()
                .put("type", type)
                .put("channel", room.id)
                .put("event_ts", events.eventTs()));
      }
      housekeeping(
          room,
          closed ? "group_leave" : "channel_leave",
          who,
          "<@" + who.id() + "> has left the channel",
          message -> {});
      room.members.remove(who.id());
      events.publish("member_left_channel", room, event);
      world.changed();
    }
  }

  private ObjectNode membership(String type, Room room, Member who, @Nullable Member inviter) {
    ObjectNode event =
        Json.object()
            .put("type", type)
            .put("user", who.id())
            .put("channel", room.id)
            .put("channel_type", room.kind.letter)
            .put("team", world.teamId);
    Json.putText(event, "inviter", inviter == null ? null : inviter.id());
    return event.put("event_ts", events.eventTs());
  }

  void archive(Room room, Member who, boolean archived) {
    synchronized (world) {
      boolean closed = room.kind != Room.Kind.CHANNEL;
      String verb = archived ? "archive" : "unarchive";
      housekeeping(
          room,
          (closed ? "group_" : "channel_") + verb,
          who,
          archived ? "archived the channel" : "un-archived the channel",
          message -> {});
      room.archived = archived;
      String type = (closed ? "group_" : "channel_") + verb;
      events.publish(
          type,
          closed ? room : null,
          Json.object()
              .put("type", type)
              .put("channel", room.id)
              .put("user", who.id())
              .put("is_moved", 0)
              .put("event_ts", events.eventTs()));
      world.changed();
    }
  }

  void rename(Room room, Member who, String name) {
    synchronized (world) {
      String old = room.name;
      room.name = name;
      boolean closed = room.kind != Room.Kind.CHANNEL;
      housekeeping(
          room,
          closed ? "group_name" : "channel_name",
          who,
          "has renamed the channel from \"" + old + "\" to \"" + name + "\"",
          message -> message.put("old_name", old).put("name", name));
      String type = closed ? "group_rename" : "channel_rename";
      ObjectNode event = Json.object().put("type", type);
      event
          .putObject("channel")
          .put("id", room.id)
          .put("name", name)
          .put("name_normalized", name)
          .put("created", room.created)
          .put("is_channel", !closed)
          .put("is_mpim", false);
      events.publish(type, closed ? room : null, event.put("event_ts", events.eventTs()));
      world.changed();
    }
  }

  /** Tells that a user changed: name, status, or that the account was deactivated. */
  void userChanged(Member member) {
    synchronized (world) {
      world.members.put(member.id(), member);
      ObjectNode event = Json.object().put("type", "user_change");
      event.set(
          "user", world.tellUser(member, world.app.scopes().contains("users:read.email")));
      event.put("cache_ts", world.nowSeconds()).put("event_ts", events.eventTs());
      events.publish("user_change", null, event);
      world.changed();
    }
  }

  /** Changes who is in a user group. */
  void groupChanged(World.Group group, Set<String> added, Set<String> removed) {
    synchronized (world) {
      group.users.addAll(added);
      group.users.removeAll(removed);
      ObjectNode event =
          Json.object()
              .put("type", "subteam_members_changed")
              .put("subteam_id", group.id)
              .put("team_id", world.teamId)
              .put("date_update", world.nowSeconds());
      event.set("added_users", Json.strings(added));
      event.put("added_users_count", added.size());
      event.set("removed_users", Json.strings(removed));
      event
          .put("removed_users_count", removed.size())
          .put("event_ts", events.eventTs());
      events.publish("subteam_members_changed", null, event);
      world.changed();
    }
  }
}
