package org.learningadvocate.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.learningadvocate.chat.Control;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Words;

/**
 * One page of what a look-up found, with buttons to the pages beside it. A button's value holds the
 * page and the words that were asked, so nothing has to be remembered between two presses.
 */
final class LookupPage {

  private static final int SIZE = 5;

  /** A button's value may hold 2,000 characters; nobody searches with that many. */
  private static final int WORDS = 300;

  private final String action;
  private final String asked;
  private final int page;

  private LookupPage(String action, String asked, int page) {
    this.action = action;
    this.asked = asked;
    this.page = page;
  }

  static LookupPage first(String action, String asked) {
    return new LookupPage(action, clip(asked.strip()), 0);
  }

  /** The page whose button was pressed; the first where the value is of another form. */
  static LookupPage turned(String action, Incoming.Pressed pressed) {
    var value = pressed.value();
    int space = value.indexOf(' ');
    var number = space < 0 ? value : value.substring(0, space);
    var words = space < 0 ? "" : value.substring(space + 1);
    return new LookupPage(
        action, clip(words), number.matches("\\d{1,4}") ? Integer.parseInt(number) : 0);
  }

  String asked() {
    return asked;
  }

  <T> Message of(Words title, List<T> entries, Function<T, List<Part>> show, LookupTexts texts) {
    int last = (entries.size() - 1) / SIZE;
    int at = Math.min(page, last);
    int from = at * SIZE;
    int to = Math.min(entries.size(), from + SIZE);
    var parts = new ArrayList<Part>();
    parts.add(Part.line(title));
    for (var entry : entries.subList(from, to)) {
      parts.addAll(show.apply(entry));
    }
    if (last > 0) {
      parts.add(Part.note(texts.page(from + 1, to, entries.size())));
      var buttons = new ArrayList<Control>();
      if (at > 0) {
        buttons.add(Control.button(action + ".back", texts.previous(), value(at - 1)));
      }
      if (at < last) {
        buttons.add(Control.button(action, texts.next(), value(at + 1)));
      }
      parts.add(new Part.Controls(buttons));
    }
    return new Message(parts);
  }

  private String value(int number) {
    return (number + " " + asked).strip();
  }

  private static String clip(String words) {
    if (words.length() <= WORDS) {
      return words;
    }
    int end = Character.isHighSurrogate(words.charAt(WORDS - 1)) ? WORDS - 1 : WORDS;
    return words.substring(0, end);
  }
}
