package org.learningadvocate.request;

import java.util.regex.Pattern;

/** How much is asked for, from what is asked for and the words about how long and for how many. */
final class Sizes {
  // On the fifteen companies with a catalogue under src/eval, each read by models that saw neither
  // it nor four others, a size that is likelier than this is too large for 3 of 768 requests (the
  // likeliest one for 15) and gives room for 3.26 questions where the likeliest gives 3.44.
  private static final double UNLIKELY = 0.15;

  private static final String NUMBER =
      "(\\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)";
  private static final Pattern LENGTH =
      Pattern.compile(
          "(?:\\d+|one|two|three|four|five) ?(?:-|–|to|or) ?"
              + NUMBER
              + "[ -]?(min|mins|minutes?|sec|secs|seconds?)\\b|"
              + NUMBER
              + "(?:ish)?[ -]?(?:and a half |odd |full |short"
              + " )?(min|mins|minutes?|minuten|sec|secs|seconds?|hours?|hrs?|m|')(?![\\p{L}\\p{N}])");
  private static final String WHOLE =
      "(?:company|organi[sz]ation|firm|business|group|bank|district|agency|board|school|university|hospital)";

  /** "All staff in the kitchen" are not the whole company. */
  private static final String NOT_A_PART =
      "(?! (?:on (?:the|my|our) (?:team|desk|ramp|floor|shift|ward|line|counter|phones|road)|(?:of|in|at|from) (?:my|our|the|this) (?:own )?(?!"
          + WHOLE
          + ")|who (?:work )?(?:in|on|with|use)))";

  private static final Pattern EVERYONE =
      Pattern.compile(
          "(?<!(?:dear|hi|hello|hey|morning) )\\b(?:all|every)(?: (?:single|our|of our|the|of the|\\d[\\d,.' ]*)){0,2}(?:"
              + " (?:partners and|city|council|permanent|group|"
              + WHOLE
              + "))? (?:staff|employees?|colleagues|collaborators|workforce|personnel|team"
              + " members?|members? of (?:staff|the "
              + WHOLE
              + "))\\b(?! (?:members?|meeting|room|call|lounge))"
              + NOT_A_PART
              + "|\\bevery ?(?:one|body),? (?:(?:must|needs?|has to|have to|shall|should|will have|is to|in"
              + " (?:the|this|our) "
              + WHOLE
              + "|(?:who works|we employ)|on (?:board and|our)|ashore|from .{3,20} to|worldwide|globally|through|\\d[\\d,.]*"
              + " (?:of us|people))\\b|\\()|(?<!(?:hello|hi|hey|thanks) )\\b(?:for|by|that|train|get|have|reach|teach|form|formed|wants?|need|needs|is|=|:|go to|goes to)"
              + " (?:absolutely |literally )?every ?(?:one|body)(?=[.,;!?)]|$| (?:before|by|through|at the"
              + " (?:club|company)|done|worldwide|and))|\\b(?:(?:whole|entire) "
              + WHOLE
              + "|(?:whole|entire) (?:workforce|staff))(?! (?:of the|in the) (?:team|department|branch|store))|\\b(?:company|firm|organi[sz]ation|group|district)[- ]?wide\\b|all[- ]hands"
              + " (?:module|training|course)|\\b[1-9]\\d?[., ]?\\d{3} (?:of us|employees|headcount|staff)\\b");
  private static final Pattern TINY =
      Pattern.compile(
          "\\b(?:tiny|nothing (?:big|long|large)|something (?:small|tiny)|(?:small|little|lil) (?:\\w+"
              + " )?(?:tutorial|note|blurb|tip|reminder|summary|something|thing)|short"
              + " tutorial|half a page|(?:one|1|two|2|three|3|four|4|five|5) slides?)\\b");

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

  /** The smallest size that is not unlikely, for what may be asked for. */
  static Size least(Deliverables.Weighed weighed, String lower) {
    double sum = 0;
    for (var size : Size.values()) {
      for (var share : weighed.shares().entrySet()) {
        sum += of(share.getKey(), lower) == size ? share.getValue() : 0;
      }
      if (sum >= UNLIKELY) {
        return size;
      }
    }
    return of(weighed.likeliest(), lower);
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
