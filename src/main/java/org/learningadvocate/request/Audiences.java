package org.learningadvocate.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who is to learn, in the text's own words. */
final class Audiences {
  /** A word of the text and where it stands. */
  record Token(String word, int start, int end) {}

  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}&/'+-]*[\\p{L}\\p{N}]|[^\\s\\p{L}\\p{N}]|\\n");
  private static final Pattern PEOPLE =
      Pattern.compile(
          "(?:managers?|reps?|agents?|operators?|technicians?|techs?|engineers?|nurses?|drivers?|clerks?|advis[eo]rs?|analysts?|leads?|leaders?|supervisors?|supers|associates?|cashiers?|teachers?|assistants?|officers?|consultants?|staff|crews?|teams?|folks|people|newbies|hires|joiners|starters|apprentices|interns|colleagues|guys|blokes|fellas|employees|tellers|specialists?|handlers?|coordinators?|buyers?|developers?|workers?|volunteers?|trainees?|grads|graduates|pickers?|packers?|inspectors?|partners?|paralegals?|secretaries|contractors?|students?|faculty|lecturers?|researchers?|artists?|designers?|producers?|directors?|everyone|everybody|[\\p{L}]{3,}(?:ers|ors|ists|ants|ees|ians|men|women)|[A-Z]{2,4}s)");
  private static final int LONGEST = 12;

  /** What bears on where an audience starts, ends, and lies. */
  record Models(LinearModel starts, LinearModel ends, LinearModel inside, double least) {}

  private final @Nullable Models models;

  /**
   * @param models weigh the words of a text; null to look for "for the ..." only
   */
  Audiences(@Nullable Models models) {
    this.models = models;
  }

  /** The learners as the text calls them, or null where it names none. */
  @Nullable String in(String plain) {
    var tokens = tokens(plain);
    return models == null ? byRule(plain) : byModel(plain, tokens, models);
  }

  private static final Pattern RULE =
      Pattern.compile(
          "(?:for|teach|train|show|help) ((?:all |the |our |my |new |every ){0,6}(?:[\\p{L}&'-]+"
              + " ){0,2}?"
              + PEOPLE.pattern()
              + ")(?![\\p{L}])");

  private static @Nullable String byRule(String plain) {
    var match = RULE.matcher(plain);
    return match.find() ? match.group(1) : null;
  }

  private static @Nullable String byModel(String plain, List<Token> tokens, Models models) {
    int count = tokens.size();
    var starts = new double[count];
    var ends = new double[count];
    var inside = new double[count];
    for (int i = 0; i < count; i++) {
      var features = features(tokens, i);
      starts[i] = models.starts.logOdds(features)[0];
      ends[i] = models.ends.logOdds(features)[0];
      inside[i] = models.inside.logOdds(features)[0];
    }
    double most = models.least;
    int from = -1;
    int to = -1;
    for (int start = 0; start < count; start++) {
      double sum = 0;
      for (int end = start; end < Math.min(count, start + LONGEST); end++) {
        if (tokens.get(end).word().equals("\n")) {
          break;
        }
        sum += inside[end];
        double score = starts[start] + ends[end] + sum / (end - start + 1);
        if (score > most) {
          most = score;
          from = start;
          to = end;
        }
      }
    }
    return from < 0 ? null : plain.substring(tokens.get(from).start(), tokens.get(to).end());
  }

  static List<Token> tokens(String plain) {
    var tokens = new ArrayList<Token>();
    var matcher = TOKEN.matcher(plain);
    while (matcher.find()) {
      tokens.add(new Token(matcher.group(), matcher.start(), matcher.end()));
    }
    return tokens;
  }

  private static final Set<String> STOPS = Set.of(".", "!", "?", "\n", ";", ":");

  /** What is peculiar about a word as part of an audience. */
  static Features features(List<Token> tokens, int at) {
    var builder = new Features.Builder();
    var word = at(tokens, at);
    var name = new StringBuilder();
    for (int place = -4; place <= 4; place++) {
      var near = at(tokens, at + place);
      builder.add(place + near);
      if (Math.abs(place) <= 2) {
        builder.add(place + "end" + near.substring(Math.max(0, near.length() - 3)));
        builder.add(place + "shape" + shape(raw(tokens, at + place)));
        builder.add(place + "people" + people(tokens, at + place));
      }
    }
    builder.add("-1" + at(tokens, at - 1) + " " + word);
    builder.add("+1" + word + " " + at(tokens, at + 1));
    builder.add("-2" + at(tokens, at - 2) + " " + at(tokens, at - 1));
    builder.add("-3" + at(tokens, at - 2) + " " + at(tokens, at - 1) + " " + word);
    builder.add("+2" + at(tokens, at + 1) + " " + at(tokens, at + 2));
    builder.add("end" + word.substring(Math.max(0, word.length() - 2)) + people(tokens, at + 1));
    builder.add(
        "peoples"
            + people(tokens, at)
            + people(tokens, at + 1)
            + people(tokens, at + 2)
            + at(tokens, at - 1));
    builder.endGroup(1.5f);
    for (int back = at - 1;
        back >= Math.max(0, at - 12) && !STOPS.contains(at(tokens, back));
        back--) {
      name.setLength(0);
      builder.add(name.append("before ").append(at(tokens, back)));
    }
    for (int ahead = at + 1;
        ahead <= Math.min(tokens.size() - 1, at + 12) && !STOPS.contains(at(tokens, ahead));
        ahead++) {
      name.setLength(0);
      builder.add(name.append("after ").append(at(tokens, ahead)));
    }
    builder.endGroup(0.7f);
    return builder.build();
  }

  private static boolean people(List<Token> tokens, int at) {
    return at >= 0 && at < tokens.size() && PEOPLE.matcher(raw(tokens, at)).matches();
  }

  private static String at(List<Token> tokens, int at) {
    return DueGrammar.lower(raw(tokens, at));
  }

  private static String raw(List<Token> tokens, int at) {
    return at < 0 ? "<start>" : at >= tokens.size() ? "<end>" : tokens.get(at).word();
  }

  private static String shape(String word) {
    boolean capital = Character.isUpperCase(word.charAt(0));
    boolean shout = word.length() > 1 && word.chars().limit(2).allMatch(Character::isUpperCase);
    boolean digits = Character.isDigit(word.charAt(0));
    return shout
        ? "ABC"
        : capital ? "Abc" : digits ? "1" : Character.isLetter(word.charAt(0)) ? "abc" : word;
  }
}
