package org.learningadvocate.digest;

/** Texts of people in the room that there is. */
final class Texts {

  private Texts() {}

  /** At most so many characters, cut between words where one ends near by. */
  static String shorten(String text, int most) {
    var line = text.replaceAll("\\s+", " ").strip();
    if (line.length() <= most) {
      return line;
    }
    int end = line.lastIndexOf(' ', most - 1);
    if (end < most * 2 / 3) {
      end = most - 1;
    }
    if (Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end).replaceAll("[\\s\\p{Punct}]+$", "") + "…";
  }
}
