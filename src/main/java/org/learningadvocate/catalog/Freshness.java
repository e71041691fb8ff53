package org.learningadvocate.catalog;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** How far what was documented can still be relied on. */
public enum Freshness {
  /** Somebody confirmed it within the last half year, and it has not ended. */
  FRESH,
  /** Nobody has said when it was last looked at. */
  UNKNOWN,
  /** Last confirmed more than half a year ago. */
  STALE,
  /** Its last day is past. */
  ENDED;

  private static final Period HALF_A_YEAR = Period.ofMonths(6);

  /** How fresh a priority is on the day. */
  public static Freshness of(Priority priority, LocalDate today) {
    return of(priority.ends(), priority.reviewed(), today);
  }

  /** How fresh an initiative is on the day. */
  public static Freshness of(Initiative initiative, LocalDate today) {
    return of(initiative.ends(), initiative.reviewed(), today);
  }

  private static Freshness of(LocalDate ends, @Nullable LocalDate reviewed, LocalDate today) {
    if (ends.isBefore(today)) {
      return ENDED;
    }
    if (reviewed == null) {
      return UNKNOWN;
    }
    return reviewed.isBefore(today.minus(HALF_A_YEAR)) ? STALE : FRESH;
  }
}
