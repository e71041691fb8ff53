package org.learningadvocate.homework;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.learningadvocate.meaning.Meaning;

/**
 * What does not depend on a company: general word lists, learned weights, and a measure of meaning
 * with the vectors of catalogue texts it has already computed.
 */
record Ground(
    Meaning meaning,
    Themes themes,
    Groups groups,
    Judgements judgements,
    Map<String, float[]> known) {

  static Ground with(Meaning meaning) {
    return new Ground(
        meaning,
        Themes.load(),
        Groups.load(),
        Judgements.load(meaning.kind()),
        new ConcurrentHashMap<>());
  }

  /** The vector of a text of the catalogue; computed once, since catalogues change little. */
  float[] vector(String text) {
    return known.computeIfAbsent(text, meaning::of);
  }
}
