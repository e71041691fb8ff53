package org.learningadvocate.question;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells an answer from "I don't know, ask Priya" and from "skip that". */
final class Unknowns {
  private static final Pattern UNKNOWN =
      Pattern.compile(
          "\\b(?:(?:do ?n['’]?t|doesn['’]?t|do not|does not|did ?n['’]?t) (?:really |honestly"
              + " |actually )?know|dunno|idk|no idea|no clue|not (?:so |too |really |quite"
              + " )?sure|unsure|can(?:no|['’]?)t (?:say|tell)|could ?n['’]?t (?:say|tell)|cannot"
              + " say|hard to say|your guess|not my (?:department|area|table|call)|out of my"
              + " hands|not for me to say|(?:you['’]?d|you would) (?:have|need) to ask|beats"
              + " me|keine ahnung|weiss nicht|weiß nicht|aucune idée|sais pas|non (?:lo )?so|ni"
              + " idea|no s[ée]|search me|above my pay)\\b|^(?:better )?(?:ask|try) (?:@|\\p{Lu})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern SKIPPED =
      Pattern.compile(
          "^\\W*(?:(?:let['’]?s |please |pls |can we |we can |i['’]?d"
              + " )?(?:skip|pass|leave|ignore)\\b|n/?a\\b|not"
              + " (?:relevant|applicable|needed))|\\bskip (?:it|that|this|them|the rest|\\d)",
          Pattern.CASE_INSENSITIVE);
  private static final String NAME =
      "((?:@|<@)?\\p{Lu}[\\p{L}'’.-]+(?: (?:\\p{Lu}[\\p{L}'’-]+|\\p{Lu}\\.))?)";
  private static final Pattern ASK =
      Pattern.compile(
          "\\b(?:[Aa]sk|[Tt]ry|[Cc]heck with|[Tt]alk to|[Ss]peak (?:to|with)|[Pp]ing|that['’]?s"
              + "(?: with| one for)?|question for|one for|up to) "
              + NAME);
  private static final Pattern KNOWS =
      Pattern.compile(
          NAME
              + ",?(?: (?:would|will|might|should|may|could|can)(?: be able to)?)? (?:knows?|tell"
              + " you|say|has the|decides)");

  private Unknowns() {}

  static Answer.Kind kind(String words) {
    if (SKIPPED.matcher(words).find()) {
      return Answer.Kind.SKIPPED;
    }
    return UNKNOWN.matcher(words).find() ? Answer.Kind.UNKNOWN : Answer.Kind.GIVEN;
  }

  /** Who is said to know, as the reply names them. */
  static @Nullable String askInstead(String words) {
    for (var pattern : new Pattern[] {ASK, KNOWS}) {
      var matcher = pattern.matcher(words);
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    return null;
  }
}
