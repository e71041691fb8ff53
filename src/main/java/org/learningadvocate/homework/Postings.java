package org.learningadvocate.homework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which entries hold which words, so that only words in common cost anything. */
final class Postings {
  private static final double UNKNOWN = 3;

  private final Map<String, int[]> entries = new HashMap<>();
  private final Map<String, Double> weights = new HashMap<>();
  private final double[] lengths;
  private final int size;

  /**
   * @param all the words of each entry
   * @param background the words of further entries, which only count for how rare a word is
   */
  Postings(List<Set<String>> all, List<Set<String>> background) {
    size = all.size();
    var found = new HashMap<String, List<Integer>>();
    var counts = new HashMap<String, Integer>();
    for (int e = 0; e < size; e++) {
      for (var word : all.get(e)) {
        found.computeIfAbsent(word, k -> new ArrayList<>()).add(e);
        counts.merge(word, 1, Integer::sum);
      }
    }
    background.forEach(words -> words.forEach(word -> counts.merge(word, 1, Integer::sum)));
    int documents = size + background.size();
    counts.forEach((word, count) -> weights.put(word, Math.log((documents + 1.0) / (count + 0.5))));
    lengths = all.stream().mapToDouble(this::length).toArray();
    found.forEach(
        (word, list) -> entries.put(word, list.stream().mapToInt(Integer::intValue).toArray()));
  }

  /** How rare a word is in the catalogue. */
  double weight(String word) {
    return weights.getOrDefault(word, UNKNOWN);
  }

  /** For each entry, the weights of the words in common, added up. */
  double[] sums(Set<String> words) {
    var sums = new double[size];
    for (var word : words) {
      var holders = entries.get(word);
      if (holders != null) {
        double weight = weight(word);
        for (int e : holders) {
          sums[e] += weight;
        }
      }
    }
    return sums;
  }

  /** For each entry, the squared weights of the words in common, added up. */
  double[] squares(Set<String> words) {
    var sums = new double[size];
    for (var word : words) {
      var holders = entries.get(word);
      if (holders != null) {
        double weight = weight(word) * weight(word);
        for (int e : holders) {
          sums[e] += weight;
        }
      }
    }
    return sums;
  }

  /** For each entry, the weight of the rarest word in common. */
  double[] rarest(Set<String> words) {
    var most = new double[size];
    for (var word : words) {
      var holders = entries.get(word);
      if (holders != null) {
        double weight = weight(word);
        for (int e : holders) {
          most[e] = Math.max(most[e], weight);
        }
      }
    }
    return most;
  }

  /** The weights of all words of a text, added up. */
  double total(Set<String> words) {
    double sum = 0;
    for (var word : words) {
      sum += weight(word);
    }
    return sum;
  }

  /** The length of an entry's words as a vector of weights. */
  double length(int entry) {
    return lengths[entry];
  }

  private double length(Set<String> words) {
    double sum = 0;
    for (var word : words) {
      sum += weight(word) * weight(word);
    }
    return Math.sqrt(sum);
  }
}
