package org.learningadvocate.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** A plain HTTP client of the sandbox. */
final class Client {
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Sandbox sandbox;
  String token;

  Client(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.token = sandbox.app().botToken();
  }

  /** Calls a method with form fields, given as name and value by turns. */
  JsonNode call(String method, Object... fields) {
    return json(raw(method, fields));
  }

  HttpResponse<String> raw(String method, Object... fields) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      form.append(i == 0 ? "" : "&")
          .append(fields[i])
          .append('=')
          .append(World.urlPart(String.valueOf(fields[i + 1])));
    }
    return post(
        sandbox.apiUrl() + method, "application/x-www-form-urlencoded", form.toString(), true);
  }

  JsonNode callJson(String method, String body) {
    return json(post(sandbox.apiUrl() + method, "application/json; charset=utf-8", body, true));
  }

  HttpResponse<String> post(String url, String type, String body, boolean authorized) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    if (authorized && !token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return send(request.build());
  }

  HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.GET().build());
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  HttpClient http() {
    return http;
  }

  static JsonNode json(HttpResponse<String> response) {
    return Objects.requireNonNull(
        Json.parse(response.body()),
        () -> "No JSON: " + response.statusCode() + " " + response.body());
  }
}
