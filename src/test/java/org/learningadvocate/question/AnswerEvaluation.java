package org.learningadvocate.question;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.learningadvocate.evaluation.Cases;
import org.learningadvocate.evaluation.Sets;
import org.learningadvocate.meaning.Meaning;
import org.learningadvocate.request.Topic;

/**
 * How well replies of companies are read that the reading was not learned from: {@code
 * AnswerEvaluation [CASES [mistakes]]}, by default {@code src/eval}.
 */
public final class AnswerEvaluation {
  private AnswerEvaluation() {}

  public static void main(String[] args) throws Exception {
    var cases = AnswerTraining.cases(Path.of(args.length > 0 ? args[0] : "src/eval"));
    boolean mistakes = args.length > 1;
    for (var kind : Meaning.Kind.values()) {
      try (var meaning = AnswerTraining.remembered(kind)) {
        System.out.println(kind == Meaning.Kind.MODEL ? "With the model" : "By words only");
        var examples = cases.stream().map(c -> AnswerTraining.examples(c, meaning)).toList();
        var all = new Sets();
        int right = 0;
        int total = 0;
        for (int held = 0; held < cases.size(); held++) {
          var others = new ArrayList<AnswerTraining.Example>();
          for (int k = 0; k < cases.size(); k++) {
            if (k != held) {
              others.addAll(examples.get(k));
            }
          }
          var reader = AnswerReader.with(new Ear(AnswerTraining.learn(others)), meaning);
          var pairs = new Sets();
          boolean say = mistakes && kind == Meaning.Kind.MODEL;
          int exact = exact(cases.get(held), reader, pairs, say);
          int replies = cases.get(held).threads().stream().mapToInt(t -> t.replies().size()).sum();
          System.out.printf(
              Locale.ROOT,
              "  %-12s exact %.3f %s%n",
              cases.get(held).name(),
              (double) exact / replies,
              pairs);
          right += exact;
          total += replies;
          all.add(pairs);
        }
        System.out.printf(
            Locale.ROOT, "  %-12s exact %.3f %s%n", "all", (double) right / total, all);
      }
    }
  }

  private static int exact(Cases cases, AnswerReader reader, Sets pairs, boolean mistakes) {
    int exact = 0;
    for (var thread : cases.threads()) {
      var replies = thread.replies().stream().map(AnswerTraining::reply).toList();
      var heard = reader.read(thread.asked(), replies, AnswerTraining.names(cases));
      for (int i = 0; i < replies.size(); i++) {
        var label = thread.replies().get(i).label();
        var got = heard.get(i).topics();
        pairs.add(keys(List.copyOf(label)), keys(List.copyOf(got)));
        if (got.equals(label)) {
          exact++;
        } else if (mistakes) {
          System.out.printf(
              "    %s %s %s %s: %s%n      asked %s, answers %s, got %s%n",
              cases.name(),
              thread.id(),
              thread.replies().get(i).id(),
              replies.get(i).by(),
              replies.get(i).text().replace('\n', ' '),
              thread.asked(),
              label,
              got);
        }
      }
    }
    return exact;
  }

  private static List<String> keys(List<Topic> topics) {
    return topics.stream().map(Topic::key).toList();
  }
}
