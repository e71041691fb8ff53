package org.learningadvocate.app;

import org.learningadvocate.home.SettingsTable;
import org.learningadvocate.store.Db;

/** Which workspace a command is about that runs beside the bot. */
final class Teams {

  private Teams() {}

  /**
   * The workspace of the last start.
   *
   * @throws Failure where the bot never ran on this database
   */
  static String of(Settings settings, Db db) {
    String team = db.read(tx -> new SettingsTable().all(tx, "").getOrDefault("team", ""));
    if (team.isEmpty()) {
      throw Failure.wrongUse(
          "Which workspace is meant is known once `serve` has run on "
              + settings.database().shown()
              + "; until then name the file as `catalog:` in the settings.");
    }
    return team;
  }
}
