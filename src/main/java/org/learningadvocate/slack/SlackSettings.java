package org.learningadvocate.slack;

import org.jspecify.annotations.Nullable;

/**
 * How to reach Slack, and how Slack proves itself.
 *
 * @param botToken {@code xoxb-…}
 * @param appToken {@code xapp-…}, for Socket Mode; null where it is not used
 * @param signingSecret by which requests over HTTP are signed; null where that door stays shut
 * @param apiUrl where the Web API is, ending in {@code /api/}
 */
public record SlackSettings(
    String botToken,
    @Nullable String appToken,
    @Nullable String signingSecret,
    String apiUrl,
    Proxies proxies) {

  /** Slack's own address. */
  public static final String SLACK = "https://slack.com/api/";

  public SlackSettings {
    apiUrl = apiUrl.endsWith("/") ? apiUrl : apiUrl + "/";
  }

  /** Names no secret, so that none gets into a log by accident. */
  @Override
  public String toString() {
    return "SlackSettings[" + apiUrl + "]";
  }
}
