package org.learningadvocate.request;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Plain;

/**
 * What is asked for in the requester's own words, to know the request by in a list: "One-page job
 * aid on filing an expense report", out of "Hi team! … Can we get a one-page job aid on filing an
 * expense report, before the go-live?".
 */
public final class Headline {

  private static final int MOST = 90;

  private static final String PLEASE =
      "(?:(?:please|pls|plz|kindly|possibly|maybe|perhaps|also|just|really|urgently|still|quickly)"
          + " )*";

  /** How an ask begins. What comes after it is the thing asked for. */
  private static final Pattern ASK =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\p{N}])(?:"
              + "(?:can|could|would|will|may|might) (?:we|you|u|i|someone|somebody|anyone|y'all"
              + "|the [\\p{L}]+ team|your team)(?: (?:guys|folks|all))? "
              + "|(?:we|i|they)(?:'re|’re|'d|’d| are| would|'ll|’ll| will)? "
              + PLEASE
              + "(?:need|want|require|like|love|looking for|after|could use|could do with)"
              + "(?: you)?(?: to)? "
              + "|(?:need|needs|needed|looking for|requesting|request for|in need of)(?: to)?:? "
              + "|any chance (?:of|for|(?:we|you|i|that we) (?:can|could|might)) "
              + "|(?:would it be|is it|it would be)(?: at all)? (?:possible|great|good|lovely|helpful)"
              + " (?:to|if (?:we|you) could) "
              + ")"
              + PLEASE);

  /** Verbs that say no more than that it shall be there. "Update" says more, and stays. */
  private static final Pattern MAKE =
      Pattern.compile(
          "(?i)^(?:(?:get|have|build|make|create|put together|do|design|develop|produce|write|draft"
              + "|prepare|set up|whip up|whip together|knock up|help(?: out)?|give|send|provide"
              + "|arrange|organi[sz]e|run)(?: (?:us|me|them|my team))?(?: up)?(?: with)? )+");

  private static final Pattern ARTICLE =
      Pattern.compile("(?i)^(?:a|an|the|some|another|one of those) ");

  private static final Pattern END =
      Pattern.compile("[.!?;](?=\\s|$)|\\n|: |, (?:please|pls|thanks)|[ ,]*(?:please|thanks)?$");

  private static final Pattern BEFORE_DATE =
      Pattern.compile(
          "(?i)[\\s,(]*(?:ready|live|done|ideally|needed|due|and)?[\\s,(]*"
              + "(?:by|before|until|till|for|in|on|no later than|due|ahead of|in time for)?"
              + "(?: the)?\\s*$");

  private Headline() {}

  /**
   * @param plain the message without markup
   * @param dueWords the words that its due date was read from, which end the line; null for none
   * @return at most 90 characters, beginning with a capital; empty where no ask is found
   */
  public static Optional<String> of(String plain, @Nullable String dueWords) {
    String text = plain.length() > 4_000 ? plain.substring(0, 4_000) : plain;
    var ask = ASK.matcher(text);
    while (ask.find()) {
      String line = withoutDate(sentence(text.substring(ask.end())), dueWords);
      line = ARTICLE.matcher(MAKE.matcher(line).replaceFirst("")).replaceFirst("");
      line = Plain.shorten(line, MOST);
      if (line.split("\\s+").length >= 2) {
        return Optional.of(capital(line));
      }
    }
    return Optional.empty();
  }

  private static String sentence(String rest) {
    var end = END.matcher(rest);
    return end.find() ? rest.substring(0, end.start()) : rest;
  }

  private static String withoutDate(String line, @Nullable String dueWords) {
    int at = dueWords == null || dueWords.isBlank() ? -1 : line.indexOf(dueWords.strip());
    return at < 0 ? line : BEFORE_DATE.matcher(line.substring(0, at)).replaceFirst("");
  }

  /** "eLearning" keeps its form. */
  private static String capital(String line) {
    return line.length() > 1 && Character.isUpperCase(line.charAt(1))
        ? line
        : line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1);
  }
}
