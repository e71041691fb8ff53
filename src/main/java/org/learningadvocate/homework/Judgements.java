package org.learningadvocate.homework;

import java.util.List;
import org.learningadvocate.meaning.Meaning;

/**
 * The learned weights for each of the three things that are judged.
 *
 * @param first how far the best priority of a request is to be trusted
 * @param further how far one that stands below another is
 */
record Judgements(
    Weights priority, Calibration first, Calibration further, Weights about, Weights overlap) {
  static Judgements load(Meaning.Kind kind) {
    var suffix = kind == Meaning.Kind.MODEL ? "-model.txt" : "-words.txt";
    var priority = Resource.lines("priority" + suffix);
    return new Judgements(
        Weights.read(priority, PriorityClue.class),
        calibration(priority, "FIRST"),
        calibration(priority, "FURTHER"),
        Weights.read(Resource.lines("about" + suffix), AboutClue.class),
        Weights.read(Resource.lines("overlap" + suffix), OverlapClue.class));
  }

  private static Calibration calibration(List<String> lines, String name) {
    var values = Weights.values(lines);
    return new Calibration(
        Weights.value(values, name + "_SLOPE"), Weights.value(values, name + "_BIAS"));
  }
}
