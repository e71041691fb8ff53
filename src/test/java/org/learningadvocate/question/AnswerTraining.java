package org.learningadvocate.question;

import de.bwaldvogel.liblinear.*;
import java.nio.file.Path;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import org.learningadvocate.evaluation.Cases;
import org.learningadvocate.meaning.Meaning;
import org.learningadvocate.meaning.SentenceModel;
import org.learningadvocate.meaning.WordsOnly;
import org.learningadvocate.request.Topic;

/** Learns which replies answer which questions, and measures it on companies left out. */
public final class AnswerTraining {
  private AnswerTraining() {}

  record Pair(Map<String, Float> clues, boolean right) {}

  static Reply reply(Cases.Reply r) { return new Reply(Reply.By.valueOf(r.user().toUpperCase(Locale.ROOT)), r.text()); }

  static Names names(Cases c) {
    return new Names(c.catalogue().priorities().stream().map(p -> p.title()).toList(), c.catalogue().initiatives().stream().map(p -> p.title()).toList(), c.catalogue().people().stream().map(p -> p.name()).toList());
  }

  static List<Pair> pairs(Cases c, Meaning meaning) {
    var out = new ArrayList<Pair>();
    var known = Clues.Known.of(names(c), meaning);
    for (var th : c.threads()) {
      var said = new EnumMap<Topic, String>(Topic.class); Set<Topic> last = EnumSet.noneOf(Topic.class);
      var before = new ArrayList<Reply>();
      for (var r : th.replies()) {
        var rep = reply(r);
        var st = new Clues.Standing(th.asked(), Map.copyOf(said), List.copyOf(before), last, known);
        for (var t : th.asked()) out.add(new Pair(Clues.of(rep, t, st), r.label().contains(t)));
        AnswerReader.tell(said, r.text(), r.label(), th.asked()); if (!r.label().isEmpty()) last = r.label();
        before.add(rep);
      }
    }
    return out;
  }

  static Map<String, Float> train(List<Pair> pairs, double C, int min) {
    var count = new HashMap<String, Integer>();
    for (var p : pairs) for (var f : p.clues.keySet()) count.merge(f, 1, Integer::sum);
    var ids = new LinkedHashMap<String, Integer>();
    ids.put("BIAS", 1);
    var names = new ArrayList<>(new TreeSet<>(count.keySet()));
    for (var f : names) if (count.get(f) >= min) ids.put(f, ids.size() + 1);
    var prob = new Problem(); prob.l = pairs.size(); prob.n = ids.size(); prob.x = new Feature[prob.l][]; prob.y = new double[prob.l];
    for (int i = 0; i < prob.l; i++) {
      var ns = new TreeMap<Integer, Float>(); ns.put(1, 1f);
      pairs.get(i).clues.forEach((f, v) -> { var id = ids.get(f); if (id != null) ns.put(id, v); });
      prob.x[i] = ns.entrySet().stream().map(k -> (Feature) new FeatureNode(k.getKey(), k.getValue())).toArray(Feature[]::new);
      prob.y[i] = pairs.get(i).right ? 1 : 0;
    }
    Linear.disableDebugOutput();
    var m = Linear.train(prob, new Parameter(SolverType.L2R_LR, C, 1e-2));
    double s = m.getLabels()[0] == 1 ? 1 : -1; var w = m.getFeatureWeights(); var out = new LinkedHashMap<String, Float>();
    ids.forEach((f, id) -> out.put(f, (float) (s * w[id - 1])));
    return out;
  }

  public static void main(String[] a) throws Exception {
    var meaning = new org.learningadvocate.evaluation.RememberedMeaning(a[1].equals("model") ? SentenceModel.load() : new WordsOnly(), Path.of("target/vectors-replies-" + a[1]));
    var all = new ArrayList<Cases>(); for (int i = 2; i < a.length; i++) all.addAll(Cases.in(Path.of(a[i])));
    boolean verbose = a[0].equals("v");
    var pairs = all.stream().map(c -> pairs(c, meaning)).toList();
    meaning.close();
    if (a[0].equals("write")) {
      var every = new ArrayList<Pair>(); pairs.forEach(every::addAll);
      var out = new StringBuilder("# Learned weights; how, from what and how well: CARD.md beside this file.\n");
      train(every, .1, 3).forEach((f, v) -> { if (Math.abs(v) >= 0.005) out.append(f).append('\t').append(String.format(Locale.ROOT, "%.3f", v)).append('\n'); });
      java.nio.file.Files.writeString(Path.of("src/main/resources/org/learningadvocate/question/replies-" + a[1] + ".txt"), out);
      return;
    }
    for (double C : verbose ? new double[]{0.2} : new double[] {0.1, 0.3}) {
      double[] ts = {0.35, 0.4, 0.45, 0.5};
      int[] exact = new int[ts.length]; int n = 0; var per = new StringBuilder(); int[][] f = new int[ts.length][3];
      for (int h = 0; h < all.size(); h++) {
        var tr = new ArrayList<Pair>(); for (int k = 0; k < all.size(); k++) if (k != h) tr.addAll(pairs.get(k));
        var reader = AnswerReader.with(train(tr, C, 3), meaning); int e0 = 0, n0 = 0;
        var known = Clues.Known.of(names(all.get(h)), meaning);
        for (int k = 0; k < ts.length; k++) for (var th : all.get(h).threads()) {
          var said = new EnumMap<Topic, String>(Topic.class); Set<Topic> last = EnumSet.noneOf(Topic.class); var before = new ArrayList<Reply>();
          for (var r : th.replies()) {
            var rep = reply(r); var st = new Clues.Standing(th.asked(), Map.copyOf(said), List.copyOf(before), last, known);
            Set<Topic> got = EnumSet.noneOf(Topic.class); var info = new StringBuilder();
            for (var t : th.asked()) { double p = reader.probability(rep, t, st); if (p >= ts[k]) got.add(t); info.append(String.format(" %s %.2f", t.key(), p)); }
            if (k == 1) n0++; if (k == 0) n++;
            if (got.equals(r.label())) { exact[k]++; if (k == 1) e0++; } else if (verbose && k == 1) System.out.println(all.get(h).name() + " " + th.id() + r.id() + " " + th.asked() + " " + r.user() + " | " + (before.isEmpty() ? "" : "(" + cut(before.get(before.size() - 1).text(), 80) + ") ") + cut(r.text(), 220) + " => " + r.label() + " got " + got + info);
            final var g = got; int tp = (int) g.stream().filter(r.label()::contains).count(); f[k][0] += tp; f[k][1] += g.size() - tp; f[k][2] += r.label().size() - tp;
            AnswerReader.tell(said, r.text(), got, th.asked()); if (!got.isEmpty()) last = got; before.add(rep);
          }
        }
        per.append(String.format(" %.2f", (double) e0 / n0));
      }
      System.out.print("C " + C + " [" + per + "]");
      for (int k = 0; k < ts.length; k++) System.out.printf(" t%.2f exact %.3f F1 %.3f", ts[k], (double) exact[k] / n, 2.0 * f[k][0] / (2.0 * f[k][0] + f[k][1] + f[k][2]));
      System.out.println();
    }
  }
  static String cut(String s, int n) { return s.replace('\n', '/').substring(0, Math.min(n, s.length())); }
}
