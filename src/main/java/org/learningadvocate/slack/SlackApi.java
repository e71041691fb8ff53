package org.learningadvocate.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.methods.response.views.ViewsPublishResponse;
import com.slack.api.model.ErrorResponseMetadata;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Slack's Web API with one token: every call ends in a {@link Reply}, whatever Slack or the network
 * does. Safe for many threads.
 */
final class SlackApi implements AutoCloseable {

  /** Nothing waits longer for one call; the sender's lease on a slot is more than twice as long. */
  static final Duration CALL = Duration.ofSeconds(10);

  /** Where Slack limits and does not say for how long, or not in seconds. */
  private static final Duration UNSAID = Duration.ofSeconds(10);

  /** Slack asks for minutes at most; more than a day is a mistake. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private static final Set<String> TOKEN_REFUSED =
      Set.of(
          "not_authed",
          "invalid_auth",
          "account_inactive",
          "token_revoked",
          "token_expired",
          "org_login_required",
          "team_access_not_granted");

  private final OkHttpClient http;
  private final Slack slack;
  private final MethodsClient methods;
  private final Standing standing;
  private final Pace pace;

  SlackApi(SlackSettings settings, Clock clock, Standing standing) {
    this.standing = standing;
    this.pace = new Pace(clock);
    this.http =
        new OkHttpClient.Builder()
            .proxySelector(settings.proxies())
            .proxyAuthenticator(settings.proxies().authenticator())
            .callTimeout(CALL.toMillis(), TimeUnit.MILLISECONDS)
            .connectTimeout(5, TimeUnit.SECONDS)
            .readTimeout(CALL.toMillis(), TimeUnit.MILLISECONDS)
            .writeTimeout(CALL.toMillis(), TimeUnit.MILLISECONDS)
            // A post that is silently sent again stands twice.
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .build();
    var config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(settings.apiUrl());
    config.setStatsEnabled(false);
    // Its listeners print requests and answers at DEBUG, people's words among them.
    config.getHttpClientResponseHandlers().clear();
    var client = new SlackHttpClient(http);
    client.setConfig(config);
    this.slack = Slack.getInstance(config, client);
    this.methods = slack.methods(settings.botToken());
  }

  /** One call of the API. */
  @FunctionalInterface
  interface Call<T> {
    T run(MethodsClient methods) throws IOException, SlackApiException;
  }

  /**
   * Makes the call now, whatever its pace; for what a person waits for. While Slack asks to leave
   * the method alone, the call is not made and counts as limited.
   */
  <T extends SlackApiTextResponse> Reply<T> ask(String method, Call<T> call) {
    return ask(method, methods, call);
  }

  /** The same with another token than the bot's. */
  <T extends SlackApiTextResponse> Reply<T> askAs(String token, String method, Call<T> call) {
    return ask(method, slack.methods(token), call);
  }

  private <T extends SlackApiTextResponse> Reply<T> ask(
      String method, MethodsClient client, Call<T> call) {
    var barred = pace.barred(method);
    if (!barred.isZero()) {
      return Reply.limited(barred);
    }
    try {
      @Nullable T body = call.run(client);
      return body == null ? Reply.unknown("an empty answer") : read(method, client, body);
    } catch (SlackApiException e) {
      int status = e.getResponse().code();
      if (status == 429) {
        return limited(method, seconds(e.getResponse().header("Retry-After")));
      }
      return status >= 500 || status == 408
          ? Reply.unknown("Slack answered " + status)
          : Reply.refused("http_" + status, List.of());
    } catch (ConnectException
        | UnknownHostException
        | NoRouteToHostException
        | SSLHandshakeException e) {
      return Reply.unsent("Slack cannot be reached: " + e.getMessage());
    } catch (IOException e) {
      return Reply.unknown("no answer: " + e.getMessage());
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      // What the client throws for an answer that is no JSON, or none of the expected form.
      return Reply.unknown("an answer that cannot be read");
    }
  }

  private <T extends SlackApiTextResponse> Reply<T> read(
      String method, MethodsClient client, T body) {
    if (body.isOk()) {
      if (client == methods) {
        standing.accepted();
      }
      return Reply.ok(body);
    }
    @Nullable String error = body.getError();
    if (error == null) {
      return Reply.unknown("an answer that says neither yes nor no");
    }
    if (error.equals("ratelimited") || error.equals("rate_limited")) {
      return limited(method, seconds(header(body, "Retry-After")));
    }
    if (TOKEN_REFUSED.contains(error) && client == methods) {
      standing.refused(error);
    }
    if (error.equals("fatal_error")
        || error.equals("internal_error")
        || error.equals("service_unavailable")) {
      return Reply.unknown(error); // Slack: may have succeeded in part.
    }
    return Reply.refused(error, details(body));
  }

  private <T> Reply<T> limited(String method, Duration wait) {
    pace.bar(method, wait);
    return Reply.limited(wait);
  }

  private static Duration seconds(@Nullable String retryAfter) {
    try {
      return retryAfter == null
          ? UNSAID
          : Duration.ofSeconds(
              Math.min(LONGEST.toSeconds(), Math.max(1, Long.parseLong(retryAfter.strip()))));
    } catch (NumberFormatException e) {
      return UNSAID;
    }
  }

  static @Nullable String header(SlackApiTextResponse body, String name) {
    @Nullable Map<String, List<String>> headers = body.getHttpResponseHeaders();
    if (headers == null) {
      return null;
    }
    for (var header : headers.entrySet()) {
      if (name.equalsIgnoreCase(header.getKey()) && !header.getValue().isEmpty()) {
        return header.getValue().get(0);
      }
    }
    return null;
  }

  private static List<String> details(SlackApiTextResponse body) {
    var details = new ArrayList<String>();
    @Nullable ErrorResponseMetadata more = null;
    if (body instanceof ChatPostMessageResponse post) {
      add(details, post.getErrors());
      more = post.getResponseMetadata();
    } else if (body instanceof ChatUpdateResponse update) {
      more = update.getResponseMetadata();
    } else if (body instanceof ViewsPublishResponse publish) {
      more = publish.getResponseMetadata();
    } else if (body instanceof ViewsOpenResponse open) {
      more = open.getResponseMetadata();
    }
    add(details, more == null ? null : more.getMessages());
    if (body.getNeeded() != null) {
      details.add("needed: " + body.getNeeded());
    }
    return details.stream().distinct().limit(5).toList();
  }

  private static void add(List<String> details, @Nullable List<String> more) {
    if (more != null) {
      details.addAll(more);
    }
  }

  Pace pace() {
    return pace;
  }

  Standing standing() {
    return standing;
  }

  Slack slack() {
    return slack;
  }

  /** For what is no method of the API: uploads, response URLs, the WebSocket. */
  OkHttpClient http() {
    return http;
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
