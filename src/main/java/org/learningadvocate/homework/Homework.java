package org.learningadvocate.homework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.catalog.Priority;
import org.learningadvocate.homework.Finding.About;
import org.learningadvocate.homework.Finding.Candidate;
import org.learningadvocate.homework.Finding.Candidates;
import org.learningadvocate.homework.Finding.Overlap;
import org.learningadvocate.homework.Finding.PriorityServed;
import org.learningadvocate.homework.Finding.SimilarRequest;
import org.learningadvocate.meaning.Meaning;

/**
 * What the catalogue and past requests say about a request, before anybody is asked. It looks at
 * one unchanging catalogue, prepared once; safe for use by many threads.
 */
public final class Homework {
  private static final int MOST_PRIORITIES = 3;
  private static final int MOST_CANDIDATES = 5;
  // Beside one that is right four times in five a second one costs more than it helps.
  private static final double SURE = 0.8;
  // All of the 19 requests under src/eval that say a priority's whole title serve it before any
  // other, by their labels: one more, and one that does not, gives 20 of 21.
  private static final double NAMED = 0.95;
  private static final int MOST_SIMILAR = 3;
  private static final int LOOKED_AT = 20;
  private static final double SIMILAR = 0.5;

  private final Index index;
  private final Judgements judgements;
  private final Lessons lessons;

  private Homework(Index index, Lessons lessons) {
    this.index = index;
    this.judgements = index.ground.judgements();
    this.lessons = lessons;
  }

  /** Prepares a catalogue; takes a few milliseconds for each of its entries. */
  public static Homework over(Catalogue catalogue, Meaning meaning) {
    return over(catalogue, Ground.with(meaning));
  }

  static Homework over(Catalogue catalogue, Ground ground) {
    return new Homework(new Index(catalogue, ground), Lessons.NONE);
  }

  /** The same homework over a changed catalogue; only what is new in it is prepared anew. */
  public Homework over(Catalogue catalogue) {
    return new Homework(new Index(catalogue, index.ground), lessons);
  }

  /** The same homework by somebody who was told these; only what is new in them is prepared. */
  public Homework taught(List<Lesson> told) {
    return new Homework(index, lessons.now(told, index.ground.meaning()));
  }

  /**
   * What is known about a request: priorities it serves as people said, or else seems to serve
   * (three at most, likeliest first, none below a stated confidence), those a person could choose
   * among, the initiative it is part of, others that reach the same people, similar requests, and
   * people for a quick word, in this order.
   */
  public List<Finding> about(Subject subject, PastRequests past) {
    var gist = new Gist(subject, index.ground);
    var findings = new ArrayList<Finding>();
    // A bare mention, an emoji, a link: whatever it is likest to would be a guess out of thin air.
    boolean silent = gist.telling.isEmpty();
    var isAbout = aboutProbabilities(gist);
    var about = silent ? null : initiative(isAbout);
    var ranked = ranked(gist, about);
    findings.addAll(priorities(subject, silent ? List.of() : ranked));
    if (!ranked.isEmpty()) {
      findings.add(
          new Candidates(
              ranked.stream()
                  .limit(MOST_CANDIDATES)
                  .map(one -> new Candidate(one.priority().id(), one.priority().title()))
                  .toList()));
    }
    if (about != null) {
      findings.add(about);
    }
    findings.addAll(overlaps(gist, about, isAbout));
    findings.addAll(similar(gist, past));
    findings.addAll(QuickWords.of(index, gist, findings));
    return List.copyOf(findings);
  }

  /**
   * Whether two audiences, in people's own words, share some people; false where that cannot be
   * told, since a collision that is none costs more than one unseen. Everyone meets all; the
   * company's own table of groups counts; a group meets those within it.
   */
  public boolean samePeople(String one, String other) {
    return index.samePeople.get(new Index.Pair(one, other), pair -> index.share(one, other));
  }

  private double[] aboutProbabilities(Gist gist) {
    var clues = new AboutClues(index, gist).all();
    return Arrays.stream(clues).mapToDouble(judgements.about()::probability).toArray();
  }

  private @Nullable About initiative(double[] probabilities) {
    About best = null;
    for (int i = 0; i < probabilities.length; i++) {
      if (probabilities[i] >= judgements.about().threshold()
          && (best == null || probabilities[i] > best.confidence())) {
        best = new About(index.catalogue.initiatives().get(i), probabilities[i]);
      }
    }
    return best;
  }

  private record Ranked(Priority priority, double score, boolean named) {}

  /** Priorities in force, those named first, then likeliest, without those that somebody denied. */
  private List<Ranked> ranked(Gist gist, @Nullable About about) {
    int at = about == null ? -1 : index.catalogue.initiatives().indexOf(about.initiative());
    var clues = new PriorityClues(index, gist, at, about == null ? 0 : about.confidence()).all();
    var ranked = new ArrayList<Ranked>();
    for (int p = 0; p < clues.length; p++) {
      var priority = index.catalogue.priorities().get(p);
      if (clues[p] != null && !gist.subject.denied().contains(priority.id())) {
        double said = lessons.say(priority.id(), gist.vector);
        // People who denied it for a request like this one know better than its name.
        boolean named = said >= 0 && Measures.saysWhole(gist.words, index.priorities.get(p).names);
        ranked.add(new Ranked(priority, judgements.priority().score(clues[p]) + said, named));
      }
    }
    ranked.sort(Comparator.comparing(Ranked::named).thenComparingDouble(Ranked::score).reversed());
    return ranked;
  }

  private List<PriorityServed> priorities(Subject subject, List<Ranked> ranked) {
    var found = new ArrayList<PriorityServed>();
    for (var priority : index.catalogue.priorities()) {
      if (subject.confirmed().contains(priority.id())) {
        found.add(new PriorityServed(priority, 1));
      }
    }
    double least = judgements.priority().threshold();
    for (var one : ranked) {
      boolean first = found.isEmpty();
      double learned = (first ? judgements.first() : judgements.further()).confidence(one.score());
      double confidence = one.named() ? Math.max(NAMED, learned) : learned;
      boolean another = !subject.confirmed().contains(one.priority().id());
      if (confidence < least || found.size() == MOST_PRIORITIES) {
        break;
      }
      if (another && (first || one.named() || found.get(0).confidence() < SURE)) {
        found.add(new PriorityServed(one.priority(), confidence, one.named()));
      }
    }
    return found;
  }

  private List<Overlap> overlaps(Gist gist, @Nullable About about, double[] isAbout) {
    var found = new ArrayList<Overlap>();
    var asked = gist.audience;
    if (asked == null) {
      return found;
    }
    var all = index.catalogue.initiatives();
    int at = about == null ? -1 : all.indexOf(about.initiative());
    var clues = new OverlapClues(index, gist, asked, at);
    for (int i = 0; i < all.size(); i++) {
      if (i != at && all.get(i).active(gist.period.from(), gist.period.to())) {
        var byGroup =
            clues.of(i, isAbout[i]).stream()
                .mapToDouble(judgements.overlap()::probability)
                .toArray();
        double probability = clues.certain(i) ? 1 : Arrays.stream(byGroup).max().orElse(0);
        if (probability >= judgements.overlap().threshold()) {
          found.add(new Overlap(all.get(i), people(asked, i, byGroup), probability));
        }
      }
    }
    found.sort(Comparator.comparing(o -> o.initiative().starts()));
    return found;
  }

  /**
   * Whom both reach: the group of the initiative that is likeliest to be meant, or all of them.
   *
   * @param byGroup how likely each of the initiative's groups shares people with whom is asked for
   */
  private String people(Audience asked, int i, double[] byGroup) {
    var groups = index.reached(i);
    if (asked.everyone) {
      return String.join(", ", groups.stream().map(a -> a.phrase).toList());
    }
    int best = -1;
    double most = -1;
    for (int g = 0; g < groups.size(); g++) {
      boolean settled = groups.get(g).everyone || index.aliases.share(asked, groups.get(g));
      double likely = settled ? 1 + byGroup[g] : byGroup[g];
      if (likely > most) {
        best = g;
        most = likely;
      }
    }
    return best < 0 ? "" : groups.get(best).phrase;
  }

  private List<SimilarRequest> similar(Gist gist, PastRequests past) {
    return past.like(gist.prose, LOOKED_AT).stream()
        .map(
            p ->
                new SimilarRequest(
                    p.id(),
                    p.text(),
                    p.posted(),
                    p.designer(),
                    Meaning.alike(gist.vector, vector(p))))
        .filter(s -> s.likeness() >= SIMILAR)
        .sorted(Comparator.comparingDouble(SimilarRequest::likeness).reversed())
        .limit(MOST_SIMILAR)
        .toList();
  }

  private float[] vector(PastRequests.Past past) {
    var kept = past.vector();
    return kept == null ? index.ground.meaning().of(Prose.of(past.text())) : kept;
  }
}
