package org.learningadvocate.request;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fits linear models to examples, the same ones to the same examples every time. */
final class Training {
  /** One example: whose it is, its features, and the answer that is right. */
  record Example(String company, Features features, String answer) {}

  private Training() {}

  /** A model of one answer, "yes": how likely it is. */
  static LinearModel yesNo(List<Example> examples, double cost, int least) {
    return fit(examples, List.of("yes"), cost, least);
  }

  /** A model of several answers, each against the rest. */
  static LinearModel oneOf(List<Example> examples, List<String> answers, double cost, int least) {
    return fit(examples, answers, cost, least);
  }

  /**
   * Logistic regression, each answer against the rest.
   *
   * @param cost how much an example counts against simple weights
   * @param least in how many companies a feature must stand to be used: what only one says is its own
   *     affair, and would take weight from what all say
   */
  private static LinearModel fit(
      List<Example> examples, List<String> answers, double cost, int least) {
    var keys = shared(examples, least);
    var index = new HashMap<Integer, Integer>();
    for (int i = 0; i < keys.length; i++) {
      index.put(keys[i], i + 1);
    }
    int bias = keys.length + 1;
    var rows = new Feature[examples.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(examples.get(i).features(), index, bias);
    }
    var weights = new double[keys.length][answers.size()];
    var biases = new double[answers.size()];
    for (int answer = 0; answer < answers.size(); answer++) {
      var problem = new Problem();
      problem.l = rows.length;
      problem.n = bias;
      problem.bias = 1;
      problem.x = rows;
      problem.y = new double[rows.length];
      int yes = 0;
      for (int i = 0; i < rows.length; i++) {
        boolean right = examples.get(i).answer().equals(answers.get(answer));
        problem.y[i] = right ? 1 : -1;
        yes += right ? 1 : 0;
      }
      if (yes == 0) {
        biases[answer] = -20;
        continue;
      }
      var model = Linear.train(problem, new Parameter(SolverType.L2R_LR, cost, 0.05));
      double sign = model.getLabels()[0] == 1 ? 1 : -1;
      var fitted = model.getFeatureWeights();
      for (int i = 0; i < keys.length; i++) {
        weights[i][answer] = sign * fitted[i];
      }
      biases[answer] = sign * fitted[keys.length];
    }
    return LinearModel.of(answers, keys, weights, biases);
  }

  private static int[] shared(List<Example> examples, int least) {
    var companies = new HashMap<String, Integer>();
    var seen = new HashMap<Integer, BitSet>();
    for (var example : examples) {
      int company = companies.computeIfAbsent(example.company(), name -> companies.size());
      for (int key : example.features().keys()) {
        seen.computeIfAbsent(key, any -> new BitSet()).set(company);
      }
    }
    return seen.entrySet().stream()
        .filter(entry -> entry.getValue().cardinality() >= least)
        .mapToInt(Map.Entry::getKey)
        .sorted()
        .toArray();
  }

  private static Feature[] row(Features features, HashMap<Integer, Integer> index, int bias) {
    var row = new ArrayList<Feature>();
    for (int i = 0; i < features.keys().length; i++) {
      var at = index.get(features.keys()[i]);
      if (at != null) {
        row.add(new FeatureNode(at, features.values()[i]));
      }
    }
    row.add(new FeatureNode(bias, 1));
    row.sort((a, b) -> Integer.compare(a.getIndex(), b.getIndex()));
    return row.toArray(Feature[]::new);
  }
}
