package org.learningadvocate.chat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * People's words without Slack's markup: what {@code <@U1>}, {@code <#C1|name>}, {@code <!here>}
 * and {@code <https://…|label>} show, and entities as the characters they stand for. The result is
 * literal text, and shown as such it calls nobody.
 */
public final class Plain {

  // docs.slack.dev/messaging/formatting-message-text: everything in angle brackets is markup, since
  // typed ones arrive escaped.
  private static final Pattern MARKUP = Pattern.compile("<([^<>]*)>");

  private Plain() {}

  /**
   * @param mrkdwn text as Slack delivers it
   * @param members who is called what
   */
  public static String of(String mrkdwn, Members members) {
    Matcher markup = MARKUP.matcher(mrkdwn);
    var plain = new StringBuilder();
    int from = 0;
    while (markup.find()) {
      plain.append(mrkdwn, from, markup.start()).append(shown(markup.group(1), members));
      from = markup.end();
    }
    plain.append(mrkdwn, from, mrkdwn.length());
    return plain.toString().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /**
   * One line of at most so many characters, cut between words where one ends near by.
   *
   * @param most at least 2
   */
  public static String shorten(String text, int most) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (line.length() <= most) {
      return line;
    }
    int end = line.lastIndexOf(' ', most - 1);
    if (end < most * 2 / 3) {
      end = most - 1;
    }
    if (Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end).replaceAll("[\\s\\p{Punct}]+$", "") + "…";
  }

  private static String shown(String inside, Members members) {
    int bar = inside.indexOf('|');
    String target = bar < 0 ? inside : inside.substring(0, bar);
    String label = bar < 0 ? "" : inside.substring(bar + 1);
    if (target.startsWith("@")) {
      String user = target.substring(1);
      return "@"
          + members.person(user).map(Person::name).orElse(label.isEmpty() ? "someone" : label);
    }
    if (target.startsWith("#")) {
      return label.isEmpty() ? "#private-channel" : "#" + label;
    }
    if (target.startsWith("!subteam^")) {
      return label.isEmpty() ? "@group" : label;
    }
    if (target.startsWith("!date^")) {
      return label;
    }
    if (target.startsWith("!")) {
      return "@" + target.substring(1);
    }
    return label.isEmpty() ? target.replaceFirst("^mailto:", "") : label;
  }
}
