package org.learningadvocate.chat;

/**
 * Where a text is shown, and how long Slack lets it be there. What is filled in does not count: it
 * is shortened where it has to be.
 */
public enum Spot {
  /** In a message or a home view, beside other lines of the 4,000 characters that Slack takes. */
  LINE("a line", 1_000),
  /** On a button, or one of the choices of a list. */
  BUTTON("a button or a choice", 75),
  HEADER("a header", 150),
  /** A form's title, and the words on the button that sends it. */
  TITLE("a form's title or button", 24),
  /** A field's label, hint or what is wrong with it. */
  FIELD("a field of a form", 2_000),
  /** What an empty list says. */
  PLACEHOLDER("an empty field", 150),
  /** In a picture, where a line is as wide as the picture. */
  PICTURE("a picture", 75);

  private final String words;
  private final int most;

  Spot(String words, int most) {
    this.words = words;
    this.most = most;
  }

  /** The spot as a person says it, for example "a header". */
  String words() {
    return words;
  }

  /** The most characters that fit. */
  int most() {
    return most;
  }
}
