package org.learningadvocate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.learningadvocate.evaluation.Prediction.Match;
import org.learningadvocate.request.Deliverable;
import org.learningadvocate.request.Reading;
import org.learningadvocate.request.Size;
import org.learningadvocate.request.Topic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scores predictions, right, wrong and missing ones, of which {@code figures.json} holds what
 * {@code score.py} says.
 */
class FigureTest {

  private static final Path FOLDER = Path.of("src/test/resources/org/learningadvocate/evaluation");

  private static final double ROUNDED = 0.00005;

  private final Tally tally = tally();

  @ParameterizedTest
  @EnumSource
  void isWhatScorePySays(Figure figure) throws Exception {
    var expected = new JsonMapper().readTree(Files.readString(FOLDER.resolve("figures.json")));
    for (var name : figure.key().split("\\.")) {
      expected = expected.path(name);
    }

    assertThat(figure.of(tally)).isCloseTo(expected.asDouble(), within(ROUNDED));
  }

  @Test
  void isNoNumberWhereThereIsNothingToJudge() {
    for (var figure : Figure.values()) {
      assertThat(figure.of(new Tally())).isNaN();
    }
  }

  private static Tally tally() {
    var cases = Cases.read(FOLDER.resolve("cases"));
    var guesses = new HashMap<String, Prediction>();
    for (var row : Cases.lines(FOLDER.resolve("predictions/messages.jsonl"))) {
      guesses.put(row.get("id").asString(), prediction(row));
    }
    var heard = new HashMap<String, Map<String, Set<Topic>>>();
    for (var row : Cases.lines(FOLDER.resolve("predictions/threads.jsonl"))) {
      var replies = new HashMap<String, Set<Topic>>();
      row.get("replies")
          .forEach(
              reply -> replies.put(reply.get("id").asString(), Cases.topics(reply.get("answers"))));
      heard.put(row.get("id").asString(), replies);
    }
    var sum = new Tally();
    cases.messages().forEach(m -> sum.add(Tally.of(m, guesses.get(m.id()))));
    cases.threads().forEach(t -> sum.add(Tally.of(t, heard.getOrDefault(t.id(), Map.of()))));
    return sum;
  }

  private static Prediction prediction(JsonNode row) {
    boolean said = row.get("request").asBoolean();
    var due = Cases.textOrNull(row, "due");
    return new Prediction(
        new Reading(
            said ? 1 : 0,
            said ? Cases.deliverable(row.get("deliverable").asString()) : Deliverable.UNSPECIFIED,
            said ? Cases.size(row.get("size").asString()) : Size.MEDIUM,
            due == null ? null : LocalDate.parse(due),
            due,
            null,
            said ? Cases.topics(row.get("answered")) : EnumSet.noneOf(Topic.class),
            List.of()),
        matches(row.path("priorities")),
        match(Cases.textOrNull(row, "about")),
        matches(row.path("overlaps")),
        row.get("questions").valueStream().map(key -> Cases.topic(key.asString())).toList());
  }

  private static List<Match> matches(JsonNode ids) {
    return ids.valueStream().map(id -> new Match(id.asString(), 1, "")).toList();
  }

  private static @Nullable Match match(@Nullable String id) {
    return id == null ? null : new Match(id, 1, "");
  }
}
