package org.learningadvocate.conversation;

import java.util.regex.Pattern;

/** "Not sure" as an answer that somebody typed or chose in a form. */
final class Unsure {

  private static final Pattern UNSURE =
      Pattern.compile(
          "(?i)\\s*(not sure|no idea|don'?t know|do not know|dunno|unknown|unsure|skip|\\?+|n/?a|tbd)\\b?.{0,40}",
          Pattern.DOTALL);

  private Unsure() {}

  static boolean says(String text) {
    return UNSURE.matcher(text.strip()).matches();
  }
}
