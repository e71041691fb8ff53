package org.learningadvocate.homework;

/**
 * How often a match of some score was right on companies that were not learned from.
 *
 * @param slope how much a score counts
 * @param bias where the scale begins
 */
record Calibration(double slope, double bias) {

  /** How often such a match is right, 0 to 1. */
  double confidence(double score) {
    return 1 / (1 + Math.exp(-(slope * score + bias)));
  }
}
