package org.learningadvocate.question;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.catalog.Initiative;
import org.learningadvocate.catalog.Priority;
import org.learningadvocate.evaluation.Cases;
import org.learningadvocate.evaluation.RememberedMeaning;
import org.learningadvocate.meaning.Meaning;
import org.learningadvocate.meaning.SentenceModel;
import org.learningadvocate.meaning.WordsOnly;
import org.learningadvocate.request.Topic;

/**
 * Learns from labelled threads which replies answer which questions. {@code main} writes the
 * weights that ship as resources: {@code AnswerTraining [CASES]}, by default {@code src/eval}.
 */
public final class AnswerTraining {
  private static final Path RESOURCES = Path.of("src/main/resources/org/learningadvocate/question");
  private static final double STRENGTH = 0.1;
  // A clue seen less often says more of its company than of answers.
  private static final int SEEN_AT_LEAST = 3;
  private static final double WORTH_KEEPING = 0.005;

  private AnswerTraining() {}

  /** What was seen of one reply, and whether it answers. */
  record Example(Clues.Seen seen, boolean right) {}

  public static void main(String[] args) throws Exception {
    var cases = cases(Path.of(args.length > 0 ? args[0] : "src/eval"));
    for (var kind : Meaning.Kind.values()) {
      try (var meaning = remembered(kind)) {
        var examples = new ArrayList<Example>();
        cases.forEach(c -> examples.addAll(examples(c, meaning)));
        var text =
            new StringBuilder("# Learned; from what and how well: CARD.md beside this file.\n");
        new TreeMap<>(learn(examples))
            .forEach(
                (clue, weight) -> {
                  if (Math.abs(weight) >= WORTH_KEEPING) {
                    text.append(String.format(Locale.ROOT, "%s\t%.3f%n", clue, weight));
                  }
                });
        var name = kind == Meaning.Kind.MODEL ? "replies-model.txt" : "replies-words.txt";
        Files.writeString(RESOURCES.resolve(name), text);
      }
    }
  }

  static List<Cases> cases(Path directory) {
    return Cases.in(directory).stream().filter(c -> !c.threads().isEmpty()).toList();
  }

  static RememberedMeaning remembered(Meaning.Kind kind) throws Exception {
    var meaning = kind == Meaning.Kind.MODEL ? SentenceModel.load() : new WordsOnly();
    return new RememberedMeaning(meaning, Path.of("target", "vectors-replies-" + kind));
  }

  static Names names(Cases cases) {
    return new Names(
        cases.catalogue().priorities().stream().map(Priority::title).toList(),
        cases.catalogue().initiatives().stream().map(Initiative::title).toList(),
        cases.catalogue().people().stream().map(person -> person.name()).toList());
  }

  static Reply reply(Cases.Reply reply) {
    return new Reply(Reply.By.valueOf(reply.user().toUpperCase(Locale.ROOT)), reply.text());
  }

  static List<Example> examples(Cases cases, Meaning meaning) {
    var examples = new ArrayList<Example>();
    var known = Clues.Known.of(names(cases), meaning);
    for (var thread : cases.threads()) {
      var said = new EnumMap<Topic, String>(Topic.class);
      Set<Topic> last = EnumSet.noneOf(Topic.class);
      var before = new ArrayList<Reply>();
      for (var one : thread.replies()) {
        var reply = reply(one);
        var standing =
            new Clues.Standing(thread.asked(), Map.copyOf(said), List.copyOf(before), last, known);
        for (var topic : thread.asked()) {
          examples.add(new Example(Clues.of(reply, topic, standing), one.label().contains(topic)));
        }
        examples.add(new Example(Clues.ofAny(reply, standing), !one.label().isEmpty()));
        AnswerReader.tell(said, one.text(), one.label(), thread.asked());
        last = one.label().isEmpty() ? last : one.label();
        before.add(reply);
      }
    }
    return examples;
  }

  /** The weights of all clues, as {@link Ear} takes them. */
  static Map<String, Float> learn(List<Example> examples) {
    var byKind = new HashMap<Boolean, List<Example>>();
    examples.forEach(
        e -> byKind.computeIfAbsent(e.seen().topic().equals("any"), k -> new ArrayList<>()).add(e));
    var weights = new LinkedHashMap<>(weights(byKind.getOrDefault(false, List.of())));
    weights(byKind.getOrDefault(true, List.of()))
        .forEach(
            (clue, weight) ->
                weights.put(
                    clue.equals("BIAS") ? "ANY-BIAS" : clue.startsWith("=") ? clue : "ANY " + clue,
                    weight));
    return weights;
  }

  private static Map<String, Float> weights(List<Example> examples) {
    var counts = new HashMap<String, Integer>();
    for (var e : examples) {
      e.seen().clues().keySet().forEach(clue -> counts.merge(clue, 1, Integer::sum));
    }
    var numbers = new LinkedHashMap<String, Integer>();
    numbers.put("BIAS", 1);
    new TreeMap<>(counts)
        .forEach(
            (clue, count) -> {
              if (count >= SEEN_AT_LEAST) {
                numbers.put(clue, numbers.size() + 1);
              }
            });
    for (var e : examples) {
      number(numbers, "=v:" + e.seen().topic(), e.seen().words());
      number(numbers, "=pv:" + e.seen().topic(), e.seen().question());
    }
    var problem = new Problem();
    problem.l = examples.size();
    problem.n = numbers.size();
    problem.y = examples.stream().mapToDouble(e -> e.right() ? 1 : 0).toArray();
    problem.x = examples.stream().map(e -> row(e.seen(), numbers)).toArray(Feature[][]::new);
    Linear.disableDebugOutput();
    var model = Linear.train(problem, new Parameter(SolverType.L2R_LR, STRENGTH, 1e-2));
    // liblinear's weights speak for the label it saw first.
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    var weights = new LinkedHashMap<String, Float>();
    numbers.forEach(
        (clue, number) ->
            weights.put(clue, (float) (sign * model.getFeatureWeights()[number - 1])));
    return weights;
  }

  private static void number(Map<String, Integer> numbers, String name, float @Nullable [] vector) {
    if (vector != null && !numbers.containsKey(name + " 0")) {
      for (int i = 0; i < vector.length; i++) {
        numbers.put(name + " " + i, numbers.size() + 1);
      }
    }
  }

  private static Feature[] row(Clues.Seen seen, Map<String, Integer> numbers) {
    var row = new ArrayList<Feature>();
    row.add(new FeatureNode(1, 1));
    seen.clues()
        .forEach(
            (clue, weight) -> {
              var number = numbers.get(clue);
              if (number != null) {
                row.add(new FeatureNode(number, weight));
              }
            });
    add(row, numbers.get("=v:" + seen.topic() + " 0"), seen.words());
    add(row, numbers.get("=pv:" + seen.topic() + " 0"), seen.question());
    var sorted = row.toArray(Feature[]::new);
    Arrays.sort(sorted, (a, b) -> Integer.compare(a.getIndex(), b.getIndex()));
    return sorted;
  }

  private static void add(List<Feature> row, @Nullable Integer first, float @Nullable [] vector) {
    if (first != null && vector != null) {
      for (int i = 0; i < vector.length; i++) {
        row.add(new FeatureNode(first + i, vector[i] * Ear.LOUDNESS));
      }
    }
  }
}
