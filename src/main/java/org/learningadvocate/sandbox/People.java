package org.learningadvocate.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people do in the workspace, whether a test or the page does it for them. */
final class People {
  private static final int LONGEST_TEXT = 40_000;

  private final World world;
  private final Messages messages;
  private final Interactions interactions;
  private final Views views;
  private final Composer composer;

  People(
      World world,
      Messages messages,
      Interactions interactions,
      Views views,
      Composer composer) {
    this.world = world;
    this.messages = messages;
    this.interactions = interactions;
    this.views = views;
    this.composer = composer;
  }

  /** Says something; a {@link SlackError} where Slack would not let the person. */
  ObjectNode say(
      Member who,
      Room room,
      String typed,
      @Nullable String thread,
      boolean alsoToChannel,
      List<StoredFile> files,
      @Nullable Long at) {
    synchronized (world) {
      mayWrite(who, room);
      if (typed.isBlank() && files.isEmpty()) {
        throw SlackError.of("no_text");
      }
      ObjectNode parent = thread == null ? null : room.message(thread);
      if (thread != null && (parent == null || !Room.isThreadable(parent))) {
        throw SlackError.of("cannot_reply_to_message");
      }
      if (parent != null && Room.isReply(parent)) {
        thread = Json.text(parent, "thread_ts");
      }
      String cut = typed.length() > LONGEST_TEXT ? typed.substring(0, LONGEST_TEXT) : typed;
      Composer.Composed composed = composer.compose(cut);
      Messages.Draft draft =
          Messages.Draft.of(who, composed.text())
              .with(typed.isBlank() ? null : composed.blocks())
              .in(thread, alsoToChannel)
              .with(files)
              .at(at);
      return messages.post(room, draft);
    }
  }

  private static void mayWrite(Member who, Room room) {
    if (!room.members.contains(who.id())) {
      throw SlackError.of(
          room.kind == Room.Kind.CHANNEL ? "not_in_channel" : "channel_not_found");
    }
    if (room.archived) {
      throw SlackError.of("is_archived");
    }
  }

  void edit(Member who, Room room, String ts, String typed) {
    synchronized (world) {
      ObjectNode message = own(who, room, ts, "cant_update_message");
      Composer.Composed composed = composer.compose(typed);
      messages.change(
          room,
          message,
          changed -> {
            changed.put("text", composed.text());
            changed.set("blocks", composed.blocks());
            messages.markEdited(room, changed, who.id());
          });
    }
  }

  void delete(Member who, Room room, String ts) {
    synchronized (world) {
      messages.delete(room, own(who, room, ts, "cant_delete_message"));
    }
  }

  private static ObjectNode own(Member who, Room room, String ts, String refusal) {
    ObjectNode message = room.message(ts);
    if (message == null) {
      throw SlackError.of("message_not_found");
    }
    if (!Json.text(message, "user").equals(who.id())
        || Json.text(message, "subtype").startsWith("channel_")) {
      throw SlackError.of(refusal);
    }
    return message;
  }

  StoredFile upload(Member who, String name, byte[] bytes, String title) {
    synchronized (world) {
      StoredFile file =
          new StoredFile(
              world.newId("F"), name, who.id(), bytes.length, "", world.nowSeconds());
      file.bytes = bytes.clone();
      if (!title.isEmpty()) {
        file.title = title;
      }
      world.files.put(file.id, file);
      return file;
    }
  }

  List<StoredFile> files(List<String> ids) {
    synchronized (world) {
      List<StoredFile> files = new ArrayList<>();
      for (String id : ids) {
        StoredFile file = world.files.get(id);
        if (file == null) {
          throw SlackError.of("file_not_found");
        }
        files.add(file);
      }
      return files;
    }
  }

  CompletableFuture<Interactions.Outcome> command(
      Member who, Room room, String typed, @Nullable String thread) {
    if (thread != null && !thread.isEmpty()) {
      int space = typed.indexOf(' ');
      String name = space < 0 ? typed : typed.substring(0, space);
      return CompletableFuture.completedFuture(
          Interactions.Outcome.failed(
              "not_supported_in_thread", name + " is not supported in threads. Sorry!"));
    }
    return interactions.command(who, room, typed);
  }

  /** Where this person sees this message; a {@link SlackError} where it is not there. */
  Interactions.Spot spot(Member who, Room room, String ts) {
    synchronized (world) {
      Room.Ephemeral whispered = room.ephemeral(ts);
      if (whispered != null && whispered.user().equals(who.id())) {
        return new Interactions.Spot(room, whispered.message(), true, null);
      }
      ObjectNode message = room.message(ts);
      if (message == null) {
        throw SlackError.of("message_not_found");
      }
      return new Interactions.Spot(room, message, false, null);
    }
  }

  Interactions.Spot spot(Member who, String viewId) {
    Views.Shown shown = views.find(who.id(), viewId);
    if (shown == null) {
      throw SlackError.of("view_not_found");
    }
    return new Interactions.Spot(null, null, false, shown);
  }

  CompletableFuture<Interactions.Outcome> use(
      Member who,
      Interactions.Spot spot,
      String blockId,
      String actionId,
      JsonNode value,
      @Nullable JsonNode entered) {
    return interactions.use(who, spot, blockId, actionId, value, entered);
  }

  CompletableFuture<Interactions.Outcome> submit(Member who, String viewId, JsonNode entered) {
    Views.Shown shown = views.find(who.id(), viewId);
    if (shown == null) {
      throw SlackError.of("view_not_found");
    }
    return interactions.submit(who, shown, entered);
  }

  CompletableFuture<Interactions.Outcome> shortcut(
      Member who, String callbackId, @Nullable Room room, String ts) {
    boolean onMessage = room != null;
    if (world.app.shortcuts().stream()
        .noneMatch(s -> s.callbackId().equals(callbackId) && s.onMessage() == onMessage)) {
      throw SlackError.of("unknown_shortcut");
    }
    if (room == null) {
      return interactions.shortcut(who, callbackId);
    }
    ObjectNode message = room.message(ts);
    if (message == null) {
      throw SlackError.of("message_not_found");
    }
    return interactions.shortcut(who, callbackId, room, message);
  }

  Room openDirect(Member who, Member with) {
    synchronized (world) {
      Room room = world.direct(new LinkedHashSet<>(List.of(who.id(), with.id())));
      world.changed();
      return room;
    }
  }

  void read(Member who, Room room, String ts) {
    synchronized (world) {
      String upTo = ts.isEmpty() && !room.messages.isEmpty() ? room.messages.lastKey() : ts;
      String before = room.lastRead.getOrDefault(who.id(), "");
      if (upTo.compareTo(before) > 0) {
        room.lastRead.put(who.id(), upTo);
        world.changed();
      }
    }
  }
}
