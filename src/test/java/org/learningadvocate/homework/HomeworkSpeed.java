package org.learningadvocate.homework;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.catalog.Contact;
import org.learningadvocate.catalog.Initiative;
import org.learningadvocate.catalog.Priority;
import org.learningadvocate.evaluation.Cases;
import org.learningadvocate.meaning.SentenceModel;

/** How long one message's homework takes with 500 priorities and 500 initiatives. */
public final class HomeworkSpeed {
  private static final int MANY = 500;

  private HomeworkSpeed() {}

  public static void main(String[] args) throws Exception {
    var cases = Cases.in(Path.of(args.length > 0 ? args[0] : "src/eval"));
    try (var model = SentenceModel.load()) {
      long start = System.nanoTime();
      var homework = Homework.over(large(cases), model);
      System.out.printf(Locale.ROOT, "prepared in %.1f s%n", (System.nanoTime() - start) / 1e9);
      var subjects =
          cases.stream()
              .filter(c -> !c.catalogue().priorities().isEmpty())
              .flatMap(c -> c.messages().stream())
              .filter(m -> m.reading().isRequest())
              .map(HomeworkTraining::subject)
              .toList();
      measure(homework, subjects);
      print("homework", measure(homework, subjects));
      print("  of it the model", measure(Homework.over(Catalogue.EMPTY, model), subjects));
    }
  }

  private static double[] measure(Homework homework, List<Subject> subjects) {
    var times = new double[subjects.size()];
    for (int i = 0; i < times.length; i++) {
      long start = System.nanoTime();
      homework.about(subjects.get(i), PastRequests.NONE);
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    return times;
  }

  private static void print(String what, double[] sorted) {
    System.out.printf(
        Locale.ROOT,
        "%s: median %.1f ms, p95 %.1f ms, most %.1f ms%n",
        what,
        sorted[sorted.length / 2],
        sorted[sorted.length * 95 / 100],
        sorted[sorted.length - 1]);
  }

  /** All companies' catalogues, over and over, with other numbers, until there are enough. */
  private static Catalogue large(List<Cases> cases) {
    var priorities = new ArrayList<Priority>();
    var initiatives = new ArrayList<Initiative>();
    var people = new ArrayList<Contact>();
    for (int round = 0; priorities.size() < MANY || initiatives.size() < MANY; round++) {
      for (var c : cases) {
        for (var p : c.catalogue().priorities()) {
          priorities.add(
              new Priority(
                  p.id() + round,
                  p.title() + " " + round,
                  p.description(),
                  p.owner(),
                  p.starts(),
                  p.ends(),
                  null,
                  null,
                  List.of()));
        }
        for (var i : c.catalogue().initiatives()) {
          initiatives.add(
              new Initiative(
                  i.id() + round,
                  i.title() + " " + round,
                  i.description(),
                  i.owner(),
                  i.audience(),
                  i.starts(),
                  i.ends(),
                  null,
                  null,
                  List.of()));
        }
        if (round == 0) {
          people.addAll(c.catalogue().people());
        }
      }
    }
    return new Catalogue(priorities.subList(0, MANY), initiatives.subList(0, MANY), people);
  }
}
