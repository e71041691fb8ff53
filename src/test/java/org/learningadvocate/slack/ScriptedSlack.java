package org.learningadvocate.slack;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** A Web API that says what a test tells it to, and remembers what it was asked. */
final class ScriptedSlack implements AutoCloseable {

  /** One call, with the fields of its form. */
  record Asked(String method, Map<String, String> fields, String body) {
    String field(String name) {
      return fields.getOrDefault(name, "");
    }
  }

  /** One answer; a negative status cuts the connection instead, or never answers. */
  record Says(int status, String body, Map<String, String> headers) {}

  static Says ok(String more) {
    return new Says(200, "{\"ok\":true" + (more.isEmpty() ? "" : "," + more) + "}", Map.of());
  }

  static Says no(String error) {
    return new Says(200, "{\"ok\":false,\"error\":\"" + error + "\"}", Map.of());
  }

  static Says status(int status) {
    return new Says(status, "<html>sorry</html>", Map.of());
  }

  static Says limited(int seconds) {
    return new Says(
        429,
        "{\"ok\":false,\"error\":\"ratelimited\"}",
        Map.of("Retry-After", Integer.toString(seconds)));
  }

  static final Says CUT = new Says(-1, "", Map.of());
  static final Says HANG = new Says(-2, "", Map.of());

  final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Map<String, Deque<Says>> script = new ConcurrentHashMap<>();
  private volatile Says usual = ok("");
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  ScriptedSlack() {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback)
              throws Exception {
            String path = Request.getPathInContext(request);
            String method = path.substring(path.lastIndexOf('/') + 1);
            String body = Content.Source.asString(request, StandardCharsets.UTF_8);
            asked.add(new Asked(method, fields(body), body));
            var queue = script.get(method);
            Says says = queue == null ? usual : queue.size() > 1 ? queue.poll() : queue.peek();
            if (says.equals(HANG)) {
              return true;
            }
            if (says.status() < 0) {
              request.getConnectionMetaData().getConnection().getEndPoint().close();
              callback.failed(new java.io.IOException("cut on purpose"));
              return true;
            }
            response.setStatus(says.status());
            says.headers().forEach((name, value) -> response.getHeaders().put(name, value));
            response
                .getHeaders()
                .put(
                    HttpHeader.CONTENT_TYPE,
                    says.body().startsWith("{") ? "application/json" : "text/html");
            Content.Sink.write(response, true, says.body(), callback);
            return true;
          }
        });
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> fields(String body) {
    var fields = new HashMap<String, String>();
    if (!body.startsWith("{")) {
      for (String pair : body.split("&")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          fields.put(
              URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
              URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
      }
    }
    return fields;
  }

  /** The answers to a method, in turn; the last one again and again. */
  ScriptedSlack says(String method, Says... answers) {
    script.put(method, new ArrayDeque<>(List.of(answers)));
    return this;
  }

  /** The answer to every method that has none of its own. */
  ScriptedSlack usually(Says answer) {
    usual = answer;
    return this;
  }

  List<Asked> asked(String method) {
    return asked.stream().filter(call -> call.method().equals(method)).toList();
  }

  String address() {
    return "http://127.0.0.1:" + connector.getLocalPort();
  }

  SlackSettings settings() {
    return new SlackSettings(
        "xoxb-test-token-of-some-length",
        "xapp-test-token-of-some-length",
        "learning-advocate-test-secret",
        address() + "/api/",
        Proxies.NONE);
  }

  SlackApi api(Clock clock) {
    return new SlackApi(settings(), clock, new Standing(clock));
  }

  @Override
  public void close() {
    try {
      server.setStopTimeout(0);
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
