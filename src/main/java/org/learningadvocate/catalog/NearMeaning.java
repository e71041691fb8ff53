package org.learningadvocate.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.learningadvocate.meaning.Meaning;

/**
 * What comes nearest to words that no entry holds, for "perhaps you mean". Says nothing where only
 * words can be compared, since that was tried already. Safe for use by many threads.
 */
final class NearMeaning {

  /**
   * Below this the model finds entries alike that have nothing to do with each other ("pizza", .28;
   * "holiday party", .32); above it most are what a person meant ("leadership pipeline", .42).
   */
  private static final double ALIKE = 0.36;

  private static final int MOST = 2;
  private static final int REMEMBERED = 4_000;

  private final Meaning meaning;
  private final Map<String, float[]> known = new ConcurrentHashMap<>();

  NearMeaning(Meaning meaning) {
    this.meaning = meaning;
  }

  <T> List<T> nearest(List<T> among, Function<T, List<String>> texts, String words) {
    if (meaning.kind() != Meaning.Kind.MODEL) {
      return List.of();
    }
    var asked = meaning.of(words);
    return among.stream()
        .map(one -> Map.entry(one, best(asked, texts.apply(one).stream())))
        .filter(one -> one.getValue() >= ALIKE)
        .sorted(Comparator.comparingDouble(one -> -one.getValue()))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }

  private double best(float[] asked, Stream<String> texts) {
    if (known.size() > REMEMBERED) {
      known.clear();
    }
    return texts
        .filter(text -> !text.isBlank())
        .mapToDouble(text -> Meaning.alike(asked, known.computeIfAbsent(text, meaning::of)))
        .max()
        .orElse(0);
  }
}
