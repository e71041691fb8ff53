package org.learningadvocate.preview;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
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
import java.util.Locale;
import java.util.Map;
import org.learningadvocate.homework.Finding;
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

  private static final JsonMapper JSON = new JsonMapper();

  private final Understood understood;
  private final ZoneId zone;

  CaseFiles(Understood understood, ZoneId zone) {
    this.understood = understood;
    this.zone = zone;
  }

  /** A line that is not of the form it should be. */
  static final class BadLine extends Exception {
    private static final long serialVersionUID = 1L;

    BadLine(Path file, int line, String what) {
      super(file + ":" + line + ": " + what);
    }
  }

  /** Writes a prediction for each message; how many that were. */
  int messages(Path from, Path to) throws IOException, BadLine {
    return eachLine(from, to, this::message);
  }

  /** Writes a prediction for each thread; how many that were. */
  int threads(Path from, Path to) throws IOException, BadLine {
    return eachLine(from, to, this::thread);
  }

  private interface Line {
    Map<String, Object> predict(JsonNode line);
  }

  private static int eachLine(Path from, Path to, Line predict) throws IOException, BadLine {
    int number = 0;
    int done = 0;
    try (BufferedReader reader = Files.newBufferedReader(from, StandardCharsets.UTF_8);
        BufferedWriter writer = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
      String line;
      while ((line = reader.readLine()) != null) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        try {
          writer.write(JSON.writeValueAsString(predict.predict(JSON.readTree(line))));
        } catch (JacksonException e) {
          throw new BadLine(from, number, "is not one JSON object: " + e.getOriginalMessage());
        } catch (IllegalArgumentException | DateTimeException e) {
          throw new BadLine(from, number, String.valueOf(e.getMessage()));
        }
        writer.newLine();
        done++;
      }
    }
    return done;
  }

  private Map<String, Object> message(JsonNode line) {
    var posted = OffsetDateTime.parse(text(line, "posted_at")).atZoneSameInstant(zone);
    var channel = line.path("channel").asString("");
    var message =
        understood.message(
            text(line, "text"), posted, channel.isEmpty() ? null : channel, LIKELIER);
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
      prediction.put("answered", keys(List.copyOf(reading.answered())));
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

  private static @org.jspecify.annotations.Nullable String about(Understood.Message message) {
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
    line.path("asked").forEach(key -> asked.add(topic(key.asString(""))));
    var ids = new ArrayList<String>();
    var replies = new ArrayList<Reply>();
    for (JsonNode reply : line.path("replies")) {
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

  private static Topic topic(String key) {
    return Arrays.stream(Topic.values())
        .filter(topic -> topic.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("asked: there is no question " + key));
  }

  private static List<String> keys(List<Topic> topics) {
    return topics.stream().map(Topic::key).toList();
  }

  private static String text(JsonNode node, String name) {
    var value = node.path(name);
    if (!value.isString()) {
      throw new IllegalArgumentException(
          name.toLowerCase(Locale.ROOT) + " is missing, or is no text");
    }
    return value.asString();
  }
}
