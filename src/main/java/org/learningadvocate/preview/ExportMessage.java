package org.learningadvocate.preview;

import org.jspecify.annotations.Nullable;

/**
 * A message of an export, in its last wording.
 *
 * @param ts Slack's timestamp
 * @param thread the parent's ts of a reply; null at the top level, with replies or without
 * @param kind whose it is
 * @param user the user id of who wrote it; empty where nobody is named
 * @param text Slack's mrkdwn, whole; empty where there is none
 * @param files how many files came with it
 */
record ExportMessage(
    String ts, @Nullable String thread, Kind kind, String user, String text, int files) {

  /** Whose a message is: only what people say is heeded. */
  enum Kind {
    PERSON,
    /** An app, a workflow or Slackbot. */
    BOT,
    /** Joins, topics and what else Slack itself notes down. */
    EVENT,
    /** Deleted; only the place is left, since there were replies. */
    GONE
  }
}
