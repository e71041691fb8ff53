package org.learningadvocate.request;

import java.util.regex.Pattern;

/** How much is asked for, from what is asked for and the words about how long and for how many. */
final class Sizes {
  private static final String NUMBER =
      "(\\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)";
  private static final Pattern LENGTH =
      Pattern.compile(
          "(?:\\d+|one|two|three|four|five) ?(?:-|–|to|or) ?"
              + NUMBER
              + "[ -]?(min|mins|minutes?|sec|secs|seconds?)\\b|"
              + NUMBER
              + "[ -]?(?:and a half |odd |full |short"
              + " )?(min|mins|minutes?|minuten|sec|secs|seconds?|hours?|hrs?|m|')(?![\\p{L}\\p{N}])");
  private static final Pattern EVERYONE =
      Pattern.compile(
          "(?:for|to|that|by|reach\\w*|have|has|get|all|,|from|is|of|-|every|the) ?(?:absolutely"
              + " )?(?:every ?one(?! (?:who|of|on the|in (?:my|the team|our team)|at"
              + " the|using|that|with))|every ?body(?! (?:who|on the|in my|in our"
              + " team|using|that|with))|all (?:our |\\d[\\d,.' ]*"
              + " )?(?:staff|employees|colleagues|company)|every (?:single )?(?:employee|person in"
              + " the|colleague|member of staff)|(?:the )?(?:whole|entire)"
              + " (?:company|organi[sz]ation|firm|business|workforce|group|bank|staff|school|university|hospital))(?!"
              + " (?:of the|in the)"
              + " (?:team|department|branch|store|shop|warehouse|plant|kitchen))|company[-"
              + " ]?wide|firm[- ]?wide|organi[sz]ation[- ]?wide|group[- ]?wide");
  private static final Pattern TINY =
      Pattern.compile(
          "\\b(?:tiny|nothing (?:big|fancy|long)|something"
              + " (?:small|quick|short|tiny)|(?:a|short|quick|small|little) (?:short |quick |small"
              + " |little )?(?:tutorial|note|blurb|tip|reminder|summary|something|thing)|half a"
              + " page|one slide|1 slide)\\b");

  private Sizes() {}

  static Size of(Deliverable deliverable, String lower) {
    return switch (deliverable) {
      case JOB_AID, UPDATE -> Size.SMALL;
      case PROGRAM -> Size.LARGE;
      case VIDEO -> minutes(lower) > 5 ? Size.MEDIUM : Size.SMALL;
      case ELEARNING, WORKSHOP -> EVERYONE.matcher(lower).find() ? Size.LARGE : Size.MEDIUM;
      case UNSPECIFIED ->
          EVERYONE.matcher(lower).find()
              ? Size.LARGE
              : TINY.matcher(lower).find() ? Size.SMALL : Size.MEDIUM;
    };
  }

  /** The longest running time the text gives, in minutes; 0 where it gives none. */
  static int minutes(String lower) {
    int most = 0;
    var match = LENGTH.matcher(lower);
    while (match.find()) {
      var number = match.group(1) != null ? match.group(1) : match.group(3);
      var unit = match.group(1) != null ? match.group(2) : match.group(4);
      if (unit.startsWith("s")) {
        continue;
      }
      int value = value(number) * (unit.startsWith("h") ? 60 : 1);
      most = Math.max(most, value);
    }
    return most;
  }

  private static int value(String number) {
    return switch (number) {
      case "a", "an", "one" -> 1;
      case "two" -> 2;
      case "three" -> 3;
      case "four" -> 4;
      case "five" -> 5;
      case "six" -> 6;
      case "seven" -> 7;
      case "eight" -> 8;
      case "nine" -> 9;
      case "ten" -> 10;
      case "twelve" -> 12;
      case "fifteen" -> 15;
      case "twenty" -> 20;
      case "thirty" -> 30;
      default -> number.length() > 4 ? 9999 : Integer.parseInt(number);
    };
  }
}
