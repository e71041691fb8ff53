package org.learningadvocate.sandbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The response_urls given out: each takes five answers within thirty minutes. */
final class ResponseUrls {
  private static final int MOST_USES = 5;

  /** An HTTP answer. */
  record Answer(int status, String contentType, String body) {}

  private static final class Given {
    final String kind;
    final Room room;
    final String user;
    final long issuedAt;
    @Nullable String source;
    int uses;

    Given(String kind, Room room, String user, @Nullable String source, long issuedAt) {
      this.kind = kind;
      this.room = room;
      this.user = user;
      this.source = source;
      this.issuedAt = issuedAt;
    }
  }

  private final World world;
  private final Messages messages;
  private final Views views;
  private final Duration life;
  private final Map<String, Given> given = new HashMap<>();

  ResponseUrls(World world, Messages messages, Views views, Duration life) {
    this.world = world;
    this.messages = messages;
    this.views = views;
    this.life = life;
  }

  /**
   * A new address.
   *
   * @param kind {@code commands}, {@code actions} or {@code app-actions}
   * @param source ts of the message that it may replace, or null
   */
  String issue(String kind, Room room, String user, @Nullable String source) {
    synchronized (world) {
      String secret = world.letters(24);
      given.put(secret, new Given(kind, room, user, source, world.clock.millis()));
      return world.baseUrl + "/" + kind + "/" + world.teamId + "/1/" + secret;
    }
  }

  /** Takes an answer of the app. */
  Answer take(String secret, String contentType, String body) {
    synchronized (world) {
      Given url = given.get(secret);
      if (url == null || world.clock.millis() - url.issuedAt > life.toMillis()) {
        return plain(404, "expired_url");
      }
      if (url.uses >= MOST_USES) {
        return plain(404, "used_url");
      }
      JsonNode payload = Json.parse(body);
      if (!contentType.startsWith("application/json") || payload == null || !payload.isObject()) {
        return plain(500, "invalid_payload");
      }
      Answer refusal = apply(url, payload);
      if (refusal != null) {
        return refusal;
      }
      url.uses++;
      return url.kind.equals("commands")
          ? plain(200, "ok")
          : new Answer(200, "application/json; charset=utf-8", "{\"ok\":true}");
    }
  }

  /** Shows the app's direct answer to a command, as by its response_url. */
  @Nullable Answer answer(String responseUrl, JsonNode payload) {
    synchronized (world) {
      Given url = given.get(responseUrl.substring(responseUrl.lastIndexOf('/') + 1));
      return url == null ? plain(404, "expired_url") : apply(url, payload);
    }
  }

  private @Nullable Answer apply(Given url, JsonNode payload) {
    boolean hasContent =
        !Json.text(payload, "text").isEmpty()
            || !payload.path("blocks").isEmpty()
            || !payload.path("attachments").isEmpty();
    boolean delete = Json.flag(payload, "delete_original");
    if (delete) {
      remove(url);
    }
    if (!hasContent) {
      return delete ? null : plain(500, "no_text");
    }
    if (payload.has("blocks")) {
      JsonNode blocks = payload.path("blocks");
      if (!blocks.isArray()
          || !BlockRules.check(
                  blocks, BlockRules.Surface.MESSAGE, "/blocks", views.fileIds())
              .isEmpty()) {
        return plain(400, "invalid_blocks");
      }
    }
    ArrayNode blocks = new BlockDefaults(world).filled(payload.path("blocks"));
    String text = Json.text(payload, "text");
    if (Json.flag(payload, "replace_original") && !delete && replace(url, text, blocks)) {
      return null;
    }
    String thread = Json.text(payload, "thread_ts");
    Member bot = world.member(world.app.botUserId());
    boolean aloud = Json.text(payload, "response_type").equals("in_channel");
    ObjectNode message;
    if (aloud) {
      JsonNode metadata = payload.path("metadata");
      Messages.Draft draft =
          new Messages.Draft(
              bot,
              text,
              blocks,
              thread.isEmpty() ? null : thread,
              Json.flag(payload, "reply_broadcast"),
              metadata.isObject() ? metadata.deepCopy() : null,
              List.of(),
              null);
      message = messages.post(url.room, draft);
    } else {
      message =
          messages.whisper(
              url.room, bot, url.user, text, blocks, thread.isEmpty() ? null : thread);
    }
    if (url.kind.equals("commands")) {
      url.source = Json.text(message, "ts");
    }
    return null;
  }

  private boolean replace(Given url, String text, ArrayNode blocks) {
    String source = url.source;
    if (source == null) {
      return false;
    }
    Room.Ephemeral whispered = url.room.ephemeral(source);
    ObjectNode message =
        whispered != null ? whispered.message() : url.room.message(source);
    if (message == null || !isOurs(message)) {
      return false;
    }
    if (whispered != null) {
      rewrite(message, text, blocks);
      world.changed();
    } else {
      messages.change(
          url.room,
          message,
          changed -> {
            rewrite(changed, text, blocks);
            messages.markEdited(url.room, changed, world.app.botUserId());
          });
    }
    return true;
  }

  private boolean isOurs(ObjectNode message) {
    return Json.text(message, "user").equals(world.app.botUserId());
  }

  private static void rewrite(ObjectNode message, String text, ArrayNode blocks) {
    message.put("text", text);
    if (blocks.isEmpty()) {
      message.remove("blocks");
    } else {
      message.set("blocks", blocks);
    }
  }

  private void remove(Given url) {
    String source = url.source;
    if (source == null) {
      return;
    }
    url.room.ephemerals.removeIf(e -> Json.text(e.message(), "ts").equals(source));
    ObjectNode message = url.room.message(source);
    if (message != null && isOurs(message)) {
      messages.delete(url.room, message);
    }
    world.changed();
  }

  private static Answer plain(int status, String body) {
    return new Answer(status, "text/plain; charset=utf-8", body);
  }
}
