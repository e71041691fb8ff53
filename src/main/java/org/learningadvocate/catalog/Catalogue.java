package org.learningadvocate.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the company has documented, as one unchanging picture.
 *
 * @param priorities documented strategic priorities, in the order of the source
 * @param initiatives projects that roll out to people, in the order of the source
 * @param people whom a designer could have a quick word with, in the order of the source
 * @param audiences other words for groups of people, and the groups that are part of them, by the
 *     name of the group
 */
public record Catalogue(
    List<Priority> priorities,
    List<Initiative> initiatives,
    List<Contact> people,
    Map<String, List<String>> audiences) {

  public static final Catalogue EMPTY = new Catalogue(List.of(), List.of(), List.of());

  public Catalogue {
    priorities = List.copyOf(priorities);
    initiatives = List.copyOf(initiatives);
    people = List.copyOf(people);
    var copy = new LinkedHashMap<String, List<String>>();
    audiences.forEach((name, words) -> copy.put(name, List.copyOf(words)));
    audiences = Collections.unmodifiableMap(copy);
  }

  /** A catalogue without a table of audience words. */
  public Catalogue(List<Priority> priorities, List<Initiative> initiatives, List<Contact> people) {
    this(priorities, initiatives, people, Map.of());
  }
}
