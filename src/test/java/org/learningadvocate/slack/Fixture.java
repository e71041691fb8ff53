package org.learningadvocate.slack;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.learningadvocate.chat.Gap;
import org.learningadvocate.chat.History;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Reception;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.Wanted;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.delivery.Courier;
import org.learningadvocate.delivery.Inbox;
import org.learningadvocate.delivery.Outbox;
import org.learningadvocate.delivery.Signal;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Json;

/** The whole Slack side against a scripted Slack and a database in a file, with a clock by hand. */
final class Fixture implements AutoCloseable {

  static final Instant START = Instant.ofEpochSecond(1_796_000_000);

  /** A clock that goes when it is told to. */
  static final class HandClock extends Clock {
    private volatile Instant now = START;

    void ahead(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  final HandClock clock = new HandClock();
  final ScriptedSlack slack = new ScriptedSlack();
  final Db db;
  final Outbox outbox;
  final Inbox inbox;
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final SlackSide side;
  final List<Gap> gaps = new CopyOnWriteArrayList<>();
  final List<Incoming> received = new CopyOnWriteArrayList<>();
  volatile HouseRules rules = Rules.USUAL;
  volatile Reception reception =
      asked -> Reception.Reply.show(org.learningadvocate.chat.Answer.NOTHING);
  final SlackSide.Doors doors;
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final HttpClient http = HttpClient.newHttpClient();
  private final Courier courier;

  Fixture(Path folder) {
    db = Db.open("jdbc:sqlite:" + folder.resolve("test.db"), null, null);
    outbox = new Outbox(db, clock, new Signal());
    inbox = new Inbox(db, clock, new Signal());
    side =
        new SlackSide(slack.settings(), () -> rules, db, outbox, Wording.of("en"), clock, meters);
    doors =
        side.doors(
            inbox,
            asked -> {
              received.add(asked);
              return reception.receive(asked);
            },
            thread -> false,
            gaps::add);
    courier = new Courier(outbox, side.carrier(), "test");
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(doors.http());
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return connector.getLocalPort();
  }

  HttpResponse<String> post(String body) {
    return post(body, Long.toString(clock.instant().getEpochSecond()), null);
  }

  HttpResponse<String> post(String body, String timestamp, String signature) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String signed =
        signature != null
            ? signature
            : new Signature("learning-advocate-test-secret", clock).of(timestamp, bytes);
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/slack/events"))
              .header("x-slack-request-timestamp", timestamp)
              .header("x-slack-signature", signed)
              .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** An interaction in its form. */
  HttpResponse<String> interact(String payload) {
    return post("payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8));
  }

  HttpResponse<String> event(String id, String event) {
    return post(
        """
        {"type":"event_callback","team_id":"T0ACME","api_app_id":"A0ADVOC","event_id":"%s",
         "event_time":1796000000,"authorizations":[{"team_id":"T0ACME","user_id":"U0ADVBOT",
         "is_bot":true}],"event":%s}
        """
            .formatted(id, event));
  }

  List<Incoming> kept() {
    return db.read(
        tx ->
            tx.query(
                "SELECT body FROM inbox ORDER BY position",
                row -> Json.read(row.text("body"), Incoming.class)));
  }

  void want(Slot slot, Wanted wanted) {
    db.change(tx -> outbox.want(tx, "T0ACME", slot, wanted));
  }

  /** Brings slots up to date until nothing is due now. */
  void carry() {
    for (int i = 0; i < 20 && courier.round(); i++) {
      continue;
    }
  }

  /** Another process on the same database and Slack. */
  final class Another implements AutoCloseable {
    private final SlackSide side =
        new SlackSide(
            slack.settings(),
            () -> rules,
            db,
            outbox,
            Wording.of("en"),
            clock,
            new SimpleMeterRegistry());
    private final Courier courier = new Courier(outbox, side.carrier(), "another");

    void carry() {
      for (int i = 0; i < 20 && courier.round(); i++) {
        continue;
      }
    }

    History history() {
      return side.history();
    }

    @Override
    public void close() {
      side.close();
    }
  }

  Another another() {
    return new Another();
  }

  record SlotRow(String state, String reason, String channel, String ts) {}

  SlotRow slot(Slot slot) {
    return db.read(
        tx ->
            tx.first(
                    "SELECT state, reason, channel, ts FROM slot WHERE name = ?",
                    row ->
                        new SlotRow(
                            row.text("state"),
                            row.textOrNull("reason"),
                            row.textOrNull("channel"),
                            row.textOrNull("ts")),
                    slot.name())
                .orElseThrow());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    side.close();
    slack.close();
    db.close();
  }
}
