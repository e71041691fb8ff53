package org.learningadvocate.chat;

import java.util.Optional;

/** Who is who in the workspace, from memory or one quick look. */
public interface Members {

  /** A person; empty where Slack does not know or cannot say now. */
  Optional<Person> person(String user);

  /** Whether the person is in a user group, given by id ({@code S…}) or handle ({@code @…}). */
  boolean inGroup(String group, String user);
}
