package org.learningadvocate.slack;

import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Incoming;

/** What one event of Slack's means to us. */
sealed interface Heard {

  Heard NOTHING = new Nothing();
  Heard FOREIGN = new Foreign();

  /** Goes into the inbox. */
  record Keep(Incoming incoming) implements Heard {}

  /**
   * A message of ours was deleted.
   *
   * @param slot the slot that it belonged to; empty where Slack does not say
   */
  record OursDeleted(String team, String slot, String channel, String ts) implements Heard {}

  /**
   * A message of ours stands now, with the slot that it belongs to.
   *
   * @param thread the ts of its thread's first message; null at the top level
   */
  record OursPosted(String team, String slot, String channel, String ts, @Nullable String thread)
      implements Heard {}

  /** Slack will refuse our token from now on. */
  record Uninstalled(String reason) implements Heard {}

  /** Something about the groups changed. */
  record GroupsChanged() implements Heard {}

  /** Meant for another workspace or another app. */
  record Foreign() implements Heard {}

  /** Nothing to us. */
  record Nothing() implements Heard {}
}
