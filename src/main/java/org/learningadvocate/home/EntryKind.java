package org.learningadvocate.home;

import java.util.Arrays;
import java.util.Optional;

/** What the catalogue holds. */
enum EntryKind {
  PRIORITY("priority"),
  INITIATIVE("rollout"),
  CONTACT("person"),
  AUDIENCE("group");

  private final String key;

  EntryKind(String key) {
    this.key = key;
  }

  /** The word for one in controls' values. */
  String key() {
    return key;
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
