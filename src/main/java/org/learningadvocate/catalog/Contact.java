package org.learningadvocate.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person a designer could have a quick word with.
 *
 * @param name full name, as priorities and initiatives name their owners
 * @param role job title
 * @param covers audiences and themes this person answers for
 * @param slack the Slack user id; null where unknown
 * @param email the e-mail address; null where unknown
 */
public record Contact(
    String name, String role, List<String> covers, @Nullable String slack, @Nullable String email) {

  public Contact {
    covers = List.copyOf(covers);
  }
}
