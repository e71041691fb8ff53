package org.learningadvocate.question;

import de.bwaldvogel.liblinear.*;
import java.nio.file.Path;
import java.util.*;
import org.learningadvocate.evaluation.Cases;
import org.learningadvocate.request.Topic;

/** Learns which replies answer which questions, and measures it on companies left out. */
public final class AnswerTraining {
  private AnswerTraining() {}

  record Pair(Set<String> clues, boolean right) {}

  static Reply reply(Cases.Reply r) { return new Reply(Reply.By.valueOf(r.user().toUpperCase(Locale.ROOT)), r.text()); }

  static List<Pair> pairs(Cases c) {
    var out = new ArrayList<Pair>();
    for (var th : c.threads()) {
      var answered = EnumSet.noneOf(Topic.class); Set<Topic> last = EnumSet.noneOf(Topic.class);
      var before = new ArrayList<Reply>();
      for (var r : th.replies()) {
        var rep = reply(r);
        var st = new Clues.Standing(th.asked(), EnumSet.copyOf(answered), List.copyOf(before), last);
        for (var t : th.asked()) out.add(new Pair(Clues.of(rep, t, st), r.label().contains(t)));
        answered.addAll(r.label()); if (!r.label().isEmpty()) last = r.label();
        before.add(rep);
      }
    }
    return out;
  }

  static Map<String, Double> train(List<Pair> pairs, double C, int min) {
    var count = new HashMap<String, Integer>();
    for (var p : pairs) for (var f : p.clues) count.merge(f, 1, Integer::sum);
    var ids = new LinkedHashMap<String, Integer>();
    ids.put("BIAS", 1);
    var names = new ArrayList<>(new TreeSet<>(count.keySet()));
    for (var f : names) if (count.get(f) >= min) ids.put(f, ids.size() + 1);
    var prob = new Problem(); prob.l = pairs.size(); prob.n = ids.size(); prob.x = new Feature[prob.l][]; prob.y = new double[prob.l];
    for (int i = 0; i < prob.l; i++) {
      var ns = new TreeSet<Integer>(); ns.add(1);
      for (var f : pairs.get(i).clues) { var id = ids.get(f); if (id != null) ns.add(id); }
      prob.x[i] = ns.stream().map(k -> (Feature) new FeatureNode(k, 1)).toArray(Feature[]::new);
      prob.y[i] = pairs.get(i).right ? 1 : 0;
    }
    Linear.disableDebugOutput();
    var m = Linear.train(prob, new Parameter(SolverType.L2R_LR, C, 1e-3));
    double s = m.getLabels()[0] == 1 ? 1 : -1; var w = m.getFeatureWeights(); var out = new LinkedHashMap<String, Double>();
    ids.forEach((f, id) -> out.put(f, s * w[id - 1]));
    return out;
  }

  static double score(Map<String, Double> w, Set<String> clues) {
    double s = w.get("BIAS"); for (var c : clues) s += w.getOrDefault(c, 0.0); return 1 / (1 + Math.exp(-s));
  }

  public static void main(String[] a) {
    var all = new ArrayList<Cases>(); for (int i = 1; i < a.length; i++) all.addAll(Cases.in(Path.of(a[i])));
    boolean verbose = a[0].equals("v");
    var pairs = all.stream().map(AnswerTraining::pairs).toList();
    if (a[0].equals("write")) {
      var every = new ArrayList<Pair>(); pairs.forEach(every::addAll);
      var out = new StringBuilder("# Learned weights; how, from what and how well: CARD.md beside this file.\n");
      train(every, 1, 3).forEach((f, v) -> { if (Math.abs(v) >= 0.005) out.append(f).append('\t').append(String.format(Locale.ROOT, "%.3f", v)).append('\n'); });
      try { java.nio.file.Files.writeString(Path.of("src/main/resources/org/learningadvocate/question/replies.txt"), out); } catch (java.io.IOException e) { throw new java.io.UncheckedIOException(e); }
      return;
    }
    for (double C : verbose ? new double[]{1} : new double[] {0.5, 1, 2}) for (int min : new int[] {2, 3}) {
      double[] ts = {0.35, 0.4, 0.45, 0.5};
      int[] exact = new int[ts.length]; int n = 0; var per = new StringBuilder(); int[][] f = new int[ts.length][3];
      for (int h = 0; h < all.size(); h++) {
        var tr = new ArrayList<Pair>(); for (int k = 0; k < all.size(); k++) if (k != h) tr.addAll(pairs.get(k));
        var w = train(tr, C, min); int e0 = 0, n0 = 0;
        for (int k = 0; k < ts.length; k++) for (var th : all.get(h).threads()) {
          var answered = EnumSet.noneOf(Topic.class); Set<Topic> last = EnumSet.noneOf(Topic.class); var before = new ArrayList<Reply>();
          for (var r : th.replies()) {
            var rep = reply(r); var st = new Clues.Standing(th.asked(), EnumSet.copyOf(answered), List.copyOf(before), last);
            Set<Topic> got = EnumSet.noneOf(Topic.class); var info = new StringBuilder();
            for (var t : th.asked()) { double p = score(w, Clues.of(rep, t, st)); if (p >= ts[k]) got.add(t); info.append(String.format(" %s %.2f", t.key(), p)); }
            if (k == 1) n0++; if (k == 0) n++;
            if (got.equals(r.label())) { exact[k]++; if (k == 1) e0++; } else if (verbose && k == 1) System.out.println(all.get(h).name() + " " + th.id() + r.id() + " " + th.asked() + " " + r.user() + " | " + (before.isEmpty() ? "" : "(" + cut(before.get(before.size() - 1).text(), 80) + ") ") + cut(r.text(), 220) + " => " + r.label() + " got " + got + info);
            final var g = got; int tp = (int) g.stream().filter(r.label()::contains).count(); f[k][0] += tp; f[k][1] += g.size() - tp; f[k][2] += r.label().size() - tp;
            answered.addAll(got); if (!got.isEmpty()) last = got; before.add(rep);
          }
        }
        per.append(String.format(" %.2f", (double) e0 / n0));
      }
      System.out.print("C " + C + " min " + min + " [" + per + "]");
      for (int k = 0; k < ts.length; k++) System.out.printf(" t%.2f exact %.3f F1 %.3f", ts[k], (double) exact[k] / n, 2.0 * f[k][0] / (2.0 * f[k][0] + f[k][1] + f[k][2]));
      System.out.println();
    }
  }
  static String cut(String s, int n) { return s.replace('\n', '/').substring(0, Math.min(n, s.length())); }
}
