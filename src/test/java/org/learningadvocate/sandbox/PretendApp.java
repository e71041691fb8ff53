package org.learningadvocate.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** An app's request URL that keeps what it got and answers as a test says. */
final class PretendApp implements AutoCloseable {
  /** One request. */
  record Got(byte[] body, Map<String, String> headers) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    Map<String, String> form() {
      Map<String, String> form = new LinkedHashMap<>();
      for (String pair : text().split("&")) {
        int equals = pair.indexOf('=');
        form.put(
            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
      return form;
    }

    /** The JSON of an event, or of an interaction's payload, or a command's fields. */
    JsonNode json() {
      if (text().startsWith("{")) {
        return java.util.Objects.requireNonNull(Json.parse(text()));
      }
      Map<String, String> form = form();
      String payload = form.get("payload");
      if (payload != null) {
        return java.util.Objects.requireNonNull(Json.parse(payload));
      }
      var fields = Json.object();
      form.forEach(fields::put);
      return fields;
    }

    JsonNode event() {
      return json().path("event");
    }
  }

  /** An answer, or a wait before it. */
  record Reply(int status, String body, long waitMillis) {
    static Reply ok(String body) {
      return new Reply(200, body, 0);
    }
  }

  private final HttpServer server;
  private final LinkedBlockingQueue<Got> queue = new LinkedBlockingQueue<>();
  final List<Got> all = new CopyOnWriteArrayList<>();
  volatile Function<Got, Reply> answers = got -> Reply.ok("");

  PretendApp() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "pretend-app");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/slack/events", this::take);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
  }

  private void take(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
    Got got = new Got(exchange.getRequestBody().readAllBytes(), headers);
    Reply reply;
    if (got.text().contains("\"url_verification\"")) {
      reply = Reply.ok(Json.text(got.json(), "challenge"));
    } else {
      reply = answers.apply(got);
      all.add(got);
      queue.add(got);
    }
    try {
      Thread.sleep(reply.waitMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    byte[] body = reply.body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  /** The next request, waiting up to five seconds. */
  Got next() {
    try {
      Got got = queue.poll(5, TimeUnit.SECONDS);
      if (got == null) {
        throw new AssertionError("Nothing came within five seconds");
      }
      return got;
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  /** The next event of this type and subtype (empty for none). */
  JsonNode nextEvent(String type, String subtype) {
    while (true) {
      JsonNode event = next().event();
      if (Json.text(event, "type").equals(type) && Json.text(event, "subtype").equals(subtype)) {
        return event;
      }
    }
  }

  boolean isQuiet() {
    return queue.isEmpty();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
