package org.learningadvocate.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/** Whether what is said to be so likely is right so often, in ten steps of likelihood. */
final class Reliability {
  private static final int STEPS = 10;

  private final int[] said = new int[STEPS];
  private final int[] right = new int[STEPS];
  private final double[] likelihood = new double[STEPS];

  /** Counts one; without a likelihood it says nothing. */
  void add(double likely, boolean is) {
    if (Double.isFinite(likely)) {
      int step = Math.min(STEPS - 1, (int) (likely * STEPS));
      said[step]++;
      right[step] += is ? 1 : 0;
      likelihood[step] += likely;
    }
  }

  void add(Reliability other) {
    for (int step = 0; step < STEPS; step++) {
      said[step] += other.said[step];
      right[step] += other.right[step];
      likelihood[step] += other.likelihood[step];
    }
  }

  /** One step: how many were said so likely, how likely on average, and how many were right. */
  record Step(double from, double to, int said, double likelihood, double right) {}

  /** The steps that anything fell into, from unlikely to likely. */
  List<Step> steps() {
    return IntStream.range(0, STEPS)
        .filter(step -> said[step] > 0)
        .mapToObj(
            step ->
                new Step(
                    (double) step / STEPS,
                    (step + 1.0) / STEPS,
                    said[step],
                    likelihood[step] / said[step],
                    (double) right[step] / said[step]))
        .toList();
  }

  /** How far likelihood and truth lie apart on average; not a number where nothing was said. */
  double gap() {
    double apart = 0;
    int all = 0;
    for (var step : steps()) {
      apart += step.said() * Math.abs(step.likelihood() - step.right());
      all += step.said();
    }
    return all == 0 ? Double.NaN : apart / all;
  }
}
