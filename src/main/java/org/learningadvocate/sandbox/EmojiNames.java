package org.learningadvocate.sandbox;

import java.util.Map;
import java.util.TreeMap;
import net.fellbaum.jemoji.Emoji;
import net.fellbaum.jemoji.EmojiManager;
import tools.jackson.databind.node.ObjectNode;

/** Slack's short names of emoji, without colons. */
final class EmojiNames {
  private final Map<String, String> characters = new TreeMap<>();

  EmojiNames() {
    for (Emoji emoji : EmojiManager.getAllEmojis()) {
      for (String alias : emoji.getSlackAliases()) {
        String name = bare(alias);
        if (!name.contains("::")) {
          characters.putIfAbsent(name, emoji.getEmoji());
        }
      }
    }
  }

  private static String bare(String alias) {
    return alias.replaceAll("^:|:$", "");
  }

  boolean knows(String name) {
    int tone = name.indexOf("::skin-tone-");
    return characters.containsKey(tone < 0 ? name : name.substring(0, tone));
  }

  /** The text with names in colons for the emoji in it, as Slack keeps it. */
  String named(String text) {
    if (text.codePoints().allMatch(point -> point < 0xA9)) {
      return text;
    }
    return EmojiManager.replaceAllEmojis(
        text,
        emoji ->
            emoji.getSlackAliases().isEmpty()
                ? emoji.getEmoji()
                : ":" + bare(emoji.getSlackAliases().get(0)) + ":");
  }

  /** Every short name with its characters. */
  ObjectNode all() {
    ObjectNode all = Json.object();
    characters.forEach(all::put);
    return all;
  }
}
