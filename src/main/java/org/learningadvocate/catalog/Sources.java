package org.learningadvocate.catalog;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Days;
import org.learningadvocate.chat.Words;

/** Where a documented line comes from, who answers for it and how old it is, in small print. */
final class Sources {

  private final LookupTexts texts;

  Sources(LookupTexts texts) {
    this.texts = texts;
  }

  /** The owner with their role where the catalogue knows it, for example "Dana Ruiz, VP Stores". */
  String owner(String owner, Catalogue catalogue) {
    return contact(owner, catalogue)
        .filter(contact -> !contact.role().isBlank())
        .map(contact -> texts.owner(owner, contact.role()))
        .orElse(owner);
  }

  Words smallPrint(
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
              ? words.then(" · ").link(source, texts.source())
              : words.then(" · " + texts.sourceNamed(source));
    }
    words =
        reviewed == null
            ? words.then(" · " + texts.reviewedNever())
            : words.then(" · " + texts.reviewed(days.say(reviewed)));
    return switch (freshness) {
      case STALE ->
          words
              .then(" ")
              .emoji("warning")
              .then(" " + texts.stale(ago(Objects.requireNonNull(reviewed), days), owner));
      case ENDED -> words.then(" ").emoji("warning").then(" " + texts.ended(days.say(ends), owner));
      case FRESH, UNKNOWN -> words;
    };
  }

  /** Since when nobody has looked at it, for example "8 months ago". */
  private String ago(LocalDate reviewed, Days days) {
    int months = (int) ChronoUnit.MONTHS.between(reviewed, days.today());
    return months >= 24 ? texts.agoYears(months / 12) : texts.agoMonths(months);
  }

  private static Optional<Contact> contact(String name, Catalogue catalogue) {
    return catalogue.people().stream()
        .filter(contact -> contact.name().equalsIgnoreCase(name))
        .findFirst();
  }
}
