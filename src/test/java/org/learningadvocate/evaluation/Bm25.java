package org.learningadvocate.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Okapi BM25 on words as they are: what a plain text search finds. */
final class Bm25 implements Likeness {
  private static final double SATURATION = 1.2;
  private static final double LENGTH_COUNTS = 0.75;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,}");

  @Override
  public double[] of(String text, List<String> documents) {
    var words = documents.stream().map(Bm25::words).toList();
    var holders = new HashMap<String, Integer>();
    words.forEach(
        document -> new HashSet<>(document).forEach(word -> holders.merge(word, 1, Integer::sum)));
    double usual = words.stream().mapToInt(List::size).average().orElse(1);
    var asked = new HashSet<>(words(text));
    var scores = new double[words.size()];
    for (int i = 0; i < scores.length; i++) {
      var counts = new HashMap<String, Integer>();
      words.get(i).forEach(word -> counts.merge(word, 1, Integer::sum));
      double length = 1 - LENGTH_COUNTS + LENGTH_COUNTS * words.get(i).size() / usual;
      for (var entry : counts.entrySet()) {
        if (asked.contains(entry.getKey())) {
          int having = holders.getOrDefault(entry.getKey(), 0);
          double rarity = Math.log(1 + (words.size() - having + 0.5) / (having + 0.5));
          double count = entry.getValue();
          scores[i] += rarity * count * (SATURATION + 1) / (count + SATURATION * length);
        }
      }
    }
    return scores;
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .forEach(found -> words.add(found.group()));
    return words;
  }
}
