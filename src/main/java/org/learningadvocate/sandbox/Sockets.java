package org.learningadvocate.sandbox;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Socket Mode: up to ten connections, each opened by a ticket that works once; every payload goes
 * to one of them, by turns, and waits there for its acknowledgement.
 *
 * <p>Kinder than Slack: an acknowledgement may come by any connection, and connections are
 * refreshed only on demand or, with {@code debug_reconnects=true} in the address, after 360
 * seconds.
 */
final class Sockets implements Door {
  private static final int MOST = 10;

  private record Pending(Payload.Kind kind, CompletableFuture<Ack> outcome) {}

  private final World world;
  private final Options options;
  private final Timer timer;
  private final Set<String> tickets = new HashSet<>();
  private final List<Connection> connections = new ArrayList<>();
  private final Map<String, Pending> pending = new HashMap<>();
  private int turn;

  Sockets(World world, Options options, Timer timer) {
    this.world = world;
    this.options = options;
    this.timer = timer;
    timer.every(Duration.ofSeconds(5), this::ping);
  }

  /** A new ticket, for one connection. */
  synchronized String ticket() {
    String ticket = world.letters(32);
    tickets.add(ticket);
    return ticket;
  }

  /** The endpoint for this ticket, or null where it was used, is unknown, or ten are open. */
  synchronized @Nullable Connection admit(String ticket, boolean refreshSoon) {
    if (!tickets.remove(ticket) || connections.size() >= MOST) {
      return null;
    }
    return new Connection(refreshSoon);
  }

  synchronized int open() {
    return connections.size();
  }

  /**
   * Tells every connection to go: {@code warning}, {@code refresh_requested}, {@code
   * link_disabled}.
   */
  void disconnect(String reason) {
    for (Connection connection : snapshot()) {
      connection.disconnect(reason);
    }
  }

  /** Tells the oldest connection alone to go, as Slack renews one after the other. */
  void disconnectOldest(String reason) {
    snapshot().stream().findFirst().ifPresent(oldest -> oldest.disconnect(reason));
  }

  /** Drops every connection without a word. */
  void drop() {
    for (Connection connection : snapshot()) {
      connection.cut();
    }
  }

  private synchronized List<Connection> snapshot() {
    return List.copyOf(connections);
  }

  private void ping() {
    for (Connection connection : snapshot()) {
      connection.ping();
    }
  }

  @Override
  public CompletableFuture<Ack> send(Payload payload, int retry, String retryReason) {
    CompletableFuture<Ack> outcome = new CompletableFuture<>();
    String id = world.letters(8) + "-" + world.letters(12);
    Connection connection;
    synchronized (this) {
      if (connections.isEmpty()) {
        return CompletableFuture.completedFuture(Ack.failed("connection_failed"));
      }
      turn = (turn + 1) % connections.size();
      connection = connections.get(turn);
      pending.put(id, new Pending(payload.kind(), outcome));
    }
    ObjectNode envelope = Json.object().put("envelope_id", id);
    envelope.set("payload", payload.json());
    envelope
        .put("type", payload.kind().envelope)
        .put("accepts_response_payload", payload.kind().acceptsResponse);
    if (payload.kind() == Payload.Kind.EVENT) {
      envelope.put("retry_attempt", retry).put("retry_reason", retry == 0 ? "" : "timeout");
    }
    connection.send(envelope);
    timer.after(
        options.ackTimeout(),
        () -> {
          outcome.complete(Ack.failed("http_timeout"));
          forget(id);
        });
    return outcome;
  }

  private synchronized @Nullable Pending forget(String envelopeId) {
    return pending.remove(envelopeId);
  }

  private void acknowledged(String text) {
    JsonNode message = Json.parse(text);
    if (message == null) {
      return;
    }
    Pending waiting = forget(Json.text(message, "envelope_id"));
    if (waiting == null) {
      return;
    }
    JsonNode answer = message.path("payload");
    boolean used = waiting.kind.acceptsResponse && !answer.isMissingNode() && !answer.isNull();
    // An empty object is what an empty HTTP body becomes here.
    boolean empty = answer.isObject() && answer.isEmpty();
    String body =
        !used || empty ? "" : answer.isString() ? answer.stringValue() : Json.write(answer);
    waiting.outcome.complete(Ack.taken(body));
  }

  /** One connection of the app. */
  final class Connection implements SocketEndpoint.Frames {
    private final boolean refreshSoon;
    private volatile @Nullable Session session;

    Connection(boolean refreshSoon) {
      this.refreshSoon = refreshSoon;
    }

    @Override
    public void opened(Session opened) {
      session = opened;
      int number;
      synchronized (Sockets.this) {
        connections.add(this);
        number = connections.size();
      }
      ObjectNode hello = Json.object().put("type", "hello").put("num_connections", number);
      hello.putObject("connection_info").put("app_id", world.app.id());
      hello
          .putObject("debug_info")
          .put("host", "applink-1")
          .put("build_number", 54)
          .put("approximate_connection_time", refreshSoon ? 360 : 18060);
      send(hello);
      if (refreshSoon) {
        timer.after(Duration.ofSeconds(350), () -> disconnect("warning"));
        timer.after(Duration.ofMinutes(6), () -> disconnect("refresh_requested"));
      }
      world.changed();
    }

    @Override
    public void received(String text) {
      acknowledged(text);
    }

    @Override
    public void closed() {
      synchronized (Sockets.this) {
        connections.remove(this);
      }
      world.changed();
    }

    private boolean isOpen() {
      Session current = session;
      return current != null && current.isOpen();
    }

    void send(ObjectNode frame) {
      Session current = session;
      if (current != null && isOpen()) {
        current.sendText(Json.write(frame), Callback.NOOP);
      }
    }

    void ping() {
      Session current = session;
      if (current != null && isOpen()) {
        current.sendPing(ByteBuffer.wrap(new byte[] {'p'}), Callback.NOOP);
      }
    }

    void disconnect(String reason) {
      ObjectNode frame = Json.object().put("type", "disconnect").put("reason", reason);
      frame.putObject("debug_info").put("host", "wss-111");
      send(frame);
      if (!reason.equals("warning")) {
        // No payload goes to it any more; Slack closes a moment later.
        closed();
        timer.after(Duration.ofMillis(500), this::close);
      }
    }

    private void close() {
      Session current = session;
      if (current != null) {
        current.close(1000, "", Callback.NOOP);
      }
    }

    /** Drops the connection without a closing frame. */
    void cut() {
      closed();
      Session current = session;
      if (current != null) {
        current.disconnect();
      }
    }
  }
}
