package org.learningadvocate.catalog;

import java.util.List;

/** What the company has documented, as one unchanging picture. */
public record Catalogue(
    List<Priority> priorities, List<Initiative> initiatives, List<Contact> people) {

  public static final Catalogue EMPTY = new Catalogue(List.of(), List.of(), List.of());

  public Catalogue {
    priorities = List.copyOf(priorities);
    initiatives = List.copyOf(initiatives);
    people = List.copyOf(people);
  }
}
