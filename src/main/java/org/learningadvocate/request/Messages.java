package org.learningadvocate.request;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Incoming.ChannelKind;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.store.Json;
import org.learningadvocate.store.Row;
import org.learningadvocate.store.Tx;
import tools.jackson.core.type.TypeReference;

/**
 * People's messages as they are, with their edits and deletions. In whatever order things arrive,
 * the same words are kept in the end: an edit before its message, a deletion before either.
 */
public final class Messages {

  private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

  /** A message was written; later news of it, if it came first, stands. */
  public void keep(Tx tx, Incoming.Said said) {
    tx.update(
        """
        INSERT INTO message (team, channel, ts, thread, kind, external, author, bot, body, files, mention)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (team, channel, ts) DO UPDATE SET
          thread = excluded.thread, kind = excluded.kind, external = excluded.external,
          author = excluded.author, bot = excluded.bot,
          body = CASE WHEN message.edited IS NULL THEN excluded.body ELSE message.body END,
          files = excluded.files
        WHERE message.deleted = 0
        """,
        said.team(),
        said.channel(),
        said.ts(),
        said.thread() == null ? said.ts() : said.thread(),
        said.kind(),
        said.external(),
        said.user(),
        said.bot(),
        said.text(),
        Json.write(said.files()),
        said.mentionsUs());
  }

  /** A message was edited; an older edit that comes late changes nothing. */
  public void keep(Tx tx, Incoming.Edited edited) {
    tx.update(
        """
        INSERT INTO message (team, channel, ts, thread, kind, external, author, bot, body, files,
          mention, edited)
        VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, '[]', ?, ?)
        ON CONFLICT (team, channel, ts) DO UPDATE SET
          body = excluded.body, edited = excluded.edited, mention = excluded.mention
        WHERE message.deleted = 0
          AND (message.edited IS NULL OR message.edited < excluded.edited)
        """,
        edited.team(),
        edited.channel(),
        edited.ts(),
        edited.thread() == null ? edited.ts() : edited.thread(),
        edited.kind(),
        edited.external(),
        edited.user(),
        edited.text(),
        edited.mentionsUs(),
        edited.editedTs());
  }

  /** A message was deleted; its words go with it. */
  public void keep(Tx tx, Incoming.Deleted deleted) {
    tx.update(
        """
        INSERT INTO message (team, channel, ts, thread, kind, external, author, body, files, mention,
          deleted)
        VALUES (?, ?, ?, ?, 'PRIVATE', 0, '', '', '[]', 0, 1)
        ON CONFLICT (team, channel, ts) DO UPDATE SET deleted = 1, body = '', files = '[]'
        """,
        deleted.team(),
        deleted.channel(),
        deleted.ts(),
        deleted.thread() == null ? deleted.ts() : deleted.thread());
  }

  /**
   * From now on we listen in the channel, where we did not yet.
   *
   * @param now a Slack timestamp
   */
  public void watch(Tx tx, String team, String channel, String now) {
    tx.update(
        """
        INSERT INTO watched (team, channel, since) VALUES (?, ?, COALESCE(
          (SELECT MIN(ts) FROM message WHERE team = ? AND channel = ? AND ts = thread), ?))
        ON CONFLICT DO NOTHING
        """,
        team,
        channel,
        team,
        channel,
        now);
  }

  /** Since when we listen in the channel, as a Slack timestamp; empty where we do not. */
  public Optional<String> watchedSince(Tx tx, String team, String channel) {
    return tx.first(
        "SELECT since FROM watched WHERE team = ? AND channel = ?",
        row -> row.text("since"),
        team,
        channel);
  }

  /** Every kept message of a channel's top level that is newer, oldest first. */
  public List<KeptMessage> topLevel(Tx tx, String team, String channel, String after) {
    return tx.query(
        """
        SELECT ts, kind, external, author, bot, body, files, mention, edited, deleted FROM message
        WHERE team = ? AND channel = ? AND ts > ? AND ts = thread ORDER BY ts
        """,
        Messages::message,
        team,
        channel,
        after);
  }

  /** The thread a kept message belongs to. */
  public Optional<ThreadId> threadOf(Tx tx, String team, String channel, String ts) {
    return tx.first(
        "SELECT thread FROM message WHERE team = ? AND channel = ? AND ts = ?",
        row -> new ThreadId(channel, row.text("thread")),
        team,
        channel,
        ts);
  }

  /** Every kept message of a thread, its first one included, oldest first. */
  public List<KeptMessage> of(Tx tx, String team, ThreadId thread) {
    return tx.query(
        """
        SELECT ts, kind, external, author, bot, body, files, mention, edited, deleted FROM message
        WHERE team = ? AND channel = ? AND thread = ? ORDER BY ts
        """,
        Messages::message,
        team,
        thread.channel(),
        thread.ts());
  }

  private static KeptMessage message(Row row) {
    @Nullable String edited = row.textOrNull("edited");
    return new KeptMessage(
        row.text("ts"),
        ChannelKind.valueOf(row.text("kind")),
        row.flag("external"),
        row.text("author"),
        row.textOrNull("bot"),
        row.text("body"),
        Json.read(row.text("files"), NAMES),
        row.flag("mention"),
        edited,
        row.flag("deleted"));
  }
}
