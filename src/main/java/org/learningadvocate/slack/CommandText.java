package org.learningadvocate.slack;

import java.util.regex.Pattern;

/** What people type after a command, as their keyboards did not mean it. */
final class CommandText {

  private static final Pattern MENTION = Pattern.compile("<@([UW][A-Z0-9]+)(\\|[^>]*)?>");
  private static final Pattern CHANNEL = Pattern.compile("<#([CGD][A-Z0-9]+)\\|([^>]+)>");
  private static final Pattern LINK =
      Pattern.compile("<((?:https?|mailto|tel):[^|>]+)(?:\\|([^>]*))?>");

  private CommandText() {}

  /** Plain quotes and spaces, channels and links as they are read, people as {@code <@U…>}. */
  static String tidy(String text) {
    String words = MENTION.matcher(text).replaceAll("<@$1>");
    words = CHANNEL.matcher(words).replaceAll("#$2");
    words =
        LINK.matcher(words)
            .replaceAll(
                link ->
                    java.util.regex.Matcher.quoteReplacement(
                        link.group(2) == null || link.group(2).isBlank()
                            ? link.group(1)
                            : link.group(2)));
    return words
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replaceAll("[\u2018\u2019\u201A\u201B\u2032]", "'")
        .replaceAll("[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]", "\"")
        .replace("\u2026", "...")
        .replaceAll("[\u200B\u200C\u2060\uFEFF]", "")
        .replaceAll("[\\s\\p{Z}]+", " ")
        .strip();
  }
}
