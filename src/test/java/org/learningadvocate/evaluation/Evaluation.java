package org.learningadvocate.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.learningadvocate.evaluation.Task.Rival;
import org.learningadvocate.meaning.Meaning;
import org.learningadvocate.meaning.SentenceModel;

/**
 * Judges the bot on labelled cases, each company by what others taught, and prints what a person
 * wants to know of it. It fails nothing. The system properties {@code eval.cases} (a directory),
 * {@code eval.record} and {@code eval.mistakes} (how many of each) are told in the eval README.
 */
public final class Evaluation {
  private static final Path HOME = Path.of("src", "eval");
  private static final Path RESULTS = HOME.resolve("results.json");
  private static final Path TARGET = Path.of("target", "eval");

  private final List<Cases> learned;
  private final School school;
  private final Meaning meaning;
  private final Clock clock;
  private final Instant start;
  private final PrintStream out;
  private final Map<Rival, Map<String, List<Baseline.Ranked>>> ranked = new EnumMap<>(Rival.class);

  private Evaluation(Meaning meaning, Clock clock, PrintStream out) {
    this.meaning = meaning;
    this.clock = clock;
    this.out = out;
    start = clock.instant();
    learned = Cases.in(HOME);
    progress("preparing %d companies to learn from", learned.size());
    school = new School(learned, meaning);
    for (var rival : List.of(Rival.WORDS, Rival.MODEL)) {
      var baseline = new Baseline(likeness(rival));
      var theirs = new HashMap<String, List<Baseline.Ranked>>();
      learned.stream()
          .filter(Cases::catalogued)
          .forEach(company -> theirs.put(company.name(), ranked(baseline, company)));
      ranked.put(rival, theirs);
    }
  }

  public static void main(String[] args) throws Exception {
    var given = System.getProperty("eval.cases", "");
    var directory = given.isEmpty() ? HOME : Path.of(given);
    var clock = Clock.systemDefaultZone();
    Files.createDirectories(TARGET);
    try (var model = SentenceModel.load();
        var meaning = new RememberedMeaning(model, TARGET.resolve("vectors"))) {
      var evaluation = new Evaluation(meaning, clock, System.out);
      var judged =
          evaluation.judge(
              Stream.concat(Cases.in(directory).stream(), Cases.heldOut(directory).stream())
                  .toList());
      var report =
          new Report(judged, Recorded.read(RESULTS), Integer.getInteger("eval.mistakes", 5));
      var text = report.text();
      Files.writeString(TARGET.resolve("report.txt"), text);
      System.out.println(text);
      evaluation.progress("done; the same in %s", TARGET.resolve("report.txt"));
      if (Boolean.getBoolean("eval.record")) {
        record(directory, report, clock);
      }
    }
  }

  private static void record(Path directory, Report report, Clock clock) throws IOException {
    if (!directory.equals(HOME)) {
      System.out.println("Not recorded: " + RESULTS + " is for the cases of " + HOME + ".");
      return;
    }
    new Recorded(LocalDate.now(clock), report.groups()).write(RESULTS);
    System.out.println("Recorded in " + RESULTS);
  }

  /** Judges companies, two at a time; those that need the same to be left out together. */
  private List<Judged> judge(List<Cases> companies)
      throws InterruptedException, ExecutionException {
    var groups = new LinkedHashMap<Set<String>, List<Cases>>();
    companies.forEach(
        company ->
            groups
                .computeIfAbsent(school.leftOutFor(company), key -> new ArrayList<>())
                .add(company));
    var jobs = new ArrayList<Callable<List<Judged>>>();
    groups.forEach((leftOut, group) -> jobs.add(() -> judge(group, leftOut)));
    var workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      var judged = new ArrayList<Judged>();
      for (Future<List<Judged>> done : workers.invokeAll(jobs)) {
        judged.addAll(done.get());
      }
      return judged;
    } finally {
      workers.shutdown();
    }
  }

  private List<Judged> judge(List<Cases> group, Set<String> leftOut) {
    var judged = new ArrayList<Judged>();
    var advocates = school.taught(group, leftOut);
    for (var company : group) {
      var advocate = advocates.get(company);
      var guesses = company.messages().stream().map(advocate::read).toList();
      var heard = company.threads().stream().map(advocate::read).toList();
      judged.add(Judged.of(company, leftOut, guesses, heard, rivals(company, leftOut, guesses)));
    }
    progress(
        "%s judged %s",
        group.size() > 3
            ? group.size() + " companies"
            : String.join(", ", group.stream().map(Cases::name).toList()),
        leftOut.isEmpty() ? "as it ships" : "by what the others taught");
    return judged;
  }

  private Map<Rival, Tally> rivals(Cases company, Set<String> leftOut, List<Prediction> guesses) {
    var rivals = new EnumMap<Rival, Tally>(Rival.class);
    var rules = school.byRules(company);
    var byRules = new Tally();
    company.messages().forEach(message -> byRules.add(Tally.of(message, rules.read(message))));
    company.threads().forEach(thread -> byRules.add(Tally.of(thread, rules.read(thread))));
    rivals.put(Rival.RULES, byRules);
    for (var rival : List.of(Rival.WORDS, Rival.MODEL)) {
      rivals.put(
          rival, company.catalogued() ? rival(rival, company, leftOut, guesses) : new Tally());
    }
    return rivals;
  }

  private Tally rival(Rival rival, Cases company, Set<String> leftOut, List<Prediction> guesses) {
    var others = new ArrayList<Baseline.Ranked>();
    ranked
        .getOrDefault(rival, Map.of())
        .forEach(
            (name, theirs) -> {
              if (!leftOut.contains(name)) {
                others.addAll(theirs);
              }
            });
    var cuts = Baseline.cuts(others);
    var baseline = new Baseline(likeness(rival));
    var sum = new Tally();
    for (int i = 0; i < guesses.size(); i++) {
      var message = company.messages().get(i);
      var reading = guesses.get(i).reading();
      var found = baseline.rank(company, message, reading);
      var shown = Tally.of(message, Baseline.predict(found, reading, cuts));
      // Ranks are judged of all that it ranks, sets of what it would show.
      var whole = Tally.of(message, Baseline.predict(found, reading, Baseline.Cuts.NONE));
      shown.take(whole, Count.FIRST);
      shown.take(whole, Count.AMONG_THREE);
      sum.add(shown);
    }
    return sum;
  }

  private List<Baseline.Ranked> ranked(Baseline baseline, Cases company) {
    return company.messages().stream()
        .filter(message -> message.reading().isRequest())
        .map(message -> baseline.rank(company, message, message.reading()))
        .toList();
  }

  private Likeness likeness(Rival rival) {
    return rival == Rival.WORDS ? new Bm25() : new Cosine(meaning);
  }

  private void progress(String format, Object... values) {
    out.printf(
        "%4d s  %s%n",
        Duration.between(start, clock.instant()).toSeconds(), String.format(format, values));
  }
}
