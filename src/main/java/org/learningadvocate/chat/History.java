package org.learningadvocate.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Slack still holds of conversations that the bot did not follow. */
public interface History {

  /**
   * Top-level messages of people in a channel, as Slack holds them, oldest first.
   *
   * @param after a Slack timestamp: only what is newer
   * @return empty where the bot may not read it or it is gone
   * @throws RuntimeException where Slack cannot be asked now: asked again later
   */
  List<Past> channel(String channel, String after);

  /**
   * A message as Slack holds it now.
   *
   * @param said as if said now
   * @param edited timestamp of its last edit; null where it was never edited
   * @param latestReply timestamp of the newest reply to it; null where it has none
   */
  record Past(Incoming.Said said, @Nullable String edited, @Nullable String latestReply) {}

  /**
   * A thread as Slack holds it: people's messages, oldest first, its first message included.
   *
   * @return empty where the bot may not read it or it is gone
   * @throws RuntimeException where Slack cannot be asked now: asked again later
   */
  List<Incoming.Said> thread(ThreadId thread);
}
