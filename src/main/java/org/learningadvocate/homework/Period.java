package org.learningadvocate.homework;

import java.time.LocalDate;

/**
 * The days a request is concerned with, both ends inclusive.
 *
 * @param from the day it was posted
 * @param to thirty days after it is due, or ninety days after it was posted
 */
record Period(LocalDate from, LocalDate to) {
  private static final int AFTER_DUE = 30;
  private static final int WITHOUT_DUE = 90;

  static Period of(Subject subject) {
    var due = subject.reading().due();
    return new Period(
        subject.posted(),
        due == null ? subject.posted().plusDays(WITHOUT_DUE) : due.plusDays(AFTER_DUE));
  }
}
