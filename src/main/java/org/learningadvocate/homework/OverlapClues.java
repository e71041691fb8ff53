package org.learningadvocate.homework;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.meaning.Meaning;

/** Gathers what speaks for or against initiatives reaching some of the people asked for. */
final class OverlapClues {
  private static final int SAME_BEGINNING = 5;

  private final Index index;
  private final Gist gist;
  private final Audience asked;
  private final int about;
  private final double[] alike;
  private final double[] alikeZ;
  private final double[] textZ;
  private final double[] placeZ;
  private final double[] nearPeople;
  private final double[] @Nullable [] byGroup;

  /**
   * Clues for one request that names whom it is for.
   *
   * @param about the initiative that the request is part of; -1 where it is part of none
   */
  OverlapClues(Index index, Gist gist, Audience asked, int about) {
    this.index = index;
    this.gist = gist;
    this.asked = asked;
    this.about = about;
    var groups = index.audiences.stream().map(a -> a.vector).toList();
    this.alike = Measures.alike(asked.vector, groups);
    this.alikeZ = Measures.standardised(alike);
    this.textZ = Measures.standardised(Measures.alike(gist.vector, groups));
    this.placeZ = Measures.standardised(Measures.alike(gist.placeVector, groups));
    var people = index.people.stream().map(Index.Person::vector).toList();
    this.nearPeople = Measures.standardised(Measures.alike(gist.vector, people));
    this.byGroup = new double[groups.size()][];
  }

  /** Whether everybody is meant on one side, or the company's own table settles it. */
  boolean certain(int initiative) {
    return asked.everyone
        || index.reached(initiative).stream()
            .anyMatch(a -> a.everyone || index.aliases.share(asked, a));
  }

  /**
   * The clues for each group that an initiative reaches.
   *
   * @param isAbout how likely the request is part of that initiative
   */
  List<double[]> of(int initiative, double isAbout) {
    var entry = index.initiatives.get(initiative);
    var found = new ArrayList<double[]>();
    for (int group : index.reached.get(initiative)) {
      var clues = group(group).clone();
      set(clues, OverlapClue.ABOUT_PROBABILITY, isAbout);
      int common = Measures.common(asked.telling, entry.words);
      set(clues, OverlapClue.INITIATIVE_WORDS, Math.min(2, common));
      set(clues, OverlapClue.INITIATIVE_COSINE, Meaning.alike(gist.vector, entry.vector));
      found.add(clues);
    }
    return found;
  }

  private double[] group(int at) {
    var clues = byGroup[at];
    if (clues == null) {
      clues = new double[OverlapClue.values().length];
      var group = index.audiences.get(at);
      words(clues, group);
      people(clues, group);
      context(clues, group, at);
      byGroup[at] = clues;
    }
    return clues;
  }

  private void words(double[] clues, Audience group) {
    int common = Measures.common(asked.telling, group.telling);
    boolean all = common > 0 && common >= group.telling.size();
    set(clues, OverlapClue.SHARED_WORDS, Math.min(2, common));
    set(clues, OverlapClue.SHARED_ALL, all);
    set(clues, OverlapClue.ALIKE_WORDS, Math.min(2, alikeWords(asked.telling, group.telling)));
    set(clues, OverlapClue.HEAD, head(asked).equals(head(group)));
    set(clues, OverlapClue.ACRONYM, acronym(asked, group));
  }

  private void people(double[] clues, Audience group) {
    var tree = index.ground.groups();
    boolean known = !asked.groups.isEmpty() && !group.groups.isEmpty();
    boolean nested = asked.nested(group);
    boolean sibling = !nested && tree.parents(asked.groups).intersects(tree.parents(group.groups));
    boolean level = asked.leaders == group.leaders || (asked.leaders && group.together);
    boolean common = Measures.common(asked.telling, group.telling) > 0;
    set(clues, OverlapClue.NESTED, nested);
    set(clues, OverlapClue.NESTED_LEVEL, nested && level);
    set(clues, OverlapClue.SIBLING, sibling);
    set(clues, OverlapClue.APART, known && !nested && !sibling);
    set(clues, OverlapClue.UNKNOWN, !known);
    set(clues, OverlapClue.LEADERS_BOTH, asked.leaders && group.leaders);
    set(clues, OverlapClue.LEADERS_ONLY_ASKED, asked.leaders && !group.leaders);
    set(clues, OverlapClue.LEADERS_ONLY_REACHED, !asked.leaders && group.leaders);
    boolean into = asked.leaders && group.together && (nested || common);
    set(clues, OverlapClue.LEADERS_INTO_TOGETHER, into);
    set(clues, OverlapClue.ANY_LEADERS_ASKED, asked.anyLeaders && group.leaders);
    set(clues, OverlapClue.ANY_LEADERS_REACHED, group.anyLeaders && asked.leaders);
    set(clues, OverlapClue.ANY_LEADERS_STAFF, group.anyLeaders && !asked.leaders);
    set(clues, OverlapClue.COVERED_TOGETHER, coveredTogether(group));
  }

  private void context(double[] clues, Audience group, int at) {
    double vague = asked.vague ? 1 : 0;
    double inText = nested(gist.groupsAbove, gist.groups, group) ? 1 : 0;
    double inPlace = nested(gist.placeGroupsAbove, gist.placeGroups, group) ? 1 : 0;
    double place = gist.place.isEmpty() ? 0 : placeZ[at];
    double person = person(group);
    set(clues, OverlapClue.COSINE, alike[at]);
    set(clues, OverlapClue.COSINE_Z, alikeZ[at]);
    set(clues, OverlapClue.VAGUE, vague);
    set(clues, OverlapClue.VAGUE_TEXT_NESTED, vague * inText);
    set(clues, OverlapClue.VAGUE_PLACE_NESTED, vague * inPlace);
    set(clues, OverlapClue.TEXT_NESTED, inText);
    set(clues, OverlapClue.PLACE_NESTED, inPlace);
    set(clues, OverlapClue.PLACE_WORDS, Measures.common(gist.placeWords, group.telling));
    set(clues, OverlapClue.PLACE_COSINE, Meaning.alike(gist.placeVector, group.vector));
    set(clues, OverlapClue.TEXT_COSINE, textZ[at]);
    set(clues, OverlapClue.TEXT_PERSON, person);
    set(clues, OverlapClue.VAGUE_TEXT_COSINE, vague * textZ[at]);
    set(clues, OverlapClue.VAGUE_PLACE_COSINE, vague * place);
    set(clues, OverlapClue.VAGUE_PERSON, vague * person);
    int common = Measures.common(group.telling, gist.telling);
    set(clues, OverlapClue.TEXT_WORDS, Math.min(2, common));
    set(clues, OverlapClue.ABOUT_AUDIENCE, aboutAudience(group, at));
  }

  /** How near a group is to those that the request's own initiative reaches. */
  private double aboutAudience(Audience group, int at) {
    double best = 0;
    if (about >= 0) {
      for (int own : index.reached.get(about)) {
        double near =
            own == at ? 1 : Meaning.alike(index.audiences.get(own).vector, group.vector) / 2;
        best = Math.max(best, near);
      }
    }
    return best;
  }

  /** How near the text is to the field of those who answer for a group, among all people. */
  private double person(Audience group) {
    double best = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < index.people.size(); p++) {
      if (index.people.get(p).phrases().contains(group.key)) {
        best = Math.max(best, nearPeople[p]);
      }
    }
    return best == Double.NEGATIVE_INFINITY ? 0 : best;
  }

  /** Whether one person answers for both, by words of what they cover. */
  private boolean coveredTogether(Audience group) {
    return index.people.stream()
        .anyMatch(
            person ->
                person.phrases().contains(group.key)
                    && Measures.common(asked.telling, person.words()) > 0);
  }

  private static boolean nested(BitSet above, BitSet groups, Audience group) {
    return above.intersects(group.groups) || group.above.intersects(groups);
  }

  /** Words that begin the same way though they end differently, as controller and control. */
  private static int alikeWords(Set<String> words, Set<String> other) {
    int n = 0;
    for (var a : words) {
      for (var b : other) {
        boolean long5 = a.length() >= SAME_BEGINNING && b.length() >= SAME_BEGINNING;
        n += long5 && !a.equals(b) && a.regionMatches(0, b, 0, SAME_BEGINNING) ? 1 : 0;
      }
    }
    return n;
  }

  private static String head(Audience audience) {
    int last = audience.words.size() - 1;
    return last < 0 ? "" : audience.words.get(last);
  }

  private static boolean acronym(Audience asked, Audience group) {
    var initials = new StringBuilder();
    group.words.forEach(word -> initials.append(word.charAt(0)));
    var whole = initials.toString();
    return whole.length() >= 2
        && asked.words.stream()
            .filter(word -> word.length() >= 2 && word.length() <= 4)
            .anyMatch(word -> whole.endsWith(word) || word.equals(whole + "s"));
  }

  private static void set(double[] clues, OverlapClue clue, double value) {
    clues[clue.ordinal()] = value;
  }

  private static void set(double[] clues, OverlapClue clue, boolean holds) {
    clues[clue.ordinal()] = holds ? 1 : 0;
  }
}
