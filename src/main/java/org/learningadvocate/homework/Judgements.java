package org.learningadvocate.homework;

import org.learningadvocate.meaning.Meaning;

/** The learned weights for each of the three things that are judged. */
record Judgements(Weights priority, Weights about, Weights overlap) {
  static Judgements load(Meaning.Kind kind) {
    var suffix = kind == Meaning.Kind.MODEL ? "-model.txt" : "-words.txt";
    return new Judgements(
        Weights.read(Resource.lines("priority" + suffix), PriorityClue.class),
        Weights.read(Resource.lines("about" + suffix), AboutClue.class),
        Weights.read(Resource.lines("overlap" + suffix), OverlapClue.class));
  }
}
