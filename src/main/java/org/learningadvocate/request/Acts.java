package org.learningadvocate.request;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.store.Json;
import org.learningadvocate.store.Tx;
import tools.jackson.core.type.TypeReference;

/** What people did about a request besides writing, in the order of its happening. */
public final class Acts {

  private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};

  /** Keeps an act; the same one again changes nothing. */
  public void keep(Tx tx, String team, ThreadId request, Act act) {
    tx.update(
        """
        INSERT INTO act (team, request, at, key, who, what, detail) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """,
        team,
        request.toString(),
        act.at(),
        act.key(),
        act.who(),
        act.what(),
        Json.write(act.detail()));
  }

  /**
   * The threads in which somebody did one of these, oldest first. Looks through all acts: for
   * commands, not for the way of an event.
   */
  public List<ThreadId> threadsWith(Tx tx, String team, Set<String> deeds) {
    var marks = String.join(", ", Collections.nCopies(deeds.size(), "?"));
    return tx
        .query(
            "SELECT DISTINCT request FROM act WHERE team = ? AND what IN (" + marks + ")",
            row -> row.text("request"),
            Stream.concat(Stream.of(team), deeds.stream()).toArray())
        .stream()
        .map(ThreadId::parse)
        .filter(Objects::nonNull)
        .sorted(Comparator.comparing(ThreadId::ts))
        .toList();
  }

  /** Every act about a request, oldest first. */
  public List<Act> of(Tx tx, String team, ThreadId request) {
    return tx.query(
        "SELECT at, key, who, what, detail FROM act WHERE team = ? AND request = ? ORDER BY at, key",
        row ->
            new Act(
                row.text("at"),
                row.text("key"),
                row.text("who"),
                row.text("what"),
                Json.read(row.text("detail"), DETAIL)),
        team,
        request.toString());
  }
}
