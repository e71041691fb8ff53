package org.learningadvocate.homework;

import java.util.Map;

/** What companies strive for in general, and the words people use for it. */
final class Themes {
  private final Phrases phrases = new Phrases();
  private final int count;

  private Themes(java.util.List<String> lines) {
    int theme = 0;
    for (var line : lines) {
      for (var phrase : line.substring(line.indexOf(':') + 1).split(",")) {
        phrases.add(phrase.strip(), theme);
      }
      theme++;
    }
    count = theme;
  }

  static Themes load() {
    return new Themes(Resource.lines("themes.txt"));
  }

  int count() {
    return count;
  }

  /** How strongly each theme is spoken of, 0 to 1, in the order of the list. */
  double[] in(String text) {
    var strengths = new double[count];
    for (Map.Entry<Integer, Integer> hit : phrases.in(Words.of(text)).entrySet()) {
      strengths[hit.getKey()] = 1 - Math.pow(0.5, hit.getValue());
    }
    return strengths;
  }
}
