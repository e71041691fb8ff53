package org.learningadvocate.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One line {@code key = text} of a file of texts. In the text {@code \n} begins a new line; nothing
 * has to be put in quotes.
 *
 * @param raw the text as it stands in the file
 * @param number of the line, from 1
 * @param keyAt the column of the key, from 1
 * @param textAt the column of the text, from 1
 */
record TextLine(String key, String raw, int number, int keyAt, int textAt) {

  private static final Pattern KEY_AND_TEXT = Pattern.compile("\\s*([^\\s=]+)\\s*=\\s*(.*?)\\s*");
  private static final Pattern KEY = Pattern.compile("[a-z]+(?:[.-][a-z0-9]+)+");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.?)");

  /** A text that no file holds. */
  static TextLine of(String key, String text) {
    return new TextLine(key, text.replace("\n", "\\n"), 0, 0, 0);
  }

  /**
   * The lines of a file; comments start with {@code #}.
   *
   * @param mistakes gets what is no such line, and keys that stand twice
   */
  static List<TextLine> all(String file, List<Mistake> mistakes) {
    var lines = new ArrayList<TextLine>();
    Map<String, Integer> seen = new HashMap<>();
    // A byte order mark is invisible in an editor; nobody could mend it.
    var rows = (file.startsWith("\uFEFF") ? file.substring(1) : file).split("\\R", -1);
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].isBlank() || rows[i].strip().startsWith("#")) {
        continue;
      }
      var match = KEY_AND_TEXT.matcher(rows[i]);
      if (!match.matches() || !KEY.matcher(match.group(1)).matches()) {
        mistakes.add(new Mistake(i + 1, 1, "this is no line of the form key = text"));
        continue;
      }
      var line =
          new TextLine(
              match.group(1), match.group(2), i + 1, match.start(1) + 1, match.start(2) + 1);
      var before = seen.putIfAbsent(line.key(), line.number());
      if (before != null) {
        mistakes.add(line.atKey(line.key() + " stands already in line " + before));
      } else {
        line.escapes(mistakes);
        lines.add(line);
      }
    }
    return lines;
  }

  private void escapes(List<Mistake> mistakes) {
    ESCAPE
        .matcher(raw)
        .results()
        .filter(escape -> !escape.group(1).equals("n"))
        .forEach(
            escape ->
                mistakes.add(
                    atText(
                        escape.start(),
                        escape.group(1).isEmpty()
                            ? "a text is one line of the file; \\n in it begins a new line in Slack"
                            : escape.group()
                                + " means nothing here; write the letter itself, or \\n for a new"
                                + " line")));
  }

  /** As it is said. */
  String text() {
    return raw.replace("\\n", "\n");
  }

  Mistake atKey(String what) {
    return new Mistake(number, keyAt, what);
  }

  /**
   * @param offset within the text as it stands in the file
   */
  Mistake atText(int offset, String what) {
    return new Mistake(number, textAt + offset, what);
  }
}
