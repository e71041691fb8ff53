package org.learningadvocate.chat;

/**
 * One thing to mend in a file of texts.
 *
 * @param line where it stands, from 1
 * @param column where it stands, from 1
 * @param what what is there and what it should be, in a person's words
 */
public record Mistake(int line, int column, String what) {
  @Override
  public String toString() {
    return "line " + line + ", column " + column + ": " + what;
  }
}
