package org.learningadvocate.evaluation;

import java.util.function.ToDoubleFunction;

/** The figures of {@code score.py}. */
enum Figure {
  DETECTION_F1("messages.detection.f1", f1(Count.FOUND, Count.FALSE_ALARM, Count.OVERLOOKED)),
  DETECTION_PRECISION(
      "messages.detection.precision", ratio(Count.FOUND, Count.FOUND, Count.FALSE_ALARM)),
  DETECTION_RECALL("messages.detection.recall", ratio(Count.FOUND, Count.REQUESTS)),
  DELIVERABLE("messages.deliverable_accuracy", ratio(Count.DELIVERABLE, Count.REQUESTS)),
  SIZE("messages.size_accuracy", ratio(Count.SIZE, Count.REQUESTS)),
  DUE("messages.due_accuracy", ratio(Count.DUE, Count.REQUESTS)),
  DUE_GIVEN("messages.due_accuracy_where_given", ratio(Count.DUE_GIVEN_RIGHT, Count.DUE_GIVEN)),
  PRIORITY_FIRST("messages.priority_hit_at_1", ratio(Count.FIRST, Count.SERVING)),
  PRIORITY_AMONG_THREE("messages.priority_hit_at_3", ratio(Count.AMONG_THREE, Count.SERVING)),
  PRIORITY_F1(
      "messages.priority_sets.f1",
      f1(Count.PRIORITY_RIGHT, Count.PRIORITY_WRONG, Count.PRIORITY_MISSED)),
  PRIORITY_PRECISION(
      "messages.priority_sets.precision",
      ratio(Count.PRIORITY_RIGHT, Count.PRIORITY_RIGHT, Count.PRIORITY_WRONG)),
  PRIORITY_RECALL(
      "messages.priority_sets.recall",
      ratio(Count.PRIORITY_RIGHT, Count.PRIORITY_RIGHT, Count.PRIORITY_MISSED)),
  ABOUT("messages.about_accuracy", ratio(Count.ABOUT, Count.REQUESTS)),
  OVERLAPS_F1(
      "messages.overlaps.f1", f1(Count.OVERLAP_RIGHT, Count.OVERLAP_WRONG, Count.OVERLAP_MISSED)),
  OVERLAPS_PRECISION(
      "messages.overlaps.precision",
      ratio(Count.OVERLAP_RIGHT, Count.OVERLAP_RIGHT, Count.OVERLAP_WRONG)),
  OVERLAPS_RECALL(
      "messages.overlaps.recall",
      ratio(Count.OVERLAP_RIGHT, Count.OVERLAP_RIGHT, Count.OVERLAP_MISSED)),
  ANSWERED_F1(
      "messages.answered.f1",
      f1(Count.ANSWERED_RIGHT, Count.ANSWERED_WRONG, Count.ANSWERED_MISSED)),
  ANSWERED_PRECISION(
      "messages.answered.precision",
      ratio(Count.ANSWERED_RIGHT, Count.ANSWERED_RIGHT, Count.ANSWERED_WRONG)),
  ANSWERED_RECALL(
      "messages.answered.recall",
      ratio(Count.ANSWERED_RIGHT, Count.ANSWERED_RIGHT, Count.ANSWERED_MISSED)),
  QUESTIONS("messages.questions_per_request", ratio(Count.ASKED, Count.REQUESTS)),
  ASKED_KNOWN("messages.questions_already_answered", ratio(Count.ASKED_KNOWN, Count.ASKED)),
  OVER_BUDGET("messages.over_budget", ratio(Count.OVER_BUDGET, Count.REQUESTS)),
  REPLIES_EXACT("threads.exact", ratio(Count.REPLY_EXACT, Count.REPLIES)),
  REPLIES_F1("threads.f1", f1(Count.REPLY_RIGHT, Count.REPLY_WRONG, Count.REPLY_MISSED)),
  REPLIES_PRECISION(
      "threads.precision", ratio(Count.REPLY_RIGHT, Count.REPLY_RIGHT, Count.REPLY_WRONG)),
  REPLIES_RECALL("threads.recall", ratio(Count.REPLY_RIGHT, Count.REPLY_RIGHT, Count.REPLY_MISSED));

  private final String key;
  private final ToDoubleFunction<Tally> value;

  Figure(String key, ToDoubleFunction<Tally> value) {
    this.key = key;
    this.value = value;
  }

  /** Where {@code score.py} prints it: the names on the way to it, with dots between. */
  String key() {
    return key;
  }

  /** Not a number where there is nothing to judge it by. */
  double of(Tally tally) {
    return value.applyAsDouble(tally);
  }

  private static ToDoubleFunction<Tally> ratio(Count part, Count... whole) {
    return tally -> {
      int all = 0;
      for (var count : whole) {
        all += tally.get(count);
      }
      return divided(tally.get(part), all);
    };
  }

  private static ToDoubleFunction<Tally> f1(Count right, Count wrong, Count missed) {
    return tally -> {
      int twice = 2 * tally.get(right);
      return divided(twice, twice + tally.get(wrong) + tally.get(missed));
    };
  }

  private static double divided(int part, int whole) {
    return whole == 0 ? Double.NaN : (double) part / whole;
  }
}
