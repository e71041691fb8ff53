package org.learningadvocate.request;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The day by which something is needed, chosen among all the days a text speaks of. */
final class DueDates {
  /**
   * A deadline.
   *
   * @param date the day
   * @param words the words it was read from, in the text's own spelling
   */
  record Due(LocalDate date, String words) {}

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}']+|\\d+|[?!.,;:()>\\n-]");
  private static final Set<String> STOPS = Set.of(".", "!", "?", "\n", ";");
  private static final Pattern NEED =
      Pattern.compile(
          "\\b(?:need\\w*|want\\w*|ready|done|due|deadline|latest|live|in"
              + " place|available|finished|by|before|until|till|please|pls|target|up by|out by|have"
              + " it|has to|must|would"
              + " be|fine|ok|okay|works|suits?|perfect|great|ideal|possible|can you|could you|in"
              + " time|no later|prior)\\b");
  private static final Pattern EVENT =
      Pattern.compile(
          "\\b(?:starts?|opens?|launch\\w*|go(?:es)?"
              + " live|go-live|begins?|kick\\w*|arrives?|joins?|rolls?|flips?|takes effect|in"
              + " force|effective|since|last|was|were|went|expires?|ends?|leaves?|visit|inspection|audit|meeting|board|review)\\b");

  /** Words that point back to a day named elsewhere: that day is the deadline. */
  private static final Pattern THEN =
      Pattern.compile(
          "\\b(?:(?:before|by|until|till|ahead of|prior to|for)"
              + " (?:that|then|it|this|these|those|they|them|we|he|she|the (?:go[-"
              + " ]?live|launch|start|switch|cut-?over|change|date|day|opening|new|committed|intake|visit|first)|go[-"
              + " ]?live|launch|day)\\b|before(?= ?[.,!?]|$)|in time|in place"
              + " (?:when|by|before|on)|day one|first day|(?:ready|there|available|done|live)"
              + " (?:for|when|by|before|on the day)|when (?:they|it|he|she|we)"
              + " (?:join|come|start|arrive|land|open|go|walk)|should (?:walk|be|exist)|that"
              + " (?:morning|day|date))");

  /** Each is weighed against all others, and a calendar that somebody pasted has hundreds. */
  private static final int MOST_DAYS = 40;

  private final @Nullable LinearModel choice;
  private final double least;

  /**
   * @param choice weighs the days a text speaks of; null to choose by simple rules
   * @param least the log-odds above which the likeliest day is taken for the deadline
   */
  DueDates(@Nullable LinearModel choice, double least) {
    this.choice = choice;
    this.least = least;
  }

  /**
   * The deadline a text gives, or null where it gives none.
   *
   * @param plain the text without markup
   * @param posted the day it was posted, in its poster's zone
   * @param locale how its poster writes 3/4
   */
  @Nullable Due in(String plain, LocalDate posted, Locale locale) {
    return choose(plain, DueGrammar.days(plain, posted, locale), posted);
  }

  @Nullable Due choose(String plain, List<DueGrammar.Found> found, LocalDate posted) {
    var best = likeliest(plain, found, posted);
    return best == null || best.odds <= least
        ? null
        : new Due(best.day.date(), plain.substring(best.day.start(), best.day.end()));
  }

  /** A day, and the log-odds of its being the deadline. */
  record Weighed(DueGrammar.Found day, double odds) {}

  /** The likeliest of the days, however unlikely; null where there is none. */
  @Nullable Weighed likeliest(String plain, List<DueGrammar.Found> found, LocalDate posted) {
    var days = found.subList(0, Math.min(MOST_DAYS, found.size()));
    var lower = DueGrammar.lower(plain);
    Weighed best = null;
    for (var day : days) {
      double odds =
          choice == null ? rule(lower, day) : choice.logOdds(features(lower, days, day, posted))[0];
      if (best == null || odds > best.odds) {
        best = new Weighed(day, odds);
      }
    }
    return best;
  }

  private static final Pattern RULE_CUE =
      Pattern.compile(
          "(?:by|b4|before|until|till|til|for|latest|due|deadline|target|ready|live|needed|than|nlt|prior"
              + " to|in time for|ahead of|within|need it|want it|done|have it|upto|up to|at the"
              + " latest|not after|have|on my desk)[^.!?\\n"
              + "]{0,22}$");
  private static final Pattern WIDE_CUE =
      Pattern.compile(
          "\\b(?:by|b4|before|until|till|til|latest|due|deadline|target|ready|than|nlt|prior|ahead|need|needed|done|want|please|pls)\\b");
  private static final Pattern POLITE =
      Pattern.compile(
          "\\b(?:if (?:you|possible|at all|u|ye|humanly|it)|would|please|pls|ideally|is"
              + " fine|works|suits?|ok|okay|at the latest|latest|possible|max|tops|sharp)\\b");
  private static final Pattern RULE_PAST =
      Pattern.compile("(?:since|last|was|were|from|after|of|in force|dated)[^.!?\\n]{0,8}$");

  private static final Pattern GONE =
      Pattern.compile(
          "\\b(?!(?:need|supposed|required|expected|wanted|planned|scheduled|launched|trained)\\b)(?:\\p{L}{3,}ed|was|were|had|went|came|got|left|sat|took|gave|lost|did|made|saw|told|found|said|became|began|fell|spent|sent|ran|has|have been)\\b");
  private static final Pattern GOAL =
      Pattern.compile(
          "\\b(?:zero|under|below|over|above|down|up to|fewer|less|reduce|halve[ds]?|half|reach|cut|drop|goal|aim|target is|success|from #|percent|nil|none|improve|rise|fall)\\b|%");
  private static final Pattern NOT =
      Pattern.compile(
          "\\b(?:not|never|isn'?t|don'?t|can'?t|won'?t|nobody|any day|but|except|since|as of|were|was|locks?|closed|busy|away|off)\\b[^.!?\\n]{0,14}$");
  private static final Pattern ASKED =
      Pattern.compile(
          "\\b(?:(?:can|could|would|will|may|might) (?:we|you|i|u|someone|somebody|l&d|learning|training)|need|needs|want|wants|like|love|looking for|please|pls|plz|make|build|create|record|write|prepare|organi[sz]e|run|session|workshop|webinar|module|course|video|sheet|card|guide|checklist|pager|training|e-?learning)\\b");

  private static double rule(String lower, DueGrammar.Found day) {
    var before = lower.substring(Math.max(0, day.start() - 40), day.start());
    if (RULE_PAST.matcher(before).find()) {
      return -1;
    }
    double cued = RULE_CUE.matcher(before).find() ? 2 : 0;
    return switch (day.kind()) {
      case OFFSET -> 3;
      case PART_OF_MONTH, QUARTER, PERIOD_END, RELATIVE -> 1 + cued;
      case MONTH, RANGE -> cued + 0.2;
      default -> cued + 0.5;
    };
  }

  /** What is peculiar about a day as a deadline, among the other days of the text. */
  static Features features(
      String lower, List<DueGrammar.Found> days, DueGrammar.Found day, LocalDate posted) {
    var builder = new Features.Builder();
    var before = words(lower.substring(Math.max(0, day.start() - 120), day.start()));
    var after = words(lower.substring(day.end(), Math.min(lower.length(), day.end() + 120)));
    var name = new StringBuilder();
    for (int back = 1; back <= 4 && back <= before.size(); back++) {
      var word = before.get(before.size() - back);
      builder.add("-" + back + word);
      name.insert(0, word + " ");
      builder.add("-" + name);
      builder.add("-any" + word);
      builder.add("-" + back + word + day.kind());
    }
    name.setLength(0);
    for (int ahead = 0; ahead < 4 && ahead < after.size(); ahead++) {
      var word = after.get(ahead);
      builder.add("+" + ahead + word);
      name.append(word).append(' ');
      builder.add("+" + name);
      builder.add("+any" + word);
    }
    if (after.isEmpty()) {
      builder.add("ends the text");
    }
    builder.endGroup(1.2f);
    for (var word : sentence(before, true)) {
      builder.add("s-" + word);
    }
    for (var word : sentence(after, false)) {
      builder.add("s+" + word);
    }
    builder.endGroup(0.8f);
    for (int back = 1; back <= 3 && back <= before.size(); back++) {
      for (int ahead = 0; ahead < 3 && ahead < after.size(); ahead++) {
        builder.add("±" + before.get(before.size() - back) + " " + after.get(ahead));
      }
    }
    builder.endGroup(0.6f);
    var clauseBefore = sentence(before, true);
    var clauseAfter = sentence(after, false);
    builder.add(
        "lead" + Math.min(3, clauseBefore.size()) + "tail" + Math.min(3, clauseAfter.size()));
    builder.add("lead" + Math.min(2, clauseBefore.size()) + day.kind());
    builder.add("tail" + String.join(" ", clauseAfter.subList(0, Math.min(2, clauseAfter.size()))));
    builder.add("wide" + WIDE_CUE.matcher(String.join(" ", clauseBefore)).find());
    builder.add("wide" + WIDE_CUE.matcher(String.join(" ", clauseBefore)).find() + day.kind());
    builder.add(
        "politely"
            + POLITE.matcher(String.join(" ", clauseAfter)).find()
            + (clauseBefore.size() < 3));
    builder.add("kind" + day.kind());
    long away = ChronoUnit.DAYS.between(posted, day.date());
    builder.add(
        "away"
            + (away == 0
                ? 0
                : away <= 3
                    ? 1
                    : away <= 8
                        ? 2
                        : away <= 31
                            ? 3
                            : away <= 62
                                ? 4
                                : away <= 124 ? 5 : away <= 200 ? 6 : away <= 280 ? 7 : 8));
    builder.add("days" + Math.min(4, days.size()));
    int place = days.indexOf(day);
    builder.add(place == 0 ? "first" : "later");
    builder.add(place == days.size() - 1 ? "last" : "earlier");
    boolean latest = days.stream().noneMatch(other -> other.date().isAfter(day.date()));
    boolean soonest = days.stream().noneMatch(other -> other.date().isBefore(day.date()));
    builder.add("order" + latest + soonest);
    builder.add("kind" + day.kind() + Math.min(3, days.size()) + soonest);
    int from = lineStart(lower, day.start());
    if (lower.startsWith(">", from)) {
      builder.add("quoted");
    }
    var near = lower.substring(Math.max(from, day.start() - 60), day.start());
    var rest = lower.substring(day.end(), Math.min(lower.length(), day.end() + 50));
    builder.add("need" + NEED.matcher(near).find() + NEED.matcher(rest).find());
    builder.add("event" + EVENT.matcher(near).find() + EVENT.matcher(rest).find());
    builder.add("then" + THEN.matcher(lower.substring(day.end())).find() + (days.size() > 1));
    builder.add("at" + (day.start() * 4 / Math.max(1, lower.length())));
    var cue = RULE_CUE.matcher(near);
    builder.add("cue" + cue.find());
    var told = String.join(" ", clauseBefore);
    boolean gone = GONE.matcher(told).find();
    builder.add("gone" + gone);
    builder.add("gone" + gone + day.kind());
    var goal = GOAL.matcher(told).find() + "" + GOAL.matcher(String.join(" ", clauseAfter)).find();
    builder.add("goal" + goal);
    builder.add("goal" + goal + day.kind());
    builder.add("not" + NOT.matcher(near).find());
    builder.add(
        "asked"
            + ASKED.matcher(String.join(" ", clauseBefore)).find()
            + ASKED.matcher(String.join(" ", clauseAfter)).find());
    double rule = rule(lower, day);
    boolean best = days.stream().noneMatch(other -> rule(lower, other) > rule);
    builder.add("rule" + Math.round(rule * 2) + best);
    builder.add("best" + best + Math.min(3, days.size()));
    builder.add("past" + RULE_PAST.matcher(near).find());
    for (var other : days) {
      if (!other.equals(day)) {
        builder.add("beside" + other.kind());
        builder.add("pair" + day.kind() + other.kind() + (other.start() > day.start()));
        builder.add(
            "otherCue"
                + RULE_CUE
                    .matcher(lower.substring(Math.max(0, other.start() - 60), other.start()))
                    .find());
      }
    }
    builder.endGroupEach(0.6f);
    return builder.build();
  }

  private static int lineStart(String text, int at) {
    return text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(match -> spelled(match.group())).toList();
  }

  private static String spelled(String word) {
    return switch (word) {
      case "b4" -> "before";
      case "till", "til" -> "until";
      case "pls", "plz", "svp", "kindly" -> "please";
      default -> Character.isDigit(word.charAt(0)) ? "#" : word;
    };
  }

  /** The part of the sentence that touches the day. */
  private static List<String> sentence(List<String> words, boolean before) {
    if (before) {
      for (int i = words.size() - 1; i >= 0; i--) {
        if (STOPS.contains(words.get(i))) {
          return words.subList(i + 1, words.size());
        }
      }
      return words;
    }
    for (int i = 0; i < words.size(); i++) {
      if (STOPS.contains(words.get(i))) {
        return words.subList(0, i);
      }
    }
    return words;
  }
}
