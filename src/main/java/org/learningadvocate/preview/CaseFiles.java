package org.learningadvocate.preview;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.homework.Finding;
import org.learningadvocate.homework.PastRequests;
import org.learningadvocate.question.Heard;
import org.learningadvocate.question.Question;
import org.learningadvocate.question.Reply;
import org.learningadvocate.request.Topic;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Predictions for files of messages and threads, one JSON object a line, in the form that the
 * evaluation scores.
 */
final class CaseFiles {

  /** Half: what is likelier a request than not. In Slack people are asked when in doubt. */
  private static final double LIKELIER = 0.5;

  private static final String ALL_KEYS =
      Arrays.stream(Topic.values()).map(Topic::key).collect(Collectors.joining(", "));

  private static final JsonMapper JSON = new JsonMapper();

  private final Understood understood;
  private final ZoneId zone;

  CaseFiles(Understood understood, ZoneId zone) {
    this.understood = understood;
    this.zone = zone;
  }

  /**
   * Writes a prediction for each message; how many that were.
   *
   * @throws Unreadable where a line is not of the form it should be, with its place
   */
  int messages(Path from, Path to) throws IOException {
    return eachLine(from, to, this::message);
  }

  /**
   * Writes a prediction for each thread; how many that were.
   *
   * @throws Unreadable where a line is not of the form it should be, with its place
   */
  int threads(Path from, Path to) throws IOException {
    return eachLine(from, to, this::thread);
  }

  private interface Line {
    Map<String, Object> predict(JsonNode line);
  }

  private static int eachLine(Path from, Path to, Line predict) throws IOException {
    if (Files.exists(to) && Files.isSameFile(from, to)) {
      throw new Unreadable(to + " would be written over while it is read; give another --out.");
    }
    int done = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(from));
        BufferedWriter writer = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
      int number = 0;
      for (byte[] line = line(in); line != null; line = line(in)) {
        number++;
        try {
          String text = text(line, number);
          if (!text.isBlank()) {
            writer.write(JSON.writeValueAsString(predict.predict(object(text))));
            writer.newLine();
            done++;
          }
        } catch (Unreadable e) {
          throw new Unreadable(from + ":" + number + ": " + e.getMessage(), e);
        }
      }
    }
    return done;
  }

  /** The next line without its end; null after the last. */
  private static byte @Nullable [] line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    int next = in.read();
    if (next < 0) {
      return null;
    }
    for (; next >= 0 && next != '\n'; next = in.read()) {
      line.write(next);
    }
    return line.toByteArray();
  }

  private static String text(byte[] line, int number) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      // Some editors put a byte order mark before everything else.
      return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Unreadable("is not UTF-8; save the file as UTF-8", e);
    }
  }

  private static JsonNode object(String line) {
    try {
      var node = JSON.readTree(line);
      if (!node.isObject()) {
        throw new Unreadable("should be one JSON object, in braces");
      }
      return node;
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw new Unreadable(
          "is not one JSON object: "
              + e.getOriginalMessage()
              + (at == null ? "" : " (column " + at.getColumnNr() + ")"),
          e);
    }
  }

  private Map<String, Object> message(JsonNode line) {
    var posted = moment(line, "posted_at").atZoneSameInstant(zone);
    var channel = line.path("channel").asString("");
    var message =
        understood.message(
            text(line, "text"),
            posted,
            channel.isEmpty() ? null : channel,
            LIKELIER,
            PastRequests.NONE);
    var reading = message.reading();
    boolean request = reading.likelihood() >= LIKELIER;
    var prediction = new LinkedHashMap<String, Object>();
    prediction.put("id", text(line, "id"));
    prediction.put("request", request);
    if (request) {
      prediction.put("deliverable", reading.deliverable().key());
      prediction.put("size", reading.size().key());
      prediction.put("due", reading.due() == null ? null : reading.due().toString());
      prediction.put("priorities", priorities(message));
      prediction.put("about", about(message));
      prediction.put("overlaps", overlaps(message));
      prediction.put("answered", keys(List.copyOf(message.told())));
      prediction.put(
          "questions", keys(message.plan().questions().stream().map(Question::topic).toList()));
    } else {
      prediction.put("questions", List.of());
    }
    return prediction;
  }

  private static List<String> priorities(Understood.Message message) {
    return message.findings().stream()
        .filter(Finding.PriorityServed.class::isInstance)
        .map(found -> ((Finding.PriorityServed) found).priority().id())
        .toList();
  }

  private static @Nullable String about(Understood.Message message) {
    return message.findings().stream()
        .filter(Finding.About.class::isInstance)
        .map(found -> ((Finding.About) found).initiative().id())
        .findFirst()
        .orElse(null);
  }

  private static List<String> overlaps(Understood.Message message) {
    return message.findings().stream()
        .filter(Finding.Overlap.class::isInstance)
        .map(found -> ((Finding.Overlap) found).initiative().id())
        .toList();
  }

  private Map<String, Object> thread(JsonNode line) {
    var asked = new ArrayList<Topic>();
    list(line, "asked").forEach(key -> asked.add(topic(key)));
    var ids = new ArrayList<String>();
    var replies = new ArrayList<Reply>();
    for (JsonNode reply : list(line, "replies")) {
      ids.add(text(reply, "id"));
      replies.add(new Reply(by(text(reply, "user")), text(reply, "text")));
    }
    List<Heard> heard = understood.thread(asked, replies);
    var predictions = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < ids.size(); i++) {
      predictions.add(
          Map.of("id", ids.get(i), "answers", keys(List.copyOf(heard.get(i).topics()))));
    }
    var prediction = new LinkedHashMap<String, Object>();
    prediction.put("id", text(line, "id"));
    prediction.put("replies", predictions);
    return prediction;
  }

  private static Reply.By by(String user) {
    return switch (user) {
      case "requester" -> Reply.By.REQUESTER;
      case "designer" -> Reply.By.DESIGNER;
      default -> Reply.By.OTHER;
    };
  }

  private static Topic topic(JsonNode key) {
    return Arrays.stream(Topic.values())
        .filter(topic -> topic.key().equals(key.asString("")))
        .findFirst()
        .orElseThrow(
            () -> new Unreadable("asked: there is no question " + key + "; there are " + ALL_KEYS));
  }

  private static List<String> keys(List<Topic> topics) {
    return topics.stream().map(Topic::key).toList();
  }

  private static OffsetDateTime moment(JsonNode node, String name) {
    String text = text(node, name);
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeException e) {
      throw new Unreadable(
          name + " is " + text + "; it should be like 2026-09-14T09:30:00-05:00, with its offset",
          e);
    }
  }

  private static JsonNode list(JsonNode node, String name) {
    var value = node.path(name);
    if (!value.isArray()) {
      throw new Unreadable(name + " is missing, or is no list");
    }
    return value;
  }

  private static String text(JsonNode node, String name) {
    var value = node.path(name);
    if (!value.isString()) {
      throw new Unreadable(name + " is missing, or is no text");
    }
    return value.asString();
  }
}
