package org.learningadvocate.request;

import java.nio.file.Path;
import java.util.*;

final class DueLab {
  public static void main(String[] args) throws Exception {
    de.bwaldvogel.liblinear.Linear.disableDebugOutput();
    double cost = Double.parseDouble(args[0]);
    boolean list = args.length > 1;
    var companies = Cases.under(Path.of("src/eval"));
    record Row(Cases.Case c, String lower, List<DueGrammar.Found> days, List<Features> f) {}
    var rows = new HashMap<Cases.Case, Row>();
    for (var co : companies) for (var c : co.cases()) {
      if (!c.request()) continue;
      var plain = Mrkdwn.plain(c.text());
      var posted = c.postedAt().toLocalDate();
      var days = DueGrammar.days(plain, posted, c.locale());
      var lower = DueGrammar.lower(plain);
      rows.put(c, new Row(c, plain, days, days.stream().map(d -> DueDates.features(lower, days, d, posted)).toList()));
    }
    int ok = 0, n = 0, gOk = 0, g = 0, rOk = 0;
    for (var held : companies) {
      var ex = new ArrayList<Training.Example>();
      for (var co : companies) if (co != held) for (var c : co.cases()) {
        if (!c.request()) continue;
        var r = rows.get(c);
        for (int i = 0; i < r.days.size(); i++) ex.add(new Training.Example(c.company(), r.f.get(i), r.days.get(i).date().equals(c.due()) ? "yes" : "no"));
      }
      var m = Training.yesNo(ex, cost, 2);
      var dd = new DueDates(m); var rd = new DueDates(null);
      int o = 0, k = 0, go = 0, gk = 0;
      for (var c : held.cases()) {
        if (!c.request()) continue;
        k++;
        var r = rows.get(c);
        var due = dd.choose(r.lower, r.days, c.postedAt().toLocalDate());
        var rule = rd.choose(r.lower, r.days, c.postedAt().toLocalDate());
        boolean right = Objects.equals(due == null ? null : due.date(), c.due());
        if (Objects.equals(rule == null ? null : rule.date(), c.due())) rOk++;
        if (right) o++;
        if (c.due() != null) { gk++; if (right) go++; }
        if (!right && list) {
          System.out.println(c.company() + " " + c.id() + " posted " + c.postedAt().toLocalDate() + " due " + c.due() + " got " + due + " | " + c.text().replace('\n', ' '));
          for (int i = 0; i < r.days.size(); i++) System.out.printf("     %.2f %s %s %s%n", m.logOdds(r.f.get(i))[0], r.days.get(i).kind(), r.days.get(i).date(), r.lower.substring(r.days.get(i).start(), r.days.get(i).end()));
        }
      }
      System.out.printf("%-14s due %.3f given %.3f%n", held.name(), o / (double) k, go / (double) gk);
      ok += o; n += k; gOk += go; g += gk;
    }
    System.out.printf("ALL due %.4f given %.4f rules %.4f%n", ok / (double) n, gOk / (double) g, rOk / (double) n);
  }
}
