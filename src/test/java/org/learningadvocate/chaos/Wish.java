package org.learningadvocate.chaos;

import java.time.Instant;
import java.util.Set;

/**
 * What must stand in Slack for one request, after all that people said about it. Every utterance
 * has a mark of its own in it, by which it is known again.
 *
 * @param channel where the request was made
 * @param ts its first message's
 * @param deleted whether who made it took it back: then what stands says so, and nothing has to
 * @param words the mark in the request's own words as they are now
 * @param shown marks of the answers that stand
 * @param gone marks that nothing shows any more: edited away, deleted, replaced by a later answer
 * @param taken whether somebody took it on as its designer, and was told so
 * @param ticked ts of the replies that answer something
 * @param unticked ts of the replies that answer nothing
 * @param since when somebody last did something about it
 */
record Wish(
    String channel,
    String ts,
    boolean deleted,
    String words,
    Set<String> shown,
    Set<String> gone,
    boolean taken,
    Set<String> ticked,
    Set<String> unticked,
    Instant since) {

  Wish {
    shown = Set.copyOf(shown);
    gone = Set.copyOf(gone);
    ticked = Set.copyOf(ticked);
    unticked = Set.copyOf(unticked);
  }

  /** The name that the bot knows the request by. */
  String id() {
    return channel + ":" + ts;
  }
}
