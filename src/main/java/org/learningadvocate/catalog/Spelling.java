package org.learningadvocate.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a person meant who mistyped a word. */
final class Spelling {
  private Spelling() {}

  /** The known word at most two slips away, a third of its length at most; empty where none is. */
  static Optional<String> nearest(String word, Collection<String> known) {
    return known.stream()
        .filter(k -> slips(word, k) <= Math.min(2, Math.max(1, k.length() / 3)))
        .min(Comparator.comparingInt((String k) -> slips(word, k)).thenComparing(k -> k));
  }

  private static int slips(String a, String b) {
    var left = a.toLowerCase(Locale.ROOT);
    var right = b.toLowerCase(Locale.ROOT);
    if (Math.abs(left.length() - right.length()) > 2) {
      return Integer.MAX_VALUE;
    }
    var above = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      var row = new int[right.length() + 1];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int swap = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(above[j - 1] + swap, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[right.length()];
  }
}
