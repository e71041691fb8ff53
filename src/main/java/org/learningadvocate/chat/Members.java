package org.learningadvocate.chat;

import java.util.Optional;
import java.util.Set;

/** Who is who in the workspace, from memory or one quick look. */
public interface Members {

  /** A person; empty where Slack does not know or cannot say now. */
  Optional<Person> person(String user);

  /** Whether the person is in a user group, given by id ({@code S…}) or handle ({@code @…}). */
  boolean inGroup(String group, String user);

  /** Whether it can be told now who is in the group; else nobody seems to be. */
  default boolean tells(String group) {
    return true;
  }

  /**
   * The people behind a name: the person with that id, or who is in a user group, given by id
   * ({@code S…}) or handle ({@code @…}); nobody where that cannot be told now.
   */
  default Set<String> behind(String named) {
    return named.startsWith("U") || named.startsWith("W") ? Set.of(named) : Set.of();
  }
}
