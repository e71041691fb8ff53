package org.learningadvocate.app;

/**
 * What doctor found about one thing.
 *
 * @param about what was looked at, in a word or two
 * @param said how it is
 * @param remedy what to do about it; empty where nothing is to do
 */
record Finding(Grade grade, String about, String said, String remedy) {

  /** How bad it is. */
  enum Grade {
    OK("ok  "),
    WARN("warn"),
    FAIL("FAIL");

    private final String mark;

    Grade(String mark) {
      this.mark = mark;
    }
  }

  static Finding ok(String about, String said) {
    return new Finding(Grade.OK, about, said, "");
  }

  static Finding warn(String about, String said, String remedy) {
    return new Finding(Grade.WARN, about, said, remedy);
  }

  static Finding fail(String about, String said, String remedy) {
    return new Finding(Grade.FAIL, about, said, remedy);
  }

  /** A line, and one more with the remedy where there is one. */
  String asText() {
    var margin = " ".repeat(17);
    var text = new StringBuilder();
    text.append("%s  %-9s  ".formatted(grade.mark, about));
    text.append(Secret.hide(said).replace("\n", "\n" + margin)).append('\n');
    if (!remedy.isEmpty()) {
      text.append(margin).append("→ ").append(remedy).append('\n');
    }
    return text.toString();
  }
}
