package org.learningadvocate.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.learningadvocate.delivery.Turn;

/**
 * When the next call of a method may go, as far as this process knows: each method's tier, and
 * whatever Slack asked for with {@code Retry-After}, for exactly that method. What is posted takes
 * its turn from all processes together, by {@link #turnOf} and {@link #postIn}. Safe for many
 * threads.
 */
final class Pace {

  private static final Duration BETWEEN_POSTS = Duration.ofMillis(1_050);

  private final Clock clock;
  private final Map<String, Instant> barred = new HashMap<>();
  private final Map<String, Bucket> buckets = new HashMap<>();

  Pace(Clock clock) {
    this.clock = clock;
  }

  /** A call of the method in a workspace: a fifth of a minute's calls at once, the rest evenly. */
  static Turn turnOf(String method) {
    int perMinute = perMinute(method);
    return new Turn(
        method, Duration.ofMillis(Math.round(60_000 / (perMinute * 0.8))), perMinute / 5);
  }

  /** A post in a channel: about one a second. */
  static Turn postIn(String channel) {
    return new Turn(channel, BETWEEN_POSTS, 1);
  }

  /**
   * Takes a turn for the method now, if one is free.
   *
   * @return zero where the call may go at once; else how long to wait before asking again
   */
  synchronized Duration turn(String method) {
    Instant now = clock.instant();
    var wait = barredFor(method, now);
    if (!wait.isZero()) {
      return wait;
    }
    return buckets.computeIfAbsent(method, name -> new Bucket(perMinute(name), now)).take(now);
  }

  /** How long Slack asked to leave the method alone from now on; zero where it did not. */
  synchronized Duration barred(String method) {
    return barredFor(method, clock.instant());
  }

  /** Slack asked to leave the method alone for a while. */
  synchronized void bar(String method, Duration wait) {
    barred.merge(
        method, clock.instant().plus(wait), (one, other) -> one.isAfter(other) ? one : other);
  }

  private Duration barredFor(String method, Instant now) {
    var until = barred.get(method);
    if (until == null) {
      return Duration.ZERO;
    }
    if (!until.isAfter(now)) {
      barred.remove(method);
      return Duration.ZERO;
    }
    return Duration.between(now, until);
  }

  /** Slack's tiers, calls a minute and workspace; posts have a cap of several hundred. */
  private static int perMinute(String method) {
    return switch (method) {
      case "chat.postMessage" -> 240;
      case "chat.postEphemeral", "views.publish", "users.info", "files.getUploadURLExternal" -> 100;
      case "chat.getPermalink", "auth.test" -> 600;
      case "reactions.remove", "usergroups.list", "usergroups.users.list" -> 20;
      default -> 50;
    };
  }

  /** Lets through a fifth of a minute's calls at once and the rest evenly. */
  private static final class Bucket {
    private final double most;
    private final double perSecond;
    private double left;
    private Instant at;

    Bucket(int perMinute, Instant now) {
      most = perMinute / 5.0;
      perSecond = perMinute * 0.8 / 60.0;
      left = most;
      at = now;
    }

    Duration take(Instant now) {
      double seconds = Math.max(0, Duration.between(at, now).toMillis() / 1_000.0);
      left = Math.min(most, left + seconds * perSecond);
      at = now;
      if (left >= 1) {
        left -= 1;
        return Duration.ZERO;
      }
      return Duration.ofMillis((long) Math.ceil((1 - left) / perSecond * 1_000));
    }
  }
}
