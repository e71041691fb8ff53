package org.learningadvocate.homework;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The company's own table of groups of people: other words for a group, and groups within it. */
final class Aliases {
  private final Map<List<String>, List<List<String>>> rows = new LinkedHashMap<>();

  Aliases(Map<String, List<String>> table) {
    table.forEach(
        (name, words) -> rows.put(Words.of(name), words.stream().map(Words::of).toList()));
  }

  /**
   * Whether the table says that the two share people: one is the group, the other a word for it or
   * a part of it. Two parts of the same group need not.
   */
  boolean share(Audience a, Audience b) {
    for (var row : rows.entrySet()) {
      boolean aIs = names(a, row.getKey());
      boolean bIs = names(b, row.getKey());
      if ((aIs && (bIs || isIn(b, row.getValue()))) || (bIs && isIn(a, row.getValue()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(Audience audience, List<List<String>> parts) {
    return parts.stream().anyMatch(part -> names(audience, part));
  }

  private static boolean names(Audience audience, List<String> words) {
    return !words.isEmpty() && Collections.indexOfSubList(audience.words, words) >= 0;
  }
}
