package org.learningadvocate.catalog;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The dates of an initiative changed in the catalogue.
 *
 * @param initiative its id
 * @param at when
 * @param starts the first day as it was before
 * @param ends the last day as it was before
 */
public record Move(String initiative, Instant at, LocalDate starts, LocalDate ends) {

  /** Whether it would have been active on some day of the period, both ends inclusive. */
  public boolean wasActive(LocalDate from, LocalDate to) {
    return !starts.isAfter(to) && !ends.isBefore(from);
  }
}
