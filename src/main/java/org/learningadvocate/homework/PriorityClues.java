package org.learningadvocate.homework;

import org.jspecify.annotations.Nullable;
import org.learningadvocate.meaning.Meaning;

/** Gathers what speaks for or against a request serving each of the priorities. */
final class PriorityClues {
  private final Index index;
  private final Gist gist;
  private final int about;
  private final double aboutProbability;
  private final double[] sums;
  private final double[] rarest;
  private final double[] squares;
  private final double total;
  private final double[] nearPeople;
  private final double[] placeNearPeople;

  /**
   * Clues for one request.
   *
   * @param about the initiative that the request is part of; -1 where it is part of none
   * @param aboutProbability how likely that is
   */
  PriorityClues(Index index, Gist gist, int about, double aboutProbability) {
    this.index = index;
    this.gist = gist;
    this.about = about;
    this.aboutProbability = aboutProbability;
    this.sums = index.priorityWords.sums(gist.telling);
    this.rarest = index.priorityWords.rarest(gist.telling);
    this.squares = index.priorityGrams.squares(gist.grams);
    this.total = index.priorityWords.total(gist.telling);
    var people = index.people.stream().map(Index.Person::vector).toList();
    this.nearPeople = Measures.alike(gist.vector, people);
    this.placeNearPeople = Measures.alike(gist.placeVector, people);
  }

  /** The clues for each priority in force in the request's period; null for the others. */
  double[] @Nullable [] all() {
    var clues = new double[index.priorities.size()][];
    for (int p = 0; p < clues.length; p++) {
      var priority = index.catalogue.priorities().get(p);
      if (priority.inForce(gist.period.from(), gist.period.to())) {
        clues[p] = of(p);
      }
    }
    Measures.standardise(clues, PriorityClue.COSINE, PriorityClue.COSINE_Z);
    Measures.standardise(clues, PriorityClue.OWNER_COSINE, PriorityClue.OWNER_COSINE_Z);
    Measures.standardise(clues, PriorityClue.WORDS, PriorityClue.WORDS_Z);
    Measures.standardise(clues, PriorityClue.GRAMS, PriorityClue.GRAMS_Z);
    Measures.standardise(clues, PriorityClue.THEMES, PriorityClue.THEMES_Z);
    return clues;
  }

  private double[] of(int p) {
    var entry = index.priorities.get(p);
    var clues = new double[PriorityClue.values().length];
    set(clues, PriorityClue.COSINE, Meaning.alike(gist.vector, entry.vector));
    set(clues, PriorityClue.TITLE_COSINE, Meaning.alike(gist.vector, entry.titleVector));
    set(clues, PriorityClue.WORDS, sums[p]);
    set(clues, PriorityClue.WORDS_BEST, rarest[p]);
    set(clues, PriorityClue.OWN_WORDS, Measures.ownWords(gist, entry));
    set(clues, PriorityClue.COVERED, total == 0 ? 0 : sums[p] / total);
    set(
        clues,
        PriorityClue.TITLE_WORDS,
        Measures.share(gist.telling, entry.title, index.priorityWords));
    set(clues, PriorityClue.TITLE_RUN, Measures.named(gist, entry.names));
    set(clues, PriorityClue.GRAMS, Measures.grams(squares[p], index.priorityGrams.length(p), gist));
    set(clues, PriorityClue.THEMES, Measures.themes(gist.themes, entry.themes, index.themeWeights));
    owner(clues, entry);
    set(clues, PriorityClue.OWNER_NAMED, Measures.ownerNamed(gist, entry));
    set(clues, PriorityClue.GROUPS, gist.groupsAbove.intersects(entry.groups) ? 1 : 0);
    set(clues, PriorityClue.NUMBERS, Math.min(2, Measures.common(gist.numbers, entry.numbers)));
    if (about >= 0) {
      var initiative = index.initiatives.get(about);
      double alike = Meaning.alike(initiative.vector, entry.vector);
      boolean sameOwner = initiative.owner.equals(entry.owner);
      set(clues, PriorityClue.ABOUT_COSINE, aboutProbability * alike);
      set(clues, PriorityClue.ABOUT_SAME_OWNER, sameOwner ? aboutProbability : 0);
      set(clues, PriorityClue.ABOUT, aboutProbability);
    }
    set(clues, PriorityClue.SHORT, 1.0 / (1 + gist.telling.size() / 5.0));
    boolean future = index.catalogue.priorities().get(p).starts().isAfter(gist.period.from());
    set(clues, PriorityClue.FUTURE, future ? 1 : 0);
    return clues;
  }

  private void owner(double[] clues, Entry entry) {
    int at = index.at(entry.owner);
    if (at >= 0) {
      var words = index.people.get(at).words();
      set(clues, PriorityClue.OWNER_COSINE, nearPeople[at]);
      double shared = Measures.shared(words, gist.telling, index.priorityWords);
      set(clues, PriorityClue.OWNER_WORDS, Math.min(4, shared));
      set(clues, PriorityClue.PLACE_COSINE, placeNearPeople[at]);
      set(
          clues,
          PriorityClue.PLACE_WORDS,
          Measures.common(gist.placeWords, words) + Measures.common(gist.placeWords, entry.words));
    }
  }

  private static void set(double[] clues, PriorityClue clue, double value) {
    clues[clue.ordinal()] = value;
  }
}
