package org.learningadvocate.sandbox;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many calls Slack allows.
 *
 * @param scale multiplies every allowance; infinite means no limits
 * @param postsPerSecond of chat.postMessage, for one channel
 * @param postBurst posts that one channel takes at once
 * @param postsPerMinute of chat.postMessage, for the whole workspace
 * @param historyPage most messages that one page of history or of a thread holds
 * @param perMinute allowances of single methods that differ from their tier's
 */
public record Limits(
    double scale,
    double postsPerSecond,
    int postBurst,
    int postsPerMinute,
    int historyPage,
    Map<String, Integer> perMinute) {

  /**
   * Slack's figures. "About one post a second and channel" with "bursts not documented" is taken as
   * a burst of five, "several hundred a minute" as three hundred.
   */
  public static Limits likeSlack() {
    return new Limits(1, 1, 5, 300, 1000, Map.of());
  }

  /** Kinder than Slack: nothing is ever limited, for tests of other things. */
  public static Limits none() {
    return new Limits(Double.POSITIVE_INFINITY, 1, 5, 300, 1000, Map.of());
  }

  public Limits scaledBy(double factor) {
    return new Limits(
        scale * factor, postsPerSecond, postBurst, postsPerMinute, historyPage, perMinute);
  }

  /** With so many calls of one method in a minute instead of its tier's. */
  public Limits with(String method, int callsPerMinute) {
    Map<String, Integer> all = new TreeMap<>(perMinute);
    all.put(method, callsPerMinute);
    return new Limits(
        scale, postsPerSecond, postBurst, postsPerMinute, historyPage, Map.copyOf(all));
  }
}
