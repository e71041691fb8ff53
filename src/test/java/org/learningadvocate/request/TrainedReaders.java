package org.learningadvocate.request;

import de.bwaldvogel.liblinear.Linear;
import java.util.List;
import java.util.Set;
import org.learningadvocate.evaluation.Cases;

/** Readers that have learned from all companies but some, to be judged on those. */
public final class TrainedReaders {
  private final ReaderTraining training;

  /** Indexes what there is to learn from; takes seconds. */
  public TrainedReaders(List<Cases> companies) {
    Linear.disableDebugOutput();
    training =
        new ReaderTraining(
            org.learningadvocate.request.Cases.of(companies).stream()
                .flatMap(company -> company.cases().stream())
                .toList(),
            Set.of("answered", "audience"));
  }

  /** A reader that has not seen the companies of these names; takes seconds. */
  public Reader without(Set<String> companies) {
    return new Reader(training.train(message -> !companies.contains(message.company())));
  }

  /** A reader that goes by rules alone: what learning has to beat. */
  public static Reader byRules() {
    return Reader.byRules();
  }
}
