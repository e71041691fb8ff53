package org.learningadvocate.app;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.catalog.Contact;
import org.learningadvocate.homework.Homework;
import org.learningadvocate.homework.Lesson;
import org.learningadvocate.meaning.Meaning;
import org.learningadvocate.question.Names;

/** The homework over the catalogue as it is now, prepared anew only when the catalogue changed. */
final class Understanding {

  private final Supplier<Catalogue> catalogue;
  private final Supplier<List<Lesson>> lessons;
  private final Meaning meaning;
  private volatile @Nullable Prepared prepared;

  private record Prepared(
      Catalogue catalogue, List<Lesson> lessons, Homework homework, Names names) {}

  /**
   * @param lessons what people said of earlier requests; the same list while nothing changed
   */
  Understanding(Supplier<Catalogue> catalogue, Supplier<List<Lesson>> lessons, Meaning meaning) {
    this.catalogue = catalogue;
    this.lessons = lessons;
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
    var told = lessons.get();
    var current = prepared;
    return current != null && current.catalogue() == now && current.lessons() == told
        ? current
        : prepare(now, told);
  }

  @SuppressWarnings("ReferenceEquality") // As above.
  private synchronized Prepared prepare(Catalogue now, List<Lesson> told) {
    var current = prepared;
    if (current == null) {
      current = new Prepared(now, List.of(), Homework.over(now, meaning), names(now));
    } else if (current.catalogue() != now) {
      // Over the former one, so that only what is new in it is computed.
      current = new Prepared(now, current.lessons(), current.homework().over(now), names(now));
    }
    if (current.lessons() != told) {
      current = new Prepared(now, told, current.homework().taught(told), current.names());
    }
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
