package org.learningadvocate.homework;

import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import org.learningadvocate.catalog.Initiative;
import org.learningadvocate.meaning.Meaning;
import org.learningadvocate.request.Topic;

/** Gathers what speaks for or against a request being part of each of the initiatives. */
final class AboutClues {
  private static final double SAME_GROUP = 0.7;
  private static final int SOON = 60;

  private final Index index;
  private final Gist gist;
  private final double[] sums;
  private final double[] rarest;
  private final double[] squares;
  private final double total;
  private final double[] audienceFits;

  AboutClues(Index index, Gist gist) {
    this.index = index;
    this.gist = gist;
    this.sums = index.initiativeWords.sums(gist.telling);
    this.rarest = index.initiativeWords.rarest(gist.telling);
    this.squares = index.initiativeGrams.squares(gist.grams);
    this.total = index.initiativeWords.total(gist.telling);
    this.audienceFits = new double[index.audiences.size()];
    var asked = gist.audience;
    if (asked != null) {
      for (int a = 0; a < audienceFits.length; a++) {
        var audience = index.audiences.get(a);
        double alike = Meaning.alike(asked.vector, audience.vector);
        audienceFits[a] = asked.nested(audience) ? Math.max(SAME_GROUP, alike) : alike;
      }
    }
  }

  /** The clues for each initiative. */
  double[][] all() {
    var clues = new double[index.initiatives.size()][];
    for (int i = 0; i < clues.length; i++) {
      clues[i] = of(i);
    }
    Measures.standardise(clues, AboutClue.COSINE, AboutClue.COSINE_Z);
    Measures.standardise(clues, AboutClue.WORDS, AboutClue.WORDS_Z);
    Measures.standardise(clues, AboutClue.GRAMS_Z, AboutClue.GRAMS_Z);
    return clues;
  }

  private double[] of(int i) {
    var entry = index.initiatives.get(i);
    var clues = new double[AboutClue.values().length];
    set(clues, AboutClue.COSINE, Meaning.alike(gist.vector, entry.vector));
    set(clues, AboutClue.TITLE_COSINE, Meaning.alike(gist.vector, entry.titleVector));
    set(clues, AboutClue.WORDS, sums[i]);
    set(clues, AboutClue.WORDS_BEST, rarest[i]);
    set(clues, AboutClue.OWN_WORDS, Measures.ownWords(gist, entry));
    set(clues, AboutClue.COVERED, total == 0 ? 0 : sums[i] / total);
    named(clues, entry);
    set(
        clues,
        AboutClue.TITLE_WORDS,
        Measures.share(gist.telling, entry.title, index.initiativeWords));
    set(clues, AboutClue.TITLE_RUN, Measures.named(gist, entry.names));
    set(
        clues,
        AboutClue.GRAMS_Z,
        Measures.grams(squares[i], index.initiativeGrams.length(i), gist));
    set(clues, AboutClue.OWNER_NAMED, Measures.ownerNamed(gist, entry));
    var owner = index.person(entry.owner);
    if (owner != null) {
      double shared = Measures.shared(owner.words(), gist.telling, index.initiativeWords);
      set(clues, AboutClue.OWNER_WORDS, Math.min(4, shared));
    }
    set(clues, AboutClue.PLACE_COSINE, Meaning.alike(gist.placeVector, entry.titleVector));
    set(
        clues,
        AboutClue.PLACE_WORDS,
        Measures.rarest(entry.title, gist.placeWords, index.initiativeWords));
    double fits = 0;
    boolean everyone = false;
    for (int a : index.reached.get(i)) {
      fits = Math.max(fits, audienceFits[a]);
      everyone = everyone || index.audiences.get(a).everyone;
    }
    set(clues, AboutClue.AUDIENCE, fits);
    set(clues, AboutClue.EVERYONE, everyone ? 1 : 0);
    time(clues, index.catalogue.initiatives().get(i));
    return clues;
  }

  /** Whether and how the text names it: as the matter, or only beside it. */
  private void named(double[] clues, Entry entry) {
    var own = new HashSet<>(entry.ownTitle);
    own.retainAll(gist.ownWords);
    double named = own.isEmpty() ? 0 : Measures.rarest(own, entry.words, index.initiativeWords);
    boolean told = gist.subject.reading().answered().contains(Topic.ROLLOUTS);
    set(clues, AboutClue.OWN_TITLE, named);
    set(clues, AboutClue.TOLD_ROLLOUTS, told ? named : 0);
    set(clues, AboutClue.SHORT_NAMED, named / (1 + gist.telling.size() / 5.0));
    set(clues, AboutClue.NAMED_ASIDE, gist.aside(entry));
    set(clues, AboutClue.NAMED_FIRST, gist.namedFirst(entry));
  }

  private void time(double[] clues, Initiative initiative) {
    var due = gist.subject.reading().due();
    if (due != null) {
      long days = ChronoUnit.DAYS.between(due, initiative.starts());
      set(clues, AboutClue.STARTS_NEAR_DUE, Math.exp(-Math.abs(days) / 7.0));
    }
    var from = gist.period.from();
    long until = ChronoUnit.DAYS.between(from, initiative.starts());
    set(clues, AboutClue.ACTIVE_NOW, initiative.active(from, from) ? 1 : 0);
    set(clues, AboutClue.STARTS_SOON, until >= 0 && until <= SOON ? 1 : 0);
    set(clues, AboutClue.OUT_OF_PERIOD, initiative.active(from, gist.period.to()) ? 0 : 1);
  }

  private static void set(double[] clues, AboutClue clue, double value) {
    clues[clue.ordinal()] = value;
  }
}
