package org.learningadvocate.slack;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of one call of Slack's API.
 *
 * @param body Slack's answer; null where there is none that can be read
 * @param error Slack's error code, or what went wrong on the way; empty when all is well
 * @param details what Slack adds about a refused block or argument
 * @param retryAfter how long to leave this method alone; zero where Slack did not say
 */
record Reply<T>(
    Outcome outcome, @Nullable T body, String error, List<String> details, Duration retryAfter) {

  /** How it ended. */
  enum Outcome {
    /** Done. */
    OK,
    /** Slack said no; certainly not done. */
    REFUSED,
    /** Too many calls; certainly not done. */
    LIMITED,
    /** Slack was not reached; certainly not done. */
    UNSENT,
    /** Sent, and nobody knows whether it was done. */
    UNKNOWN
  }

  static <T> Reply<T> ok(T body) {
    return new Reply<>(Outcome.OK, body, "", List.of(), Duration.ZERO);
  }

  static <T> Reply<T> refused(String error, List<String> details) {
    return new Reply<>(Outcome.REFUSED, null, error, details, Duration.ZERO);
  }

  static <T> Reply<T> limited(Duration retryAfter) {
    return new Reply<>(Outcome.LIMITED, null, "ratelimited", List.of(), retryAfter);
  }

  static <T> Reply<T> unsent(String why) {
    return new Reply<>(Outcome.UNSENT, null, why, List.of(), Duration.ZERO);
  }

  static <T> Reply<T> unknown(String why) {
    return new Reply<>(Outcome.UNKNOWN, null, why, List.of(), Duration.ZERO);
  }

  /** The same failure of a call with another kind of answer. */
  <S> Reply<S> as() {
    return new Reply<>(outcome, null, error, details, retryAfter);
  }

  boolean isOk() {
    return outcome == Outcome.OK;
  }

  boolean refusedWith(String code) {
    return outcome == Outcome.REFUSED && error.equals(code);
  }

  /** The body of an answer that {@link #isOk}. */
  T get() {
    return Objects.requireNonNull(body, error);
  }

  /** The error and its details, in one line for an admin. */
  String reason() {
    return details.isEmpty() ? error : error + ": " + String.join("; ", details);
  }
}
