package org.learningadvocate.slack;

import org.learningadvocate.chat.Incoming;

/** What one event of Slack's means to us. */
sealed interface Heard {

  Heard NOTHING = new Nothing();
  Heard FOREIGN = new Foreign();

  /** Goes into the inbox. */
  record Keep(Incoming incoming) implements Heard {}

  /** A person deleted a message of ours. */
  record OursDeleted(String team, String channel, String ts) implements Heard {}

  /** A message of ours stands now, with the slot that it belongs to. */
  record OursPosted(String team, String slot, String channel, String ts) implements Heard {}

  /** Slack will refuse our token from now on. */
  record Uninstalled(String reason) implements Heard {}

  /** Something about the groups changed. */
  record GroupsChanged() implements Heard {}

  /** Meant for another workspace or another app. */
  record Foreign() implements Heard {}

  /** Nothing to us. */
  record Nothing() implements Heard {}
}
