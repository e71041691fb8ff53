package org.learningadvocate.chat;

import java.util.Set;

/**
 * Which form of a text goes with a number, by the plural categories of Unicode's CLDR; a text with
 * several forms has a line for each: {@code left.one}, {@code left.other}. A language with more
 * forms than English gets its rule here.
 */
final class Plurals {

  private static final Set<String> CATEGORIES =
      Set.of("zero", "one", "two", "few", "many", "other");

  private Plurals() {}

  /** The category of a number in a language, {@code other} where it has no form of its own. */
  static String category(String language, int number) {
    return switch (language) {
      case "en", "de", "nl" -> number == 1 ? "one" : "other";
      case "fr" -> number == 0 || number == 1 ? "one" : "other";
      default -> "other";
    };
  }

  /** A key without the category at its end. */
  static String withoutCategory(String key) {
    int dot = key.lastIndexOf('.');
    return dot > 0 && CATEGORIES.contains(key.substring(dot + 1)) ? key.substring(0, dot) : key;
  }
}
