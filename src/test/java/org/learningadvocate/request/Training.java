package org.learningadvocate.request;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Fits linear models to examples, the same ones to the same examples every time. The examples are
 * indexed once; each fit takes some of them.
 */
final class Training {
  private final int[] keys;
  private final Feature[][] rows;

  /**
   * @param companies whose example each one is
   * @param least in how many companies a feature must stand to be used: what only one says is its
   *     own affair, and would take weight from what all say
   */
  Training(List<Features> examples, List<String> companies, int least) {
    keys = shared(examples, companies, least);
    rows = new Feature[examples.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(examples.get(i));
    }
  }

  int size() {
    return rows.length;
  }

  /**
   * Logistic regression, each answer against the rest.
   *
   * @param right the right answer to an example; null leaves it out
   * @param answers the answers that the model weighs
   * @param cost how much an example counts against simple weights
   */
  LinearModel fit(IntFunction<@Nullable String> right, List<String> answers, double cost) {
    var used = new ArrayList<Feature[]>();
    var truths = new ArrayList<String>();
    for (int i = 0; i < rows.length; i++) {
      var truth = right.apply(i);
      if (truth != null) {
        used.add(rows[i]);
        truths.add(truth);
      }
    }
    var problem = new Problem();
    problem.l = used.size();
    problem.n = keys.length + 1;
    problem.bias = 1;
    problem.x = used.toArray(Feature[][]::new);
    problem.y = new double[problem.l];
    var weights = new double[keys.length][answers.size()];
    var biases = new double[answers.size()];
    for (int answer = 0; answer < answers.size(); answer++) {
      int yes = 0;
      for (int i = 0; i < problem.l; i++) {
        boolean is = truths.get(i).equals(answers.get(answer));
        problem.y[i] = is ? 1 : -1;
        yes += is ? 1 : 0;
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

  private static int[] shared(List<Features> examples, List<String> companies, int least) {
    var numbers = new HashMap<String, Integer>();
    var seen = new HashMap<Integer, BitSet>();
    for (int i = 0; i < examples.size(); i++) {
      int company = numbers.computeIfAbsent(companies.get(i), name -> numbers.size());
      for (int key : examples.get(i).keys()) {
        seen.computeIfAbsent(key, any -> new BitSet()).set(company);
      }
    }
    return seen.entrySet().stream()
        .filter(entry -> entry.getValue().cardinality() >= least)
        .mapToInt(Map.Entry::getKey)
        .sorted()
        .toArray();
  }

  private Feature[] row(Features features) {
    var row = new ArrayList<Feature>();
    for (int i = 0; i < features.keys().length; i++) {
      int at = Arrays.binarySearch(keys, features.keys()[i]);
      if (at >= 0) {
        row.add(new FeatureNode(at + 1, features.values()[i]));
      }
    }
    row.add(new FeatureNode(keys.length + 1, 1));
    return row.toArray(Feature[]::new);
  }
}
