package org.learningadvocate.question;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.meaning.Meaning;
import org.learningadvocate.request.Topic;

/**
 * What speaks for or against a reply answering one of the questions: clues by name, with weight.
 */
final class Clues {
  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{L}][\\p{L}'’]*(?:-[\\p{L}]+){0,8}|\\d+(?:[.,:/]\\d+){0,8}|[?!%€$£]|:[a-z_+0-9-]+:");
  private static final Pattern MENTION = Pattern.compile("<@[A-Z0-9]+>");
  private static final Pattern LINK = Pattern.compile("<(?:https?:)[^>|]*>");
  private static final Pattern LABEL = Pattern.compile("<[^<>|]*\\|([^<>]*)>");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Set<String> MONTHS =
      Set.of(
          "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december januar februar märz mai juni juli oktober dezember"
              .split(" "));
  private static final Set<String> DAYS =
      Set.of(
          "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
              .split(" "));
  private static final Set<String> SEASONS =
      Set.of(
          "spring summer autumn fall winter q1 q2 q3 q4 h1 h2 xmas christmas easter quarter"
              .split(" "));
  private static final Set<String> COMMON =
      Set.of(
          "i the a an and or of to in on at for is it we they you he she that this no not yes but so with from our my me us be are was were if as by do does have has had will would can just all also then than there what who when how which them their his her its too very one two"
              .split(" "));
  // Where the thread stands says more than any single word; it is weighed as if seen that often.
  private static final float STRUCTURE = 2f;

  /**
   * Where the thread stands before a reply.
   *
   * @param said the words that answered each topic so far
   */
  record Standing(
      List<Topic> asked,
      Map<Topic, String> said,
      List<Reply> before,
      Set<Topic> lastAnswered,
      Known known) {
    Set<Topic> answered() {
      return said.keySet();
    }
  }

  /** The names of the catalogue as words, and what texts of this thread mean. */
  record Known(
      List<List<String>> priorities,
      List<List<String>> initiatives,
      Set<String> people,
      Meaning meaning,
      Map<String, float[]> vectors) {
    static Known of(Names names, Meaning meaning) {
      var people = new HashSet<String>();
      names.people().forEach(n -> people.addAll(words(n)));
      return new Known(
          phrases(names.priorities()),
          phrases(names.initiatives()),
          people,
          meaning,
          new HashMap<>());
    }

    private static List<List<String>> phrases(List<String> names) {
      return names.stream().map(Clues::words).filter(w -> !w.isEmpty()).toList();
    }
  }

  /**
   * Everything seen of one reply with regard to one topic, or to any.
   *
   * @param words what the reply means; null where no model knows
   * @param question what the person before asked, if that was a question of another person; null
   *     where it was not or no model knows
   */
  record Seen(
      String topic,
      Map<String, Float> clues,
      float @Nullable [] words,
      float @Nullable [] question) {}

  private Clues() {}

  private static float @Nullable [] vector(String text, Standing standing) {
    var known = standing.known();
    return known.meaning().kind() == Meaning.Kind.MODEL && !text.isBlank()
        ? known.vectors().computeIfAbsent(text, known.meaning()::of)
        : null;
  }

  private static float @Nullable [] asking(Reply reply, Standing standing) {
    var before = standing.before();
    if (before.isEmpty()) {
      return null;
    }
    var previous = before.get(before.size() - 1);
    return previous.text().contains("?") && previous.by() != reply.by()
        ? vector(plain(previous.text()), standing)
        : null;
  }

  static String plain(String mrkdwn) {
    var text = MENTION.matcher(mrkdwn).replaceAll("@someone");
    text = LINK.matcher(text).replaceAll("somelink");
    text = LABEL.matcher(text).replaceAll(m -> Matcher.quoteReplacement(m.group(1)));
    return text.replaceAll("[*_~`]+", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .strip();
  }

  static Seen of(Reply reply, Topic topic, Standing standing) {
    var found = new HashMap<String, Float>();
    var plain = plain(reply.text());
    int number = standing.asked().indexOf(topic) + 1;
    var numbered = Numbered.of(plain, standing.asked().size());
    var mine = numbered.parts.get(number);
    var ordinal = numbered.ordinal.get(number);
    standing(found, reply, topic, standing, plain);
    var words =
        mine != null
            ? mine.words()
            : ordinal != null
                ? ordinal.words()
                : numbered.parts.isEmpty() ? plain : numbered.before;
    pointing(found, numbered, mine, ordinal, standing, topic, reply.by());
    content(found, words, topic.key(), mine != null || ordinal != null, standing);
    return new Seen(topic.key(), found, vector(words, standing), asking(reply, standing));
  }

  /** What speaks for or against a reply answering any question at all. */
  static Seen ofAny(Reply reply, Standing standing) {
    var found = new HashMap<String, Float>();
    var plain = plain(reply.text());
    var who = reply.by().name();
    var numbered = Numbered.of(plain, standing.asked().size());
    int open = standing.asked().size() - standing.answered().size();
    put(found, "any:who=" + who);
    put(found, "any:who=" + who + ",open=" + Math.min(2, open));
    put(found, "any:open=" + open);
    put(found, "any:marked=" + numbered.parts.values().stream().anyMatch(Numbered.Part::marked));
    put(
        found,
        "any:numbers="
            + Math.min(2, numbered.parts.size())
            + ",ordinals="
            + Math.min(2, numbered.ordinal.size()));
    var before = standing.before();
    if (before.isEmpty()) {
      put(found, "any:first-reply," + who);
    } else {
      var previous = before.get(before.size() - 1);
      boolean asks = previous.text().contains("?");
      put(found, "any:previous=" + previous.by() + ",asks=" + asks + ",who=" + who);
      if (asks && previous.by() != reply.by()) {
        for (var w : grams(words(plain(previous.text())))) {
          found.put("any:p:" + w, 1f);
        }
      }
    }
    var told = new HashSet<String>();
    standing.said().values().forEach(said -> told.addAll(telling(said)));
    long again = telling(plain).stream().filter(told::contains).count();
    put(found, "any:again=" + Math.min(3, again));
    content(found, plain, "any", false, standing);
    return new Seen("any", found, vector(plain, standing), asking(reply, standing));
  }

  private static void standing(
      Map<String, Float> found, Reply reply, Topic topic, Standing standing, String plain) {
    var t = topic.key();
    var who = reply.by().name();
    boolean open = !standing.answered().contains(topic);
    var stillOpen = new ArrayList<>(standing.asked());
    stillOpen.removeAll(standing.answered());
    put(found, "who=" + who);
    put(found, "who=" + who + ",open=" + open);
    put(found, t + ",who=" + who);
    put(found, t + ",open=" + open);
    put(found, "open=" + Math.min(3, stillOpen.size()) + ",mine=" + open);
    put(found, "asked=" + standing.asked().size());
    if (!stillOpen.isEmpty() && stillOpen.get(0) == topic) {
      put(found, "first-open");
      put(found, "first-open," + who);
    }
    if (standing.lastAnswered().contains(topic)) {
      put(found, "just-answered");
    }
    if (stillOpen.size() == 1 && open) {
      put(found, "only-open," + who);
    }
    var before = standing.before();
    if (before.isEmpty()) {
      put(found, "first-reply," + who);
    } else {
      var previous = before.get(before.size() - 1);
      boolean asks = previous.text().contains("?");
      put(found, "previous=" + previous.by() + ",asks=" + asks + ",who=" + who);
      put(found, "previous=" + previous.by() + ",asks=" + asks + ",who=" + who + ",open=" + open);
      if (asks && previous.by() != reply.by()) {
        for (var w : grams(words(plain(previous.text())))) {
          found.put("p:" + t + ":" + w, 1f);
          found.put("p:" + w, 1f);
        }
        put(found, "p-asks," + t);
      }
      if (previous.by() == reply.by() && standing.lastAnswered().contains(topic)) {
        put(found, "goes-on");
        var words = words(plain);
        if (!words.isEmpty()) {
          found.put("goes-on:" + words.get(0), 1f);
        }
      }
    }
    var said = standing.said().get(topic);
    if (said != null) {
      var told = new HashSet<>(telling(said));
      long again = telling(plain).stream().filter(told::contains).count();
      put(found, "again=" + Math.min(2, again));
      put(found, t + ",again=" + Math.min(2, again));
    }
  }

  private static void pointing(
      Map<String, Float> found,
      Numbered numbered,
      Numbered.@Nullable Part mine,
      Numbered.@Nullable Part ordinal,
      Standing standing,
      Topic topic,
      Reply.By by) {
    if (mine != null) {
      var kind = mine.marked() ? "number" : "bare-number";
      put(found, kind);
      put(found, kind + "," + by);
      put(found, kind + ",parts=" + Math.min(3, numbered.parts.size()));
      for (var w : grams(words(mine.words()))) {
        found.put("n:" + w, 1f);
      }
    } else if (!numbered.parts.isEmpty()) {
      boolean marked = numbered.parts.values().stream().anyMatch(Numbered.Part::marked);
      put(found, "other-number,marked=" + marked + ",parts=" + Math.min(3, numbered.parts.size()));
      put(found, "other-number,left=" + (numbered.before.length() > 12));
    } else {
      put(found, "no-number");
    }
    if (ordinal != null) {
      put(found, "ordinal");
    } else if (!numbered.ordinal.isEmpty()) {
      put(found, "other-ordinal");
    }
    if (numbered.rest) {
      put(found, "rest,open=" + !standing.answered().contains(topic));
    }
  }

  private static void content(
      Map<String, Float> found, String text, String topic, boolean pointed, Standing standing) {
    var words = words(text);
    put(found, "length=" + Integer.numberOfTrailingZeros(Integer.highestOneBit(words.size() + 1)));
    put(
        found,
        topic
            + ",length="
            + Integer.numberOfTrailingZeros(Integer.highestOneBit(words.size() + 1)));
    if (text.strip().endsWith("?")) {
      put(found, "ends-asking");
      put(found, "ends-asking,pointed=" + pointed);
    }
    if (text.contains("@someone")) {
      put(found, "mention," + topic);
    }
    for (var w : grams(words)) {
      found.put(w, 1f);
      found.put(topic + ":" + w, 1f);
    }
    for (var shape : shapes(text)) {
      found.put(topic + "~" + shape, 1f);
    }
    var known = standing.known();
    if (named(words, known.priorities())) {
      put(found, topic + ",names-priority");
    }
    if (named(words, known.initiatives())) {
      put(found, topic + ",names-initiative");
    }
    if (words.stream().anyMatch(known.people()::contains)) {
      put(found, topic + ",names-person");
    }
  }

  /** Whether a name, or two words of it in a row, stands in the text. */
  private static boolean named(List<String> words, List<List<String>> names) {
    for (var name : names) {
      int size = Math.min(2, name.size());
      for (int from = 0; from + size <= name.size(); from++) {
        var part = name.subList(from, from + size);
        if (java.util.Collections.indexOfSubList(words, part) >= 0 && !COMMON.containsAll(part)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void put(Map<String, Float> found, String clue) {
    found.put(clue, STRUCTURE);
  }

  static List<String> telling(String text) {
    return words(text).stream()
        .filter(w -> w.length() > 2 && !COMMON.contains(w) && !w.startsWith("#"))
        .toList();
  }

  static List<String> words(String text) {
    var plain = unaccented(text).toLowerCase(Locale.ROOT);
    var found = new ArrayList<String>();
    var matcher = WORD.matcher(plain);
    while (matcher.find()) {
      var word = matcher.group().replace("’", "'");
      found.add(Character.isDigit(word.charAt(0)) ? number(word) : word);
    }
    return found;
  }

  private static String number(String word) {
    return word.matches("\\d{1,2}[:.]\\d\\d")
        ? "#time"
        : word.contains("/") ? "#date" : "#" + Math.min(word.length(), 3);
  }

  private static String unaccented(String text) {
    return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
  }

  /** The text as kinds of words: names, months, days, numbers, and the small words between them. */
  private static Set<String> shapes(String text) {
    var found = new HashSet<String>();
    var plain = unaccented(text);
    var matcher = WORD.matcher(plain);
    var kinds = new ArrayList<String>();
    boolean begins = true;
    int end = 0;
    while (matcher.find()) {
      var gap = plain.substring(end, matcher.start());
      begins = begins || gap.matches(".*[.!?:\\n].*");
      var kind = shape(matcher.group(), begins);
      if (gap.contains("(")) {
        kinds.add("(");
      }
      kinds.add(kind);
      begins = false;
      end = matcher.end();
    }
    for (int i = 0; i < kinds.size(); i++) {
      if (!kinds.get(i).equals("w")) {
        found.add(kinds.get(i));
      }
      if (i + 1 < kinds.size()) {
        found.add(kinds.get(i) + " " + kinds.get(i + 1));
      }
      if (i == 0) {
        found.add("^" + kinds.get(0) + (kinds.size() > 1 ? " " + kinds.get(1) : " $"));
      }
    }
    return found;
  }

  private static String shape(String word, boolean begins) {
    var low = word.toLowerCase(Locale.ROOT);
    boolean capital = Character.isUpperCase(word.charAt(0));
    if (Character.isDigit(word.charAt(0))) {
      return "NUM";
    }
    if (MONTHS.contains(low) && (capital || low.length() > 3)) {
      return "MONTH";
    }
    if (DAYS.contains(low)) {
      return "DAY";
    }
    if (SEASONS.contains(low)) {
      return "SEASON";
    }
    if (COMMON.contains(low)) {
      return low;
    }
    if (word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT))) {
      return "ABBR";
    }
    if (capital) {
      return begins ? "BEGIN" : "NAME";
    }
    return Character.isLetter(word.charAt(0)) ? "w" : word;
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
}
