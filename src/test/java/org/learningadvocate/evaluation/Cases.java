package org.learningadvocate.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.catalog.CompanyFile;
import org.learningadvocate.request.Deliverable;
import org.learningadvocate.request.Reading;
import org.learningadvocate.request.Size;
import org.learningadvocate.request.Topic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One company's evaluation cases, as the eval README describes them.
 *
 * @param name the folder's name
 * @param catalogue what the company documented; empty for reading cases
 * @param messages its labelled messages
 * @param threads its labelled threads
 */
public record Cases(
    String name, Catalogue catalogue, List<Message> messages, List<Thread> threads) {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * A labelled message.
   *
   * @param reading what is to be read in it, as labelled; likelihood 1 for requests
   */
  public record Message(
      String id,
      String channel,
      LocalDate posted,
      String text,
      Reading reading,
      Set<String> priorities,
      @Nullable String about,
      @Nullable Set<String> overlaps) {}

  /** A labelled thread. */
  public record Thread(String id, String text, List<Topic> asked, List<Reply> replies) {}

  /** A labelled reply. */
  public record Reply(String id, String user, String text, Set<Topic> label) {}

  /** Reads the company folders of a directory, by name; those without a catalogue too. */
  public static List<Cases> in(Path directory) {
    try (var folders = Files.list(directory)) {
      return folders
          .filter(f -> Files.exists(f.resolve("messages.jsonl")))
          .sorted()
          .map(Cases::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Cases read(Path folder) {
    var catalogue = Catalogue.EMPTY;
    var file = folder.resolve("company.yaml");
    if (Files.exists(file)) {
      var result = CompanyFile.read(text(file));
      if (!(result instanceof CompanyFile.Good good)) {
        throw new IllegalArgumentException(file + ": " + result);
      }
      catalogue = good.company().catalogue();
    }
    var messages = lines(folder.resolve("messages.jsonl")).stream().map(Cases::message).toList();
    // Folders that were added to learn reading from have no threads.
    var replies = folder.resolve("threads.jsonl");
    var threads =
        Files.exists(replies)
            ? lines(replies).stream().map(Cases::thread).toList()
            : List.<Thread>of();
    return new Cases(folder.getFileName().toString(), catalogue, messages, threads);
  }

  private static Message message(JsonNode row) {
    var label = row.get("label");
    boolean request = label.get("request").asBoolean();
    var due = textOrNull(label, "due");
    var reading =
        new Reading(
            request ? 1 : 0,
            request ? deliverable(label.get("deliverable").asString()) : Deliverable.UNSPECIFIED,
            request ? size(label.get("size").asString()) : Size.MEDIUM,
            due == null ? null : LocalDate.parse(due),
            due,
            textOrNull(label, "audience"),
            request ? topics(label.get("answered")) : Set.of(),
            List.of());
    return new Message(
        row.get("id").asString(),
        row.get("channel").asString(),
        OffsetDateTime.parse(row.get("posted_at").asString()).toLocalDate(),
        row.get("text").asString(),
        reading,
        label.has("priorities") ? strings(label.get("priorities")) : Set.of(),
        textOrNull(label, "about"),
        label.has("overlaps") && !label.get("overlaps").isNull()
            ? strings(label.get("overlaps"))
            : null);
  }

  private static Thread thread(JsonNode row) {
    var asked = new ArrayList<Topic>();
    row.get("asked").forEach(key -> asked.add(topic(key.asString())));
    var replies = new ArrayList<Reply>();
    for (var reply : row.get("replies")) {
      replies.add(
          new Reply(
              reply.get("id").asString(),
              reply.get("user").asString(),
              reply.get("text").asString(),
              topics(reply.get("label"))));
    }
    return new Thread(row.get("id").asString(), row.get("text").asString(), asked, replies);
  }

  private static Set<Topic> topics(JsonNode keys) {
    var found = EnumSet.noneOf(Topic.class);
    keys.forEach(key -> found.add(topic(key.asString())));
    return found;
  }

  private static Topic topic(String key) {
    return Arrays.stream(Topic.values()).filter(t -> t.key().equals(key)).findFirst().orElseThrow();
  }

  private static Deliverable deliverable(String key) {
    return Arrays.stream(Deliverable.values())
        .filter(d -> d.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static Size size(String key) {
    return Arrays.stream(Size.values()).filter(s -> s.key().equals(key)).findFirst().orElseThrow();
  }

  private static Set<String> strings(JsonNode list) {
    var found = new HashSet<String>();
    list.forEach(item -> found.add(item.asString()));
    return found;
  }

  private static @Nullable String textOrNull(JsonNode node, String key) {
    return node.has(key) && !node.get(key).isNull() ? node.get(key).asString() : null;
  }

  private static List<JsonNode> lines(Path file) {
    return text(file).lines().filter(l -> !l.isBlank()).map(JSON::readTree).toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
