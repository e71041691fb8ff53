package org.learningadvocate.homework;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.meaning.Meaning;

/** The small measures from which clues are made. */
final class Measures {
  private Measures() {}

  /** How many words of the one stand in the other. */
  static int common(Collection<String> words, Set<String> other) {
    int n = 0;
    for (var word : words) {
      n += other.contains(word) ? 1 : 0;
    }
    return n;
  }

  /** The weights of the words that both have, added up. */
  static double shared(Collection<String> words, Set<String> other, Postings postings) {
    double sum = 0;
    for (var word : words) {
      sum += other.contains(word) ? postings.weight(word) : 0;
    }
    return sum;
  }

  /** The weight of the rarest word that both have. */
  static double rarest(Collection<String> words, Set<String> other, Postings postings) {
    double most = 0;
    for (var word : words) {
      most = other.contains(word) ? Math.max(most, postings.weight(word)) : most;
    }
    return most;
  }

  /** How much of a title stands in a text, by the weights of its words, 0 to 1. */
  static double share(Set<String> words, List<String> title, Postings postings) {
    double all = 0;
    double found = 0;
    for (var word : title) {
      if (!Words.empty(word)) {
        double weight = postings.weight(word);
        all += weight;
        found += words.contains(word) ? weight : 0;
      }
    }
    return all == 0 ? 0 : found / all;
  }

  /**
   * How much of a name stands in the text in one piece, 0 to 1; single common words do not count.
   */
  static double named(Gist gist, List<List<String>> names) {
    double best = 0;
    for (var name : names) {
      if (common(name, gist.telling) > 0) {
        best = Math.max(best, (double) longestRun(gist.words, name) / name.size());
      }
    }
    return best;
  }

  /** Whether a text says one of the names in full; a name of one word may be said by chance. */
  static boolean saysWhole(List<String> words, List<List<String>> names) {
    return names.stream()
        .anyMatch(
            name ->
                name.size() > 1
                    && !name.stream().allMatch(Words::empty)
                    && Collections.indexOfSubList(words, name) >= 0);
  }

  private static int longestRun(List<String> words, List<String> name) {
    int best = 0;
    for (int start = 0; start < words.size(); start++) {
      for (int from = 0; from < name.size(); from++) {
        int run = 0;
        boolean telling = false;
        while (start + run < words.size()
            && from + run < name.size()
            && words.get(start + run).equals(name.get(from + run))) {
          telling = telling || !Words.empty(name.get(from + run));
          run++;
        }
        if (telling && (run >= 2 || name.size() == 1)) {
          best = Math.max(best, run);
        }
      }
    }
    return best;
  }

  /** Names of things that the text names too: one each, half where it writes them small. */
  static double ownWords(Gist gist, Entry entry) {
    double sum = 0;
    for (var word : entry.ownWords) {
      if (gist.telling.contains(word)) {
        sum += gist.ownWords.contains(word) ? 1 : 0.5;
      }
    }
    return Math.min(2, sum);
  }

  /** 1 where a person's full name stands in the text, half where only one part of it does. */
  static double ownerNamed(Gist gist, Entry entry) {
    var name = entry.ownerName;
    if (name.isEmpty()) {
      return 0;
    }
    boolean part =
        gist.ownWords.contains(name.get(0)) || gist.ownWords.contains(name.get(name.size() - 1));
    return Collections.indexOfSubList(gist.words, name) >= 0 ? 1 : part ? 0.5 : 0;
  }

  /** How strongly two texts speak of the same themes. */
  static double themes(double[] a, double[] b, double[] weights) {
    double sum = 0;
    for (int t = 0; t < a.length; t++) {
      sum += a[t] * b[t] * weights[t];
    }
    return sum;
  }

  /** How like two texts are in parts of their words, so that "loader" is near "loading". */
  static double grams(double squares, double length, Gist gist) {
    return length == 0 ? 0 : squares / (length * Math.sqrt(Math.max(1, gist.grams.size())));
  }

  /** How near a vector is to each of several, in deviations from the mean of all. */
  static double[] standardised(double[] values) {
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value;
      squares += value * value;
    }
    int n = Math.max(1, values.length);
    double mean = sum / n;
    double deviation = Math.sqrt(Math.max(1e-6, squares / n - mean * mean));
    var standardised = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      standardised[i] = (values[i] - mean) / deviation;
    }
    return standardised;
  }

  /** Puts one clue, in deviations from the mean of all candidates, beside it. */
  static void standardise(double[] @Nullable [] rows, Enum<?> from, Enum<?> to) {
    double sum = 0;
    double squares = 0;
    int n = 0;
    for (var row : rows) {
      if (row != null) {
        sum += row[from.ordinal()];
        squares += row[from.ordinal()] * row[from.ordinal()];
        n++;
      }
    }
    double mean = n == 0 ? 0 : sum / n;
    double deviation = n == 0 ? 1 : Math.sqrt(Math.max(1e-9, squares / n - mean * mean));
    for (var row : rows) {
      if (row != null) {
        row[to.ordinal()] = Math.max(-4, Math.min(6, (row[from.ordinal()] - mean) / deviation));
      }
    }
  }

  static double[] alike(float[] vector, List<float[]> others) {
    var alike = new double[others.size()];
    for (int i = 0; i < alike.length; i++) {
      alike[i] = Meaning.alike(vector, others.get(i));
    }
    return alike;
  }
}
