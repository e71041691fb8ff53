package org.learningadvocate.sandbox;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Counts calls against Slack's allowances, by the sandbox's clock; thread-safe. */
final class RateLimits {

  /** Slack's tiers, with the calls a minute that each allows. */
  enum Tier {
    T1(1),
    T2(20),
    T3(50),
    T4(100),
    /** Methods "with special limits" that in practice allow several hundred. */
    SPECIAL(600);

    final int perMinute;

    Tier(int perMinute) {
      this.perMinute = perMinute;
    }
  }

  private final Limits limits;
  private final Clock clock;
  private final Map<String, Bucket> buckets = new HashMap<>();

  RateLimits(Limits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** Takes one call of this method; the seconds to wait, or 0 where it is allowed. */
  synchronized int take(String method, Tier tier) {
    int perMinute = limits.perMinute().getOrDefault(method, tier.perMinute);
    return bucket(method, perMinute, perMinute / 60.0).take();
  }

  /** Takes one post into this channel; the seconds to wait, or 0 where it is allowed. */
  synchronized int takePost(String channel) {
    int wait =
        bucket("post " + channel, limits.postBurst(), limits.postsPerSecond()).take();
    return wait > 0
        ? wait
        : bucket("posts", limits.postsPerMinute(), limits.postsPerMinute() / 60.0).take();
  }

  private Bucket bucket(String key, double room, double perSecond) {
    return buckets.computeIfAbsent(key, k -> new Bucket(room * scale(), perSecond * scale()));
  }

  private double scale() {
    return limits.scale();
  }

  private final class Bucket {
    private final double room;
    private final double perSecond;
    private double left;
    private long filledAt = clock.millis();

    Bucket(double room, double perSecond) {
      this.room = Double.isInfinite(room) ? room : Math.max(1, room);
      this.perSecond = perSecond;
      this.left = this.room;
    }

    int take() {
      if (Double.isInfinite(room)) {
        return 0;
      }
      long now = clock.millis();
      left = Math.min(room, left + Math.max(0, now - filledAt) / 1000.0 * perSecond);
      filledAt = now;
      if (left >= 1) {
        left -= 1;
        return 0;
      }
      return Math.max(1, (int) Math.ceil((1 - left) / perSecond));
    }
  }
}
