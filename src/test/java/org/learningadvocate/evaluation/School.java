package org.learningadvocate.evaluation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.homework.Homework;
import org.learningadvocate.homework.TrainedHomework;
import org.learningadvocate.meaning.Meaning;
import org.learningadvocate.question.AnswerReader;
import org.learningadvocate.question.TrainedAnswers;
import org.learningadvocate.request.Reader;
import org.learningadvocate.request.TrainedReaders;

/** Teaches the bot all companies but some, or takes it as it ships. */
final class School {
  /** Companies with fewer messages say too little by themselves, and are left out together. */
  private static final int FEW = 60;

  /** Two companies do not have so many messages in common by chance. */
  private static final double SAME = 0.1;

  private final List<Cases> companies;
  private final Meaning meaning;
  private final TrainedReaders readers;
  private final TrainedHomework homework;
  private final TrainedAnswers answers;

  School(List<Cases> companies, Meaning meaning) {
    this.companies = companies;
    this.meaning = meaning;
    readers = new TrainedReaders(companies);
    homework = new TrainedHomework(companies, meaning);
    answers =
        new TrainedAnswers(
            companies.stream().filter(c -> !c.threads().isEmpty()).toList(), meaning);
  }

  /** Whether so little is known of a company that it is no measure by itself. */
  static boolean small(Cases company) {
    return company.messages().size() < FEW;
  }

  /**
   * The companies that must not have been learned from where this one is judged; empty where
   * nothing was learned from it.
   */
  Set<String> leftOutFor(Cases judged) {
    var texts = new HashSet<String>();
    judged.messages().forEach(message -> texts.add(message.text()));
    var names = new TreeSet<String>();
    for (var company : companies) {
      long same = company.messages().stream().filter(m -> texts.contains(m.text())).count();
      if (same > SAME * company.messages().size()) {
        names.add(company.name());
        if (small(company)) {
          companies.stream().filter(School::small).map(Cases::name).forEach(names::add);
        }
      }
    }
    return names;
  }

  /** The bot as it is for these companies when it has not learned from some; takes seconds. */
  Map<Cases, Advocate> taught(Collection<Cases> judged, Set<String> leftOut) {
    var advocates = new HashMap<Cases, Advocate>();
    boolean ships = leftOut.isEmpty();
    var reader = ships ? new Reader() : readers.without(leftOut);
    boolean talks = judged.stream().anyMatch(company -> !company.threads().isEmpty());
    var replies = ships || !talks ? AnswerReader.load(meaning) : answers.without(leftOut);
    for (var company : judged) {
      var theirs =
          ships || !company.catalogued()
              ? Homework.over(company.catalogue(), meaning)
              : homework.without(leftOut, company.catalogue());
      advocates.put(company, new Advocate(company, reader, theirs, replies));
    }
    return advocates;
  }

  /** The bot with nothing learned: rules for reading, numbers for replies, no homework. */
  Advocate byRules(Cases company) {
    return new Advocate(
        company,
        TrainedReaders.byRules(),
        Homework.over(Catalogue.EMPTY, meaning),
        TrainedAnswers.byNumbers(meaning));
  }
}
