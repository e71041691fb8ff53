package org.learningadvocate.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Stamp;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.store.Dialect;
import org.learningadvocate.store.Json;
import org.learningadvocate.store.Row;
import org.learningadvocate.store.Tx;
import tools.jackson.core.type.TypeReference;

/** The requests of a workspace, as derived from their threads. Lists are newest first. */
public final class Requests {

  private static final TypeReference<List<String>> IDS = new TypeReference<>() {};
  private static final TypeReference<List<Topic>> TOPICS = new TypeReference<>() {};

  /** Some months of a busy workspace; what is older is hardly worth showing. */
  private static final int LOOKED_AMONG = 10_000;

  /** A word that so many of them have is common; they are not counted any further. */
  private static final int COMMON = 300;

  /** So many of them are compared by their words. */
  private static final int LOOKED_AT = 600;

  private static final int MOST_TERMS = 24;
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final String COLUMNS =
      """
      SELECT team, id, private, requester, designer, state, closed, deliverable, size, due, audience,
        title, opened, answered, closes, serves, about, meets, asked, pending
      FROM request
      """;

  /**
   * Keeps a request as it stands now.
   *
   * @param words its text and answers, for finding it again among similar ones
   * @param nextNudge when somebody may be reminded of it; null where nobody is
   */
  public void save(Tx tx, Request request, String words, @Nullable Instant nextNudge, Instant now) {
    tx.update(
        """
        INSERT INTO request (team, id, channel, ts, private, requester, designer, state, closed,
          deliverable, size, due, audience, title, opened, changed, answered, closes, next_nudge,
          serves, about, meets, asked, pending)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (team, id) DO UPDATE SET
          private = excluded.private, requester = excluded.requester, designer = excluded.designer,
          state = excluded.state, closed = excluded.closed, deliverable = excluded.deliverable,
          size = excluded.size, due = excluded.due, audience = excluded.audience,
          title = excluded.title, changed = excluded.changed, answered = excluded.answered,
          closes = excluded.closes, next_nudge = excluded.next_nudge, serves = excluded.serves,
          about = excluded.about, meets = excluded.meets, asked = excluded.asked,
          pending = excluded.pending
        """,
        request.team(),
        request.id().toString(),
        request.id().channel(),
        request.id().ts(),
        request.stays(),
        request.requester(),
        request.designer(),
        request.state(),
        request.closed(),
        request.deliverable(),
        request.size(),
        request.due(),
        request.audience(),
        request.title(),
        request.opened(),
        now,
        request.answered(),
        request.closes(),
        nextNudge,
        Json.write(request.serves()),
        request.about(),
        Json.write(request.overlaps()),
        Json.write(request.asked()),
        Json.write(request.pending()));
    // Withdrawn requests and those of private channels are nobody's "similar request".
    boolean findable = request.shownToOthers();
    if (tx.dialect() == Dialect.SQLITE) {
      saveWordsByPlace(tx, request, findable ? words : null);
    } else {
      saveWords(tx, request, findable ? words : null);
    }
  }

  private static void saveWords(Tx tx, Request request, @Nullable String words) {
    String id = request.id().toString();
    tx.update("DELETE FROM request_words WHERE team = ? AND id = ?", request.team(), id);
    if (words != null) {
      tx.update(
          "INSERT INTO request_words (team, id, words) VALUES (?, ?, ?)",
          request.team(),
          id,
          words);
    }
  }

  /** SQLite's text index would look through all of it for a row that is named otherwise. */
  private static void saveWordsByPlace(Tx tx, Request request, @Nullable String words) {
    String id = request.id().toString();
    tx.first(
            "DELETE FROM request_words_row WHERE team = ? AND id = ? RETURNING place",
            row -> row.number("place"),
            request.team(),
            id)
        .ifPresent(place -> tx.update("DELETE FROM request_words WHERE rowid = ?", place));
    if (words != null) {
      long place =
          tx.first(
                  "INSERT INTO request_words_row (team, id) VALUES (?, ?) RETURNING place",
                  row -> row.number("place"),
                  request.team(),
                  id)
              .orElseThrow();
      tx.update(
          "INSERT INTO request_words (rowid, team, id, words) VALUES (?, ?, ?, ?)",
          place,
          request.team(),
          id,
          words);
    }
  }

  public Optional<Request> find(Tx tx, String team, ThreadId id) {
    return tx.first(COLUMNS + "WHERE team = ? AND id = ?", Requests::request, team, id.toString());
  }

  /** Requests that this person asked for or designs and that are not closed. */
  public List<Request> of(Tx tx, String team, String user, int most) {
    return tx.query(
        COLUMNS
            + """
            WHERE team = ? AND (requester = ? OR designer = ?) AND state <> 'CLOSED'
            ORDER BY opened DESC LIMIT ?
            """,
        Requests::request,
        team,
        user,
        user,
        most);
  }

  /** The latest requests that this person asked for or designs, closed ones too. */
  public List<Request> latestOf(Tx tx, String team, String user, int most) {
    return tx.query(
        COLUMNS + "WHERE team = ? AND (requester = ? OR designer = ?) ORDER BY opened DESC LIMIT ?",
        Requests::request,
        team,
        user,
        user,
        most);
  }

  /** The team's requests that are not closed. */
  public List<Request> current(Tx tx, String team, int most) {
    return tx.query(
        COLUMNS + "WHERE team = ? AND state IN ('OPEN', 'ANSWERED') ORDER BY opened DESC LIMIT ?",
        Requests::request,
        team,
        most);
  }

  /** Requests that came in a period, whatever became of them. */
  public List<Request> openedBetween(Tx tx, String team, Instant from, Instant to) {
    return tx.query(
        COLUMNS + "WHERE team = ? AND opened >= ? AND opened < ? ORDER BY opened DESC",
        Requests::request,
        team,
        from,
        to);
  }

  /** Requests that were found in a period too late to be answered, whatever became of them. */
  public List<Request> foundLate(Tx tx, String team, Instant from, Instant to) {
    return tx.query(
        COLUMNS
            + """
            WHERE team = ? AND id IN (
              SELECT request FROM act WHERE team = ? AND what = 'LATE' AND at >= ? AND at < ?)
            ORDER BY opened DESC
            """,
        Requests::request,
        team,
        team,
        Stamp.of(from),
        Stamp.of(to));
  }

  /** Requests with an open question of which somebody may be reminded by now. */
  public List<Request> dueForNudge(Tx tx, Instant now, int most) {
    return tx.query(
        COLUMNS + "WHERE next_nudge <= ? ORDER BY next_nudge LIMIT ?",
        Requests::request,
        now,
        most);
  }

  /** Requests that are past and not closed yet. */
  public List<Request> past(Tx tx, Instant now, int most) {
    return tx.query(
        COLUMNS + "WHERE state IN ('OPEN', 'ANSWERED') AND closes <= ? ORDER BY closes LIMIT ?",
        Requests::request,
        now,
        most);
  }

  /**
   * Requests whose words are most like these, best first, found by a text index among the {@value
   * #LOOKED_AMONG} that were saved last, by the words that are rare there: the cost grows neither
   * with the history nor with the text.
   *
   * @param before only requests that came before this one
   */
  public List<Request> like(Tx tx, String team, String words, ThreadId before, int most) {
    var rare = rare(tx, words);
    if (rare.isEmpty()) {
      return List.of();
    }
    boolean sqlite = tx.dialect() == Dialect.SQLITE;
    String match =
        sqlite
            ? rare.stream().map(term -> '"' + term + '"').collect(Collectors.joining(" OR "))
            : String.join(" | ", rare);
    String ids =
        sqlite
            ? """
            SELECT found.id FROM (
              SELECT rowid AS place FROM request_words
              WHERE request_words MATCH ?
                AND rowid > (SELECT COALESCE(MAX(place), 0) - ? FROM request_words_row)
              ORDER BY rank LIMIT ?) best
            JOIN request_words_row found ON found.place = best.place
            WHERE found.team = ? AND found.id <> ?
            """
            : """
            SELECT id FROM (
              SELECT id, team FROM request_words, to_tsquery('english', ?) asked
              WHERE terms @@ asked
                AND place > (SELECT COALESCE(MAX(place), 0) - ? FROM request_words)
              ORDER BY ts_rank_cd(terms, asked, 1) DESC LIMIT ?) best
            WHERE team = ? AND id <> ?
            """;
    var best =
        tx
            .query(
                ids, row -> row.text("id"), match, LOOKED_AMONG, most * 3, team, before.toString())
            .stream()
            .map(ThreadId::parse)
            .filter(Objects::nonNull)
            .filter(id -> id.ts().compareTo(before.ts()) < 0)
            .limit(most)
            .toList();
    var found = find(tx, team, best);
    return best.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
  }

  private Map<ThreadId, Request> find(Tx tx, String team, List<ThreadId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    var arguments = new ArrayList<Object>();
    arguments.add(team);
    ids.forEach(id -> arguments.add(id.toString()));
    return tx
        .query(
            COLUMNS
                + "WHERE team = ? AND id IN ("
                + String.join(", ", Collections.nCopies(ids.size(), "?"))
                + ")",
            Requests::request,
            arguments.toArray())
        .stream()
        .collect(Collectors.toMap(Request::id, request -> request));
  }

  private record Term(String word, int requests) {}

  /**
   * Words of a text that few requests have: "the", "need" and "job aid" tell nothing apart, and
   * looking at all that have them is what takes long. At least one, where any request has any.
   */
  private static List<String> rare(Tx tx, String words) {
    var terms =
        WORDS
            .splitAsStream(words.toLowerCase(Locale.ROOT))
            .filter(word -> word.length() > 2)
            .distinct()
            .limit(MOST_TERMS)
            .toList();
    if (terms.isEmpty()) {
      return List.of();
    }
    String counted =
        tx.dialect() == Dialect.SQLITE
            ? """
            SELECT asked.value AS word, (SELECT COUNT(*) FROM (
              SELECT 1 FROM request_words
              WHERE request_words MATCH '"' || asked.value || '"'
                AND rowid > (SELECT COALESCE(MAX(place), 0) - ? FROM request_words_row)
              LIMIT ?)) AS requests
            FROM json_each(?) asked
            """
            : """
            SELECT asked.value AS word, (SELECT COUNT(*) FROM (
              SELECT 1 FROM request_words
              WHERE terms @@ to_tsquery('english', asked.value)
                AND place > (SELECT COALESCE(MAX(place), 0) - ? FROM request_words)
              LIMIT ?) few) AS requests
            FROM json_array_elements_text(CAST(? AS JSON)) asked
            """;
    var known =
        tx
            .query(
                counted,
                row -> new Term(row.text("word"), row.count("requests")),
                LOOKED_AMONG,
                COMMON,
                Json.write(terms))
            .stream()
            .filter(term -> term.requests() > 0)
            .sorted(Comparator.comparingInt(Term::requests))
            .toList();
    var rare = new ArrayList<String>();
    int requests = 0;
    for (var term : known) {
      requests += term.requests();
      if (!rare.isEmpty() && requests > LOOKED_AT) {
        break;
      }
      rare.add(term.word());
    }
    return rare;
  }

  private static Request request(Row row) {
    var closed = row.textOrNull("closed");
    return new Request(
        row.text("team"),
        Objects.requireNonNull(ThreadId.parse(row.text("id"))),
        row.flag("private"),
        row.text("requester"),
        row.textOrNull("designer"),
        Request.State.valueOf(row.text("state")),
        closed == null ? null : Request.Closed.valueOf(closed),
        Deliverable.valueOf(row.text("deliverable")),
        Size.valueOf(row.text("size")),
        row.dayOrNull("due"),
        row.textOrNull("audience"),
        row.text("title"),
        row.instant("opened"),
        row.instantOrNull("answered"),
        row.instant("closes"),
        Json.read(row.text("serves"), IDS),
        row.textOrNull("about"),
        Json.read(row.text("meets"), IDS),
        Json.read(row.text("asked"), TOPICS),
        Json.read(row.text("pending"), TOPICS));
  }
}
