package org.learningadvocate.homework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import org.learningadvocate.evaluation.Cases;
import org.learningadvocate.evaluation.RememberedMeaning;
import org.learningadvocate.homework.Learned.Example;
import org.learningadvocate.meaning.Meaning;
import org.learningadvocate.meaning.SentenceModel;
import org.learningadvocate.meaning.WordsOnly;

/**
 * Learns from labelled cases what the homework judges by. {@code main} writes the weights that ship
 * as resources: {@code HomeworkTraining [CASES]}, by default {@code src/eval}.
 */
public final class HomeworkTraining {
  private static final Path RESOURCES = Path.of("src/main/resources/org/learningadvocate/homework");
  // Weak enough that a company left out is judged about as well as those learned from.
  private static final double ABOUT_STRENGTH = 0.1;
  private static final double PRIORITY_STRENGTH = 0.02;
  private static final double OVERLAP_STRENGTH = 0.05;
  private static final double ABOUT_THRESHOLD = 0.5;
  private static final double PRIORITY_THRESHOLD = 0.12;
  private static final double OVERLAP_THRESHOLD = 0.45;
  private static final int ROUNDS = 4;
  private static final int MOST_PRIORITIES = 3;

  private HomeworkTraining() {}

  /** A labelled request, prepared. */
  record Row(Cases.Message message, Gist gist) {}

  /** A company with its labelled requests, prepared. */
  record Company(String name, Index index, List<Row> rows) {}

  /** Groups of people of which one is the reason for an overlap, if there is one. */
  private record Bag(List<double[]> groups, boolean right) {}

  public static void main(String[] args) throws Exception {
    var cases = Cases.in(Path.of(args.length > 0 ? args[0] : "src/eval"));
    for (var kind : Meaning.Kind.values()) {
      try (var meaning = remembered(kind)) {
        var judgements = learn(companies(cases, meaning));
        var suffix = kind == Meaning.Kind.MODEL ? "-model.txt" : "-words.txt";
        var scales = new StringBuilder();
        scale(scales, "FIRST", judgements.first());
        scale(scales, "FURTHER", judgements.further());
        write("priority" + suffix, PriorityClue.values(), judgements.priority(), scales);
        write("about" + suffix, AboutClue.values(), judgements.about(), "");
        write("overlap" + suffix, OverlapClue.values(), judgements.overlap(), "");
      }
    }
  }

  static RememberedMeaning remembered(Meaning.Kind kind) throws Exception {
    var meaning = kind == Meaning.Kind.MODEL ? SentenceModel.load() : new WordsOnly();
    return new RememberedMeaning(meaning, Path.of("target", "vectors-" + kind));
  }

  static List<Company> companies(List<Cases> cases, Meaning meaning) {
    // The weights are what is to be learned, so the ground has none yet.
    var none = new Weights(new double[0], 0, 1);
    var ground =
        new Ground(
            meaning,
            Themes.load(),
            Groups.load(),
            new Judgements(none, new Calibration(1, 0), new Calibration(1, 0), none, none),
            new ConcurrentHashMap<>());
    return cases.stream()
        .filter(c -> !c.catalogue().priorities().isEmpty())
        .map(c -> new Company(c.name(), new Index(c.catalogue(), ground), rows(c, ground)))
        .toList();
  }

  private static List<Row> rows(Cases cases, Ground ground) {
    return cases.messages().stream()
        .filter(m -> m.reading().isRequest())
        .map(m -> new Row(m, new Gist(subject(m), ground)))
        .toList();
  }

  static Subject subject(Cases.Message message) {
    return new Subject(message.text(), message.reading(), message.posted(), message.channel());
  }

  static Judgements learn(List<Company> companies) {
    var about = about(companies);
    var priority = new ArrayList<List<List<Example>>>();
    var overlap = new ArrayList<Bag>();
    for (var company : companies) {
      // What is learned later sees the earlier judgement as it will be: of a company left out.
      var before = about(without(companies, company));
      var requests = new ArrayList<List<Example>>();
      priority.add(requests);
      for (var row : company.rows()) {
        var aboutClues = new AboutClues(company.index(), row.gist()).all();
        int at = likeliest(aboutClues, before);
        requests.add(
            priorityExamples(company, row, at, at < 0 ? 0 : before.probability(aboutClues[at])));
        overlap.addAll(overlapBags(company, row, at, aboutClues, before));
      }
    }
    var pairs = priority.stream().flatMap(List::stream).flatMap(List::stream).toList();
    var judged = Learned.judged(priority, PRIORITY_STRENGTH, PRIORITY_THRESHOLD, MOST_PRIORITIES);
    return new Judgements(
        Learned.from(pairs, PRIORITY_STRENGTH, PRIORITY_THRESHOLD),
        Learned.calibration(judged.first()),
        Learned.calibration(judged.further()),
        about,
        overlap(overlap));
  }

  static List<Company> without(List<Company> companies, Company one) {
    return companies.stream().filter(c -> c != one).toList();
  }

  private static Weights about(List<Company> companies) {
    var examples = new ArrayList<Example>();
    for (var company : companies) {
      for (var row : company.rows()) {
        var clues = new AboutClues(company.index(), row.gist()).all();
        for (int i = 0; i < clues.length; i++) {
          var id = company.index().catalogue.initiatives().get(i).id();
          examples.add(new Example(clues[i], id.equals(row.message().about())));
        }
      }
    }
    return Learned.from(examples, ABOUT_STRENGTH, ABOUT_THRESHOLD);
  }

  private static int likeliest(double[][] clues, Weights weights) {
    int best = -1;
    double most = weights.threshold();
    for (int i = 0; i < clues.length; i++) {
      if (weights.probability(clues[i]) >= most) {
        most = weights.probability(clues[i]);
        best = i;
      }
    }
    return best;
  }

  private static List<Example> priorityExamples(Company company, Row row, int about, double sure) {
    var examples = new ArrayList<Example>();
    var clues = new PriorityClues(company.index(), row.gist(), about, sure).all();
    for (int p = 0; p < clues.length; p++) {
      if (clues[p] != null) {
        var id = company.index().catalogue.priorities().get(p).id();
        examples.add(new Example(clues[p], row.message().priorities().contains(id)));
      }
    }
    return examples;
  }

  private static List<Bag> overlapBags(
      Company company, Row row, int about, double[][] aboutClues, Weights aboutWeights) {
    var bags = new ArrayList<Bag>();
    var asked = row.gist().audience;
    var truth = row.message().overlaps();
    var index = company.index();
    if (asked != null && truth != null) {
      var clues = new OverlapClues(index, row.gist(), asked, about);
      for (int i = 0; i < index.initiatives.size(); i++) {
        var initiative = index.catalogue.initiatives().get(i);
        if (i != about
            && initiative.active(row.gist().period.from(), row.gist().period.to())
            && !clues.certain(i)) {
          double isAbout = aboutWeights.probability(aboutClues[i]);
          bags.add(new Bag(clues.of(i, isAbout), truth.contains(initiative.id())));
        }
      }
    }
    return bags;
  }

  /**
   * An initiative is judged by its likeliest group, so learning goes round until that is settled.
   */
  private static Weights overlap(List<Bag> bags) {
    var start = new double[OverlapClue.values().length];
    start[OverlapClue.NESTED.ordinal()] = 2;
    start[OverlapClue.COSINE.ordinal()] = 3;
    start[OverlapClue.SHARED_ALL.ordinal()] = 2;
    var weights = new Weights(start, -2, OVERLAP_THRESHOLD);
    for (int round = 0; round < ROUNDS; round++) {
      var examples = new ArrayList<Example>();
      for (var bag : bags) {
        double[] best = null;
        for (var group : bag.groups()) {
          if (best == null || weights.score(group) > weights.score(best)) {
            best = group;
          }
        }
        if (best != null) {
          examples.add(new Example(best, bag.right()));
        }
      }
      weights = Learned.from(examples, OVERLAP_STRENGTH, OVERLAP_THRESHOLD);
    }
    return weights;
  }

  private static void scale(StringBuilder text, String name, Calibration calibration) {
    line(text, name + "_SLOPE", calibration.slope());
    line(text, name + "_BIAS", calibration.bias());
  }

  private static void write(String file, Enum<?>[] clues, Weights weights, CharSequence more)
      throws IOException {
    var text = new StringBuilder("# Learned; from what and how well: CARD.md beside this file.\n");
    for (var clue : clues) {
      line(text, clue.name(), weights.weights()[clue.ordinal()]);
    }
    line(text, "BIAS", weights.bias());
    line(text, "THRESHOLD", weights.threshold());
    text.append(more);
    Files.writeString(RESOURCES.resolve(file), text);
  }

  private static void line(StringBuilder text, String name, double value) {
    text.append(String.format(Locale.ROOT, "%s %.6f%n", name, value));
  }
}
