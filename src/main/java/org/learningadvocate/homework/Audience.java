package org.learningadvocate.homework;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** People as a text names them: which words, which groups of people, leaders or not. */
final class Audience {
  private static final Pattern ALL =
      Pattern.compile(
          "(?:(?:to|for|all|and|the) ){0,9}(?:everyone|everybody|every (?:single"
              + " )?(?:employee|colleague|person|member of staff)|all (?:of"
              + " us|staff|colleagues|employees|hands|people|our"
              + " (?:people|staff|employees|colleagues))|(?:the )?(?:whole|entire)"
              + " (?:company|firm|group|organi[sz]ation|workforce|staff|business)|company[-"
              + " ]?wide|tutti|alle(?: mitarbeitenden| mitarbeiter)?|tout le monde|todos)(?:"
              + " (?:in|at|of|across|here in) (?:the |our )?(?:whole |entire"
              + " )?(?:company|firm|group|organi[sz]ation|business|locations|sites|countries))?(?:"
              + " here| included)?");
  private static final Pattern VAGUE =
      Pattern.compile(
          "(?:all |half |most |some |the |my |our |us|new |newer |\\d+ |of |them|these |those"
              + " ){0,12}(?:team"
              + "s?|people|folks?|guys|crew|staff|staffs|colleagues?|ones|girls|boys|lads|lot|persons?|gang|peeps"
              + "|juniors?|newbies|newcomers?|starters?|joiners?|hires?|bunch|us|them|floor|desk|others|members)?");
  private static final Set<String> LEADERS =
      Set.of(
          "manager",
          "mgr",
          "management",
          "leader",
          "lead",
          "supervisor",
          "super",
          "head",
          "chief",
          "director",
          "chef",
          "boss",
          "foreman",
          "leiter",
          "fuhrungskraft",
          "capo",
          "capoturno",
          "responsabile",
          "dirigente",
          "cadre",
          "encadrant",
          "exec",
          "executiv",
          "vp",
          "sm",
          "asm",
          "dm",
          "em",
          "gm",
          "tl",
          "coordinator",
          "captain",
          "principal",
          "meister",
          "schichtleiter",
          "superviseur",
          "hod");
  private static final Set<String> TOGETHER =
      Set.of(
          "team",
          "operation",
          "service",
          "function",
          "personnel",
          "staff",
          "colleague",
          "department",
          "division",
          "desk",
          "unit",
          "office",
          "floor",
          "centre",
          "center",
          "store",
          "everybody",
          "everyone",
          "all",
          "people",
          "folk",
          "whole",
          "care",
          "sales",
          "back",
          "front",
          "middle",
          "house",
          "community",
          "organisation",
          "organization",
          "site");
  private static final Set<String> ANY_LEADERS =
      Set.of(
          "people",
          "line",
          "all",
          "our",
          "new",
          "the",
          "first-time",
          "of",
          "young",
          "manager",
          "mgr",
          "leader",
          "lead",
          "team",
          "fuhrungskraft",
          "gruppenleiter",
          "head",
          "supervisor",
          "my",
          "newly",
          "promot",
          "appoint",
          "management",
          "every",
          "time",
          "first",
          "us",
          "level",
          "mid",
          "middle",
          "senior");
  // Account managers lead no people, whatever their title says.
  private static final Set<String> LED_BY_NOBODY =
      Set.of(
          "account", "product", "success", "project", "program", "programme", "case", "category");

  final String phrase;
  final String key;
  final List<String> words;
  final Set<String> telling;
  final BitSet groups;
  final BitSet above;
  final boolean leaders;
  final boolean together;
  final boolean anyLeaders;
  final boolean everyone;
  final boolean vague;
  final float[] vector;

  Audience(String phrase, Groups known, float[] vector) {
    this.phrase = phrase;
    this.words = Words.of(phrase);
    this.key = String.join(" ", words);
    this.telling = new HashSet<>(Words.telling(phrase));
    this.groups = known.in(phrase);
    this.above = known.upwards(groups);
    this.leaders = leads(words);
    this.together = !leaders && words.stream().anyMatch(TOGETHER::contains);
    this.anyLeaders = leaders && ANY_LEADERS.containsAll(words);
    var plain = Words.plain(phrase).strip();
    this.everyone = ALL.matcher(plain).matches();
    this.vague = VAGUE.matcher(plain).matches();
    this.vector = vector;
  }

  /** Whether people of the one are, by their groups, part of the other, the same, or above it. */
  boolean nested(Audience other) {
    return above.intersects(other.groups) || other.above.intersects(groups);
  }

  private static boolean leads(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (LEADERS.contains(words.get(i)) && (i == 0 || !LED_BY_NOBODY.contains(words.get(i - 1)))) {
        return true;
      }
    }
    return false;
  }
}
