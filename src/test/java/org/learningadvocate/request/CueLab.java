package org.learningadvocate.request;

import java.nio.file.Path;
import java.util.*;

/** LOCO on cue features only: a fast proxy. */
final class CueLab {
  public static void main(String[] args) throws Exception {
    de.bwaldvogel.liblinear.Linear.disableDebugOutput();
    var companies = Cases.under(Path.of("src/eval"));
    var f = new HashMap<Cases.Case, Features>();
    var ws = new HashMap<Cases.Case, Wording>();
    for (var co : companies) for (var c : co.cases()) {
      var w = new Wording(c.text(), c.postedAt().toLocalDate(), c.locale());
      ws.put(c, w);
      var b = new Features.Builder(); w.cueFeatures(b); b.endGroupEach(1f); f.put(c, b.build());
    }
    var names = Arrays.stream(Deliverable.values()).map(Deliverable::key).toList();
    int tp=0,fp=0,fn=0,ok=0,n=0,rok=0;
    for (var held : companies) {
      var ex = new ArrayList<Training.Example>(); var dx = new ArrayList<Training.Example>();
      for (var co : companies) if (co != held) for (var c : co.cases()) { ex.add(new Training.Example(c.company(), f.get(c), c.request()?"yes":"no")); if (c.request()) dx.add(new Training.Example(c.company(), f.get(c), c.deliverable().key())); }
      var m = Training.yesNo(ex, 0.3, 2); var d = Training.oneOf(dx, names, 0.3, 2);
      for (var c : held.cases()) {
        boolean y = m.logOdds(f.get(c))[0] > 0;
        if (y && c.request()) tp++; if (y && !c.request()) fp++; if (!y && c.request()) fn++;
        if (args.length>0 && y != c.request() && ws.get(c).cues().size() >= 0) System.out.println((y?"FP ":"FN ")+c.company()+" "+c.id()+" "+ws.get(c).cues().keySet()+" "+c.text().replace('\n',' '));
        if (c.request()) { n++; var s = d.logOdds(f.get(c)); int best=0; for(int i=1;i<s.length;i++) if(s[i]>s[best])best=i; if(names.get(best).equals(c.deliverable().key()))ok++; if(Deliverables.byName(ws.get(c).cues())==c.deliverable())rok++; }
      }
    }
    System.out.printf("cues: F1 %.4f p %.3f r %.3f deliverable %.4f (rule %.4f)%n", 2.0*tp/(2*tp+fp+fn), tp/(double)(tp+fp), tp/(double)(tp+fn), ok/(double)n, rok/(double)n);
    for (var cue : Cue.values()) { int a=0,b=0; for (var c : f.keySet()) if (ws.get(c).cues().containsKey(cue)) { if (c.request()) a++; else b++; } System.out.printf("  %-22s req %d not %d%n", cue, a, b); }
  }
}
