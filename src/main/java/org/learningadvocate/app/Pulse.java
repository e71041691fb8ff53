package org.learningadvocate.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/**
 * Asks a bot on this machine whether it lives, for a container's health check: the image has Java
 * and needs no other program for it.
 */
public final class Pulse {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private Pulse() {}

  /** Ends with exit code 0 where it lives, 1 where it does not. */
  public static void main(String[] arguments) {
    System.exit(beats(System.getenv()) ? 0 : 1);
  }

  static boolean beats(Map<String, String> environment) {
    var address =
        "http://127.0.0.1:" + environment.getOrDefault("ADVOCATE_PORT", "3000") + "/health/live";
    var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    var ask = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
    try {
      return client.send(ask, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      System.err.println("No answer from " + address + ": " + e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
