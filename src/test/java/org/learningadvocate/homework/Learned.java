package org.learningadvocate.homework;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Learns weights by logistic regression (liblinear, the same result each time) on scaled clues. */
final class Learned {
  private static final double STILL = 1e-9;

  private Learned() {}

  /** One labelled pair. */
  record Example(double[] clues, boolean right) {}

  /**
   * Weights for clues as they come; the scaling is folded into them.
   *
   * @param strength how closely to follow the examples: liblinear's C
   * @param threshold the probability from which it is worth showing
   */
  static Weights from(List<Example> examples, double strength, double threshold) {
    int n = examples.get(0).clues().length;
    var mean = new double[n];
    var spread = new double[n];
    for (var e : examples) {
      for (int k = 0; k < n; k++) {
        mean[k] += e.clues()[k] / examples.size();
      }
    }
    for (var e : examples) {
      for (int k = 0; k < n; k++) {
        spread[k] += Math.pow(e.clues()[k] - mean[k], 2) / examples.size();
      }
    }
    for (int k = 0; k < n; k++) {
      spread[k] = Math.sqrt(spread[k]);
    }
    var problem = problem(examples, mean, spread);
    Linear.disableDebugOutput();
    var model = Linear.train(problem, new Parameter(SolverType.L2R_LR, strength, 1e-4));
    // liblinear's weights speak for the label it saw first.
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    var weights = new double[n];
    double bias = sign * model.getFeatureWeights()[n];
    for (int k = 0; k < n; k++) {
      weights[k] = spread[k] < STILL ? 0 : sign * model.getFeatureWeights()[k] / spread[k];
      bias -= weights[k] * mean[k];
    }
    return new Weights(weights, bias, threshold);
  }

  /** What the matches of some requests of a company left out scored, and which were right. */
  record Judged(List<Example> first, List<Example> further) {}

  /**
   * The scores of each request's best pairs, where each company is judged by weights learned from
   * the others.
   *
   * @param companies the pairs of each of their requests
   * @param most how many pairs of a request count
   */
  static Judged judged(
      List<List<List<Example>>> companies, double strength, double threshold, int most) {
    var judged = new Judged(new ArrayList<>(), new ArrayList<>());
    for (var held : companies) {
      var others =
          companies.stream().filter(c -> c != held).flatMap(List::stream).flatMap(List::stream);
      var learned = from(others.toList(), strength, threshold);
      for (var request : held) {
        var scored =
            request.stream()
                .map(e -> new Example(new double[] {learned.score(e.clues())}, e.right()))
                .sorted(Comparator.comparingDouble((Example e) -> e.clues()[0]).reversed())
                .limit(most)
                .toList();
        judged.first().addAll(scored.subList(0, Math.min(1, scored.size())));
        judged.further().addAll(scored.subList(Math.min(1, scored.size()), scored.size()));
      }
    }
    return judged;
  }

  /** How often a match of some score was right. */
  static Calibration calibration(List<Example> judged) {
    var scale = from(judged, 1, 0);
    return new Calibration(scale.weights()[0], scale.bias());
  }

  private static Problem problem(List<Example> examples, double[] mean, double[] spread) {
    int n = mean.length;
    var problem = new Problem();
    problem.l = examples.size();
    problem.n = n + 1;
    problem.bias = 1;
    problem.x = new Feature[problem.l][n + 1];
    problem.y = new double[problem.l];
    for (int i = 0; i < problem.l; i++) {
      for (int k = 0; k < n; k++) {
        double clue = examples.get(i).clues()[k];
        double scaled = spread[k] < STILL ? 0 : (clue - mean[k]) / spread[k];
        problem.x[i][k] = new FeatureNode(k + 1, scaled);
      }
      problem.x[i][n] = new FeatureNode(n + 1, 1);
      problem.y[i] = examples.get(i).right() ? 1 : 0;
    }
    return problem;
  }
}
