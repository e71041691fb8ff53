package org.learningadvocate.homework;

import java.util.List;
import java.util.Set;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.evaluation.Cases;
import org.learningadvocate.meaning.Meaning;

/** Homework that has learned from all companies but some, to be judged on those. */
public final class TrainedHomework {
  private final List<HomeworkTraining.Company> companies;

  /** Prepares what there is to learn from: the companies that have a catalogue. */
  public TrainedHomework(List<Cases> companies, Meaning meaning) {
    this.companies = HomeworkTraining.companies(companies, meaning);
  }

  /** The homework over a catalogue by weights that have not seen the companies of these names. */
  public Homework without(Set<String> names, Catalogue catalogue) {
    var seen = companies.stream().filter(company -> !names.contains(company.name())).toList();
    var old = seen.get(0).index().ground;
    return Homework.over(
        catalogue,
        new Ground(
            old.meaning(), old.themes(), old.groups(), HomeworkTraining.learn(seen), old.known()));
  }
}
