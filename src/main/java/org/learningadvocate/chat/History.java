package org.learningadvocate.chat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Slack still holds of conversations that the bot did not follow. */
public interface History {

  /**
   * A thread as Slack holds it: people's messages, oldest first, its first message included.
   *
   * @return empty where the bot may not read it or it is gone
   * @throws RuntimeException where Slack cannot be asked now: asked again later
   */
  List<Incoming.Said> thread(ThreadId thread);

  /**
   * A page of what stands at a channel's top level, newest first.
   *
   * @param after a Slack timestamp: only what is newer
   * @param from what the page before said comes next; null for the first page
   */
  Read channel(String channel, String after, @Nullable String from);

  /** A page of what stands in a thread, oldest first; the first message is on each page. */
  Read thread(ThreadId thread, String after, @Nullable String from);

  /**
   * One message, as a page that holds it or does not.
   *
   * @param thread the ts of its thread's first message where it is a reply; null at the top level
   */
  Read message(String channel, String ts, @Nullable String thread);

  /** What came of reading a page. */
  sealed interface Read {

    /**
     * A page.
     *
     * @param said people's messages, in Slack's order
     * @param present the ts of everything that stands there, whoever wrote it
     * @param ours messages of the bot that name their slot
     * @param next what to ask for next; null where this was the last page
     * @param whole false where Slack says that there is more and not how to get at it
     */
    record Page(
        List<Past> said, Set<String> present, List<Ours> ours, @Nullable String next, boolean whole)
        implements Read {

      public Page {
        said = List.copyOf(said);
        present = Set.copyOf(present);
        ours = List.copyOf(ours);
      }
    }

    /** Not now: the same page is asked for again after the while. */
    record Later(Duration after, String why) implements Read {}

    /** It is not there. */
    record Gone() implements Read {}

    /** The bot may not read there. */
    record Closed(String why) implements Read {}
  }

  /**
   * A message as Slack holds it now.
   *
   * @param said as if said now
   * @param edited timestamp of its last edit; null where it was never edited
   * @param latestReply timestamp of the newest reply to it; null where it has none
   * @param replies how many replies it has, whoever wrote them
   */
  record Past(
      Incoming.Said said, @Nullable String edited, @Nullable String latestReply, int replies) {}

  /**
   * A message of the bot's own.
   *
   * @param thread the ts of its thread's first message; null at the top level
   */
  record Ours(Slot slot, String channel, String ts, @Nullable String thread) {}
}
