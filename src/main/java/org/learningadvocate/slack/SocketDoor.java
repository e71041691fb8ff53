package org.learningadvocate.slack;

import static org.learningadvocate.slack.Payload.text;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.slack.Payload.MalformedException;
import org.learningadvocate.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The door for Socket Mode: Slack sends over a connection that we open. The SDK's own client acks
 * on whichever connection is newest, works with one thread, and ends for good when Slack refuses
 * one connection; so this speaks the protocol itself, over OkHttp. Safe for many threads.
 */
public final class SocketDoor implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SocketDoor.class);

  private static final Duration HELLO = Duration.ofSeconds(15);
  private static final Duration OVERLAP = Duration.ofSeconds(60);
  private static final Duration SHUT_OFF = Duration.ofMinutes(5);
  private static final long LONGEST_MS = 60_000;

  private final SlackApi api;
  private final String token;
  private final Intake intake;
  private final Desk desk;
  private final Hearing hearing;
  private final MeterRegistry meters;
  private final OkHttpClient http;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "socket-timer"));
  private final ThreadPoolExecutor workers =
      new ThreadPoolExecutor(
          8,
          8,
          30,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(1_000),
          work -> daemon(work, "socket-worker"),
          // The reading thread works then, so Slack is read more slowly: nothing is dropped.
          new ThreadPoolExecutor.CallerRunsPolicy());
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private int failures;
  private boolean opening;
  private volatile boolean closed;

  SocketDoor(
      SlackApi api, String token, Intake intake, Desk desk, Hearing hearing, MeterRegistry meters) {
    this.api = api;
    this.token = token;
    this.intake = intake;
    this.desk = desk;
    this.hearing = hearing;
    this.meters = meters;
    workers.allowCoreThreadTimeOut(true);
    this.http =
        api.http()
            .newBuilder()
            .callTimeout(0, TimeUnit.MILLISECONDS)
            .readTimeout(0, TimeUnit.MILLISECONDS)
            // A ping that nobody answers fails the connection.
            .pingInterval(10, TimeUnit.SECONDS)
            .build();
  }

  private static Thread daemon(Runnable work, String name) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Begins to connect, and from then on keeps a connection until closed. Returns at once. */
  public void start() {
    connect(Duration.ZERO);
  }

  /** Whether Slack has said hello on a connection that is still good. */
  public boolean connected() {
    return open.stream().anyMatch(connection -> connection.greeted);
  }

  private synchronized void connect(Duration after) {
    if (closed || opening) {
      return;
    }
    opening = true;
    soon(this::connectNow, after);
  }

  private void soon(Runnable action, Duration after) {
    // Each action looks after what goes wrong in it, so there is no outcome to wait for.
    var unused = timer.schedule(action, after.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void connectNow() {
    if (closed) {
      return;
    }
    Reply<AppsConnectionsOpenResponse> reply =
        api.askAs(
            token,
            "apps.connections.open",
            methods -> methods.appsConnectionsOpen(request -> request));
    if (!reply.isOk() || reply.get().getUrl() == null) {
      failed("Slack opened no connection (" + reply.reason() + ")", reply.retryAfter());
      return;
    }
    var connection = new Connection();
    try {
      var request = new Request.Builder().url(reply.get().getUrl()).build();
      connection.socket = http.newWebSocket(request, connection);
      soon(connection::greetedInTime, HELLO);
    } catch (IllegalArgumentException e) {
      failed("Slack named no address to connect to", Duration.ZERO);
    }
  }

  /** Tries again later: soon at first, then more and more slowly, and never all at once. */
  private synchronized void failed(String why, Duration atLeast) {
    opening = false;
    if (closed) {
      return;
    }
    long most = Math.min(LONGEST_MS, 500L << Math.min(failures, 7));
    failures++;
    long wait = most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1);
    var after = Duration.ofMillis(Math.max(wait, atLeast.toMillis()));
    log.warn("{}; next try in {} s", why, after.toSeconds());
    connect(after);
  }

  private synchronized void greeted() {
    opening = false;
    failures = 0;
  }

  /** One WebSocket; what came by it is acknowledged on it. */
  private final class Connection extends WebSocketListener {

    private volatile @Nullable WebSocket socket;
    private volatile boolean greeted;
    private volatile boolean replaced;
    private volatile boolean over;

    @Override
    public void onOpen(WebSocket webSocket, Response response) {
      socket = webSocket;
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
      JsonNode envelope;
      try {
        envelope = Payload.read(text);
      } catch (MalformedException e) {
        count("malformed");
        return;
      }
      switch (text(envelope, "type")) {
        case "hello" -> hello();
        case "disconnect" -> leaving(webSocket, text(envelope, "reason"));
        case "events_api", "interactive", "slash_commands" ->
            workers.execute(() -> take(webSocket, envelope));
        default -> count("unknown");
      }
    }

    private void hello() {
      greeted = true;
      open.add(this);
      hearing.connected();
      SocketDoor.this.greeted();
      log.info("Connected with Slack by Socket Mode");
    }

    private void leaving(WebSocket webSocket, String reason) {
      boolean shutOff = reason.equals("link_disabled");
      if (shutOff) {
        log.error("Socket Mode is switched off in the app's settings; looking again later");
      }
      boolean turnedAway;
      synchronized (SocketDoor.this) {
        if (replaced || over) {
          return; // A warning first, then the request itself: one new connection is enough.
        }
        turnedAway = !greeted;
        if (turnedAway) {
          // As with too many connections: there is none that it could outlive.
          over = true;
          failed(
              "Slack turned the connection away (" + reason + ")",
              shutOff ? SHUT_OFF : Duration.ZERO);
        } else {
          replaced = true;
        }
      }
      if (turnedAway) {
        webSocket.close(1_000, null);
      } else if (shutOff) {
        left();
        webSocket.close(1_000, null);
        connect(SHUT_OFF);
      } else {
        // The new one first: what Slack sends meanwhile still comes by this one.
        connect(Duration.ZERO);
        soon(() -> webSocket.close(1_000, null), OVERLAP);
      }
    }

    private void left() {
      open.remove(this);
      if (!connected()) {
        hearing.disconnected();
      }
    }

    private void greetedInTime() {
      if (!greeted && !over) {
        var now = socket;
        if (now != null) {
          now.cancel();
        }
      }
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
      webSocket.close(1_000, null);
    }

    @Override
    public void onClosed(WebSocket webSocket, int code, String reason) {
      ended("Slack closed the connection (" + code + ")");
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
      ended("The connection with Slack broke (" + failure.getMessage() + ")");
    }

    private void ended(String why) {
      synchronized (SocketDoor.this) {
        if (over) {
          return;
        }
        over = true;
        left();
        boolean another = greeted && (opening || open.stream().anyMatch(one -> !one.replaced));
        if (!replaced && !another) {
          failed(why, Duration.ZERO);
        } else {
          log.info("{}; another has taken its place", why);
        }
      }
    }
  }

  private void take(WebSocket socket, JsonNode envelope) {
    var payload = envelope.path("payload");
    String answer = "";
    try {
      if (text(envelope, "type").equals("events_api")) {
        intake.take(payload);
      } else {
        String body = form(text(envelope, "type"), payload);
        answer = desk.take(SlackDoor.form(body), body);
      }
    } catch (StoreException e) {
      log.error(
          "Could not keep what Slack sent; without an acknowledgement Slack sends it again", e);
      count("unkept");
      hearing.refused();
      return;
    } catch (MalformedException e) {
      count("malformed");
    } catch (RuntimeException e) {
      log.error("Could not take what Slack sent", e);
      count("failed");
      hearing.refused();
      return;
    }
    var ack = new JsonObject();
    ack.addProperty("envelope_id", text(envelope, "envelope_id"));
    if (!answer.isEmpty() && envelope.path("accepts_response_payload").asBoolean(false)) {
      ack.add("payload", JsonParser.parseString(answer));
    }
    if (!socket.send(ack.toString())) {
      count("unacknowledged");
    }
  }

  /** The body that the same thing would have had over HTTP. */
  private static String form(String type, JsonNode payload) {
    if (type.equals("interactive")) {
      return "payload=" + encoded(payload.toString());
    }
    var body = new StringBuilder();
    payload
        .properties()
        .forEach(
            field -> {
              var value = field.getValue();
              if (!value.isNull()) {
                body.append(body.isEmpty() ? "" : "&")
                    .append(encoded(field.getKey()))
                    .append('=')
                    .append(encoded(value.isString() ? value.stringValue() : value.toString()));
              }
            });
    return body.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void count(String outcome) {
    meters.counter("advocate.requests", "outcome", outcome).increment();
  }

  /** Says goodbye, and lets what came in be worked off for up to five seconds. */
  @Override
  public void close() {
    closed = true;
    timer.shutdownNow();
    workers.shutdown();
    try {
      workers.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (var connection : open) {
      var socket = connection.socket;
      if (socket != null) {
        socket.close(1_000, null);
      }
    }
  }
}
