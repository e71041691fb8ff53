package org.learningadvocate.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.evaluation.Task.Rival;

/** An evaluation for people to read: a summary, a table for each task, mistakes, reliability. */
final class Report {
  private static final String LEFT_OUT = "left out";
  private static final String SMALL = "small ones";
  private static final String HELD_OUT = "held out";
  private static final String SHIPPED = "as it ships";
  private static final int SHOWN = 220;

  /**
   * A line of a table: a company, or several together.
   *
   * @param one the company, where it is one
   */
  private record Row(String name, List<Judged> judged, boolean pooled) {
    static Row one(Judged judged) {
      return new Row(judged.company().name(), List.of(judged), false);
    }

    List<String> companies() {
      return judged.stream().map(j -> j.company().name()).sorted().toList();
    }

    Row of(Task task) {
      return new Row(name, judged.stream().filter(j -> task.judges(j.company())).toList(), pooled);
    }

    Tally sum() {
      return Tally.sum(judged.stream().map(Judged::sum).toList());
    }

    Tally rival(Rival rival) {
      return Tally.sum(judged.stream().map(j -> j.rivals().get(rival)).toList());
    }

    Map<Figure, Interval> intervals() {
      return pooled
          ? Interval.of(List.of(judged.stream().map(Judged::sum).toList()))
          : Interval.of(List.of(judged.get(0).messages(), judged.get(0).threads()));
    }
  }

  private final List<Judged> judged;
  private final @Nullable Recorded before;
  private final int mistakesOfEach;
  private final List<Row> pools = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final Map<List<Judged>, Map<Figure, Interval>> intervals = new LinkedHashMap<>();
  private final StringBuilder out = new StringBuilder();

  /**
   * @param judged the companies in the order in which they are told
   * @param before the run to compare with; null where there is none
   * @param mistakesOfEach how many mistakes of each task are listed
   */
  Report(List<Judged> judged, @Nullable Recorded before, int mistakesOfEach) {
    this.judged = judged;
    this.before = before;
    this.mistakesOfEach = mistakesOfEach;
    var left = judged.stream().filter(j -> !j.leftOut().isEmpty());
    var bySize = left.collect(Collectors.partitioningBy(j -> School.small(j.company())));
    bySize.get(false).forEach(j -> rows.add(Row.one(j)));
    pool(SMALL, bySize.get(true), rows);
    pool(LEFT_OUT, bySize.get(false), pools);
    ships(HELD_OUT, j -> j.company().heldOut());
    ships(SHIPPED, j -> !j.company().heldOut());
  }

  private void ships(String name, Predicate<Judged> which) {
    var those = judged.stream().filter(j -> j.leftOut().isEmpty()).filter(which).toList();
    those.forEach(j -> rows.add(Row.one(j)));
    pool(name, those, pools);
  }

  private static void pool(String name, List<Judged> judged, List<Row> to) {
    if (!judged.isEmpty()) {
      to.add(new Row(name, judged, true));
    }
  }

  /** What a later run can be compared with. */
  Map<String, Recorded.Group> groups() {
    var groups = new LinkedHashMap<String, Recorded.Group>();
    Stream.concat(pools.stream(), rows.stream())
        .forEach(
            row -> {
              var values = new EnumMap<Figure, Double>(Figure.class);
              for (var task : Task.values()) {
                var sum = row.of(task).sum();
                values.put(task.figure, task.figure.of(sum));
                task.more.forEach(figure -> values.put(figure, figure.of(sum)));
              }
              groups.put(row.name(), Recorded.Group.of(row.companies(), values));
            });
    return groups;
  }

  /** The whole report. */
  String text() {
    summary();
    for (var task : Task.values()) {
      table(task);
    }
    reliability();
    mistakes();
    return out.toString();
  }

  private void summary() {
    for (var pool : pools) {
      line("");
      line(
          "%s: %s",
          pool.name().toUpperCase(Locale.ROOT),
          switch (pool.name()) {
            case LEFT_OUT -> companies(pool) + ", each judged by what the others taught";
            case HELD_OUT ->
                companies(pool)
                    + " that nothing is learned from or tuned on, judged by the bot as"
                    + " it ships: the figures of record";
            default -> companies(pool) + ", judged by the bot as it ships";
          });
      line(
          "%-30s %-9s %6s  %-9s %7s %7s  %7s %7s %7s",
          "", "", "score", "95 %", "change", "target", "rules", "words", "model");
      for (var task : Task.values()) {
        var row = pool.of(task);
        if (!row.judged().isEmpty()) {
          line(
              "%-30s %-9s %s %7s  %7s %7s %7s",
              task.title,
              task.unit,
              score(task, pool, row),
              (task.unwanted() ? "≤ " : "≥ ") + (task.target == 0 ? "0" : share(task.target)),
              rival(task, row, Rival.RULES),
              rival(task, row, Rival.WORDS),
              rival(task, row, Rival.MODEL));
        }
      }
    }
    line("");
    line("95 %: drawn 1,000 times from the messages and threads of a company, or from companies");
    line("where it stands for several (of three companies that is little more than their range).");
    line(
        "rules: nothing learned; words: BM25; model: cosine of sentence embeddings; these two with");
    line("the reading as it is, shown from the likeness on that did best for other companies.");
    line(
        before == null
            ? "change: no run is recorded; -Deval.record=true records this one."
            : "change: against the run recorded on "
                + before.day()
                + "; - where other companies were judged then.");
  }

  private static String companies(Row pool) {
    int count = pool.judged().size();
    return count == 1 ? "one company" : count + " companies";
  }

  private void table(Task task) {
    line("");
    line("%s (%s)", task.title.toUpperCase(Locale.ROOT), task.unit);
    var heads = new StringBuilder();
    task.rivals.forEach(rival -> heads.append(String.format(" %11s", rival.title)));
    task.more.forEach(figure -> heads.append(String.format(" %11s", name(figure))));
    line("%-20s %6s %6s  %-9s %7s %s", "", "cases", "score", "95 %", "change", heads);
    Stream.concat(rows.stream(), pools.stream())
        .forEach(
            all -> {
              var row = all.of(task);
              if (row.judged().isEmpty()) {
                return;
              }
              var sum = row.sum();
              var more = new StringBuilder();
              task.rivals.forEach(
                  rival -> more.append(String.format(" %11s", rival(task, row, rival))));
              task.more.forEach(
                  figure -> more.append(String.format(" %11s", share(figure.of(sum)))));
              var name = row.pooled() ? row.name() + ", " + row.judged().size() : row.name();
              line("%-20s %6d %s %s", name, cases(task, sum), score(task, all, row), more);
            });
  }

  private static int cases(Task task, Tally sum) {
    return switch (task) {
      case DETECTION -> sum.get(Count.MESSAGES);
      case REPLIES -> sum.get(Count.REPLIES);
      case PRIORITY_FIRST, PRIORITY_AMONG_THREE -> sum.get(Count.SERVING);
      case ASKED_KNOWN -> sum.get(Count.ASKED);
      default -> sum.get(Count.REQUESTS);
    };
  }

  private static String name(Figure figure) {
    var name = figure.name().toLowerCase(Locale.ROOT);
    return figure == Figure.QUESTIONS
        ? "a request"
        : figure == Figure.DUE_GIVEN ? "where given" : name.substring(name.lastIndexOf('_') + 1);
  }

  /** Figure, interval and change. */
  private String score(Task task, Row all, Row row) {
    double now = task.figure.of(row.sum());
    var interval =
        intervals
            .computeIfAbsent(row.judged(), key -> row.intervals())
            .getOrDefault(task.figure, Interval.UNKNOWN);
    double change =
        before == null ? Double.NaN : before.change(all.name(), all.companies(), task.figure, now);
    return String.format(
        Locale.ROOT,
        "%6s  %-9s %7s",
        share(now),
        share(interval.low()) + "-" + share(interval.high()),
        Double.isFinite(change) ? signed(change) : "-");
  }

  private static String rival(Task task, Row row, Rival rival) {
    return task.rivals.contains(rival) ? share(task.figure.of(row.rival(rival))) : "";
  }

  private void reliability() {
    for (var pool : pools) {
      line("");
      line("RELIABILITY, %s: is what is said to be so likely right so often?", pool.name());
      for (var task : List.of(Task.DETECTION, Task.PRIORITIES, Task.ABOUT, Task.OVERLAPS)) {
        var all = new Reliability();
        pool.judged().forEach(j -> all.add(j.reliability().get(task)));
        if (all.steps().isEmpty()) {
          continue;
        }
        line("%s, %.3f apart on average", task.title, all.gap());
        var said = new StringBuilder();
        var likely = new StringBuilder();
        var right = new StringBuilder();
        for (var step : all.steps()) {
          said.append(String.format(Locale.ROOT, " %6d", step.said()));
          likely.append(String.format(Locale.ROOT, " %6s", share(step.likelihood())));
          right.append(String.format(Locale.ROOT, " %6s", share(step.right())));
        }
        line("  said     %s", likely);
        line("  right    %s", right);
        line("  how many %s", said);
      }
    }
  }

  private void mistakes() {
    line("");
    line("WORST MISTAKES, the surest first (-Deval.mistakes=%d of each)", mistakesOfEach);
    if (judged.stream().anyMatch(j -> j.company().heldOut())) {
      line("Those of held-out companies are not listed: who reads them begins to mend them.");
    }
    for (var task : Task.values()) {
      var all = worst(task);
      if (all.isEmpty()) {
        continue;
      }
      line("");
      line("%s: %d", task.title, all.size());
      all.stream().limit(mistakesOfEach).forEach(this::mistake);
    }
  }

  /** The surest first; of those that are not told how sure, one of each company in turn. */
  private List<Mistake> worst(Task task) {
    var turns = new LinkedHashMap<Mistake, Integer>();
    judged.stream()
        .filter(j -> !j.company().heldOut())
        .filter(j -> j.leftOut().isEmpty() || !School.small(j.company()))
        .forEach(
            j -> {
              int turn = 0;
              for (var mistake : j.mistakes()) {
                if (mistake.task() == task) {
                  turns.put(mistake, turn++);
                }
              }
            });
    return turns.keySet().stream()
        .sorted(Comparator.comparingDouble(Report::doubt).thenComparing(turns::get))
        .toList();
  }

  private static double doubt(Mistake mistake) {
    return Double.isFinite(mistake.sure()) ? 1 - mistake.sure() : 2;
  }

  private void mistake(Mistake mistake) {
    line(
        "  %s: %s; said %s%s",
        mistake.where(),
        mistake.expected(),
        mistake.said(),
        Double.isFinite(mistake.sure()) ? ", " + share(mistake.sure()) + " sure" : "");
    var text = mistake.text().replaceAll("\\s+", " ");
    line("    %s", text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
    if (!mistake.why().isEmpty()) {
      line("    because: %s", mistake.why());
    }
  }

  private static String share(double value) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    var text = String.format(Locale.ROOT, value < 0.1 ? "%.3f" : "%.2f", value);
    return text.startsWith("0") ? text.substring(1) : text;
  }

  private static String signed(double value) {
    if (Math.abs(value) < 0.0005) {
      return "=";
    }
    return (value < 0 ? "-" : "+")
        + String.format(Locale.ROOT, "%.3f", Math.abs(value)).substring(1);
  }

  private void line(String format, Object... values) {
    out.append(
            values.length == 0
                ? format
                : String.format(Locale.ROOT, format, values).stripTrailing())
        .append('\n');
  }
}
