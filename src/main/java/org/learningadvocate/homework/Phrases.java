package org.learningadvocate.homework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds known phrases in a text, the longest first, and says what each stands for. */
final class Phrases {
  private final Map<String, List<Entry>> byFirst = new HashMap<>();

  private record Entry(List<String> words, int meaning) {}

  /** Adds a phrase that stands for something; a phrase may stand for several things. */
  void add(String phrase, int meaning) {
    var words = Words.of(phrase);
    if (!words.isEmpty()) {
      var entries = byFirst.computeIfAbsent(words.get(0), k -> new ArrayList<>());
      entries.add(new Entry(words, meaning));
      entries.sort((a, b) -> b.words.size() - a.words.size());
    }
  }

  /** How many words of the text stand for what, by meaning; a longer phrase hides a shorter one. */
  Map<Integer, Integer> in(List<String> words) {
    var found = new LinkedHashMap<Integer, Integer>();
    for (int i = 0; i < words.size(); ) {
      int taken = 0;
      for (var entry : byFirst.getOrDefault(words.get(i), List.of())) {
        int size = entry.words.size();
        if (size < taken) {
          break;
        }
        if (i + size <= words.size() && words.subList(i, i + size).equals(entry.words)) {
          taken = size;
          found.merge(entry.meaning, size, Integer::sum);
        }
      }
      i += Math.max(1, taken);
    }
    return found;
  }
}
