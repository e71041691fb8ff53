package org.learningadvocate.question;

import java.util.List;

/**
 * What the company's catalogue calls things, so that a reply which names one is understood.
 *
 * @param priorities titles and aliases of documented priorities
 * @param initiatives titles and aliases of initiatives
 * @param people names of people
 */
public record Names(List<String> priorities, List<String> initiatives, List<String> people) {
  /** Nothing is documented. */
  public static final Names NONE = new Names(List.of(), List.of(), List.of());

  public Names {
    priorities = List.copyOf(priorities);
    initiatives = List.copyOf(initiatives);
    people = List.copyOf(people);
  }
}
