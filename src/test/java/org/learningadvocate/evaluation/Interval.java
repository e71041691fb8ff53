package org.learningadvocate.evaluation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Between what and what a figure lies in 95 of 100 cases, had other ones of the same kind been
 * judged: what was judged is drawn again and again, some of it twice, some not at all.
 */
record Interval(double low, double high) {
  static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);
  private static final int DRAWS = 1000;
  private static final double TAIL = 0.025;
  private static final long SEED = 5;

  /**
   * The intervals of all figures.
   *
   * @param kinds what is drawn from, each by itself: the messages and the threads of a company, or
   *     companies
   */
  static Map<Figure, Interval> of(List<List<Tally>> kinds) {
    var random = new SplittableRandom(SEED);
    var drawn = new double[Figure.values().length][DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      var sum = new Tally();
      for (var units : kinds) {
        for (int i = 0; i < units.size(); i++) {
          sum.add(units.get(random.nextInt(units.size())));
        }
      }
      for (var figure : Figure.values()) {
        drawn[figure.ordinal()][draw] = figure.of(sum);
      }
    }
    var intervals = new EnumMap<Figure, Interval>(Figure.class);
    for (var figure : Figure.values()) {
      intervals.put(figure, of(drawn[figure.ordinal()]));
    }
    return intervals;
  }

  private static Interval of(double[] draws) {
    var sorted = Arrays.stream(draws).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      return UNKNOWN;
    }
    int low = (int) (sorted.length * TAIL);
    return new Interval(sorted[low], sorted[sorted.length - 1 - low]);
  }
}
