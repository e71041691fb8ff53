package org.learningadvocate.digest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.catalog.Initiative;
import org.learningadvocate.request.Request;

/**
 * Two things that reach some of the same people at the same time within the next 90 days: two
 * requests, or a request and the initiatives it is not about.
 *
 * @param request the request
 * @param other the other request; null where it meets initiatives
 * @param initiatives the initiatives it meets, soonest first; empty where it meets a request
 * @param from the first day on which both may reach people
 */
record Collision(
    Request request, @Nullable Request other, List<Initiative> initiatives, LocalDate from) {

  Collision {
    initiatives = List.copyOf(initiatives);
  }
}
