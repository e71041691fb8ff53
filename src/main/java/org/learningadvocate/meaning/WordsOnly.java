package org.learningadvocate.meaning;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Likeness by shared words and shared parts of words; what is left where no model can be loaded.
 */
public final class WordsOnly implements Meaning {
  private static final int SIZE = 512;
  private static final int PART = 4;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{2,}");

  @Override
  public float[] of(String text) {
    var vector = new float[SIZE];
    var matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      var word = matcher.group();
      // A long word says more than a short one: "the" and "inventory" are not worth the same.
      float weight = Math.min(word.length(), 8) / 8f;
      add(vector, word, weight);
      for (int i = 0; i + PART <= word.length(); i++) {
        add(vector, word.substring(i, i + PART), weight / 2);
      }
    }
    return ofLengthOne(vector);
  }

  @Override
  public Kind kind() {
    return Kind.WORDS;
  }

  @Override
  public String mark() {
    return "words";
  }

  private static void add(float[] vector, String part, float weight) {
    int hash = part.hashCode() * 0x9E3779B1;
    vector[(hash >>> 1) % SIZE] += (hash & 1) == 0 ? weight : -weight;
  }

  static float[] ofLengthOne(float[] vector) {
    double sum = 0;
    for (float v : vector) {
      sum += v * v;
    }
    if (sum > 0) {
      float length = (float) Math.sqrt(sum);
      for (int i = 0; i < vector.length; i++) {
        vector[i] /= length;
      }
    }
    return vector;
  }
}
