package org.learningadvocate.chaos;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.sandbox.Post;
import org.learningadvocate.sandbox.Workspace;
import tools.jackson.databind.JsonNode;

/**
 * What stands in Slack of the bot.
 *
 * @param messages all of its messages
 * @param ticked ids ({@code channel:ts}) of the messages that it put a tick under
 */
record Standing(List<Shown> messages, Set<String> ticked) {

  private static final String MARK = "slot:";

  Standing {
    messages = List.copyOf(messages);
    ticked = Set.copyOf(ticked);
  }

  /**
   * A message of the bot.
   *
   * @param slot what it is, by its metadata; empty where it does not say
   * @param thread ts of the message that it stands under; null at the top level
   */
  record Shown(String slot, String channel, String ts, @Nullable String thread, String text) {}

  /** What stands in these channels now. */
  static Standing in(Workspace workspace, List<String> channels, String bot) {
    var messages = new ArrayList<Shown>();
    var ticked = new HashSet<String>();
    for (var name : channels) {
      for (Post post : workspace.channel(name).all()) {
        var json = post.json();
        if (json.path("user").asString("").equals(bot)) {
          messages.add(shown(post, json));
        } else if (isTicked(json, bot)) {
          ticked.add(post.channelId() + ":" + post.ts());
        }
      }
    }
    return new Standing(messages, ticked);
  }

  private static Shown shown(Post post, JsonNode json) {
    var thread = json.path("thread_ts").asString(post.ts());
    return new Shown(
        slot(json),
        post.channelId(),
        post.ts(),
        thread.equals(post.ts()) ? null : thread,
        post.text());
  }

  private static String slot(JsonNode json) {
    var slot = json.at("/metadata/event_payload/slot").asString("");
    if (!slot.isEmpty()) {
      return slot;
    }
    // Where the metadata was dropped, the first block still says it.
    var mark = json.at("/blocks/0/block_id").asString("");
    return mark.startsWith(MARK) ? mark.substring(MARK.length()) : "";
  }

  private static boolean isTicked(JsonNode json, String bot) {
    return json.path("reactions")
        .valueStream()
        .filter(reaction -> reaction.path("name").asString("").equals("white_check_mark"))
        .anyMatch(
            reaction ->
                reaction
                    .path("users")
                    .valueStream()
                    .anyMatch(user -> user.asString("").equals(bot)));
  }
}
