package org.learningadvocate.request;

import java.nio.file.Path;
import java.util.*;

final class Lab {
  public static void main(String[] args) throws Exception {
    de.bwaldvogel.liblinear.Linear.disableDebugOutput();
    double cost = Double.parseDouble(args[0]);
    int least = Integer.parseInt(args[1]); boolean list = args.length > 2;
    var companies = Cases.under(Path.of("src/eval"));
    var features = new HashMap<Cases.Case, Features>();
    var wordings = new HashMap<Cases.Case, Wording>();
    long t = System.nanoTime();
    for (var co : companies) for (var c : co.cases()) {
      var w = new Wording(c.text(), c.postedAt().toLocalDate(), c.locale());
      wordings.put(c, w);
      features.put(c, w.features());
    }
    System.out.printf("features %.2f ms each%n", (System.nanoTime() - t) / 1e6 / features.size());
    int tp = 0, fp = 0, fn = 0, dOk = 0, n = 0; int rtp=0,rfp=0,rfn=0;
    for (var held : companies) {
      var ex = new ArrayList<Training.Example>(); var dx = new ArrayList<Training.Example>();
      for (var co : companies) if (co != held) for (var c : co.cases()) {
        ex.add(new Training.Example(c.company(), features.get(c), c.request() ? "yes" : "no"));
        if (c.request()) dx.add(new Training.Example(c.company(), features.get(c), c.deliverable().key()));
      }
      var m = Training.yesNo(ex, cost, least);
      var names = Arrays.stream(Deliverable.values()).map(Deliverable::key).toList();
      var d = Training.oneOf(dx, names, cost, least);
      int a = 0, b = 0, e = 0, ok = 0, k = 0;
      for (var c : held.cases()) {
        double p = m.probability(features.get(c));
        double rule = -0.9; for (var cue : wordings.get(c).cues().keySet()) rule += cue.weight();
        if (rule > 0 && c.request()) rtp++; if (rule > 0 && !c.request()) rfp++; if (rule <= 0 && c.request()) rfn++;
        if (p >= .5 && c.request()) a++;
        if (p >= .5 && !c.request()) { b++; if (list) System.out.printf("FP %.2f %s %s %s%n", p, c.company(), c.id(), c.text().replace('\n', ' ')); }
        if (p < .5 && c.request()) { e++; if (list) System.out.printf("FN %.2f %s %s %s%n", p, c.company(), c.id(), c.text().replace('\n', ' ')); }
        if (c.request()) {
          k++;
          var s = d.logOdds(features.get(c));
          int best = 0; for (int i = 1; i < s.length; i++) if (s[i] > s[best]) best = i;
          if (names.get(best).equals(c.deliverable().key())) ok++;
          else if (list) System.out.printf("DEL %s->%s %s %s %s%n", c.deliverable().key(), names.get(best), c.company(), c.id(), c.text().replace('\n', ' '));
        }
      }
      System.out.printf("%-14s F1 %.3f p %.3f r %.3f  deliverable %.3f  model size %d%n", held.name(), 2.0 * a / (2 * a + b + e), a / (double) (a + b), a / (double) (a + e), ok / (double) k, m.size());
      tp += a; fp += b; fn += e; dOk += ok; n += k;
    }
    System.out.printf("ALL F1 %.4f p %.3f r %.3f deliverable %.4f   rules F1 %.4f (p %.3f r %.3f)%n", 2.0 * tp / (2 * tp + fp + fn), tp / (double) (tp + fp), tp / (double) (tp + fn), dOk / (double) n, 2.0*rtp/(2*rtp+rfp+rfn), rtp/(double)(rtp+rfp), rtp/(double)(rtp+rfn));
  }
}
