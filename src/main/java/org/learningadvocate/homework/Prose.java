package org.learningadvocate.homework;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A Slack message as a person reads it: without markup, mentions and emoji. */
final class Prose {
  private static final Pattern LABELLED = Pattern.compile("<([^<>|]*)\\|([^<>]*)>");
  private static final Pattern BARE = Pattern.compile("<(?:mailto:|tel:)?([^<>]*)>");
  private static final Pattern EMOJI = Pattern.compile(":[a-z0-9_+'-]{2,40}:");
  private static final Pattern MARKUP = Pattern.compile("[*_~`]+(?=\\S)|(?<=\\S)[*_~`]+");
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?;])\\s+|\\s*\\n+\\s*");

  private Prose() {}

  /** The words of a message in Slack's markup, with its escapes undone. */
  static String of(String mrkdwn) {
    var text = LABELLED.matcher(mrkdwn).replaceAll(m -> labelled(m.group(1), m.group(2)));
    text = BARE.matcher(text).replaceAll(m -> bare(m.group(1)));
    text = EMOJI.matcher(text).replaceAll(" ");
    text = MARKUP.matcher(text).replaceAll("");
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip();
  }

  /** The sentences and lines of a plain text; short ones stay with what they follow. */
  static List<String> sentences(String plain) {
    var found = new ArrayList<String>();
    for (var part : SENTENCE.split(plain)) {
      if (part.length() < 25 && !found.isEmpty()) {
        found.set(found.size() - 1, found.get(found.size() - 1) + " " + part);
      } else if (!part.isBlank()) {
        found.add(part.strip());
      }
    }
    return found;
  }

  private static String labelled(String target, String label) {
    // Mentions of people and groups say whom, not what.
    var shown = target.startsWith("!subteam") || target.startsWith("@") ? " " : label;
    return java.util.regex.Matcher.quoteReplacement(shown);
  }

  private static String bare(String target) {
    var silent = target.startsWith("@") || target.startsWith("#") || target.startsWith("!");
    return java.util.regex.Matcher.quoteReplacement(
        silent || target.startsWith("http") ? " " : target);
  }
}
