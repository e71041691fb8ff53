package org.learningadvocate.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What stands between Slack and the replicas over HTTP: it sends each request to the next one in
 * turn that takes connections. In a storm it cuts some off, before or after they were taken.
 */
final class Balancer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Set<String> OWN = Set.of("host", "content-length", "connection");

  private final HttpServer server;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Integer> ports;
  private final Random random;
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicInteger cut = new AtomicInteger();
  private volatile double cutting;

  /**
   * @param ports of the replicas
   */
  Balancer(List<Integer> ports, long seed) {
    this.ports = List.copyOf(ports);
    this.random = new Random(seed);
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::pass);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
  }

  /** From now on cuts off requests with this probability. */
  void cut(double probability) {
    cutting = probability;
  }

  /** How many requests were cut off. */
  int cuts() {
    return cut.get();
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean cuts = random.nextDouble() < cutting;
      boolean before = random.nextBoolean();
      if (cuts) {
        cut.incrementAndGet();
      }
      if (cuts && before) {
        return;
      }
      var body = exchange.getRequestBody().readAllBytes();
      var answer = ask(exchange, body);
      if (cuts) {
        return; // It was taken, and Slack does not learn of it.
      }
      exchange.sendResponseHeaders(
          answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Answer(int status, byte[] body) {}

  private Answer ask(HttpExchange exchange, byte[] body) throws InterruptedException {
    for (int tries = 0; tries < ports.size(); tries++) {
      int port = ports.get(Math.floorMod(turn.getAndIncrement(), ports.size()));
      try {
        HttpResponse<byte[]> answer =
            client.send(request(exchange, port, body), BodyHandlers.ofByteArray());
        return new Answer(answer.statusCode(), answer.body());
      } catch (ConnectException e) {
        continue; // That one is down.
      } catch (IOException e) {
        return new Answer(504, new byte[0]);
      }
    }
    return new Answer(503, new byte[0]);
  }

  private static HttpRequest request(HttpExchange exchange, int port, byte[] body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + exchange.getRequestURI()))
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(PATIENCE)
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
