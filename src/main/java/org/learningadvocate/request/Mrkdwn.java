package org.learningadvocate.request;

import java.util.regex.Pattern;

/**
 * A Slack message as a person sees it: entities unescaped, links and mentions reduced to what they
 * show, emphasis and emoji taken out, quotes kept with their {@code >}.
 */
final class Mrkdwn {
  private static final Pattern LABELLED = Pattern.compile("<([^<>|]*)\\|([^<>]*)>");
  private static final Pattern PERSON = Pattern.compile("<@[A-Z0-9]+>");
  private static final Pattern GROUP = Pattern.compile("<!subteam\\^[A-Z0-9]+>");
  private static final Pattern CHANNEL = Pattern.compile("<#[A-Z0-9]+>");
  private static final Pattern BROADCAST = Pattern.compile("<!(here|channel|everyone)[^<>]*>");
  private static final Pattern LINK = Pattern.compile("<(?:https?://|mailto:)[^<>]*>");
  private static final Pattern BARE_LINK = Pattern.compile("https?://\\S+");
  private static final Pattern CODE_BLOCK = Pattern.compile("```");
  // An emoji name has a letter, so the colons of 10:30:45 stay.
  private static final Pattern EMOJI =
      Pattern.compile(":(?=[a-z0-9_+'-]*[a-z])[a-z0-9_+'-]{1,60}:", Pattern.CASE_INSENSITIVE);
  private static final Pattern EMPHASIS =
      Pattern.compile("(?<![\\p{L}\\p{N}])([*_~`])(?=\\S)(.{1,400}?)(?<=\\S)\\1(?![\\p{L}\\p{N}])");
  private static final Pattern SPACES = Pattern.compile("[ \\t\\u00a0]+");

  private Mrkdwn() {}

  /** The words of a message; entities are unescaped, so the result is no longer safe to post. */
  static String plain(String text) {
    var plain = LABELLED.matcher(text).replaceAll(Mrkdwn::shown);
    plain = PERSON.matcher(plain).replaceAll("@someone");
    plain = GROUP.matcher(plain).replaceAll("@group");
    plain = CHANNEL.matcher(plain).replaceAll("#channel");
    plain = BROADCAST.matcher(plain).replaceAll("@$1");
    plain = LINK.matcher(plain).replaceAll("link");
    plain = BARE_LINK.matcher(plain).replaceAll("link");
    plain = CODE_BLOCK.matcher(plain).replaceAll(" ");
    plain = EMOJI.matcher(plain).replaceAll(" ");
    // Twice, since emphasis nests: *_both_*.
    plain = EMPHASIS.matcher(plain).replaceAll("$2");
    plain = EMPHASIS.matcher(plain).replaceAll("$2");
    plain =
        plain
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
            .replace('\u2019', '\'')
            .replace('\u2018', '\'')
            .replace('\u201c', '"')
            .replace('\u201d', '"');
    return SPACES.matcher(plain).replaceAll(" ").strip();
  }

  private static String shown(java.util.regex.MatchResult match) {
    var target = match.group(1);
    var label = match.group(2).strip();
    var shown = target.startsWith("#") ? "#" + label : label.isEmpty() ? "link" : label;
    return java.util.regex.Matcher.quoteReplacement(shown);
  }
}
