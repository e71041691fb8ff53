package org.learningadvocate.homework;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.List;

/** Learns weights by logistic regression on standardised clues. */
final class Learned {
  private Learned() {}

  /** One pair that was labelled. */
  record Example(double[] clues, boolean right) {}

  static Weights from(List<Example> examples, double strength, double threshold) {
    int n = examples.get(0).clues().length;
    var mean = new double[n];
    var deviation = new double[n];
    for (var e : examples) {
      for (int k = 0; k < n; k++) {
        mean[k] += e.clues()[k] / examples.size();
      }
    }
    for (var e : examples) {
      for (int k = 0; k < n; k++) {
        deviation[k] += Math.pow(e.clues()[k] - mean[k], 2) / examples.size();
      }
    }
    var problem = new Problem();
    problem.l = examples.size();
    problem.n = n + 1;
    problem.bias = 1;
    problem.x = new Feature[problem.l][];
    problem.y = new double[problem.l];
    for (int i = 0; i < problem.l; i++) {
      var row = new Feature[n + 1];
      for (int k = 0; k < n; k++) {
        row[k] = new FeatureNode(k + 1, scaled(examples.get(i).clues()[k], mean[k], deviation[k]));
      }
      row[n] = new FeatureNode(n + 1, 1);
      problem.x[i] = row;
      problem.y[i] = examples.get(i).right() ? 1 : 0;
    }
    Linear.disableDebugOutput();
    var parameter = new Parameter(SolverType.L2R_LR, strength, 1e-4);
    var model = Linear.train(problem, parameter);
    var learned = model.getFeatureWeights();
    // liblinear's weights speak for the label it saw first.
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    var weights = new double[n];
    double bias = sign * learned[n];
    for (int k = 0; k < n; k++) {
      double spread = Math.sqrt(deviation[k]);
      weights[k] = spread < 1e-9 ? 0 : sign * learned[k] / spread;
      bias -= weights[k] * mean[k];
    }
    return new Weights(weights, bias, threshold);
  }

  private static double scaled(double value, double mean, double variance) {
    return variance < 1e-18 ? 0 : (value - mean) / Math.sqrt(variance);
  }
}
