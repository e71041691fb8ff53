package org.learningadvocate.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
 * @param folder where they were read from
 * @param locale how its people write dates
 * @param catalogue what the company documented; empty for reading cases
 * @param messages its labelled messages
 * @param threads its labelled threads; none where the folder has no such file
 */
public record Cases(
    String name,
    Path folder,
    Locale locale,
    Catalogue catalogue,
    List<Message> messages,
    List<Thread> threads) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path HELD_OUT = Path.of("heldout");
  private static final int WEST_OF_THE_ATLANTIC = -4 * 3600;

  /**
   * A labelled message.
   *
   * @param postedAt when it was posted, in its company's zone
   * @param reading what is to be read in it, as labelled; likelihood 1 for requests
   */
  public record Message(
      String id,
      String channel,
      ZonedDateTime postedAt,
      String text,
      Reading reading,
      Set<String> priorities,
      @Nullable String about,
      @Nullable Set<String> overlaps) {

    /** The day it was posted, in its company's zone. */
    public LocalDate posted() {
      return postedAt.toLocalDate();
    }
  }

  /** A labelled thread. */
  public record Thread(String id, String text, List<Topic> asked, List<Reply> replies) {}

  /** A labelled reply. */
  public record Reply(String id, String user, String text, Set<Topic> label) {}

  /**
   * The companies whose folders stand in a directory, at any depth, in order of their paths, except
   * those that are held out below it: nothing is ever learned from them.
   */
  public static List<Cases> in(Path directory) {
    return folders(directory)
        .filter(folder -> !contains(directory.relativize(folder), HELD_OUT))
        .map(Cases::read)
        .toList();
  }

  /** The companies that are held out below a directory, in order of their paths. */
  public static List<Cases> heldOut(Path directory) {
    return folders(directory)
        .filter(folder -> contains(directory.relativize(folder), HELD_OUT))
        .map(Cases::read)
        .toList();
  }

  /** Whether these are kept apart, so that their figures count and nobody looks at their texts. */
  public boolean heldOut() {
    return contains(folder, HELD_OUT);
  }

  /** Whether there is a catalogue for the homework to look at. */
  public boolean catalogued() {
    return !catalogue.priorities().isEmpty();
  }

  private static boolean contains(Path path, Path part) {
    return StreamSupport.stream(path.spliterator(), false).anyMatch(part::equals);
  }

  private static Stream<Path> folders(Path directory) {
    try (var paths = Files.walk(directory)) {
      return paths
          .filter(path -> path.endsWith("messages.jsonl"))
          .map(Path::getParent)
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Cases read(Path folder) {
    var rows = lines(folder.resolve("messages.jsonl"));
    var threads = lines(folder.resolve("threads.jsonl")).stream().map(Cases::thread).toList();
    var name = folder.getFileName().toString();
    var file = folder.resolve("company.yaml");
    if (!Files.exists(file)) {
      var messages = rows.stream().map(row -> message(row, null)).toList();
      return new Cases(name, folder, locale(messages), Catalogue.EMPTY, messages, threads);
    }
    var result = CompanyFile.read(text(file));
    if (!(result instanceof CompanyFile.Good good)) {
      throw new IllegalArgumentException(file + ": " + result);
    }
    var company = good.company();
    var messages = rows.stream().map(row -> message(row, company.zone())).toList();
    return new Cases(name, folder, company.locale(), company.catalogue(), messages, threads);
  }

  /** Whoever lives west of the Atlantic writes the month first. */
  private static Locale locale(List<Message> messages) {
    return messages.get(0).postedAt().getOffset().getTotalSeconds() <= WEST_OF_THE_ATLANTIC
        ? Locale.US
        : Locale.UK;
  }

  private static Message message(JsonNode row, @Nullable ZoneId zone) {
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
    var posted = OffsetDateTime.parse(row.get("posted_at").asString());
    return new Message(
        row.get("id").asString(),
        row.get("channel").asString(),
        zone == null ? posted.toZonedDateTime() : posted.atZoneSameInstant(zone),
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

  static Set<Topic> topics(JsonNode keys) {
    var found = EnumSet.noneOf(Topic.class);
    keys.forEach(key -> found.add(topic(key.asString())));
    return found;
  }

  static Topic topic(String key) {
    return Arrays.stream(Topic.values()).filter(t -> t.key().equals(key)).findFirst().orElseThrow();
  }

  static Deliverable deliverable(String key) {
    return Arrays.stream(Deliverable.values())
        .filter(d -> d.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  static Size size(String key) {
    return Arrays.stream(Size.values()).filter(s -> s.key().equals(key)).findFirst().orElseThrow();
  }

  private static Set<String> strings(JsonNode list) {
    var found = new HashSet<String>();
    list.forEach(item -> found.add(item.asString()));
    return found;
  }

  static @Nullable String textOrNull(JsonNode node, String key) {
    return node.has(key) && !node.get(key).isNull() ? node.get(key).asString() : null;
  }

  static List<JsonNode> lines(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
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
