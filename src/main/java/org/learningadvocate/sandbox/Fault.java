package org.learningadvocate.sandbox;

import java.time.Duration;

/**
 * One thing that goes wrong with a Web API call.
 *
 * @param moment whether the call is lost, or done first and only its answer is lost
 * @param detail error code, or the body to answer
 * @param number HTTP status, or the seconds of {@code Retry-After}
 */
public record Fault(
    Kind kind, Moment moment, String detail, String contentType, int number, Duration delay) {

  /** Whether Slack did what it was asked before it failed. */
  public enum Moment {
    BEFORE,
    AFTER
  }

  enum Kind {
    RATE_LIMITED,
    STATUS,
    ERROR,
    DELAY,
    RESET,
    SILENCE,
    ANSWER,
    DROP_METADATA,
    EMPTY_PAGE
  }

  public static Fault rateLimited(int retryAfterSeconds) {
    return new Fault(Kind.RATE_LIMITED, Moment.BEFORE, "", "", retryAfterSeconds, Duration.ZERO);
  }

  /** An HTTP status such as 500 or 503 with a short HTML page. */
  public static Fault status(int status, Moment moment) {
    return new Fault(Kind.STATUS, moment, "", "", status, Duration.ZERO);
  }

  /** {@code ok:false} with this code. */
  public static Fault error(String code) {
    return new Fault(Kind.ERROR, Moment.BEFORE, code, "", 0, Duration.ZERO);
  }

  /** {@code ok:false} with this code though the call was done, as {@code internal_error} may be. */
  public static Fault errorAfter(String code) {
    return new Fault(Kind.ERROR, Moment.AFTER, code, "", 0, Duration.ZERO);
  }

  /** Answers this much later (real time); the call is done after or before the wait. */
  public static Fault delay(Duration wait, Moment moment) {
    return new Fault(Kind.DELAY, moment, "", "", 0, wait);
  }

  /** The connection is reset and no answer comes. */
  public static Fault reset(Moment moment) {
    return new Fault(Kind.RESET, moment, "", "", 0, Duration.ZERO);
  }

  /**
   * No answer comes for this long (real time), then the connection is reset; what was asked is done
   * before the silence, or never.
   */
  public static Fault silence(Duration wait, Moment moment) {
    return new Fault(Kind.SILENCE, moment, "", "", 0, wait);
  }

  /** HTTP 200 with a body that is not Slack's. */
  public static Fault answer(String contentType, String body, Moment moment) {
    return new Fault(Kind.ANSWER, moment, body, contentType, 200, Duration.ZERO);
  }

  public static Fault html(Moment moment) {
    return answer("text/html", "<!DOCTYPE html><html><body>Server Error</body></html>", moment);
  }

  public static Fault empty(Moment moment) {
    return answer("application/json; charset=utf-8", "", moment);
  }

  public static Fault malformed(Moment moment) {
    return answer("application/json; charset=utf-8", "{\"ok\":true,\"ts\":\"17", moment);
  }

  /** The call is done without its metadata, as Slack does with broken ones. */
  public static Fault dropMetadata() {
    return new Fault(Kind.DROP_METADATA, Moment.BEFORE, "", "", 0, Duration.ZERO);
  }

  /** A paged call answers an empty page with a cursor to go on, as Slack may. */
  public static Fault emptyPage() {
    return new Fault(Kind.EMPTY_PAGE, Moment.BEFORE, "", "", 0, Duration.ZERO);
  }
}
