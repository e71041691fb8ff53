package org.learningadvocate.catalog;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Days;
import org.learningadvocate.chat.Words;

/** Where a documented line comes from, who answers for it and how old it is, in small print. */
final class Sources {

  private Sources() {}

  /** The owner with their role where the catalogue knows it, for example "Dana Ruiz, VP Stores". */
  static String owner(String owner, Catalogue catalogue) {
    return contact(owner, catalogue)
        .filter(contact -> !contact.role().isBlank())
        .map(contact -> owner + ", " + contact.role())
        .orElse(owner);
  }

  static Words smallPrint(
      Words before,
      @Nullable String source,
      @Nullable LocalDate reviewed,
      Freshness freshness,
      LocalDate ends,
      String owner,
      Days days) {
    var words = before;
    if (source != null) {
      words =
          source.startsWith("http://") || source.startsWith("https://")
              ? words.then(" · ").link(source, "source")
              : words.then(" · source: " + source);
    }
    words =
        reviewed == null
            ? words.then(" · no review date")
            : words.then(" · last reviewed " + days.say(reviewed));
    return switch (freshness) {
      case STALE ->
          words
              .then(" ")
              .emoji("warning")
              .then(
                  " that is "
                      + Freshness.ago(Objects.requireNonNull(reviewed), days.today())
                      + ": ask "
                      + owner
                      + " whether it still holds");
      case ENDED ->
          words
              .then(" ")
              .emoji("warning")
              .then(" ended " + days.say(ends) + ": ask " + owner + " what came after it");
      case FRESH, UNKNOWN -> words;
    };
  }

  private static Optional<Contact> contact(String name, Catalogue catalogue) {
    return catalogue.people().stream()
        .filter(contact -> contact.name().equalsIgnoreCase(name))
        .findFirst();
  }
}
