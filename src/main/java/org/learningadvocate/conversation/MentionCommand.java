package org.learningadvocate.conversation;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A look-up asked for by calling the bot: {@code @Advocate priorities onboarding}. Slash commands
 * do not work in threads; this does.
 *
 * @param word which look-up, one of {@code priorities}, {@code rollouts}, {@code brief}, {@code
 *     open}, {@code digest}, {@code help}
 * @param rest what follows, trimmed
 */
record MentionCommand(String word, String rest) {

  private static final Set<String> WORDS =
      Set.of("priorities", "rollouts", "brief", "open", "digest", "help");

  /** Those that take words to look for. */
  private static final Set<String> SEARCH = Set.of("priorities", "rollouts");

  private static final Pattern CALL = Pattern.compile("^\\s*<@[UW][A-Z0-9]+(\\|[^>]*)?>[\\s:,]*");

  /** How people end a word that they mean as one: {@code Priorities: safety}, {@code help!}. */
  private static final Pattern STOP = Pattern.compile("[.,:;!?…]+$");

  /** The look-up that a text asks for, if it begins by calling somebody and then a look-up word. */
  static Optional<MentionCommand> in(String text) {
    Matcher call = CALL.matcher(text);
    if (!call.find()) {
      return Optional.empty();
    }
    String rest = text.substring(call.end()).strip();
    String[] words = rest.split("\\s+", 2);
    String word = STOP.matcher(words[0].toLowerCase(Locale.ROOT)).replaceFirst("");
    String argument = words.length > 1 ? words[1].strip() : "";
    // "@Advocate help us build …" asks for work, not for the list of commands.
    boolean looksUp = WORDS.contains(word) && (argument.isEmpty() || SEARCH.contains(word));
    return looksUp ? Optional.of(new MentionCommand(word, argument)) : Optional.empty();
  }

  /** A text without a call at its beginning: what was said, not to whom. */
  static String without(String text) {
    Matcher call = CALL.matcher(text);
    return call.find() ? text.substring(call.end()) : text;
  }
}
