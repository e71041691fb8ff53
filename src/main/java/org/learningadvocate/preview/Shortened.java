package org.learningadvocate.preview;

/** Words that are short enough to be read in passing. */
final class Shortened {

  private Shortened() {}

  /** The text itself, or its beginning and "…" where it is longer. */
  static String to(int most, String text) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }
}
