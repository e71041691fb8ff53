package org.learningadvocate.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.learningadvocate.delivery.Backlog;
import org.learningadvocate.store.Db;

class HealthTest {

  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  @TempDir Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private Server server;
  private Health health;
  private Db db;
  private Optional<String> socket = Optional.empty();
  private Optional<String> refusal = Optional.empty();
  private Mind.State mind = Mind.State.WHOLE;

  @BeforeEach
  void start() throws Exception {
    db = Db.open("jdbc:sqlite:" + folder.resolve("a.db"), null, null);
    server = new Server();
    var connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    health =
        new Health(
            new Backlog(db, Clock.fixed(NOW, ZoneOffset.UTC)),
            Map.of("socket", () -> socket, "http", () -> Optional.of("not set up")),
            () -> refusal,
            () -> mind,
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    server.setHandler(health);
    server.start();
    health.started();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
    db.close();
  }

  @Test
  void itLivesAndIsReady() throws Exception {
    assertThat(get("/health/live").statusCode()).isEqualTo(200);

    var ready = get("/health/ready");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(ready.body())
        .contains("\"ready\":true", "\"database\":\"ok\"", "\"socket\":\"open\"");
  }

  @Test
  void withoutADoorItIsNotReadyAndSaysWhy() throws Exception {
    socket = Optional.of("Slack refused the app token");

    var ready = get("/health/ready");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.body()).contains("no door is open", "Slack refused the app token");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void whileSlackRefusesTheTokenItIsNotReadyAndSaysWhy() throws Exception {
    refusal = Optional.of("Slack refuses SLACK_BOT_TOKEN (token_revoked)");

    var ready = get("/health/ready");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.body()).contains("\"ready\":false", "token_revoked");
  }

  @Test
  void whileTheModelLoadsItIsReadyAndSaysThatItLoads() throws Exception {
    mind = Mind.State.LOADING;

    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(get("/health/ready").body()).contains("\"meaning\":\"loading\"");
  }

  @Test
  void withWordsAloneItIsReadyAndSaysSo() throws Exception {
    mind = Mind.State.WORDS;

    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(get("/health/ready").body()).contains("\"meaning\":\"words only\"");
  }

  @Test
  void withoutAnythingToReadWithItIsNotReady() throws Exception {
    mind = Mind.State.BROKEN;

    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
  }

  @Test
  void withoutADatabaseItIsNotReadyAndStillLives() throws Exception {
    db.close();

    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(get("/health/ready").body()).contains("the database is not reached");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    assertThat(get("/metrics").statusCode()).isEqualTo(200);
  }

  @Test
  void whatWaitsAndWhatIsSetAsideIsCounted() throws Exception {
    keep("late", "OPEN", NOW.minusSeconds(90));
    keep("broken", "ASIDE", NOW.minusSeconds(900));

    assertThat(get("/health/ready").body())
        .contains("\"open\":1", "\"aside\":1", "\"lagSeconds\":90", "\"late\":true")
        .contains("\"ready\":true");
    assertThat(get("/metrics").body())
        .contains("advocate_inbox_open 1.0", "advocate_inbox_lag_seconds 90.0")
        .contains("advocate_inbox_aside 1.0", "advocate_outbox_open 0.0");
  }

  @Test
  void whileItStopsItIsNotReady() throws Exception {
    health.stopping();

    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
  }

  @Test
  void whatIsNoneOfItsBusinessGoesPast() throws Exception {
    assertThat(get("/slack/events").statusCode()).isEqualTo(404);
    assertThat(get("/health").statusCode()).isEqualTo(404);
    var post =
        HttpRequest.newBuilder(server.getURI().resolve("/metrics"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    assertThat(http.send(post, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(404);
  }

  @Test
  void thePulseIsFelt() {
    var port = Integer.toString(server.getURI().getPort());

    assertThat(Pulse.beats(Map.of("ADVOCATE_PORT", port))).isTrue();
  }

  private void keep(String key, String state, Instant since) {
    db.change(
        tx -> {
          tx.update(
              """
              INSERT INTO inbox (team, key, lane, position, body, received, state, next_try)
              VALUES ('T', ?, ?, '1', '{}', ?, ?, ?)
              """,
              key,
              key,
              since,
              state,
              since);
          if (state.equals("OPEN")) {
            tx.update("INSERT INTO lane (team, name, ready) VALUES ('T', ?, ?)", key, since);
          }
        });
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI address = server.getURI().resolve(path);
    return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}
