package org.learningadvocate.sandbox;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Posts signed payloads to the app's request URL. It never uses a proxy, whatever the environment
 * names: the app is on this machine. Redirects are not followed (Slack follows two).
 */
final class HttpDoor implements Door, AutoCloseable {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

  private final World world;
  private final OkHttpClient client;

  /** The challenge always has Slack's own three seconds. */
  private final OkHttpClient verifier;

  private volatile @Nullable URI requestUrl;

  HttpDoor(World world, Options options) {
    this.world = world;
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequestsPerHost(64);
    this.client =
        new OkHttpClient.Builder()
            .proxy(Proxy.NO_PROXY)
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(5, 10, TimeUnit.SECONDS))
            .callTimeout(options.ackTimeout())
            .readTimeout(options.ackTimeout())
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .build();
    this.verifier =
        client
            .newBuilder()
            .callTimeout(Duration.ofSeconds(3))
            .readTimeout(Duration.ofSeconds(3))
            .build();
  }

  @Nullable URI requestUrl() {
    return requestUrl;
  }

  void forget() {
    requestUrl = null;
  }

  /**
   * Registers the request URL, once it has answered Slack's challenge.
   *
   * @throws IllegalStateException where it did not answer it, saying what came instead
   */
  void register(URI url) {
    String challenge = world.letters(40);
    ObjectNode body =
        Json.object()
            .put("token", "legacy-verification-token")
            .put("challenge", challenge)
            .put("type", "url_verification");
    Ack ack = post(verifier, url, Json.write(body), JSON, 0, "").join();
    if (!ack.ok()) {
      throw new IllegalStateException(
          "Your URL didn't respond with the value of the challenge parameter: " + ack.reason());
    }
    JsonNode json = ack.json();
    boolean answered =
        ack.body().strip().equals(challenge)
            || ack.body().strip().equals("challenge=" + challenge)
            || (json != null && Json.text(json, "challenge").equals(challenge));
    if (!answered) {
      throw new IllegalStateException(
          "Your URL didn't respond with the value of the challenge parameter, but: " + ack.body());
    }
    requestUrl = url;
  }

  @Override
  public CompletableFuture<Ack> send(Payload payload, int retry, String retryReason) {
    URI url = requestUrl;
    if (url == null) {
      return CompletableFuture.completedFuture(Ack.failed("connection_failed"));
    }
    return switch (payload.kind()) {
      case EVENT -> post(client, url, Json.write(payload.json()), JSON, retry, retryReason);
      case INTERACTIVE ->
          post(
              client,
              url,
              "payload=" + World.urlPart(Json.write(payload.json())),
              FORM,
              retry,
              retryReason);
      case COMMAND -> post(client, url, form(payload.json()), FORM, retry, retryReason);
    };
  }

  private static String form(ObjectNode fields) {
    StringBuilder form = new StringBuilder();
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      String value =
          field.getValue().isString()
              ? field.getValue().stringValue()
              : Json.write(field.getValue());
      form.append(form.length() == 0 ? "" : "&")
          .append(World.urlPart(field.getKey()))
          .append('=')
          .append(World.urlPart(value));
    }
    return form.toString();
  }

  private CompletableFuture<Ack> post(
      OkHttpClient through, URI url, String text, MediaType type, int retry, String retryReason) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    long timestamp = world.nowSeconds();
    Request.Builder request =
        new Request.Builder()
            .url(url.toString())
            .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
            .header("X-Slack-Request-Timestamp", Long.toString(timestamp))
            .header("X-Slack-Signature", Signature.of(world.app.signingSecret(), timestamp, body))
            .post(RequestBody.create(body, type));
    if (retry > 0) {
      request.header("X-Slack-Retry-Num", Integer.toString(retry));
      request.header("X-Slack-Retry-Reason", retryReason);
    }
    CompletableFuture<Ack> outcome = new CompletableFuture<>();
    through
        .newCall(request.build())
        .enqueue(
            new Callback() {
              @Override
              public void onFailure(Call call, IOException e) {
                outcome.complete(Ack.failed(reason(e)));
              }

              @Override
              public void onResponse(Call call, Response response) {
                outcome.complete(read(response));
              }
            });
    return outcome;
  }

  private static Ack read(Response response) {
    try (response) {
      String body = response.body().string();
      boolean noRetry = "1".equals(response.header("X-Slack-No-Retry"));
      if (response.isRedirect()) {
        return new Ack("too_many_redirects", body, noRetry);
      }
      return response.isSuccessful() ? Ack.taken(body) : new Ack("http_error", body, noRetry);
    } catch (IOException e) {
      return Ack.failed(reason(e));
    }
  }

  private static String reason(IOException e) {
    if (e instanceof SSLException) {
      return "ssl_error";
    }
    return e instanceof InterruptedIOException ? "http_timeout" : "connection_failed";
  }

  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdownNow();
    client.connectionPool().evictAll();
  }
}
