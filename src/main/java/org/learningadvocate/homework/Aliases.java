package org.learningadvocate.homework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The company's own table of words for groups of people. */
final class Aliases {
  private final Map<List<String>, Set<Integer>> rows = new HashMap<>();

  Aliases(Map<String, List<String>> table) {
    int row = 0;
    for (var line : table.entrySet()) {
      var names = new ArrayList<>(line.getValue());
      names.add(line.getKey());
      for (var name : names) {
        rows.computeIfAbsent(Words.of(name), k -> new HashSet<>()).add(row);
      }
      row++;
    }
  }

  /** Whether the table puts both on one line. */
  boolean same(Audience a, Audience b) {
    if (rows.isEmpty()) {
      return false;
    }
    var of = rowsIn(a.words);
    of.retainAll(rowsIn(b.words));
    return !of.isEmpty();
  }

  private Set<Integer> rowsIn(List<String> words) {
    var found = new HashSet<Integer>();
    rows.forEach(
        (name, lines) -> {
          if (java.util.Collections.indexOfSubList(words, name) >= 0) {
            found.addAll(lines);
          }
        });
    return found;
  }
}
