package org.learningadvocate.app;

import java.util.Objects;
import java.util.regex.Pattern;

/** A token or password: kept apart from texts, so that none finds its way into any output. */
public final class Secret {

  private static final Pattern TOKEN =
      Pattern.compile("(?i)\\b(xox[a-z]|xoxe|xapp)[-.][\\w%][\\w.%-]*");
  private static final Pattern PARAMETER =
      Pattern.compile("(?i)\\b((?:ssl)?(?:password|token|secret|key))=[^&\\s;]*");
  private static final Pattern LOGIN = Pattern.compile("//[^/@\\s]*@");

  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  public static Secret of(String text) {
    return new Secret(text);
  }

  /** The secret itself, for the one call that needs it. */
  public String reveal() {
    return text;
  }

  /** A text that may hold tokens, or a URL with a password, made fit to be shown. */
  static String hide(String text) {
    var shown = TOKEN.matcher(text).replaceAll("$1-…");
    shown = PARAMETER.matcher(shown).replaceAll("$1=…");
    return LOGIN.matcher(shown).replaceAll("//…@");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.text.equals(text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text);
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
