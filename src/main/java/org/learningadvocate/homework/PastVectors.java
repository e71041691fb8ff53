package org.learningadvocate.homework;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.meaning.Meaning;
import org.learningadvocate.meaning.Packed;
import org.learningadvocate.request.Request;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Tx;

/**
 * Where the titles of past requests point: made beside the messages and kept, so that however many
 * are looked at, none is computed while somebody waits. A vector counts only for the very title,
 * and the very model, that it was made of and by. Safe for use by many threads.
 */
public final class PastVectors {

  private static final int STEP = 16;

  private final Db db;
  private final Meaning meaning;
  private final Clock clock;

  public PastVectors(Db db, Meaning meaning, Clock clock) {
    this.db = db;
    this.meaning = meaning;
    this.clock = clock;
  }

  /** Keeps in mind that a request wants a vector; one of the same title stays. */
  public void want(Tx tx, Request request) {
    if (!request.shownToOthers()) {
      tx.update(
          "DELETE FROM request_vector WHERE team = ? AND id = ?",
          request.team(),
          request.id().toString());
      return;
    }
    tx.update(
        """
        INSERT INTO request_vector (team, id, title, model, saved) VALUES (?, ?, ?, '', ?)
        ON CONFLICT (team, id) DO UPDATE SET
          title = excluded.title, model = '', vector = NULL, saved = excluded.saved
          WHERE request_vector.title <> excluded.title
        """,
        request.team(),
        request.id().toString(),
        mark(request.title()),
        clock.instant());
  }

  /** The vectors of these requests' titles; without those that are not made yet. */
  public Map<ThreadId, float[]> of(Tx tx, String team, List<Request> requests) {
    if (requests.isEmpty() || meaning.kind() == Meaning.Kind.WORDS) {
      return Map.of(); // What words alone say is counted faster than it is read.
    }
    var arguments = new ArrayList<@Nullable Object>(List.of(team));
    requests.forEach(request -> arguments.add(request.id().toString()));
    var made = new HashMap<String, Made>();
    tx.query(
            // Asked for by its model too, SQLite would go through all that this model made.
            "SELECT id, title, model, vector FROM request_vector WHERE team = ? AND id IN ("
                + String.join(", ", Collections.nCopies(requests.size(), "?"))
                + ")",
            row ->
                new Made(
                    row.text("id"),
                    row.number("title"),
                    row.text("model"),
                    row.bytesOrNull("vector")),
            arguments.toArray())
        .forEach(one -> made.put(one.id(), one));
    var model = meaning.mark();
    var found = new HashMap<ThreadId, float[]>();
    for (var request : requests) {
      var one = made.get(request.id().toString());
      if (one != null
          && one.vector() != null
          && one.model().equals(model)
          && one.title() == mark(request.title())) {
        found.put(request.id(), Packed.vector(one.vector()));
      }
    }
    return found;
  }

  private record Made(String id, long title, String model, byte @Nullable [] vector) {}

  /**
   * Makes a few of the vectors that are wanted: new titles first, then what another model made, the
   * latest first.
   *
   * @return false where none was wanted, or only words could be compared
   */
  public boolean makeSome(String team) {
    if (meaning.kind() == Meaning.Kind.WORDS) {
      return false;
    }
    var wanted = db.read(tx -> wanted(tx, team));
    if (wanted.isEmpty()) {
      return false;
    }
    var vectors = new ArrayList<byte[]>();
    wanted.forEach(one -> vectors.add(Packed.bytes(of(one.title()))));
    db.change(
        tx -> {
          for (int i = 0; i < vectors.size(); i++) {
            var one = wanted.get(i);
            // Where it was edited meanwhile, this is a vector of nothing any more.
            tx.update(
                """
                UPDATE request_vector SET title = ?, model = ?, vector = ?
                WHERE team = ? AND id = ? AND title = ?
                """,
                mark(one.title()),
                meaning.mark(),
                vectors.get(i),
                team,
                one.id(),
                one.marked());
          }
        });
    return true;
  }

  private record Wanted(String id, long marked, String title) {}

  private List<Wanted> wanted(Tx tx, String team) {
    var fresh = wanted(tx, "v.model = ''", team);
    return fresh.isEmpty()
        ? wanted(
            tx,
            "((v.model > '' AND v.model < ?) OR v.model > ?)",
            team,
            meaning.mark(),
            meaning.mark())
        : fresh;
  }

  private static List<Wanted> wanted(Tx tx, String model, @Nullable Object... arguments) {
    return tx.query(
        "SELECT v.id, v.title AS marked, r.title FROM request_vector v"
            + " JOIN request r ON r.team = v.team AND r.id = v.id"
            + (" WHERE v.team = ? AND " + model + " ORDER BY v.saved DESC LIMIT " + STEP),
        row -> new Wanted(row.text("id"), row.number("marked"), row.text("title")),
        arguments);
  }

  private float[] of(String title) {
    return meaning.of(Prose.of(title));
  }

  private static long mark(String title) {
    var sum = new CRC32();
    sum.update(title.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return sum.getValue();
  }
}
