package org.learningadvocate.homework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Tx;

/**
 * What people said of requests and priorities, the latest of each workspace: read from memory, kept
 * in the database. What another process kept is seen within a minute. Safe for use by many threads.
 */
public final class Verdicts {

  /** Older ones than these are about priorities that have gone. */
  private static final int MOST = 500;

  private static final Duration GLANCE = Duration.ofMinutes(1);

  private final Db db;
  private final Clock clock;
  private final Map<String, Seen> memory = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();

  private record Seen(List<Lesson> lessons, Instant at) {}

  public Verdicts(Db db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** What there is to learn from; the same list as before where nothing changed. */
  public List<Lesson> of(String team) {
    var now = clock.instant();
    var seen = memory.get(team);
    if (seen != null && now.isBefore(seen.at().plus(GLANCE))) {
      return seen.lessons();
    }
    long before = changes.get();
    var fresh =
        db.read(
            tx ->
                tx.query(
                    """
                    SELECT priority, serves, words FROM verdict WHERE team = ?
                    ORDER BY at DESC, request, priority LIMIT ?
                    """,
                    row -> new Lesson(row.text("priority"), row.flag("serves"), row.text("words")),
                    team,
                    MOST));
    var lessons = seen != null && seen.lessons().equals(fresh) ? seen.lessons() : fresh;
    remember(team, new Seen(lessons, now), before);
    return lessons;
  }

  /** What was read before a change was durable is not remembered after it. */
  private synchronized void remember(String team, Seen seen, long before) {
    if (changes.get() == before) {
      memory.put(team, seen);
    }
  }

  private synchronized void forget(String team) {
    changes.incrementAndGet();
    memory.remove(team);
  }

  /**
   * Keeps what was said of one request, in the place of what was said of it before.
   *
   * @param words what was asked for, as Slack delivers it
   */
  public void keep(
      Tx tx, String team, ThreadId request, String words, Set<String> yes, Set<String> no) {
    tx.update("DELETE FROM verdict WHERE team = ? AND request = ?", team, request.toString());
    yes.forEach(priority -> insert(tx, team, request, priority, true, words));
    no.forEach(priority -> insert(tx, team, request, priority, false, words));
    tx.afterCommit(() -> forget(team));
  }

  private void insert(
      Tx tx, String team, ThreadId request, String priority, boolean serves, String words) {
    tx.update(
        """
        INSERT INTO verdict (team, request, priority, serves, words, at) VALUES (?, ?, ?, ?, ?, ?)
        """,
        team,
        request.toString(),
        priority,
        serves,
        words,
        clock.instant());
  }
}
