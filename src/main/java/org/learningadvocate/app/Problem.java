package org.learningadvocate.app;

/**
 * Something in the settings that cannot work.
 *
 * @param where the file with line and column, or where else it was set
 * @param what the setting's name, its value and what it should be, in one sentence
 */
public record Problem(String where, String what) {

  public Problem {
    what = Secret.hide(what);
  }

  /** A setting with a value that may be shown. */
  static Problem of(String where, String name, String value, String should) {
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
