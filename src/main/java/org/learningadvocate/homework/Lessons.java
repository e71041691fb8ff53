package org.learningadvocate.homework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.learningadvocate.meaning.Meaning;

/**
 * What people of this workspace confirmed and denied, and what that says about the next request:
 * the nearer it is to a confirmed one, the likelier that priority; the nearer to a denied one, the
 * less. What is like neither is judged as if nobody had said anything.
 */
final class Lessons {

  static final Lessons NONE = new Lessons(Map.of(), Map.of());

  // Of pairs of requests that serve no common priority nine in ten are less alike than this.
  private static final double ALIKE = 0.3;
  // From this and further: on companies left out, half of whose requests people had judged.
  private static final double WEIGHT = 8;
  // Of a request in nearly the same words, what was said holds whatever else speaks for or against.
  private static final double SAME = 0.8;
  private static final double SAME_WEIGHT = 40;

  private final Map<String, List<Taught>> byPriority;
  private final Map<String, float[]> vectors;

  private record Taught(boolean serves, float[] vector) {}

  private Lessons(Map<String, List<Taught>> byPriority, Map<String, float[]> vectors) {
    this.byPriority = byPriority;
    this.vectors = vectors;
  }

  /** Prepares lessons; what was prepared for these already is not computed again. */
  Lessons now(List<Lesson> lessons, Meaning meaning) {
    var prepared = new HashMap<String, float[]>();
    var taught = new HashMap<String, List<Taught>>();
    for (var lesson : lessons) {
      var known = vectors.get(lesson.text());
      var vector =
          prepared.computeIfAbsent(
              lesson.text(), text -> known == null ? meaning.of(Prose.of(text)) : known);
      taught
          .computeIfAbsent(lesson.priority(), k -> new ArrayList<>())
          .add(new Taught(lesson.serves(), vector));
    }
    return new Lessons(taught, prepared);
  }

  /** What they add to a priority's score for a request that points this way. */
  double say(String priority, float[] vector) {
    double nearestYes = 0;
    double nearestNo = 0;
    for (var taught : byPriority.getOrDefault(priority, List.of())) {
      double near = weight(Meaning.alike(vector, taught.vector()));
      if (taught.serves()) {
        nearestYes = Math.max(nearestYes, near);
      } else {
        nearestNo = Math.max(nearestNo, near);
      }
    }
    return nearestYes - nearestNo;
  }

  private static double weight(double alike) {
    return WEIGHT * Math.max(0, alike - ALIKE) + SAME_WEIGHT * Math.max(0, alike - SAME);
  }
}
