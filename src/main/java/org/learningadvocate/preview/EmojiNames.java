package org.learningadvocate.preview;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fellbaum.jemoji.Emoji;
import net.fellbaum.jemoji.EmojiManager;

/** Slack writes emoji by their short names, {@code :tada:}; people saw pictures. */
final class EmojiNames {

  private static final Pattern NAMED = Pattern.compile(":([a-z0-9_+'-]+):(?::skin-tone-\\d:)?");

  private final Map<String, String> characters = new HashMap<>();

  EmojiNames() {
    for (Emoji emoji : EmojiManager.getAllEmojis()) {
      for (String alias : emoji.getSlackAliases()) {
        characters.putIfAbsent(alias.replaceAll("^:|:$", ""), emoji.getEmoji());
      }
    }
  }

  /** The emoji of a short name; the name in colons where it is one of the workspace's own. */
  String of(String name) {
    return characters.getOrDefault(name, ":" + name + ":");
  }

  /** The text with emoji for the names in it. */
  String drawn(String text) {
    return NAMED
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(characters.getOrDefault(found.group(1), found.group())));
  }
}
