package org.learningadvocate.preview;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** A small Slack export, as Slack packs it. */
final class ExportedWorkspace {

  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, StringBuilder> days = new TreeMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private String folder = "";

  ExportedWorkspace() {
    file("users.json", "[]");
    file(
        "channels.json",
        """
        [{"id": "C1", "name": "ask-learning", "is_archived": false, "members": ["U1"],
          "topic": {"value": "asks", "creator": "U1"}}]
        """);
    file("groups.json", "[]");
    file("dms.json", "[{\"id\": \"D1\", \"members\": [\"U1\", \"U2\"]}]");
    file("integration_logs.json", "[]");
    person("U1", "Ana Lopez");
    person("U2", "Priya Shah");
  }

  ExportedWorkspace person(String id, String name) {
    String user =
        """
        {"id": "%s", "name": "handle", "deleted": false, "profile": {"real_name": %s,
          "display_name": "", "image_24": "x"}}
        """
            .formatted(id, JSON.writeValueAsString(name));
    String before = files.get("users.json").strip();
    String more = before.equals("[]") ? "[" + user : before.replaceFirst("]$", ",") + user;
    return file("users.json", more + "]");
  }

  /** Puts everything into a folder of the ZIP, as after unpacking and packing again. */
  ExportedWorkspace in(String name) {
    folder = name + "/";
    return this;
  }

  ExportedWorkspace file(String name, String content) {
    files.put(name, content);
    return this;
  }

  /** A message at the top level, in the channel of that name. */
  ExportedWorkspace says(String channel, String user, String ts, String text) {
    return message(channel, ts, "\"user\": \"" + user + "\", \"text\": " + quoted(text));
  }

  ExportedWorkspace replies(String channel, String user, String ts, String parent, String text) {
    return message(
        channel,
        ts,
        "\"user\": \"%s\", \"text\": %s, \"thread_ts\": \"%s\", \"parent_user_id\": \"U1\""
            .formatted(user, quoted(text), parent));
  }

  /** A message with further fields, as JSON. */
  ExportedWorkspace message(String channel, String ts, String fields) {
    var date =
        Instant.ofEpochSecond(Long.parseLong(ts.substring(0, ts.indexOf('.'))))
            .atOffset(ZoneOffset.UTC)
            .toLocalDate();
    var day = days.computeIfAbsent(channel + "/" + date + ".json", name -> new StringBuilder("["));
    day.append(day.length() == 1 ? "" : ",\n")
        .append("{\"type\": \"message\", \"ts\": \"%s\", %s}".formatted(ts, fields));
    return this;
  }

  private static String quoted(String text) {
    return JSON.writeValueAsString(text);
  }

  Path zip(Path path) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(path), StandardCharsets.UTF_8)) {
      for (var file : files.entrySet()) {
        put(zip, file.getKey(), file.getValue());
      }
      for (var day : days.entrySet()) {
        put(zip, day.getKey(), day.getValue() + "]");
      }
    }
    return path;
  }

  private void put(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(folder + name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
