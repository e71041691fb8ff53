package org.learningadvocate.request;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.store.Tx;

/** Messages of which the bot could not tell whether they are requests. */
public final class Doubts {

  /**
   * Notes a message; one that is noted already changes nothing.
   *
   * @param stays whether its channel is nobody else's business
   */
  public void note(Tx tx, String team, Doubt doubt, boolean stays) {
    tx.update(
        """
        INSERT INTO doubt (team, id, private, title, at, asked, settled)
        VALUES (?, ?, ?, ?, ?, ?, 0) ON CONFLICT DO NOTHING
        """,
        team,
        doubt.id().toString(),
        stays,
        doubt.title(),
        doubt.at(),
        doubt.asked());
  }

  /** Somebody said what it is, or it is gone: its words go with it. */
  public void settle(Tx tx, String team, ThreadId id) {
    tx.update(
        "UPDATE doubt SET settled = 1, title = '' WHERE team = ? AND id = ? AND settled = 0",
        team,
        id.toString());
  }

  /** What is still in doubt since a moment, newest first, without private channels. */
  public List<Doubt> open(Tx tx, String team, Instant since, int most) {
    return tx.query(
        """
        SELECT id, title, at, asked FROM doubt
        WHERE team = ? AND settled = 0 AND at >= ? AND private = 0 ORDER BY at DESC LIMIT ?
        """,
        row ->
            new Doubt(
                Objects.requireNonNull(ThreadId.parse(row.text("id"))),
                row.text("title"),
                row.instant("at"),
                row.flag("asked")),
        team,
        since,
        most);
  }
}
