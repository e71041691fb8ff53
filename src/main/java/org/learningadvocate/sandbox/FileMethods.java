package org.learningadvocate.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code files.*}: upload in three steps; the channel's message appears a moment after the last.
 *
 * <p>Kinder than Slack: an upload that is never completed is kept, and a completed picture can be
 * shown in blocks at once.
 */
final class FileMethods {
  private final World world;
  private final Messages messages;
  private final ScheduledExecutorService scheduler;
  private final Map<String, StoredFile> tickets = new HashMap<>();

  FileMethods(World world, Messages messages, ScheduledExecutorService scheduler) {
    this.world = world;
    this.messages = messages;
    this.scheduler = scheduler;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.form(
            "files.getUploadURLExternal", RateLimits.Tier.T4, this::ticket, "files:write"),
        Endpoint.json(
            "files.completeUploadExternal", RateLimits.Tier.T4, this::complete, "files:write"),
        Endpoint.form("files.info", RateLimits.Tier.T4, this::info, "files:read"));
  }

  private ObjectNode ticket(Call call) {
    if (!call.has("filename") || !call.has("length")) {
      throw SlackError.of("missing_argument");
    }
    int length = call.number("length", 0);
    if (length <= 0) {
      throw SlackError.invalidArgument("must be more than 0 [json-pointer:/length]");
    }
    String alt = call.text("alt_txt");
    if (alt.length() > 1000) {
      throw SlackError.of("alt_txt_too_large");
    }
    StoredFile file =
        new StoredFile(
            world.newId("F"),
            call.text("filename"),
            world.app.botUserId(),
            length,
            alt,
            world.nowSeconds());
    world.files.put(file.id, file);
    String ticket = world.letters(40);
    tickets.put(ticket, file);
    return Call.ok()
        .put("upload_url", world.baseUrl + "/upload/v1/" + ticket)
        .put("file_id", file.id);
  }

  /** Takes the bytes; the answer's text, or null where the address is unknown or was used. */
  @Nullable String upload(String ticket, byte[] bytes) {
    synchronized (world) {
      StoredFile file = tickets.get(ticket);
      if (file == null || file.bytes != null || bytes.length != file.announcedLength) {
        return null;
      }
      file.bytes = bytes;
      tickets.remove(ticket);
      return "OK - " + bytes.length;
    }
  }

  private ObjectNode complete(Call call) {
    JsonNode asked = call.json("files", "invalid_arguments");
    if (asked == null || !asked.isArray() || asked.isEmpty()) {
      throw SlackError.of("missing_argument");
    }
    List<StoredFile> files = new ArrayList<>();
    for (JsonNode one : asked) {
      StoredFile file = world.files.get(Json.text(one, "id"));
      if (file == null || file.complete || file.bytes == null) {
        throw SlackError.of("file_not_found");
      }
      if (!Json.text(one, "title").isEmpty()) {
        file.title = Json.text(one, "title");
      }
      files.add(file);
    }
    List<String> channels = new ArrayList<>(call.list("channels"));
    if (call.has("channel_id")) {
      channels.add(0, call.text("channel_id"));
    }
    if (channels.size() > 100) {
      throw SlackError.invalidArgument("no more than 100 items allowed [json-pointer:/channels]");
    }
    String thread = call.text("thread_ts");
    if (!thread.isEmpty() && channels.size() != 1) {
      throw SlackError.of("invalid_arguments");
    }
    List<Room> rooms = channels.stream().map(this::postable).toList();
    files.forEach(file -> file.complete = true);
    if (!rooms.isEmpty()) {
      String comment = call.text("initial_comment");
      // Slack answers first; the message comes later, and its ts is in files.info.
      scheduler.schedule(
          () -> rooms.forEach(room -> share(room, comment, thread, files)),
          30,
          TimeUnit.MILLISECONDS);
    }
    world.changed();
    ObjectNode answer = Call.ok();
    ArrayNode told = answer.putArray("files");
    files.forEach(file -> told.add(file.told(world)));
    return answer;
  }

  private Room postable(String id) {
    Room room = world.rooms.get(id);
    if (room == null || !world.visibleToBot(room)) {
      throw SlackError.of("channel_not_found");
    }
    if (!world.botIn(room)) {
      throw SlackError.of("not_in_channel");
    }
    if (room.archived) {
      throw SlackError.of("posting_to_channel_denied");
    }
    return room;
  }

  private void share(Room room, String comment, String thread, List<StoredFile> files) {
    synchronized (world) {
      messages.post(
          room,
          Messages.Draft.of(world.member(world.app.botUserId()), comment)
              .in(thread.isEmpty() ? null : thread, false)
              .with(files));
    }
  }

  private ObjectNode info(Call call) {
    StoredFile file = world.files.get(call.required("file"));
    if (file == null || !file.complete) {
      throw SlackError.of("file_not_found");
    }
    ObjectNode answer = Call.ok();
    answer.set("file", file.toldWithShares(world));
    answer.putArray("comments");
    answer.putObject("response_metadata").put("next_cursor", "");
    return answer;
  }
}
