package org.learningadvocate.conversation;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.store.Tx;

/** When threads were last read anew, by whichever process. */
final class CaughtUp {

  /** A process begins to read the thread. */
  void begin(Tx tx, String team, ThreadId thread, Instant now) {
    tx.update(
        """
        INSERT INTO caught_up (team, channel, thread, tried_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (team, channel, thread) DO UPDATE SET tried_at = excluded.tried_at
        """,
        team,
        thread.channel(),
        thread.ts(),
        now);
  }

  /**
   * The thread was read to its end, and what it holds is kept.
   *
   * @param begun when its first page was asked for
   */
  void end(Tx tx, String team, ThreadId thread, Instant begun) {
    tx.update(
        """
        UPDATE caught_up SET read_at = ?
        WHERE team = ? AND channel = ? AND thread = ? AND read_at < ?
        """,
        begun,
        team,
        thread.channel(),
        thread.ts(),
        begun);
  }

  /** Whether it was read to its end, by a reading that began after the moment. */
  boolean isRead(Tx tx, String team, ThreadId thread, Instant after) {
    return tx.first(
            "SELECT read_at FROM caught_up WHERE team = ? AND channel = ? AND thread = ?",
            row -> row.instant("read_at").isAfter(after),
            team,
            thread.channel(),
            thread.ts())
        .orElse(false);
  }

  /** The same threads: those never read first, as they come, then by how long ago that was. */
  List<ThreadId> longestUnreadFirst(Tx tx, String team, List<ThreadId> threads) {
    var tried = new HashMap<ThreadId, Instant>();
    record Tried(ThreadId thread, Instant at) {}
    tx.query(
            "SELECT channel, thread, tried_at FROM caught_up WHERE team = ?",
            row ->
                new Tried(
                    new ThreadId(row.text("channel"), row.text("thread")), row.instant("tried_at")),
            team)
        .forEach(one -> tried.put(one.thread(), one.at()));
    return threads.stream()
        .sorted(
            Comparator.comparing((ThreadId thread) -> tried.getOrDefault(thread, Instant.EPOCH)))
        .toList();
  }

  /** Forgets what was last read before the moment. */
  void sweep(Tx tx, String team, Instant before) {
    tx.update("DELETE FROM caught_up WHERE team = ? AND tried_at < ?", team, before);
  }
}
