package org.learningadvocate.catalog;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds entries by words, forgivingly: inflected, without their accents, mistyped, or only the
 * beginning of a word.
 */
final class WordSearch<T> {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}%]+");
  private static final Set<String> SAY_NOTHING =
      Set.of(
          "a", "about", "all", "an", "and", "any", "are", "at", "by", "do", "does", "for", "from",
          "have", "how", "i", "in", "is", "it", "me", "my", "no", "of", "on", "or", "our", "please",
          "s", "show", "that", "the", "their", "there", "this", "to", "us", "we", "what", "when",
          "which", "who", "with", "you", "your");

  /** An entry answers when this much of what was asked is found in it. */
  private static final double ENOUGH = 0.34;

  /** Entries far behind the best one are noise. */
  private static final double BESIDE_THE_BEST = 0.4;

  /** Where a word may be found, and how much a find there says. */
  record Field(String text, double weight) {}

  private record Indexed<T>(T entry, List<List<String>> words, List<Double> weights) {}

  private record Found<T>(T entry, double score, double covered) {}

  private final List<Indexed<T>> entries;

  WordSearch(List<T> entries, Function<T, List<Field>> fields) {
    this.entries =
        entries.stream()
            .map(
                entry -> {
                  var of = fields.apply(entry);
                  return new Indexed<>(
                      entry,
                      of.stream().map(field -> words(field.text())).toList(),
                      of.stream().map(Field::weight).toList());
                })
            .toList();
  }

  /** Whether anything in the words can be searched for. */
  static boolean saysSomething(String asked) {
    return !asked(asked).isEmpty();
  }

  /** The entries that answer, best first; those that answer alike stay in their order. */
  List<T> find(String asked) {
    var terms = asked(asked);
    if (terms.isEmpty()) {
      return List.of();
    }
    double[] worth = new double[terms.size()];
    double total = 0;
    var finds = new ArrayList<double[]>();
    for (var entry : entries) {
      finds.add(terms.stream().mapToDouble(term -> best(term, entry)).toArray());
    }
    for (int i = 0; i < worth.length; i++) {
      int term = i;
      long having = finds.stream().filter(scores -> scores[term] > 0).count();
      // A word that every entry holds tells them less apart than one that few do.
      worth[i] = Math.log(1 + (entries.size() + 1.0) / (having + 0.5));
      total += having > 0 ? worth[i] : Math.log(2);
    }
    var found = new ArrayList<Found<T>>();
    for (int e = 0; e < entries.size(); e++) {
      double score = 0;
      double covered = 0;
      for (int i = 0; i < worth.length; i++) {
        score += worth[i] * finds.get(e)[i];
        covered += finds.get(e)[i] > 0 ? worth[i] : 0;
      }
      if (covered / total >= ENOUGH) {
        found.add(new Found<>(entries.get(e).entry(), score, covered));
      }
    }
    double top = found.stream().mapToDouble(Found::score).max().orElse(0);
    return found.stream()
        .filter(one -> one.score() >= BESIDE_THE_BEST * top)
        .sorted(Comparator.comparingDouble((Found<T> one) -> -one.score()))
        .map(Found::entry)
        .toList();
  }

  private static double best(String term, Indexed<?> entry) {
    double best = 0;
    for (int i = 0; i < entry.words().size(); i++) {
      for (String word : entry.words().get(i)) {
        best = Math.max(best, entry.weights().get(i) * alike(term, word));
      }
    }
    return best;
  }

  private static double alike(String term, String word) {
    if (term.equals(word) || stem(term).equals(stem(word))) {
      return 1;
    }
    if (term.length() >= 3 && word.startsWith(term)) {
      return 0.8;
    }
    if (term.length() >= 5 && word.contains(term)) {
      return 0.6;
    }
    int allowed = term.length() >= 8 ? 2 : term.length() >= 4 ? 1 : 0;
    return allowed > 0 && slips(stem(term), stem(word), allowed) ? 0.6 : 0;
  }

  private static List<String> asked(String text) {
    var words = words(text);
    var telling = words.stream().filter(word -> !SAY_NOTHING.contains(word)).distinct().toList();
    return telling.size() > 24 ? telling.subList(0, 24) : telling;
  }

  private static List<String> words(String text) {
    var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return BETWEEN
        .splitAsStream(plain.toLowerCase(Locale.ROOT).replace("ß", "ss"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String stem(String word) {
    var stem = word;
    if (stem.length() > 4 && stem.endsWith("ies")) {
      stem = stem.substring(0, stem.length() - 3) + "y";
    } else if (stem.length() > 2 && stem.endsWith("s") && !stem.endsWith("ss")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    if (stem.length() > 6 && stem.endsWith("ing")) {
      stem = stem.substring(0, stem.length() - 3);
    } else if (stem.length() > 5 && stem.endsWith("ed")) {
      stem = stem.substring(0, stem.length() - 2);
    }
    return stem.length() > 4 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
  }

  /** Whether one word comes from the other by so few slips; two swapped letters are one slip. */
  private static boolean slips(String a, String b, int allowed) {
    if (Math.abs(a.length() - b.length()) > allowed) {
      return false;
    }
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + other, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()] <= allowed;
  }
}
