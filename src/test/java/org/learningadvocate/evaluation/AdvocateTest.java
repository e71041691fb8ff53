package org.learningadvocate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.learningadvocate.catalog.Company;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.homework.Homework;
import org.learningadvocate.meaning.WordsOnly;
import org.learningadvocate.preview.Preview;
import org.learningadvocate.question.AnswerReader;
import org.learningadvocate.request.Reader;
import org.learningadvocate.request.Topic;
import tools.jackson.databind.JsonNode;

/** What is judged is what the bot does. */
class AdvocateTest {

  private static final Path COMPANY = Path.of("src/eval/northwind");

  @TempDir private Path out;

  @Test
  void saysOfEveryMessageAndReplyWhatPreviewSays() throws Exception {
    var company = Cases.read(COMPANY);
    var meaning = new WordsOnly();
    var zone = company.messages().get(0).postedAt().getZone();
    new Preview(
            new Company(
                "Northwind", ZoneId.of(zone.getId()), company.locale(), company.catalogue()),
            meaning,
            Wording.of("en"))
        .files(
            COMPANY.resolve("messages.jsonl"),
            COMPANY.resolve("threads.jsonl"),
            out,
            new PrintWriter(new StringWriter()));
    var advocate =
        new Advocate(
            company,
            new Reader(),
            Homework.over(company.catalogue(), meaning),
            AnswerReader.load(meaning));

    var messages = Cases.lines(out.resolve("messages.jsonl"));
    for (int i = 0; i < messages.size(); i++) {
      var row = messages.get(i);
      var guess = advocate.read(company.messages().get(i));
      assertThat(guess.reading().isRequest()).isEqualTo(row.get("request").asBoolean());
      assertThat(keys(guess.questions())).isEqualTo(texts(row.get("questions")));
      if (guess.reading().isRequest()) {
        var due = guess.reading().due();
        var about = guess.about();
        assertThat(due == null ? null : due.toString()).isEqualTo(Cases.textOrNull(row, "due"));
        assertThat(about == null ? null : about.id()).isEqualTo(Cases.textOrNull(row, "about"));
        assertThat(Prediction.ids(guess.priorities())).isEqualTo(texts(row.get("priorities")));
        assertThat(Prediction.ids(guess.overlaps())).isEqualTo(texts(row.get("overlaps")));
      }
    }
    var threads = Cases.lines(out.resolve("threads.jsonl"));
    for (int i = 0; i < threads.size(); i++) {
      var heard = advocate.read(company.threads().get(i));
      for (var reply : threads.get(i).get("replies")) {
        var topics = heard.getOrDefault(reply.get("id").asString(), Set.of());
        assertThat(new TreeSet<>(keys(topics)))
            .isEqualTo(new TreeSet<>(texts(reply.get("answers"))));
      }
    }
  }

  private static List<String> keys(Collection<Topic> topics) {
    return topics.stream().map(Topic::key).toList();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
