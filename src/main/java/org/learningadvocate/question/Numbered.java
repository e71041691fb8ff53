package org.learningadvocate.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reply cut at the numbers of questions: "1. yes 3 and 4: no". What stands before the first
 * number belongs to none.
 */
final class Numbered {
  private static final Pattern LIST =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.:/$€£%+-])(?<intro>(?:for|on|re|as for|as to|to|under|and) (?=#?q?\\d|"
              + "(?:question|number)))?(?<said>(?:question|q|nr|no|num|number|point|#)\\.? ?)?"
              + "(?<numbers>\\d(?:(?: ?(?:,|&|\\+|/|-|–|and|und|et|e|y) ?(?:#|q)?)\\d){0,9})"
              + "(?:(?<mark>\\.(?![\\d])|[):](?!\\d)|/(?!\\d)|\\.?\\)| ?(?:->|=>|[=–—-])(?= ))"
              + "|(?= \\p{L}|\\s*$|\\s+[\"'«\\[(@<]|,))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ANSWER =
      Pattern.compile(
          "\\s*,|\\s+(?:yes|no|nope|nothing|none|not|it|i|we|dunno|idk)\\b",
          Pattern.CASE_INSENSITIVE);

  /** What only leads over to the next answer. */
  private static final Pattern BETWEEN = Pattern.compile("\\s*[,;]$");

  private static final Pattern TRAILING = Pattern.compile("([^.;()]{3,}?) \\((\\d)\\)");
  private static final Pattern WORD =
      Pattern.compile(
          "\\b(?:(?<ordinal>first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|sixth|6th|last)(?:"
              + " (?:one|question|q|point|thing)\\b|(?=\\s*(?:[:,.=–-]|->|no\\b|yes\\b|nil\\b|not?\\b|is\\b|i\\b|and"
              + " (?:second|third|fourth|fifth|sixth|last)\\b)))|(?<pair>(?:the )?(?:first|last)"
              + " (?:two|2|three|3|four)\\b)|(?:(?<=number |question |under |for |on |re |^|[.!?;:]"
              + " |\\n"
              + ")(?<spelled>one|two|three|four|five|six)(?=[:,.=–-]| is\\b| -))|(?<rest>both|all"
              + " (?:of them|three|four|five|six|the rest)|the (?:rest|others?|other"
              + " (?:two|three|four)(?: questions)?)|neither))",
          Pattern.CASE_INSENSITIVE);
  private static final Map<String, Integer> ORDINALS = ordinals();

  /** A piece of a reply for one question. */
  record Part(int number, String words, boolean marked) {}

  final Map<Integer, Part> parts = new LinkedHashMap<>();
  final Map<Integer, Part> ordinal = new LinkedHashMap<>();
  final String before;
  final boolean rest;

  private Numbered(String before, boolean rest) {
    this.before = before;
    this.rest = rest;
  }

  static Numbered of(String plain, int asked) {
    var starts = new ArrayList<int[]>();
    var numbers = new ArrayList<List<Integer>>();
    var marks = new ArrayList<Boolean>();
    var matcher = LIST.matcher(plain);
    while (matcher.find()) {
      boolean said = matcher.group("said") != null;
      boolean marked = matcher.group("mark") != null || said;
      boolean introduced =
          matcher.group("intro") != null && (marked || answers(plain, matcher.end()));
      boolean atStart = startsSomething(plain, matcher.start());
      boolean bracketed = matcher.start() > 0 && plain.charAt(matcher.start() - 1) == '(';
      var found = numbers(matcher.group("numbers"), asked);
      if (!found.isEmpty()
          && (said || introduced || atStart || (!bracketed && follows(numbers, found, marked)))) {
        starts.add(new int[] {matcher.start(), matcher.end()});
        numbers.add(found);
        marks.add(marked);
      }
    }
    var result =
        new Numbered(
            starts.isEmpty() ? plain : plain.substring(0, starts.get(0)[0]).strip(), rest(plain));
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1)[0] : plain.length();
      var words = BETWEEN.matcher(plain.substring(starts.get(i)[1], end).strip()).replaceAll("");
      for (int number : numbers.get(i)) {
        result.parts.putIfAbsent(number, new Part(number, words, marks.get(i)));
      }
    }
    if (result.parts.isEmpty()) {
      result.readTrailing(plain, asked);
    }
    result.readOrdinals(plain, asked);
    return result;
  }

  /** "Nothing that I know of (4). The audit in May (5)." */
  private void readTrailing(String plain, int asked) {
    var matcher = TRAILING.matcher(plain);
    while (matcher.find()) {
      int number = matcher.group(2).charAt(0) - '0';
      if (number >= 1 && number <= asked) {
        parts.putIfAbsent(number, new Part(number, matcher.group(1).strip(), true));
      }
    }
  }

  private void readOrdinals(String plain, int asked) {
    var matcher = WORD.matcher(plain);
    var starts = new ArrayList<Integer>();
    var numbers = new ArrayList<List<Integer>>();
    while (matcher.find()) {
      var found = meant(matcher, asked).stream().filter(n -> n >= 1 && n <= asked).toList();
      if (!found.isEmpty()) {
        starts.add(matcher.start());
        numbers.add(found);
      }
    }
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : plain.length();
      for (int number : numbers.get(i)) {
        ordinal.putIfAbsent(
            number, new Part(number, plain.substring(starts.get(i), end).strip(), true));
      }
    }
  }

  private static List<Integer> meant(Matcher matcher, int asked) {
    if (matcher.group("ordinal") != null) {
      int n = ORDINALS.getOrDefault(matcher.group("ordinal").toLowerCase(Locale.ROOT), 0);
      return List.of(n == 0 ? asked : n);
    }
    if (matcher.group("spelled") != null) {
      return List.of(ORDINALS.get(matcher.group("spelled").toLowerCase(Locale.ROOT)));
    }
    if (matcher.group("pair") != null) {
      var words = matcher.group("pair").toLowerCase(Locale.ROOT);
      int many = words.matches(".*(?:two|2)") ? 2 : words.matches(".*(?:three|3)") ? 3 : 4;
      int from = words.contains("first") ? 1 : asked - many + 1;
      return java.util.stream.IntStream.range(from, from + many).boxed().toList();
    }
    return List.of();
  }

  private static boolean rest(String plain) {
    var matcher = WORD.matcher(plain);
    while (matcher.find()) {
      if (matcher.group("rest") != null) {
        return true;
      }
    }
    return false;
  }

  /** "For 4, …", "for 6 yes": what follows a number of a question, and not a number of days. */
  private static boolean answers(String plain, int end) {
    return ANSWER.matcher(plain.substring(end)).lookingAt();
  }

  private static boolean startsSomething(String plain, int at) {
    var before = plain.substring(0, at).stripTrailing();
    if (before.endsWith("(")) {
      before = before.substring(0, before.length() - 1).stripTrailing();
      // In brackets behind a sentence it belongs to what stands before it.
      return before.isEmpty() || plain.substring(before.length(), at).contains("\n");
    }
    return before.isEmpty()
        || ".!?;:,)\n".indexOf(before.charAt(before.length() - 1)) >= 0
        || plain.substring(before.length(), at).contains("\n");
  }

  /** Inside a line a bare number counts where it goes on from the one before. */
  private static boolean follows(List<List<Integer>> before, List<Integer> found, boolean marked) {
    if (before.isEmpty()) {
      return marked;
    }
    var last = before.get(before.size() - 1);
    return marked || found.get(0) > last.get(last.size() - 1);
  }

  private static List<Integer> numbers(String text, int asked) {
    var found = new ArrayList<Integer>();
    var digits = text.replaceAll("\\D", "");
    if (text.matches("\\d ?[-–] ?\\d") && digits.charAt(0) < digits.charAt(1)) {
      for (int n = digits.charAt(0) - '0'; n <= digits.charAt(1) - '0'; n++) {
        found.add(n);
      }
    } else {
      digits.chars().forEach(d -> found.add(d - '0'));
    }
    return found.stream().allMatch(n -> n >= 1 && n <= asked) ? found : List.of();
  }

  private static Map<String, Integer> ordinals() {
    return Map.ofEntries(
        Map.entry("first", 1),
        Map.entry("1st", 1),
        Map.entry("second", 2),
        Map.entry("2nd", 2),
        Map.entry("third", 3),
        Map.entry("3rd", 3),
        Map.entry("fourth", 4),
        Map.entry("4th", 4),
        Map.entry("fifth", 5),
        Map.entry("5th", 5),
        Map.entry("sixth", 6),
        Map.entry("6th", 6),
        Map.entry("one", 1),
        Map.entry("two", 2),
        Map.entry("three", 3),
        Map.entry("four", 4),
        Map.entry("five", 5),
        Map.entry("six", 6),
        Map.entry("last", 0));
  }
}
