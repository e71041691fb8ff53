package org.learningadvocate.home;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.learningadvocate.store.Tx;

/**
 * What admins set from Slack: texts by dotted name, a list with commas between its items. What the
 * file says wins over them; who reads them sees to that.
 */
public final class SettingsTable {

  /** Everything that was set from Slack, by name. */
  public Map<String, String> all(Tx tx, String team) {
    // The table also holds what the program learned by itself; that has no one who set it.
    var all = new LinkedHashMap<String, String>();
    tx.query(
            "SELECT name, value FROM setting WHERE team = ? AND who IS NOT NULL ORDER BY name",
            row -> Map.entry(row.text("name"), row.text("value")),
            team)
        .forEach(one -> all.put(one.getKey(), one.getValue()));
    return all;
  }

  /** Sets a value, in the place of an earlier one. */
  public void set(Tx tx, String team, String name, String value, String who, Instant now) {
    tx.update(
        """
        INSERT INTO setting (team, name, value, who, changed) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (team, name) DO UPDATE SET
          value = excluded.value, who = excluded.who, changed = excluded.changed
        """,
        team,
        name,
        value,
        who,
        now);
  }

  /** Takes a value back: the default holds again. */
  public void unset(Tx tx, String team, String name) {
    tx.update("DELETE FROM setting WHERE team = ? AND name = ? AND who IS NOT NULL", team, name);
  }
}
