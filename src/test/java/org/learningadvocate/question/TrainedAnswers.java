package org.learningadvocate.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.learningadvocate.evaluation.Cases;
import org.learningadvocate.meaning.Meaning;

/** Readers of replies that have learned from all companies but some, to be judged on those. */
public final class TrainedAnswers {
  private final Meaning meaning;
  private final Map<String, List<AnswerTraining.Example>> examples = new LinkedHashMap<>();

  /** Looks at every labelled thread once. */
  public TrainedAnswers(List<Cases> companies, Meaning meaning) {
    this.meaning = meaning;
    companies.forEach(
        company -> examples.put(company.name(), AnswerTraining.examples(company, meaning)));
  }

  /** A reader that has not seen the companies of these names; takes seconds. */
  public AnswerReader without(Set<String> names) {
    var seen = new ArrayList<AnswerTraining.Example>();
    examples.forEach(
        (name, those) -> {
          if (!names.contains(name)) {
            seen.addAll(those);
          }
        });
    return AnswerReader.with(new Ear(AnswerTraining.learn(seen)), meaning);
  }

  /** A reader that has learned nothing and goes by the numbers that replies quote. */
  public static AnswerReader byNumbers(Meaning meaning) {
    return AnswerReader.with(new Ear(Map.of()), meaning);
  }
}
