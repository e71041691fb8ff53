package org.learningadvocate.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.catalog.Initiative;
import org.learningadvocate.catalog.Priority;
import org.learningadvocate.evaluation.Prediction.Match;
import org.learningadvocate.request.Reading;

/**
 * Homework by one measure of likeness alone. What is not alike enough is not shown; how much is
 * enough is what did best for the other companies.
 */
final class Baseline {
  private static final int WITHOUT_DUE = 90;
  private static final int AFTER_DUE = 30;
  private static final int MOST_PRIORITIES = 3;
  private static final int CUTS_TRIED = 60;

  private final Likeness likeness;

  Baseline(Likeness likeness) {
    this.likeness = likeness;
  }

  /** A request and what is like it, best first. */
  record Ranked(
      Cases.Message message,
      List<Match> priorities,
      List<Match> initiatives,
      List<Match> overlaps) {}

  /** From which likeness on something is shown. */
  record Cuts(double priority, double about, double overlap) {
    static final Cuts NONE =
        new Cuts(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
  }

  /** Everything of the catalogue that could be meant, by its likeness to a request. */
  Ranked rank(Cases company, Cases.Message message, Reading reading) {
    var from = message.posted();
    var due = reading.due();
    var to = due == null ? from.plusDays(WITHOUT_DUE) : due.plusDays(AFTER_DUE);
    var catalogue = company.catalogue();
    var priorities = catalogue.priorities().stream().filter(p -> p.inForce(from, to)).toList();
    var active = catalogue.initiatives().stream().filter(i -> i.active(from, to)).toList();
    return new Ranked(
        message,
        matches(
            message.text(),
            priorities.stream().map(Priority::id).toList(),
            priorities.stream().map(p -> p.title() + ". " + p.description()).toList()),
        matches(
            message.text(),
            catalogue.initiatives().stream().map(Initiative::id).toList(),
            catalogue.initiatives().stream().map(i -> i.title() + ". " + i.description()).toList()),
        reading.audience() == null
            ? List.of()
            : matches(
                reading.audience(),
                active.stream().map(Initiative::id).toList(),
                active.stream().map(i -> String.join(", ", i.audience())).toList()));
  }

  /** What did best for these requests, by their labels. */
  static Cuts cuts(List<Ranked> requests) {
    return new Cuts(
        best(
            requests.stream().map(Ranked::priorities).toList(),
            cut -> figure(requests, new Cuts(cut, 0, 0), Figure.PRIORITY_F1)),
        best(
            requests.stream().map(r -> r.initiatives().stream().limit(1).toList()).toList(),
            cut -> figure(requests, new Cuts(0, cut, 0), Figure.ABOUT)),
        best(
            requests.stream().map(Ranked::overlaps).toList(),
            cut -> figure(requests, new Cuts(0, 0, cut), Figure.OVERLAPS_F1)));
  }

  /** What is shown of a request that was read so. */
  static Prediction predict(Ranked ranked, Reading reading, Cuts cuts) {
    var about = first(ranked.initiatives(), cuts.about());
    return new Prediction(
        reading,
        ranked.priorities().stream()
            .filter(m -> m.confidence() >= cuts.priority())
            .limit(MOST_PRIORITIES)
            .toList(),
        about,
        ranked.overlaps().stream()
            .filter(m -> m.confidence() >= cuts.overlap())
            .filter(m -> about == null || !m.id().equals(about.id()))
            .toList(),
        List.of());
  }

  private static @Nullable Match first(List<Match> matches, double cut) {
    return matches.isEmpty() || matches.get(0).confidence() < cut ? null : matches.get(0);
  }

  private static double figure(List<Ranked> requests, Cuts cuts, Figure figure) {
    var sum = new Tally();
    for (var ranked : requests) {
      sum.add(Tally.of(ranked.message(), predict(ranked, ranked.message().reading(), cuts)));
    }
    return figure.of(sum);
  }

  private static double best(List<List<Match>> seen, ToDoubleFunction<Double> figure) {
    var scores =
        seen.stream().flatMap(List::stream).mapToDouble(Match::confidence).sorted().toArray();
    double best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < CUTS_TRIED && scores.length > 0; i++) {
      // Finer where it is decided: among the most alike.
      double share = 1 - Math.pow(1 - (double) i / CUTS_TRIED, 2);
      double cut = scores[(int) (share * (scores.length - 1))];
      double value = figure.applyAsDouble(cut);
      if (value > most) {
        most = value;
        best = cut;
      }
    }
    return best;
  }

  private List<Match> matches(String text, List<String> ids, List<String> documents) {
    var scores = likeness.of(text, documents);
    var matches = new ArrayList<Match>();
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > 0) {
        matches.add(new Match(ids.get(i), scores[i], ""));
      }
    }
    matches.sort(Comparator.comparingDouble(Match::confidence).reversed());
    return matches;
  }
}
