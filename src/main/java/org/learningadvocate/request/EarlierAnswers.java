package org.learningadvocate.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.store.Row;
import org.learningadvocate.store.Tx;

/** Answers as they stand in each request, so that a later one need not ask the same anew. */
public final class EarlierAnswers {

  private static final String COLUMNS =
      """
      SELECT a.request, r.title, a.topic, a.who, a.at, a.body
      FROM answer a JOIN request r ON r.team = a.team AND r.id = a.request
      """;

  /** Keeps the answers of one request, in the place of those kept of it before. */
  public void keep(Tx tx, String team, ThreadId request, List<EarlierAnswer> answers) {
    tx.update("DELETE FROM answer WHERE team = ? AND request = ?", team, request.toString());
    for (var answer : answers) {
      tx.update(
          "INSERT INTO answer (team, request, topic, who, at, body) VALUES (?, ?, ?, ?, ?, ?)",
          team,
          request.toString(),
          answer.topic(),
          answer.who(),
          answer.at(),
          answer.text());
    }
  }

  /**
   * What was answered in other requests about the same initiative, latest first.
   *
   * @param initiative its id
   * @param since only in requests that came since then
   */
  public List<EarlierAnswer> about(
      Tx tx, String team, String initiative, Instant since, ThreadId besides, int most) {
    return tx.query(
        COLUMNS
            + """
            WHERE r.team = ? AND r.about = ? AND r.opened >= ? AND r.id <> ?
            ORDER BY a.at DESC LIMIT ?
            """,
        EarlierAnswers::answer,
        team,
        initiative,
        since,
        besides.toString(),
        most);
  }

  /** What was answered in these requests, latest first. */
  public List<EarlierAnswer> of(Tx tx, String team, Collection<ThreadId> requests, int most) {
    if (requests.isEmpty()) {
      return List.of();
    }
    var arguments = new ArrayList<Object>();
    arguments.add(team);
    requests.forEach(id -> arguments.add(id.toString()));
    arguments.add(most);
    return tx.query(
        COLUMNS
            + "WHERE a.team = ? AND a.request IN ("
            + String.join(", ", Collections.nCopies(requests.size(), "?"))
            + ") ORDER BY a.at DESC LIMIT ?",
        EarlierAnswers::answer,
        arguments.toArray());
  }

  private static EarlierAnswer answer(Row row) {
    return new EarlierAnswer(
        Objects.requireNonNull(ThreadId.parse(row.text("request"))),
        row.text("title"),
        Topic.valueOf(row.text("topic")),
        row.text("who"),
        row.text("at"),
        row.text("body"));
  }
}
