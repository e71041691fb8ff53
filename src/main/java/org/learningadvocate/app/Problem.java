package org.learningadvocate.app;

import java.util.Comparator;

/**
 * Something in the settings that cannot work, or is worth a look.
 *
 * @param where where it was set
 * @param what the setting's name, its value and what it should be, in one sentence
 */
public record Problem(Place where, String what) {

  /** As a person goes through them: file by file, from top to bottom. */
  static final Comparator<Problem> IN_READING_ORDER =
      Comparator.comparing(
          Problem::where,
          Comparator.comparing(Place::source)
              .thenComparingInt(Place::line)
              .thenComparingInt(Place::column));

  public Problem {
    what = Secret.hide(what);
  }

  /**
   * Where something was set.
   *
   * @param source a file, or what else settings come from
   * @param line from 1; 0 where there are no lines
   * @param column from 1; 0 where there are no lines
   */
  public record Place(String source, int line, int column) {

    static final Place ENVIRONMENT = in("environment");

    static Place in(String source) {
      return new Place(source, 0, 0);
    }

    @Override
    public String toString() {
      return line == 0 ? source : source + ", line " + line + ", column " + column;
    }
  }

  /** A setting with a value that may be shown. */
  static Problem of(Place where, String name, String value, String should) {
    return new Problem(where, name + " is \"" + shortened(value) + "\"; it should be " + should);
  }

  private static String shortened(String value) {
    var line = Secret.hide(value).replaceAll("\\s+", " ").strip();
    return line.length() <= 80 ? line : line.substring(0, 79) + "…";
  }

  @Override
  public String toString() {
    return where + ": " + what;
  }
}
