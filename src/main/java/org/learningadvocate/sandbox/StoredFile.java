package org.learningadvocate.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An uploaded file, guarded by the {@link World}'s lock. */
final class StoredFile {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("gif", "image/gif"),
          Map.entry("webp", "image/webp"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("txt", "text/plain"),
          Map.entry("md", "text/markdown"),
          Map.entry("csv", "text/csv"),
          Map.entry("json", "application/json"),
          Map.entry("html", "text/html"),
          Map.entry("zip", "application/zip"));

  final String id;
  final String name;
  final String user;
  final long announcedLength;
  final String altText;
  final long created;
  String title;
  byte @Nullable [] bytes;
  boolean complete;
  final Map<String, List<String>> shares = new LinkedHashMap<>();

  StoredFile(
      String id, String name, String user, long announcedLength, String altText, long created) {
    this.id = id;
    this.name = name;
    this.title = name;
    this.user = user;
    this.announcedLength = announcedLength;
    this.altText = altText;
    this.created = created;
  }

  void sharedAs(Room room, String ts) {
    shares.computeIfAbsent(room.id, key -> new ArrayList<>()).add(ts);
  }

  String extension() {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  String mimetype() {
    return TYPES.getOrDefault(extension(), "application/octet-stream");
  }

  /** The file as Slack tells it. */
  ObjectNode told(World world) {
    byte[] content = bytes;
    ObjectNode file =
        Json.object()
            .put("id", id)
            .put("created", created)
            .put("timestamp", created)
            .put("name", name)
            .put("title", title)
            .put("mimetype", mimetype())
            .put("filetype", extension().isEmpty() ? "binary" : extension())
            .put("pretty_type", extension().toUpperCase(Locale.ROOT))
            .put("user", user)
            .put("user_team", world.teamId)
            .put("editable", false)
            .put("size", content == null ? announcedLength : content.length)
            .put("mode", "hosted")
            .put("is_external", false)
            .put("external_type", "")
            .put("is_public", !shares.isEmpty())
            .put("public_url_shared", false)
            .put("display_as_bot", false)
            .put("url_private", path(world, ""))
            .put("url_private_download", path(world, "download/"))
            .put("permalink", world.baseUrl + "/archives/files/" + id)
            .put("file_access", "visible");
    Json.putText(file, "alt_txt", altText);
    ImageSize size = content == null ? null : ImageSize.of(content);
    if (size != null) {
      file.put("original_w", size.width()).put("original_h", size.height());
    }
    return file;
  }

  /** As {@link #told} with the channels where it was shared and the messages that did. */
  ObjectNode toldWithShares(World world) {
    ObjectNode file = told(world);
    ObjectNode all = file.putObject("shares");
    file.set("channels", Json.array());
    file.set("groups", Json.array());
    file.set("ims", Json.array());
    shares.forEach(
        (channel, stamps) -> {
          Room room = world.rooms.get(channel);
          boolean open = room != null && room.kind == Room.Kind.CHANNEL;
          for (String ts : stamps) {
            all.withObjectProperty(open ? "public" : "private")
                .withArrayProperty(channel)
                .addObject()
                .put("ts", ts)
                .put("channel_name", room == null ? "" : room.name)
                .put("team_id", world.teamId);
          }
          file.withArrayProperty(
                  open ? "channels" : room != null && room.kind == Room.Kind.IM ? "ims" : "groups")
              .add(channel);
        });
    return file;
  }

  private String path(World world, String prefix) {
    return world.baseUrl
        + "/files-pri/"
        + world.teamId
        + "-"
        + id
        + "/"
        + prefix
        + World.urlPart(name);
  }
}
