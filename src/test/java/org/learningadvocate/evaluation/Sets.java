package org.learningadvocate.evaluation;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;

/** Precision, recall and F1 of predicted sets, as {@code score.py} counts them. */
public final class Sets {
  private int right;
  private int wrong;
  private int missed;

  /** Counts one prediction. */
  public void add(Collection<String> truth, Collection<String> guess) {
    var hits = new HashSet<>(guess);
    hits.retainAll(truth);
    right += hits.size();
    wrong += new HashSet<>(guess).size() - hits.size();
    missed += new HashSet<>(truth).size() - hits.size();
  }

  /** Adds what another one counted. */
  public void add(Sets other) {
    right += other.right;
    wrong += other.wrong;
    missed += other.missed;
  }

  public double f1() {
    return right == 0 ? 0 : 2.0 * right / (2.0 * right + wrong + missed);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "P %.3f R %.3f F1 %.3f",
        (double) right / Math.max(1, right + wrong),
        (double) right / Math.max(1, right + missed),
        f1());
  }
}
