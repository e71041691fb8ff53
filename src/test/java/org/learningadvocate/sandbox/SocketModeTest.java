package org.learningadvocate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Socket Mode over real WebSockets. */
class SocketModeTest extends SandboxCase {

  @Override
  AppSetup setup() {
    return super.setup().withSocketMode(true);
  }

  @Test
  void greetsAndDeliversInEnvelopesAndTakesAcks() {
    Socket socket = connect();
    JsonNode hello = socket.next();
    assertThat(Json.text(hello, "type")).isEqualTo("hello");
    assertThat(Json.text(hello.path("connection_info"), "app_id")).isEqualTo(sandbox.app().id());
    workspace.says("ana", "#learning", "hello");
    JsonNode envelope = socket.next();
    assertThat(Json.text(envelope, "type")).isEqualTo("events_api");
    assertThat(envelope.path("accepts_response_payload").booleanValue()).isFalse();
    assertThat(envelope.path("retry_attempt").intValue()).isZero();
    assertThat(Json.text(envelope.at("/payload/event"), "text")).isEqualTo("hello");
    socket.ack(envelope, null);
    assertThat(workspace.awaitQuiet(Duration.ofSeconds(15))).isTrue();
    assertThat(app.all).isEmpty(); // nothing comes over HTTP meanwhile
  }

  @Test
  void withoutAnAckTheEventComesAgain() {
    Socket socket = connect();
    socket.next();
    workspace.says("ana", "#learning", "hello");
    JsonNode first = socket.next();
    JsonNode again = socket.next();
    assertThat(again.path("retry_attempt").intValue()).isEqualTo(1);
    assertThat(Json.text(again, "retry_reason")).isEqualTo("timeout");
    assertThat(Json.text(again.path("payload"), "event_id"))
        .isEqualTo(Json.text(first.path("payload"), "event_id"));
    socket.ack(again, null);
  }

  @Test
  void acksOfCommandsAndFormsCarryTheAnswer() throws Exception {
    Socket socket = connect();
    socket.next();
    socket.answers = "{\"text\":\"Only for you\"}";
    assertThat(workspace.runs("ana", "#general", "/advocate help").ok()).isTrue();
    JsonNode envelope = socket.next();
    assertThat(Json.text(envelope, "type")).isEqualTo("slash_commands");
    assertThat(envelope.path("accepts_response_payload").booleanValue()).isTrue();
    assertThat(Json.text(envelope.path("payload"), "command")).isEqualTo("/advocate");
    assertThat(workspace.channel("#general").whispersTo("ana"))
        .extracting(Post::text)
        .containsExactly("Only for you");
  }

  @Test
  void aUrlIsForOneConnectionAndTenAreTheMost() {
    URI url = url();
    List<Socket> sockets = new ArrayList<>();
    sockets.add(new Socket(url));
    assertThat(refuses(url)).isTrue();
    for (int i = 2; i <= 10; i++) {
      Socket socket = connect();
      assertThat(socket.next().path("num_connections").intValue()).isEqualTo(i);
      sockets.add(socket);
    }
    assertThat(refuses(url())).isTrue();
    for (int i = 0; i < 20; i++) {
      workspace.says("ana", "#general", "unheard");
    }
    workspace.says("ana", "#learning", "one of you gets this");
    assertThat(workspace.await(() -> received(sockets) == 1, Duration.ofSeconds(15))).isTrue();
  }

  private static int received(List<Socket> sockets) {
    return sockets.stream()
        .mapToInt(
            s ->
                (int)
                    s.all.stream()
                        .filter(
                            m ->
                                Json.text(m, "type").equals("events_api")
                                    && m.path("retry_attempt").intValue() == 0)
                        .count())
        .sum();
  }

  @Test
  void saysWhyItDisconnects() {
    Socket socket = connect();
    socket.next();
    sandbox.disconnectSockets("warning");
    assertThat(Json.text(socket.next(), "reason")).isEqualTo("warning");
    assertThat(sandbox.openSockets()).isEqualTo(1);
    sandbox.disconnectSockets("refresh_requested");
    assertThat(Json.text(socket.next(), "reason")).isEqualTo("refresh_requested");
    assertThat(sandbox.openSockets()).isZero();
    assertThat(workspace.await(() -> socket.closed, Duration.ofSeconds(15))).isTrue();
  }

  @Test
  void dropsWithoutAWordOnDemandAndDeliversToTheNext() {
    Socket socket = connect();
    socket.next();
    sandbox.dropSockets();
    assertThat(sandbox.openSockets()).isZero();
    Socket next = connect();
    next.next();
    workspace.says("ana", "#learning", "hello");
    JsonNode envelope = next.next();
    assertThat(Json.text(envelope, "type")).isEqualTo("events_api");
    next.ack(envelope, null);
  }

  @Test
  void answersPings() {
    Socket socket = connect();
    socket.next();
    socket.webSocket.sendPing(ByteBuffer.wrap(new byte[] {1})).join();
    assertThat(workspace.await(() -> socket.ponged, Duration.ofSeconds(15))).isTrue();
  }

  @Test
  void needsTheAppLevelTokenInTheHeader() {
    assertRefused(slack.call("apps.connections.open"), "not_allowed_token_type");
    slack.token = "";
    assertRefused(
        slack.call("apps.connections.open", "token", sandbox.app().appToken()), "not_authed");
  }

  private URI url() {
    Client client = new Client(sandbox);
    client.token = sandbox.app().appToken();
    return URI.create(Json.text(assertOk(client.call("apps.connections.open")), "url"));
  }

  private Socket connect() {
    return new Socket(url());
  }

  private boolean refuses(URI url) {
    try {
      new Socket(url);
      return false;
    } catch (CompletionException e) {
      return true;
    }
  }

  /** One connection as an app would hold it. */
  private final class Socket implements WebSocket.Listener {
    private final LinkedBlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final List<JsonNode> all = new java.util.concurrent.CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket webSocket;
    private volatile String answers = "";
    private volatile boolean closed;
    private volatile boolean ponged;

    Socket(URI url) {
      webSocket = slack.http().newWebSocketBuilder().buildAsync(url, this).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        JsonNode message = Objects.requireNonNull(Json.parse(partial.toString()));
        partial.setLength(0);
        if (!answers.isEmpty() && message.has("envelope_id")) {
          String id = Json.text(message, "envelope_id");
          socket.sendText("{\"envelope_id\":\"" + id + "\",\"payload\":" + answers + "}", true);
        }
        all.add(message);
        messages.add(message);
      }
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
      ponged = true;
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      closed = true;
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      closed = true;
    }

    JsonNode next() {
      try {
        return Objects.requireNonNull(messages.poll(5, TimeUnit.SECONDS), "nothing came");
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    void ack(JsonNode envelope, String payload) {
      String id = Json.text(envelope, "envelope_id");
      webSocket.sendText("{\"envelope_id\":\"" + id + "\"}", true).join();
    }
  }
}
