package org.learningadvocate.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where settings come from. Read at the start, and again once the database has told what was set
 * from Slack, and whenever that changes; the environment stays as it was at the start.
 *
 * @param environment the process's, or a test's
 * @param folder where relative paths start
 */
public record SettingsSource(Map<String, String> environment, Path folder) {

  public SettingsSource {
    environment = Map.copyOf(environment);
  }

  /** Without what was set from Slack. */
  public SettingsReader.Reading read() {
    return read(Map.of());
  }

  /**
   * With what was set from Slack under the file.
   *
   * @param fromSlack texts by dotted name
   */
  public SettingsReader.Reading read(Map<String, String> fromSlack) {
    return SettingsReader.read(environment, folder, fromSlack);
  }

  /** What {@code serve} lacks; what is set and wrong is among the reading's problems. */
  List<Problem> missingForServe() {
    var missing = new ArrayList<Problem>();
    if (blank("SLACK_BOT_TOKEN")) {
      missing.add(
          new Problem(
              Problem.Place.ENVIRONMENT,
              "SLACK_BOT_TOKEN is missing; it should be the app's bot token, which starts with"
                  + " xoxb- (app settings, OAuth & Permissions)"));
    }
    if (blank("SLACK_APP_TOKEN") && blank("SLACK_SIGNING_SECRET")) {
      missing.add(
          new Problem(
              Problem.Place.ENVIRONMENT,
              "SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are missing; one of them opens a door:"
                  + " SLACK_APP_TOKEN (xapp-…, with connections:write) for Socket Mode, which needs"
                  + " no public address, or SLACK_SIGNING_SECRET (Basic Information) for HTTP"));
    }
    return missing;
  }

  private boolean blank(String name) {
    return environment.getOrDefault(name, "").isBlank();
  }
}
