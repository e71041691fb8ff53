package org.learningadvocate.homework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small learned judgement: clues are weighed, summed, and turned into a probability. */
final class Weights {
  private final double[] weights;
  private final double bias;
  private final double threshold;

  Weights(double[] weights, double bias, double threshold) {
    this.weights = weights.clone();
    this.bias = bias;
    this.threshold = threshold;
  }

  /** Reads {@code name value} lines; every clue must have its weight, so that none is forgotten. */
  static <E extends Enum<E>> Weights read(List<String> lines, Class<E> clues) {
    var byName = values(lines);
    var constants = clues.getEnumConstants();
    var weights = new double[constants.length];
    for (var clue : constants) {
      weights[clue.ordinal()] = value(byName, clue.name());
    }
    return new Weights(weights, value(byName, "BIAS"), value(byName, "THRESHOLD"));
  }

  /** The values of {@code name value} lines, by name. */
  static Map<String, Double> values(List<String> lines) {
    Map<String, Double> byName = new HashMap<>();
    for (var line : lines) {
      int space = line.lastIndexOf(' ');
      byName.put(line.substring(0, space).strip(), Double.valueOf(line.substring(space + 1)));
    }
    return byName;
  }

  /** How likely it is, 0 to 1. */
  double probability(double[] clues) {
    return 1 / (1 + Math.exp(-score(clues)));
  }

  /** The weighed sum, for ranking. */
  double score(double[] clues) {
    double sum = bias;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * clues[i];
    }
    return sum;
  }

  /** The probability from which it is worth showing. */
  double threshold() {
    return threshold;
  }

  double bias() {
    return bias;
  }

  double[] weights() {
    return weights.clone();
  }

  static double value(Map<String, Double> byName, String name) {
    var value = byName.get(name);
    if (value == null) {
      throw new IllegalStateException("The weights have no " + name);
    }
    return value;
  }
}
