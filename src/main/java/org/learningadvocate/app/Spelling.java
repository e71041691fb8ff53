package org.learningadvocate.app;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which known name somebody meant who wrote another. */
final class Spelling {

  private Spelling() {}

  /** Ends a sentence that says a name is unknown. */
  static String hint(String name, Collection<String> known) {
    return nearest(name, known)
        .map(near -> "; did you mean " + near + "?")
        .orElseGet(() -> "; there are " + String.join(", ", known.stream().sorted().toList()));
  }

  /** The nearest of them, if one is near at all. */
  static Optional<String> nearest(String name, Collection<String> known) {
    int most = Math.max(2, name.length() / 3);
    return known.stream()
        .min(Comparator.comparingInt((String other) -> distance(name, other)).thenComparing(o -> o))
        .filter(other -> distance(name, other) <= most);
  }

  /** By how many letters two names differ; the last part counts, wherever it was put. */
  private static int distance(String name, String other) {
    int whole = edits(name, other);
    var last = other.substring(other.lastIndexOf('.') + 1);
    return Math.min(whole, edits(name.substring(name.lastIndexOf('.') + 1), last) + 1);
  }

  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int same = plain(a.charAt(i - 1)) == plain(b.charAt(j - 1)) ? 0 : 1;
        row[j] = Math.min(diagonal + same, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }

  private static char plain(char c) {
    return c == '_' ? '-' : Character.toLowerCase(c);
  }
}
