package org.learningadvocate.homework;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.learningadvocate.evaluation.Cases;
import org.learningadvocate.homework.Learned.Example;
import org.learningadvocate.meaning.Meaning;
import org.learningadvocate.meaning.SentenceModel;
import org.learningadvocate.meaning.WordsOnly;

/** Learns what the homework judges by, and measures it on companies it was not learned from. */
public final class HomeworkTraining {
  private HomeworkTraining() {}

  static final boolean DUMP = Boolean.getBoolean("dump");

  record Row(Cases.Message message, Gist gist, Index index) {}

  record Company(String name, Index index, List<Row> rows) {}

  public static void main(String[] args) throws Exception {
    var cases = Cases.in(Path.of(args[0]));
    boolean verbose = args.length > 2;
    var meaning = new org.learningadvocate.evaluation.RememberedMeaning(args[1].equals("model") ? SentenceModel.load() : new WordsOnly(), Path.of("target/vectors-homework-" + args[1]));
    var ground =
        new Ground(meaning, Themes.load(), Groups.load(), null, new java.util.concurrent.ConcurrentHashMap<>());
    var companies = new ArrayList<Company>();
    for (var c : cases) {
      if (c.catalogue().priorities().isEmpty()) continue;
      var index = new Index(c.catalogue(), ground);
      var rows = new ArrayList<Row>();
      for (var m : c.messages()) {
        if (m.reading().isRequest()) {
          rows.add(new Row(m, new Gist(new Subject(m.text(), m.reading(), m.posted(), m.channel()), ground), index));
        }
      }
      companies.add(new Company(c.name(), index, rows));
    }
    meaning.close();
    if (args.length > 2 && args[2].equals("write")) {
      write(companies, args[1], Path.of(args[3]));
      return;
    }
    double[] cs = verbose ? new double[] {0.03} : new double[] {0.02, 0.05};
    for (double c : cs) {
      System.out.println("== C " + c);
      about(companies, c, verbose && c == 0.03);
      priority(companies, c, verbose && c == 0.03);
      overlap(companies, c, verbose && c == 0.03);
    }
  }

  static void write(List<Company> companies, String suffix, Path to) throws Exception {
    write(to.resolve("about-" + suffix + ".txt"), AboutClue.values(), Learned.from(aboutExamples(companies), ABOUT_C, ABOUT_T));
    write(to.resolve("priority-" + suffix + ".txt"), PriorityClue.values(), Learned.from(priorityExamples(companies, PRIORITY_C), PRIORITY_C, PRIORITY_T));
    write(to.resolve("overlap-" + suffix + ".txt"), OverlapClue.values(), overlapWeights(companies, OVERLAP_C, OVERLAP_T));
  }

  static final double ABOUT_C = 0.05, ABOUT_T = 0.5, PRIORITY_C = 0.02, PRIORITY_T = 0.18, OVERLAP_C = 0.05, OVERLAP_T = 0.45;

  static void write(Path file, Enum<?>[] names, Weights w) throws Exception {
    var out = new StringBuilder("# Learned weights; how, from what and how well: CARD.md beside this file.\n");
    for (var n : names) out.append(n.name()).append(' ').append(String.format(java.util.Locale.ROOT, "%.6f", w.weights()[n.ordinal()])).append('\n');
    out.append(String.format(java.util.Locale.ROOT, "BIAS %.6f%nTHRESHOLD %.3f%n", w.bias(), w.threshold()));
    java.nio.file.Files.writeString(file, out);
  }

  static List<Example> priorityExamples(List<Company> others, double strength) {
    var ex = new ArrayList<Example>();
    for (var c : others) {
      var w = Learned.from(aboutExamples(others.stream().filter(o -> o != c).toList()), ABOUT_C, .4);
      for (var r : c.rows) {
        int a = aboutOf(c.index, r.gist, w, .4);
        double p = a < 0 ? 0 : w.probability(c.index.aboutClues(r.gist)[a]);
        var clues = c.index.priorityClues(r.gist, a, p);
        for (int i = 0; i < clues.length; i++) if (clues[i] != null)
          ex.add(new Example(clues[i], r.message.priorities().contains(c.index.catalogue.priorities().get(i).id())));
      }
    }
    return ex;
  }

  record Bag(List<double[]> several, boolean right) {}

  static List<Bag> overlapBags(List<Company> others) {
    var bags = new ArrayList<Bag>();
    for (var c : others) {
      var w = Learned.from(aboutExamples(others.stream().filter(o -> o != c).toList()), ABOUT_C, .4);
      for (var r : c.rows) {
        if (r.message.overlaps() == null || r.gist.audience == null) continue;
        int a = aboutOf(c.index, r.gist, w, .4);
        var ac = c.index.aboutClues(r.gist);
        for (int i = 0; i < c.index.initiatives.size(); i++) {
          var ini = c.index.catalogue.initiatives().get(i);
          if (i == a || !ini.active(r.gist.period.from(), r.gist.period.to()) || c.index.certain(r.gist.audience, i)) continue;
          bags.add(new Bag(c.index.overlapClues(r.gist, r.gist.audience, i, a, w.probability(ac[i])), r.message.overlaps().contains(ini.id())));
        }
      }
    }
    return bags;
  }

  /** Each bag is judged by its likeliest group, so learning goes round until that is stable. */
  static Weights overlapWeights(List<Company> others, double strength, double threshold) {
    var bags = overlapBags(others);
    int n = OverlapClue.values().length;
    var start = new double[n];
    start[OverlapClue.NESTED.ordinal()] = 2; start[OverlapClue.COSINE.ordinal()] = 3; start[OverlapClue.SHARED_ALL.ordinal()] = 2;
    var w = new Weights(start, -2, threshold);
    for (int round = 0; round < 4; round++) {
      var ex = new ArrayList<Example>();
      for (var b : bags) {
        double[] best = null;
        for (var c : b.several) if (best == null || w.probability(c) > w.probability(best)) best = c;
        if (best != null) ex.add(new Example(best, b.right));
      }
      w = Learned.from(ex, strength, threshold);
    }
    return w;
  }

  // --- about
  static List<Example> aboutExamples(List<Company> companies) {
    var ex = new ArrayList<Example>();
    for (var c : companies) for (var r : c.rows) {
      var clues = c.index.aboutClues(r.gist);
      for (int i = 0; i < clues.length; i++)
        ex.add(new Example(clues[i], c.index.catalogue.initiatives().get(i).id().equals(r.message.about())));
    }
    return ex;
  }

  static int aboutOf(Index index, Gist g, Weights w, double t) {
    var clues = index.aboutClues(g);
    int best = -1; double bp = t;
    for (int i = 0; i < clues.length; i++) { double p = w.probability(clues[i]); if (p >= bp) { bp = p; best = i; } }
    return best;
  }

  static void about(List<Company> companies, double strength, boolean verbose) {
    var line = new StringBuilder("about ");
    for (double t : new double[] {0.2, 0.3, 0.4, 0.5}) {
      int right = 0, all = 0; var per = new StringBuilder();
      for (var held : companies) {
        var w = Learned.from(aboutExamples(companies.stream().filter(c -> c != held).toList()), strength, t);
        int r0 = 0;
        for (var r : held.rows) {
          int a = aboutOf(held.index, r.gist, w, t);
          var id = a < 0 ? null : held.index.catalogue.initiatives().get(a).id();
          boolean ok = java.util.Objects.equals(id, r.message.about());
          if (ok) r0++; else if (verbose && t == 0.4) System.out.println("  ABOUT " + held.name + " " + r.message.id() + " true " + r.message.about() + " got " + id + " | " + cut(r.message.text()));
        }
        right += r0; all += held.rows.size(); per.append(String.format(" %.2f", (double) r0 / held.rows.size()));
      }
      line.append(String.format(" t%.1f %.3f [%s]", t, (double) right / all, per));
    }
    System.out.println(line);
  }

  static String cut(String s) { return s.replace('\n', ' ').substring(0, Math.min(300, s.length())); }

  // --- priorities
  static void priority(List<Company> companies, double strength, boolean verbose) {
    int h1 = 0, h3 = 0, with = 0; 
    double[] ts = {0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4};
    int[][] f = new int[ts.length][3]; int[][] hits = new int[ts.length][2]; 
    int nh1 = 0, nh3 = 0;
    var per = new StringBuilder();
    for (var held : companies) {
      var others = companies.stream().filter(c -> c != held).toList();
      var ex = priorityExamples(others, strength);
      var w = Learned.from(ex, strength, .25);
      if (verbose && held == companies.get(0)) for (var k : PriorityClue.values()) System.out.printf("   %s %.3f%n", k, w.weights()[k.ordinal()]);
      var wa = Learned.from(aboutExamples(others), strength, .4);
      int hh1 = 0, hw = 0;
      for (var r : held.rows) {
        int a = aboutOf(held.index, r.gist, wa, .4);
        double pa = a < 0 ? 0 : wa.probability(held.index.aboutClues(r.gist)[a]);
        var clues = held.index.priorityClues(r.gist, a, pa);
        var ps = new ArrayList<double[]>();
        for (int i = 0; i < clues.length; i++) if (clues[i] != null) ps.add(new double[] {i, w.probability(clues[i])});
        ps.sort((x, y) -> Double.compare(y[1], x[1]));
        var truth = r.message.priorities();
        var top = ps.stream().limit(3).toList();
        if (DUMP) System.out.println("DUMP " + held.name + " " + truth.size() + " " + pa + " " + r.gist.telling.size() + " " + ps.stream().limit(5).map(x -> String.format("%.3f:%d", x[1], truth.contains(pid(held, x)) ? 1 : 0)).collect(java.util.stream.Collectors.joining(" ")));
        if (!truth.isEmpty()) {
          with++; hw++;
          boolean f1 = truth.contains(pid(held, top.get(0)));
          if (f1) { h1++; hh1++; }
          if (top.stream().anyMatch(x -> truth.contains(pid(held, x)))) h3++;
          if (!f1 && verbose) System.out.println("  PRIO " + held.name + " " + r.message.id() + " true " + truth + " got " + top.stream().map(x -> pid(held, x) + String.format(" %.2f", x[1])).toList() + " | " + cut(r.message.text()));
        }
        for (int k = 0; k < ts.length; k++) {
          double t = ts[k];
          var shown = top.stream().filter(x -> x[1] >= t).map(x -> pid(held, x)).toList();
          int tp = (int) shown.stream().filter(truth::contains).count();
          f[k][0] += tp; f[k][1] += shown.size() - tp; f[k][2] += truth.size() - tp;
          if (!truth.isEmpty()) { if (!shown.isEmpty() && truth.contains(shown.get(0))) hits[k][0]++; if (tp > 0) hits[k][1]++; }
        }
      }
      per.append(String.format(" %.2f", (double) hh1 / hw));
    }
    System.out.printf("priority unthresholded hit1 %.3f hit3 %.3f [%s]%n", (double) h1 / with, (double) h3 / with, per);
    for (int k = 0; k < ts.length; k++)
      System.out.printf("   t%.2f hit1 %.3f hit3 %.3f P %.3f R %.3f F1 %.3f%n", ts[k], (double) hits[k][0] / with, (double) hits[k][1] / with,
          (double) f[k][0] / (f[k][0] + f[k][1]), (double) f[k][0] / (f[k][0] + f[k][2]), 2.0 * f[k][0] / (2.0 * f[k][0] + f[k][1] + f[k][2]));
  }

  static String pid(Company c, double[] x) { return c.index.catalogue.priorities().get((int) x[0]).id(); }

  // --- overlaps
  static void overlap(List<Company> companies, double strength, boolean verbose) {
    double[] ts = {0.25, 0.3, 0.35, 0.4, 0.45, 0.5};
    int[][] f = new int[ts.length][3]; var per = new StringBuilder();
    for (var held : companies) {
      var others = companies.stream().filter(c -> c != held).toList();
      var w = overlapWeights(others, strength, .4);
      if (verbose && held == companies.get(0)) for (var k : OverlapClue.values()) System.out.printf("   %s %.3f%n", k, w.weights()[k.ordinal()]);
      var wa = Learned.from(aboutExamples(others), strength, .4);
      int[] one = new int[3];
      for (var r : held.rows) {
        if (r.message.overlaps() == null || r.gist.audience == null) continue;
        int a = aboutOf(held.index, r.gist, wa, .4);
        var ac = held.index.aboutClues(r.gist);
        for (int k = 0; k < ts.length; k++) {
          var got = new java.util.HashSet<String>(); var info = new StringBuilder();
          for (int i = 0; i < held.index.initiatives.size(); i++) {
            var ini = held.index.catalogue.initiatives().get(i);
            if (i == a || !ini.active(r.gist.period.from(), r.gist.period.to())) continue;
            double p = held.index.certain(r.gist.audience, i) ? 1 : w.most(held.index.overlapClues(r.gist, r.gist.audience, i, a, wa.probability(ac[i])));
            if (p >= ts[k]) got.add(ini.id());
            if (p >= ts[k] != r.message.overlaps().contains(ini.id())) info.append(String.format(" %s%s %.2f %s", p >= ts[k] ? "+" : "-", ini.id(), p, ini.audience()));
          }
          var truth = r.message.overlaps();
          int tp = (int) got.stream().filter(truth::contains).count();
          f[k][0] += tp; f[k][1] += got.size() - tp; f[k][2] += truth.size() - tp;
          if (k == 3) { one[0] += tp; one[1] += got.size() - tp; one[2] += truth.size() - tp;
            if (verbose && info.length() > 0) System.out.println("  OVER " + held.name + " " + r.message.id() + " #" + r.message.channel() + " [" + r.message.reading().audience() + "] about " + r.message.about() + " :" + info);
          }
        }
      }
      per.append(String.format(" %.2f", 2.0 * one[0] / (2.0 * one[0] + one[1] + one[2])));
    }
    System.out.print("overlap [" + per + "]");
    for (int k = 0; k < ts.length; k++) System.out.printf("  t%.2f P %.3f R %.3f F1 %.3f", ts[k], (double) f[k][0] / (f[k][0] + f[k][1]), (double) f[k][0] / (f[k][0] + f[k][2]), 2.0 * f[k][0] / (2.0 * f[k][0] + f[k][1] + f[k][2]));
    System.out.println();
  }
}
