package org.learningadvocate.homework;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.learningadvocate.evaluation.Cases;
import org.learningadvocate.evaluation.Sets;
import org.learningadvocate.homework.Finding.About;
import org.learningadvocate.homework.Finding.Overlap;
import org.learningadvocate.homework.Finding.PriorityServed;
import org.learningadvocate.meaning.Meaning;

/**
 * How well the homework judges companies that it was not learned from, with the reading as
 * labelled: {@code HomeworkEvaluation [CASES [mistakes]]}, by default {@code src/eval}.
 */
public final class HomeworkEvaluation {
  private HomeworkEvaluation() {}

  /** The figures of {@code score.py} that concern the homework. */
  private static final class Score {
    int requests;
    int served;
    int first;
    int amongThree;
    int about;
    final Sets priorities = new Sets();
    final Sets overlaps = new Sets();
    int inVain;
    final int[] shown = new int[10];
    final int[] right = new int[10];
    final double[] said = new double[10];

    void add(Score other) {
      requests += other.requests;
      inVain += other.inVain;
      served += other.served;
      first += other.first;
      amongThree += other.amongThree;
      about += other.about;
      priorities.add(other.priorities);
      overlaps.add(other.overlaps);
      for (int k = 0; k < shown.length; k++) {
        said[k] += other.said[k];
        shown[k] += other.shown[k];
        right[k] += other.right[k];
      }
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "hit@1 %.3f hit@3 %.3f priorities [%s] about %.3f overlaps [%s]",
          (double) first / served,
          (double) amongThree / served,
          priorities,
          (double) about / requests,
          overlaps);
    }
  }

  public static void main(String[] args) throws Exception {
    var cases = Cases.in(Path.of(args.length > 0 ? args[0] : "src/eval"));
    boolean mistakes = args.length > 1;
    for (var kind : Meaning.Kind.values()) {
      try (var meaning = HomeworkTraining.remembered(kind)) {
        var companies = HomeworkTraining.companies(cases, meaning);
        var all = new Score();
        System.out.println(kind == Meaning.Kind.MODEL ? "With the model" : "By words only");
        for (var held : companies) {
          var learned = HomeworkTraining.learn(HomeworkTraining.without(companies, held));
          boolean listed = mistakes && kind == Meaning.Kind.MODEL;
          var score = score(held.name(), held.rows(), homework(held, learned), listed);
          System.out.printf("  %-12s %s%n", held.name(), score);
          all.add(score);
        }
        System.out.printf("  %-12s %s%n", "all", all);
        reliability(all);
        taps(companies);
      }
    }
  }

  /** Whether what is shown at some confidence is right as often as that. */
  private static void reliability(Score all) {
    double off = 0;
    int shown = 0;
    for (int k = 0; k < all.shown.length; k++) {
      if (all.shown[k] > 0) {
        System.out.printf(
            Locale.ROOT,
            "    confidence %.1f to %.1f: %d shown, %.2f on average, %.2f right%n",
            k / 10.0,
            (k + 1) / 10.0,
            all.shown[k],
            all.said[k] / all.shown[k],
            (double) all.right[k] / all.shown[k]);
        off += Math.abs(all.said[k] - all.right[k]);
        shown += all.shown[k];
      }
    }
    System.out.printf(
        Locale.ROOT,
        "    off by %.3f on average; %d shown where none is documented, for %d requests%n",
        off / shown,
        all.inVain,
        all.requests - all.served);
  }

  /**
   * The later half of each company's requests, before and after people confirmed and denied what
   * was shown for the earlier half.
   */
  private static void taps(List<HomeworkTraining.Company> companies) {
    var untold = new Score();
    var told = new Score();
    for (var held : companies) {
      var homework =
          homework(held, HomeworkTraining.learn(HomeworkTraining.without(companies, held)));
      var rows =
          held.rows().stream().sorted(Comparator.comparing(row -> row.message().posted())).toList();
      var lessons = new ArrayList<Lesson>();
      for (var row : rows.subList(0, rows.size() / 2)) {
        var message = row.message();
        for (var served :
            only(
                homework
                    .taught(lessons)
                    .about(HomeworkTraining.subject(message), PastRequests.NONE),
                PriorityServed.class)) {
          var id = served.priority().id();
          lessons.add(new Lesson(id, message.priorities().contains(id), message.text()));
        }
      }
      var later = rows.subList(rows.size() / 2, rows.size());
      untold.add(score(held.name(), later, homework, false));
      told.add(score(held.name(), later, homework.taught(lessons), false));
    }
    System.out.printf("  later half   %s, %d in vain%n", untold, untold.inVain);
    System.out.printf("  after taps   %s, %d in vain%n", told, told.inVain);
  }

  private static Homework homework(HomeworkTraining.Company held, Judgements learned) {
    var old = held.index().ground;
    var ground = new Ground(old.meaning(), old.themes(), old.groups(), learned, old.known());
    return Homework.over(held.index().catalogue, ground);
  }

  private static Score score(
      String name, List<HomeworkTraining.Row> rows, Homework homework, boolean mistakes) {
    var score = new Score();
    for (var row : rows) {
      var message = row.message();
      var findings = homework.about(HomeworkTraining.subject(message), PastRequests.NONE);
      var served = only(findings, PriorityServed.class);
      var ids = served.stream().map(p -> p.priority().id()).toList();
      var about =
          only(findings, About.class).stream()
              .map(a -> a.initiative().id())
              .findFirst()
              .orElse(null);
      var overlaps = only(findings, Overlap.class).stream().map(o -> o.initiative().id()).toList();
      score.requests++;
      score.about += Objects.equals(about, message.about()) ? 1 : 0;
      score.priorities.add(message.priorities(), ids);
      if (!message.priorities().isEmpty()) {
        score.served++;
        score.first += !ids.isEmpty() && message.priorities().contains(ids.get(0)) ? 1 : 0;
        score.amongThree += ids.stream().anyMatch(message.priorities()::contains) ? 1 : 0;
      }
      if (message.priorities().isEmpty()) {
        score.inVain += ids.size();
      }
      if (message.overlaps() != null) {
        score.overlaps.add(message.overlaps(), overlaps);
      }
      for (var p : served) {
        int bin = Math.min(9, (int) (p.confidence() * 10));
        score.shown[bin]++;
        score.said[bin] += p.confidence();
        score.right[bin] += message.priorities().contains(p.priority().id()) ? 1 : 0;
      }
      if (mistakes) {
        print(name, message, ids, about, overlaps);
      }
    }
    return score;
  }

  private static void print(
      String company,
      Cases.Message message,
      List<String> ids,
      String about,
      List<String> overlaps) {
    boolean right =
        (message.priorities().isEmpty()
                ? ids.isEmpty()
                : !ids.isEmpty() && message.priorities().contains(ids.get(0)))
            && Objects.equals(about, message.about())
            && (message.overlaps() == null
                || message.overlaps().equals(java.util.Set.copyOf(overlaps)));
    if (!right) {
      System.out.printf(
          "    %s %s %s%n      priorities %s, got %s; about %s, got %s; overlaps %s, got %s%n",
          company,
          message.id(),
          message.text().replace('\n', ' '),
          message.priorities(),
          ids,
          message.about(),
          about,
          message.overlaps(),
          overlaps);
    }
  }

  private static <T extends Finding> List<T> only(List<Finding> findings, Class<T> kind) {
    return findings.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
