package org.learningadvocate.question;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.learningadvocate.request.Topic;

/** What speaks for or against a reply answering one of the questions: names of clues, in a set. */
final class Clues {
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}][\\p{L}'’]*|\\d+(?:[.,:]\\d+)*|[?!%]|:[a-z_+0-9-]+:");
  private static final Pattern MENTION = Pattern.compile("<@[A-Z0-9]+>");
  private static final Pattern LINK = Pattern.compile("<(?:https?:)[^>]*>");
  private static final Pattern LABEL = Pattern.compile("<[^<>|]*\\|([^<>]*)>");
  private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z,;] )\\p{Lu}\\p{Ll}+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** Where the thread stands before a reply. */
  record Standing(
      List<Topic> asked, Set<Topic> answered, List<Reply> before, Set<Topic> lastAnswered) {}

  private Clues() {}

  static String plain(String mrkdwn) {
    var text = MENTION.matcher(mrkdwn).replaceAll("@someone");
    text =
        LINK.matcher(text)
            .replaceAll(
                m ->
                    m.group().contains("|")
                        ? java.util.regex.Matcher.quoteReplacement(m.group())
                        : "somelink");
    text =
        LABEL.matcher(text).replaceAll(m -> java.util.regex.Matcher.quoteReplacement(m.group(1)));
    return text.replaceAll("[*_~`]+", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .strip();
  }

  static Set<String> of(Reply reply, Topic topic, Standing standing) {
    var found = new LinkedHashSet<String>();
    var plain = plain(reply.text());
    int number = standing.asked().indexOf(topic) + 1;
    var numbered = Numbered.of(plain, standing.asked().size());
    var mine = numbered.parts.get(number);
    var ordinal = numbered.ordinal.get(number);
    var t = topic.key();
    var who = reply.by().name();
    boolean open = !standing.answered().contains(topic);
    var stillOpen = new ArrayList<>(standing.asked());
    stillOpen.removeAll(standing.answered());

    found.add("who=" + who);
    found.add("who=" + who + ",open=" + open);
    found.add(t + ",who=" + who);
    found.add(t + ",open=" + open);
    found.add("open=" + Math.min(3, stillOpen.size()) + ",mine=" + open);
    found.add("asked=" + standing.asked().size());
    if (!stillOpen.isEmpty() && stillOpen.get(0) == topic) {
      found.add("first-open");
    }
    if (standing.lastAnswered().contains(topic)) {
      found.add("just-answered");
    }
    if (stillOpen.size() == 1 && open) {
      found.add("only-open," + who);
    }
    var previous =
        standing.before().isEmpty() ? null : standing.before().get(standing.before().size() - 1);
    if (previous != null) {
      boolean asks = previous.text().contains("?");
      found.add("previous=" + previous.by() + ",asks=" + asks + ",who=" + who);
      if (asks && previous.by() != reply.by()) {
        for (var w : words(plain(previous.text()))) {
          found.add("p:" + t + ":" + w);
        }
        found.add("p-asks," + t);
      }
    } else {
      found.add("first-reply," + who);
    }

    String words;
    if (mine != null) {
      found.add(mine.marked() ? "number" : "bare-number");
      found.add(
          (mine.marked() ? "number" : "bare-number")
              + ",parts="
              + Math.min(3, numbered.parts.size()));
      words = mine.words();
      for (var w : grams(words(words))) {
        found.add("n:" + w);
      }
    } else if (!numbered.parts.isEmpty()) {
      boolean marked = numbered.parts.values().stream().anyMatch(Numbered.Part::marked);
      found.add("other-number,marked=" + marked + ",parts=" + Math.min(3, numbered.parts.size()));
      words = numbered.before;
    } else {
      words = plain;
      found.add("no-number");
    }
    if (ordinal != null) {
      found.add("ordinal");
      words = mine == null ? ordinal.words() : words;
    } else if (!numbered.ordinal.isEmpty()) {
      found.add("other-ordinal");
    }
    if (numbered.rest) {
      found.add("rest,open=" + open);
    }
    content(found, words, t, mine != null || ordinal != null);
    return found;
  }

  private static void content(Set<String> found, String text, String topic, boolean pointed) {
    var words = words(text);
    found.add("length=" + Integer.numberOfTrailingZeros(Integer.highestOneBit(words.size() + 1)));
    if (text.strip().endsWith("?")) {
      found.add("ends-asking");
      found.add("ends-asking,pointed=" + pointed);
    }
    if (text.contains("@someone")) {
      found.add("mention," + topic);
    }
    int capitals = 0;
    var matcher = CAPITAL.matcher(text);
    while (matcher.find()) {
      capitals++;
    }
    if (capitals > 0) {
      found.add("capitals=" + Math.min(3, capitals) + "," + topic);
    }
    for (var w : grams(words)) {
      found.add(w);
      found.add(topic + ":" + w);
    }
  }

  static List<String> words(String text) {
    var plain =
        MARKS
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    var found = new ArrayList<String>();
    var matcher = WORD.matcher(plain);
    while (matcher.find()) {
      var word = matcher.group().replace("’", "'");
      found.add(
          Character.isDigit(word.charAt(0))
              ? (word.matches("\\d{1,2}[:.]\\d\\d") ? "#time" : "#" + Math.min(word.length(), 3))
              : word);
    }
    return found;
  }

  private static List<String> grams(List<String> words) {
    var found = new ArrayList<String>();
    for (int i = 0; i < words.size(); i++) {
      found.add(words.get(i));
      if (i + 1 < words.size()) {
        found.add(words.get(i) + " " + words.get(i + 1));
      }
    }
    if (!words.isEmpty()) {
      found.add("^ " + words.get(0));
    }
    return found;
  }

  static Set<Topic> none() {
    return EnumSet.noneOf(Topic.class);
  }
}
