package org.learningadvocate.home;

import java.util.Arrays;
import java.util.Optional;

/** What the catalogue holds. */
enum EntryKind {
  PRIORITY("priority", "Priorities", "priorities"),
  INITIATIVE("rollout", "Rollouts", "rollouts"),
  CONTACT("person", "People", "people"),
  AUDIENCE("group", "Groups", "groups");

  private final String key;
  private final String title;
  private final String many;

  EntryKind(String key, String title, String many) {
    this.key = key;
    this.title = title;
    this.many = many;
  }

  /** The word for one, also in controls' values. */
  String key() {
    return key;
  }

  String title() {
    return title;
  }

  String count(int number) {
    return number + " " + (number == 1 ? key : many);
  }

  /** The id of its form. */
  String form() {
    return "home." + key;
  }

  static Optional<EntryKind> of(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
  }

  static Optional<EntryKind> ofForm(String form) {
    return Arrays.stream(values()).filter(kind -> kind.form().equals(form)).findFirst();
  }
}
