package org.learningadvocate.sandbox;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code chat.*}.
 *
 * <p>Kinder than Slack: attachments are kept as they are and not checked, edit windows never close,
 * and links are not unfurled.
 */
final class ChatMethods {
  private static final int LONGEST_TEXT = 40_000;
  private static final int LONGEST_UPDATE = 4_000;

  /** Undocumented: reported at about this many characters of all blocks together. */
  private static final int LONGEST_BLOCKS = 13_200;

  /** Undocumented: Slack's own figure is not told; from memory 8 kB. */
  private static final int LONGEST_METADATA = 8_000;

  private static final Pattern BARE_URL = Pattern.compile("(?<![<|\\w])(https?://[^\\s<>|]+)");
  private static final Pattern TS = Pattern.compile("\\d{10}\\.\\d{6}");

  private final World world;
  private final Messages messages;
  private final Views views;
  private final EmojiNames emoji;

  ChatMethods(World world, Messages messages, Views views, EmojiNames emoji) {
    this.world = world;
    this.messages = messages;
    this.views = views;
    this.emoji = emoji;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.json("chat.postMessage", RateLimits.Tier.SPECIAL, this::post, "chat:write"),
        Endpoint.json("chat.update", RateLimits.Tier.T3, this::update, "chat:write"),
        Endpoint.json("chat.delete", RateLimits.Tier.T3, this::delete, "chat:write"),
        Endpoint.json("chat.postEphemeral", RateLimits.Tier.T4, this::whisper, "chat:write"),
        Endpoint.form("chat.getPermalink", RateLimits.Tier.SPECIAL, this::permalink));
  }

  private Member bot() {
    return world.member(world.app.botUserId());
  }

  private ObjectNode post(Call call) {
    Room room = roomToPost(call);
    if (!world.botIn(room)) {
      if (room.kind != Room.Kind.CHANNEL) {
        throw SlackError.of("channel_not_found");
      }
      if (!call.scopes().contains("chat:write.public")) {
        throw SlackError.of("not_in_channel");
      }
    }
    if (room.archived) {
      throw SlackError.of("is_archived");
    }
    Content content = content(call, true);
    String thread = thread(call, room);
    JsonNode metadata = metadata(call);
    Messages.Draft draft =
        new Messages.Draft(
            bot(),
            content.text,
            content.blocks,
            thread,
            call.flag("reply_broadcast", false),
            metadata,
            List.of(),
            null);
    ObjectNode message = messages.post(room, draft);
    if (content.attachments != null) {
      message.set("attachments", content.attachments);
    }
    ObjectNode answer = Call.ok().put("channel", room.id).put("ts", Json.text(message, "ts"));
    answer.set("message", told(message));
    if (content.truncated) {
      warn(answer, "message_truncated");
    }
    return answer;
  }

  private Room roomToPost(Call call) {
    String channel = call.required("channel");
    if (channel.startsWith("U") || channel.startsWith("W")) {
      Member person = world.members.get(channel);
      if (person == null || person.isBot() || person.deleted()) {
        throw SlackError.of("channel_not_found");
      }
      if (!world.app.messagesTab()) {
        throw SlackError.of("messages_tab_disabled");
      }
      return world.direct(new LinkedHashSet<>(List.of(world.app.botUserId(), person.id())));
    }
    Room room = channel.startsWith("#") ? world.findRoom(channel) : world.rooms.get(channel);
    if (room == null) {
      throw SlackError.of("channel_not_found");
    }
    return room;
  }

  private static @Nullable String thread(Call call, Room room) {
    String thread = call.text("thread_ts");
    if (thread.isEmpty()) {
      return null;
    }
    if (!TS.matcher(thread).matches()) {
      throw SlackError.of("invalid_thread_ts");
    }
    ObjectNode parent = room.message(thread);
    if (parent != null && !Room.isThreadable(parent)) {
      throw SlackError.of("cannot_reply_to_message");
    }
    return thread;
  }

  private record Content(
      String text,
      @Nullable ArrayNode blocks,
      @Nullable JsonNode attachments,
      boolean truncated) {}

  private Content content(Call call, boolean needed) {
    String text = call.text("text");
    String markdown = call.text("markdown_text");
    JsonNode blocks = call.json("blocks", "invalid_blocks_format");
    JsonNode attachments = call.json("attachments", "invalid_attachments");
    if (!markdown.isEmpty()) {
      if (!text.isEmpty() || blocks != null) {
        throw SlackError.of("markdown_text_conflict");
      }
      if (markdown.length() > 12_000) {
        throw SlackError.of("msg_too_long");
      }
      text = markdown;
    }
    if (blocks != null) {
      checkBlocks(blocks);
    }
    boolean nothing =
        text.isEmpty()
            && (blocks == null || blocks.isEmpty())
            && (attachments == null || attachments.isEmpty());
    if (needed && nothing) {
      throw SlackError.of("no_text");
    }
    boolean truncated = text.length() > LONGEST_TEXT;
    String kept = truncated ? text.substring(0, LONGEST_TEXT) : text;
    if (!call.text("parse").equals("none")) {
      kept = BARE_URL.matcher(kept).replaceAll("<$1>");
    }
    return new Content(
        emoji.named(kept),
        blocks == null ? null : new BlockDefaults(world).filled(blocks),
        attachments,
        truncated);
  }

  private void checkBlocks(JsonNode blocks) {
    if (!blocks.isArray()) {
      throw SlackError.of("invalid_blocks_format");
    }
    List<BlockRules.Problem> problems =
        BlockRules.check(blocks, BlockRules.Surface.MESSAGE, "/blocks", views.fileIds());
    if (!problems.isEmpty()) {
      throw SlackError.ofBlocks("invalid_blocks", problems);
    }
    if (Json.write(blocks).length() > LONGEST_BLOCKS) {
      throw SlackError.of("msg_blocks_too_long");
    }
  }

  private static @Nullable JsonNode metadata(Call call) {
    JsonNode metadata = call.json("metadata", "invalid_metadata_format");
    if (metadata == null || call.dropMetadata()) {
      return null;
    }
    if (metadata.isObject() && metadata.isEmpty()) {
      return metadata;
    }
    if (!metadata.isObject()
        || Json.text(metadata, "event_type").isEmpty()
        || !metadata.path("event_payload").isObject()) {
      throw SlackError.of("invalid_metadata_format");
    }
    if (Json.write(metadata).length() > LONGEST_METADATA) {
      throw SlackError.of("metadata_too_large");
    }
    return metadata.deepCopy();
  }

  private ObjectNode update(Call call) {
    Room room = seenRoom(call.required("channel"));
    String ts = call.required("ts");
    ObjectNode message = room.message(ts);
    if (message == null) {
      throw SlackError.of("message_not_found");
    }
    if (!Json.text(message, "user").equals(world.app.botUserId())) {
      throw SlackError.of("cant_update_message");
    }
    if (room.archived) {
      throw SlackError.of("is_archived");
    }
    if (call.text("text").length() > LONGEST_UPDATE) {
      throw SlackError.of("msg_too_long");
    }
    boolean hasBlocks = call.has("blocks");
    boolean hasText = !call.text("text").isEmpty() || !call.text("markdown_text").isEmpty();
    boolean hasAttachments = call.has("attachments");
    if (!hasBlocks && !hasText && !hasAttachments) {
      throw SlackError.of("no_text");
    }
    Content content = content(call, false);
    JsonNode metadata = metadata(call);
    messages.change(
        room,
        message,
        changed -> {
          if (hasText) {
            changed.put("text", content.text);
          }
          if (content.blocks != null && !content.blocks.isEmpty()) {
            changed.set("blocks", content.blocks);
          } else if (hasText || hasBlocks) {
            changed.remove("blocks");
          }
          if (content.attachments != null) {
            if (content.attachments.isEmpty()) {
              changed.remove("attachments");
            } else {
              changed.set("attachments", content.attachments);
            }
          }
          if (metadata != null) {
            if (metadata.isEmpty()) {
              changed.remove("metadata");
            } else {
              changed.set("metadata", metadata);
            }
          }
          messages.markEdited(room, changed, world.app.botId());
        });
    ObjectNode answer =
        Call.ok()
            .put("channel", room.id)
            .put("ts", ts)
            .put("text", Json.text(message, "text"));
    answer.set("message", told(message));
    return answer;
  }

  private ObjectNode delete(Call call) {
    Room room = seenRoom(call.required("channel"));
    String ts = call.required("ts");
    ObjectNode message = room.message(ts);
    if (message == null || Json.text(message, "subtype").equals("tombstone")) {
      throw SlackError.of("message_not_found");
    }
    if (!Json.text(message, "user").equals(world.app.botUserId())) {
      throw SlackError.of("cant_delete_message");
    }
    messages.delete(room, message);
    return Call.ok().put("channel", room.id).put("ts", ts);
  }

  private ObjectNode whisper(Call call) {
    Room room = world.rooms.get(call.required("channel"));
    String user = call.required("user");
    if (room == null || (!world.botIn(room) && room.kind != Room.Kind.CHANNEL)) {
      throw SlackError.of("channel_not_found");
    }
    if (!world.botIn(room)) {
      throw SlackError.of("not_in_channel");
    }
    if (room.archived) {
      throw SlackError.of("is_archived");
    }
    if (!room.members.contains(user)) {
      throw SlackError.of("user_not_in_channel");
    }
    if (call.text("text").length() > LONGEST_TEXT) {
      throw SlackError.of("msg_too_long");
    }
    Content content = content(call, true);
    String thread = thread(call, room);
    // Slack shows it in a thread only where the thread exists already.
    boolean exists = thread != null && !room.replies(thread).isEmpty();
    ObjectNode message =
        messages.whisper(
            room, bot(), user, content.text, content.blocks, exists ? thread : null);
    return Call.ok().put("message_ts", Json.text(message, "ts"));
  }

  private ObjectNode permalink(Call call) {
    Room room = seenRoom(call.required("channel"));
    ObjectNode message = room.message(call.required("message_ts"));
    if (message == null) {
      throw SlackError.of("message_not_found");
    }
    return Call.ok()
        .put("channel", room.id)
        .put("permalink", world.baseUrl + world.permalink(room, message));
  }

  private Room seenRoom(String id) {
    Room room = world.rooms.get(id);
    if (room == null || !world.visibleToBot(room)) {
      throw SlackError.of("channel_not_found");
    }
    return room;
  }

  private static ObjectNode told(ObjectNode message) {
    ObjectNode told = message.deepCopy();
    ConversationMethods.hideMetadata(told);
    return told;
  }

  private static void warn(ObjectNode answer, String warning) {
    answer.put("warning", warning);
    answer.withObjectProperty("response_metadata").putArray("warnings").add(warning);
  }
}
