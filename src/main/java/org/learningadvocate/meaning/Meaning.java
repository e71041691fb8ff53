package org.learningadvocate.meaning;

/**
 * How alike two texts are. An implementation turns a text into a vector of length one; texts that
 * mean the same point the same way. Safe for use by many threads.
 */
public interface Meaning {
  /**
   * The direction in which a text points: a vector of length one, or all zeros where it is empty.
   */
  float[] of(String text);

  /** What computes it, for reports and for choosing the weights that were learned with it. */
  Kind kind();

  /**
   * Names what makes the vectors, for those that are kept: made under another name they say nothing
   * beside these. Never empty.
   */
  String mark();

  /** How alike two vectors of the same implementation are: 1 is the same, 0 is unrelated. */
  static double alike(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** How alike two texts are: 1 is the same, 0 is unrelated. */
  default double alike(String a, String b) {
    return alike(of(a), of(b));
  }

  /** What stands behind a {@link Meaning}. */
  enum Kind {
    /** A sentence model: knows that "turnover" and "people quit" are near. */
    MODEL,
    /** Words and their parts only. */
    WORDS
  }
}
