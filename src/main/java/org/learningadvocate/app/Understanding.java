package org.learningadvocate.app;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.catalog.Contact;
import org.learningadvocate.homework.Homework;
import org.learningadvocate.meaning.Meaning;
import org.learningadvocate.question.Names;

/** The homework over the catalogue as it is now, prepared anew only when the catalogue changed. */
final class Understanding {

  private final Supplier<Catalogue> catalogue;
  private final Meaning meaning;
  private volatile @Nullable Prepared prepared;

  private record Prepared(Catalogue catalogue, Homework homework, Names names) {}

  Understanding(Supplier<Catalogue> catalogue, Meaning meaning) {
    this.catalogue = catalogue;
    this.meaning = meaning;
  }

  Homework homework() {
    return prepared().homework();
  }

  /** What the catalogue calls things, for understanding replies. */
  Names names() {
    return prepared().names();
  }

  @SuppressWarnings(
      "ReferenceEquality") // Snapshots never change: the same one is the same catalogue.
  private Prepared prepared() {
    var now = catalogue.get();
    var current = prepared;
    return current != null && current.catalogue() == now ? current : prepare(now);
  }

  @SuppressWarnings("ReferenceEquality") // As above.
  private synchronized Prepared prepare(Catalogue now) {
    var current = prepared;
    if (current != null && current.catalogue() == now) {
      return current; // Another thread was quicker.
    }
    // Over the former one, so that only what is new in it is computed.
    var homework = current == null ? Homework.over(now, meaning) : current.homework().over(now);
    current = new Prepared(now, homework, names(now));
    prepared = current;
    return current;
  }

  private static Names names(Catalogue catalogue) {
    return new Names(
        catalogue.priorities().stream()
            .flatMap(entry -> Stream.concat(Stream.of(entry.title()), entry.aliases().stream()))
            .toList(),
        catalogue.initiatives().stream()
            .flatMap(entry -> Stream.concat(Stream.of(entry.title()), entry.aliases().stream()))
            .toList(),
        catalogue.people().stream().map(Contact::name).toList());
  }
}
