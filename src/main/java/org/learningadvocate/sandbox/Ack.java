package org.learningadvocate.sandbox;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What came back on a payload.
 *
 * @param reason null where it was acknowledged, else Slack's word for the failure
 * @param body as text; empty where there was none
 * @param noRetry whether the app asked not to be sent this again
 */
record Ack(@Nullable String reason, String body, boolean noRetry) {
  static Ack taken(String body) {
    return new Ack(null, body, false);
  }

  static Ack failed(String reason) {
    return new Ack(reason, "", false);
  }

  boolean ok() {
    return reason == null;
  }

  /** The body as JSON, or null where it is empty or none. */
  @Nullable JsonNode json() {
    return body.isBlank() ? null : Json.parse(body);
  }
}
