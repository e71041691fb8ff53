package org.learningadvocate.request;

import de.bwaldvogel.liblinear.Linear;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** How well the reader reads companies that it was not trained on, one left out at a time. */
final class ReaderEvaluation {
  private static final int FEW = 70;
  private static final int BINS = 10;
  private static final int DRAWS = 2000;
  private static final Reader BY_RULES = Reader.byRules();

  /** The tallies of one reader on some messages. */
  private static final class Tally {
    int messages, requests, truePositive, falsePositive, falseNegative, doubtful, doubtfulWrong;
    int deliverable, size, due, dueAlone, dueGiven, dueGivenRight;
    int audienceGiven, audienceExact, audienceTouches, audienceInvented;
    int answeredTrue, answeredFalse, answeredMissed;
    double loss;
    final int[] weighed = new int[BINS];
    final int[] weighedTrue = new int[BINS];
    final List<String> mistakes = new ArrayList<>();

    void add(Cases.Case c, Reading reading) {
      messages++;
      boolean said = reading.isRequest();
      double p = Math.min(0.999, Math.max(0.001, reading.likelihood()));
      loss -= Math.log(c.request() ? p : 1 - p);
      int bin = Math.min(BINS - 1, (int) (p * BINS));
      weighed[bin]++;
      weighedTrue[bin] += c.request() ? 1 : 0;
      boolean doubt = p >= 0.35 && p <= 0.65;
      if (doubt) {
        doubtful++;
        doubtfulWrong += said != c.request() ? 1 : 0;
      }
      truePositive += said && c.request() ? 1 : 0;
      falsePositive += said && !c.request() ? 1 : 0;
      falseNegative += !said && c.request() ? 1 : 0;
      if (said != c.request()) {
        miss(c, "request", c.request(), String.format(Locale.ROOT, "%.2f", p), reading.reasons());
      }
      if (!c.request()) {
        return;
      }
      requests++;
      if (said && reading.deliverable() == c.deliverable()) {
        deliverable++;
      } else if (reading.deliverable() != c.deliverable()) {
        miss(c, "deliverable", c.deliverable(), reading.deliverable(), List.of());
      }
      if (said && reading.size() == c.size()) {
        size++;
      } else if (reading.size() != c.size()) {
        miss(c, "size", c.size(), reading.size(), List.of());
      }
      boolean dueRight = Objects.equals(reading.due(), c.due());
      due += said && dueRight ? 1 : 0;
      dueAlone += dueRight ? 1 : 0;
      if (c.due() != null) {
        dueGiven++;
        dueGivenRight += said && dueRight ? 1 : 0;
      }
      if (!dueRight) {
        miss(
            c,
            "due",
            c.due() + " posted " + c.postedAt().toLocalDate(),
            reading.due() + " (" + reading.dueWords() + ")",
            List.of());
      }
      if (c.audience() != null) {
        audienceGiven++;
        var truth = Mrkdwn.plain(c.audience()).toLowerCase(Locale.ROOT);
        var read = reading.audience() == null ? "" : reading.audience().toLowerCase(Locale.ROOT);
        audienceExact += truth.equals(read) ? 1 : 0;
        audienceTouches +=
            !read.isEmpty() && (truth.contains(read) || read.contains(truth)) ? 1 : 0;
        if (read.isEmpty() || !(truth.contains(read) || read.contains(truth))) {
          miss(c, "audience", truth, read, List.of());
        }
      } else if (reading.audience() != null) {
        audienceInvented++;
        miss(c, "audience", "none", reading.audience(), List.of());
      }
      for (var topic : Topic.values()) {
        boolean truth = c.answered().contains(topic);
        boolean read = said && reading.answered().contains(topic);
        answeredTrue += truth && read ? 1 : 0;
        answeredFalse += !truth && read ? 1 : 0;
        answeredMissed += truth && !read ? 1 : 0;
        if (truth != read) {
          miss(c, "answered." + topic.key(), truth, read, List.of());
        }
      }
    }

    private void miss(Cases.Case c, String what, Object truth, Object read, List<String> why) {
      mistakes.add(
          "%s %s %s: is %s, read %s %s | %s"
              .formatted(
                  what,
                  c.company(),
                  c.id(),
                  truth,
                  read,
                  why.isEmpty() ? "" : why,
                  c.text().replace('\n', ' ')));
    }

    void add(Tally other) {
      count(other);
      mistakes.addAll(other.mistakes);
    }

    void count(Tally other) {
      messages += other.messages;
      requests += other.requests;
      truePositive += other.truePositive;
      falsePositive += other.falsePositive;
      falseNegative += other.falseNegative;
      doubtful += other.doubtful;
      doubtfulWrong += other.doubtfulWrong;
      deliverable += other.deliverable;
      size += other.size;
      due += other.due;
      dueAlone += other.dueAlone;
      dueGiven += other.dueGiven;
      dueGivenRight += other.dueGivenRight;
      audienceGiven += other.audienceGiven;
      audienceExact += other.audienceExact;
      audienceTouches += other.audienceTouches;
      audienceInvented += other.audienceInvented;
      answeredTrue += other.answeredTrue;
      answeredFalse += other.answeredFalse;
      answeredMissed += other.answeredMissed;
      loss += other.loss;
      for (int bin = 0; bin < BINS; bin++) {
        weighed[bin] += other.weighed[bin];
        weighedTrue[bin] += other.weighedTrue[bin];
      }
    }

    double[] figures() {
      return new double[] {
        f1(truePositive, falsePositive, falseNegative),
        share(deliverable, requests),
        share(size, requests),
        share(due, requests),
        share(dueGivenRight, dueGiven)
      };
    }

    /** Of the messages said to be requests with so much likelihood, how many are. */
    String reliability() {
      var line = new StringBuilder("said so likely, were so often:");
      for (int bin = 0; bin < BINS; bin++) {
        line.append(
            String.format(
                Locale.ROOT,
                " %.1f-%.1f %.2f (%d)",
                bin / (double) BINS,
                (bin + 1) / (double) BINS,
                share(weighedTrue[bin], weighed[bin]),
                weighed[bin]));
      }
      return line.toString();
    }

    String line(String name) {
      return String.format(
          Locale.ROOT,
          "%-14s F1 %.3f (P %.3f R %.3f) loss %.3f doubt %.3f | deliverable %.3f size %.3f due %.3f"
              + " (alone %.3f) given %.3f | audience =%.3f ~%.3f +%d | answered F1 %.3f (P %.3f R"
              + " %.3f)",
          name,
          f1(truePositive, falsePositive, falseNegative),
          share(truePositive, truePositive + falsePositive),
          share(truePositive, requests),
          loss / messages,
          share(doubtful, messages),
          share(deliverable, requests),
          share(size, requests),
          share(due, requests),
          share(dueAlone, requests),
          share(dueGivenRight, dueGiven),
          share(audienceExact, audienceGiven),
          share(audienceTouches, audienceGiven),
          audienceInvented,
          f1(answeredTrue, answeredFalse, answeredMissed),
          share(answeredTrue, answeredTrue + answeredFalse),
          share(answeredTrue, answeredTrue + answeredMissed));
    }

    private static double share(int part, int whole) {
      return whole == 0 ? 0 : (double) part / whole;
    }

    private static double f1(int truePositive, int falsePositive, int falseNegative) {
      return share(2 * truePositive, 2 * truePositive + falsePositive + falseNegative);
    }
  }

  /**
   * Prints one line for each company, and the mistakes.
   *
   * <p>Arguments: {@code --parts=answered,audience} adds those (they take longest), {@code
   * --mistakes=due} lists mistakes whose kind starts so, {@code --only=A,B} judges some companies.
   */
  public static void main(String[] args) throws Exception {
    Linear.disableDebugOutput();
    var parts = Set.of(option(args, "parts", "").split(","));
    var only = Set.of(option(args, "only", "").split(","));
    var companies = Cases.under(Path.of(option(args, "cases", "src/eval")));
    var training =
        new ReaderTraining(
            companies.stream().flatMap(company -> company.cases().stream()).toList(), parts);
    var judged = new ArrayList<Tally>();
    var rules = new Tally();
    var small = new Tally();
    for (var fold : folds(companies, Integer.parseInt(option(args, "folds", "12")))) {
      var names = fold.stream().map(Cases.Company::name).toList();
      if (!only.contains("") && names.stream().noneMatch(only::contains)) {
        continue;
      }
      var reader = new Reader(training.train(c -> !names.contains(c.company())));
      for (var company : fold) {
        var tally = new Tally();
        for (var message : company.cases()) {
          tally.add(message, reader.read(message.text(), message.postedAt(), message.locale()));
        }
        System.out.println(tally.line(company.name()));
        if (company.cases().size() < FEW) {
          small.count(tally);
          continue;
        }
        judged.add(tally);
        for (var message : company.cases()) {
          rules.add(message, BY_RULES.read(message.text(), message.postedAt(), message.locale()));
        }
      }
    }
    System.out.println(small.line("small ones"));
    var learned = sum(judged);
    System.out.println(learned.line("all judged"));
    System.out.println(intervals(judged));
    System.out.println(learned.reliability());
    System.out.println(rules.line("rules only"));
    var mistakes = option(args, "mistakes", "none");
    learned.mistakes.stream()
        .filter(line -> line.startsWith(mistakes) || mistakes.equals("all"))
        .sorted()
        .forEach(System.out::println);
  }

  /** The companies in a few groups, each to be read by models that saw none of it. */
  private static List<List<Cases.Company>> folds(List<Cases.Company> companies, int count) {
    var folds = new ArrayList<List<Cases.Company>>();
    for (int fold = 0; fold < Math.min(count, companies.size()); fold++) {
      folds.add(new ArrayList<>());
    }
    for (int i = 0; i < companies.size(); i++) {
      folds.get(i % folds.size()).add(companies.get(i));
    }
    return folds;
  }

  private static Tally sum(List<Tally> tallies) {
    var sum = new Tally();
    tallies.forEach(sum::add);
    return sum;
  }

  /** What the figures would be for other companies like these: companies drawn again and again. */
  private static String intervals(List<Tally> tallies) {
    var random = new Random(1);
    var draws = new ArrayList<double[]>();
    for (int draw = 0; draw < DRAWS; draw++) {
      var sum = new Tally();
      for (int i = 0; i < tallies.size(); i++) {
        sum.count(tallies.get(random.nextInt(tallies.size())));
      }
      draws.add(sum.figures());
    }
    var names = List.of("F1", "deliverable", "size", "due", "due given");
    var line = new StringBuilder("95 % of companies' draws:");
    for (int figure = 0; figure < names.size(); figure++) {
      int which = figure;
      var sorted = draws.stream().mapToDouble(figures -> figures[which]).sorted().toArray();
      line.append(
          String.format(
              Locale.ROOT,
              " %s %.3f-%.3f",
              names.get(figure),
              sorted[DRAWS / 40],
              sorted[DRAWS - 1 - DRAWS / 40]));
    }
    return line.toString();
  }

  private static String option(String[] args, String name, String otherwise) {
    for (var arg : args) {
      if (arg.startsWith("--" + name + "=")) {
        return arg.substring(name.length() + 3);
      }
    }
    return otherwise;
  }
}
