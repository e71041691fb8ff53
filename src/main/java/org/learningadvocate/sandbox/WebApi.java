package org.learningadvocate.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Slack's Web API: who calls, with what, and whether they may; the methods do the rest. */
final class WebApi {

  /**
   * A request as it came.
   *
   * @param contentType lower case, with its parameters; empty where there was none
   * @param form decoded fields of a form; empty for JSON
   * @param query whether a token stood in the query
   * @param body text of a JSON body
   */
  record Incoming(
      String verb,
      String contentType,
      Map<String, String> form,
      boolean queryToken,
      String body,
      @Nullable String authorization) {}

  /** An answer with its headers. */
  record Answer(int status, String contentType, String body, Map<String, String> headers) {}

  private final World world;
  private final RateLimits limits;
  private final Map<String, Endpoint> endpoints = new TreeMap<>();

  WebApi(World world, RateLimits limits, List<List<Endpoint>> families) {
    this.world = world;
    this.limits = limits;
    families.forEach(family -> family.forEach(e -> endpoints.put(e.name(), e)));
  }

  /** The methods that the sandbox answers. */
  java.util.Set<String> methods() {
    return endpoints.keySet();
  }

  Answer answer(String method, Incoming incoming, boolean dropMetadata) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("x-slack-req-id", world.letters(32).toLowerCase(java.util.Locale.ROOT));
    headers.put("cache-control", "private, no-cache, no-store, must-revalidate");
    Endpoint endpoint = endpoints.get(method);
    ObjectNode json;
    synchronized (world) {
      try {
        if (endpoint == null) {
          throw SlackError.of("unknown_method");
        }
        json = answer(endpoint, incoming, headers, dropMetadata);
      } catch (SlackError e) {
        json = e.answer();
      } catch (TooMany e) {
        return limited(e.seconds, headers);
      }
    }
    return new Answer(200, "application/json; charset=utf-8", Json.write(json), headers);
  }

  private ObjectNode answer(
      Endpoint endpoint, Incoming incoming, Map<String, String> headers, boolean dropMetadata) {
    if (incoming.queryToken()) {
      throw SlackError.of("not_allowed_token_type");
    }
    ObjectNode arguments = arguments(endpoint, incoming);
    World.Token token = token(endpoint, incoming, arguments);
    arguments.remove("token");
    if (token != null) {
      headers.put("x-oauth-scopes", String.join(",", token.scopes()));
      headers.put("x-accepted-oauth-scopes", String.join(",", endpoint.scopes()));
    }
    Call call = new Call(endpoint.name(), arguments, token, dropMetadata);
    if (!endpoint.scopes().isEmpty()) {
      call.need(endpoint.scopes().toArray(new String[0]));
    }
    count(endpoint, call);
    ObjectNode answer = endpoint.work().apply(call);
    warnOfCharset(incoming, answer);
    return answer;
  }

  private void count(Endpoint endpoint, Call call) {
    int wait =
        endpoint.name().equals("chat.postMessage")
            ? limits.takePost(call.text("channel"))
            : limits.take(endpoint.name(), endpoint.tier());
    if (wait > 0) {
      throw new TooMany(wait);
    }
  }

  private ObjectNode arguments(Endpoint endpoint, Incoming incoming) {
    ObjectNode arguments = Json.object();
    incoming.form().forEach(arguments::put);
    if (incoming.contentType().startsWith("application/json")) {
      if (!endpoint.takesJson()) {
        // Slack does not read JSON for this method: it sees a call without arguments.
        return arguments;
      }
      JsonNode json = incoming.body().isBlank() ? Json.object() : Json.parse(incoming.body());
      if (json == null) {
        throw SlackError.of("invalid_json");
      }
      if (!(json instanceof ObjectNode object)) {
        throw SlackError.of("json_not_object");
      }
      ObjectNode copy = object.deepCopy();
      copy.remove("token"); // a token in a JSON body is not looked at
      arguments.setAll(copy);
    } else if (!incoming.contentType().isEmpty()
        && !incoming.contentType().startsWith("application/x-www-form-urlencoded")
        && !incoming.contentType().startsWith("multipart/form-data")
        && !incoming.body().isEmpty()) {
      throw SlackError.of("invalid_post_type");
    }
    return arguments;
  }

  private World.@Nullable Token token(
      Endpoint endpoint, Incoming incoming, ObjectNode arguments) {
    if (endpoint.tokens().isEmpty()) {
      return null;
    }
    String header = incoming.authorization();
    String value = "";
    if (header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      value = header.substring(7).strip();
    } else if (arguments.has("token")) {
      value = Json.text(arguments, "token");
      if (endpoint.tokens().equals(java.util.Set.of(World.Token.Kind.APP))) {
        // App-level tokens go into the header, never into an argument.
        throw SlackError.of("not_authed");
      }
    }
    if (value.isEmpty()) {
      throw SlackError.of("not_authed");
    }
    World.Token token = world.tokens.get(value);
    if (token == null) {
      throw SlackError.of("invalid_auth");
    }
    if (token.revoked()) {
      throw SlackError.of(
          token.kind() == World.Token.Kind.APP ? "invalid_auth" : "account_inactive");
    }
    if (!endpoint.tokens().contains(token.kind())) {
      throw SlackError.of("not_allowed_token_type");
    }
    return token;
  }

  private static void warnOfCharset(Incoming incoming, ObjectNode answer) {
    String type = incoming.contentType();
    String warning = "";
    if (type.startsWith("application/json") && !type.contains("charset")) {
      warning = "missing_charset";
    } else if (type.startsWith("application/x-www-form-urlencoded") && type.contains("charset")) {
      warning = "superfluous_charset";
    }
    if (!warning.isEmpty() && Json.flag(answer, "ok") && !answer.has("warning")) {
      answer.put("warning", warning);
      answer.withObjectProperty("response_metadata").putArray("warnings").add(warning);
    }
  }

  static Answer limited(int seconds, Map<String, String> headers) {
    headers.put("retry-after", Integer.toString(seconds));
    return new Answer(
        429,
        "application/json; charset=utf-8",
        "{\"ok\":false,\"error\":\"ratelimited\"}",
        headers);
  }

  /** The call is over its allowance. */
  private static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int seconds;

    TooMany(int seconds) {
      super("ratelimited", null, false, false);
      this.seconds = seconds;
    }
  }
}
