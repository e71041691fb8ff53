package org.learningadvocate.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.learningadvocate.store.Dialect;

/** The harness sees what a bot with a fault would do: each sabotage of a calm run is found. */
class SabotageTest {

  private static final Course CALM =
      new Course(7, Duration.ZERO, 0, Dialect.SQLITE, 1, false, Duration.ofSeconds(60));

  @TempDir Path folder;

  @Test
  void theHarnessCatchesALostEventASecondPostAndAnAnswerTakenOut()
      throws IOException, InterruptedException {
    try (var chaos = new Chaos(CALM, folder)) {
      chaos.open();
      assertThat(chaos.compare(Duration.ZERO).clean()).isTrue();

      chaos.sandbox().faults().loseNext(1);
      chaos.talk().ask(Talk.CHANNELS.get(0));
      chaos.talk().answerEach();
      var report = chaos.calm(Duration.ofSeconds(10));
      assertThat(report.clean()).isFalse();
      assertThat(report.lost()).isPositive();
      assertThat(report.doubled()).isZero();
      assertThat(report.toString()).contains("no thread message", "no brief");
      chaos.stop();

      var wish = chaos.talk().wishes().get(0);
      var brief = chaos.standing("brief:" + wish.id());
      call(
          chaos,
          "chat.postMessage",
          Map.of(
              "channel",
              brief.channelId(),
              "text",
              brief.text(),
              "metadata",
              "{\"event_type\":\"advocate_slot\",\"event_payload\":{\"slot\":\"brief:"
                  + wish.id()
                  + "\"}}"));
      assertThat(chaos.compare(Duration.ZERO).doubled()).isEqualTo(1);

      var homework = chaos.standing("thread:" + wish.id());
      var mark = wish.shown().iterator().next();
      call(
          chaos,
          "chat.update",
          Map.of(
              "channel",
              homework.channelId(),
              "ts",
              homework.ts(),
              "text",
              homework.text().replace(mark, "")));
      assertThat(chaos.compare(Duration.ZERO).toString()).contains("lacks answer " + mark);
    }
  }

  private static void call(Chaos chaos, String method, Map<String, String> fields)
      throws IOException, InterruptedException {
    var form =
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(chaos.sandbox().apiUrl() + method))
                    .header("Authorization", "Bearer " + chaos.sandbox().app().botToken())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.body()).contains("\"ok\":true");
  }
}
