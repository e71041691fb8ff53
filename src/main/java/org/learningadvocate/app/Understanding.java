package org.learningadvocate.app;

import java.util.function.Supplier;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.homework.Homework;
import org.learningadvocate.meaning.Meaning;
import org.learningadvocate.meaning.SentenceModel;
import org.learningadvocate.meaning.WordsOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The homework over the catalogue as it is now, prepared anew only when the catalogue changed. */
final class Understanding {

  private static final Logger log = LoggerFactory.getLogger(Understanding.class);

  private final Supplier<Catalogue> catalogue;
  private final Homework blank;
  private volatile Prepared prepared;

  private record Prepared(Catalogue catalogue, Homework homework) {}

  Understanding(Supplier<Catalogue> catalogue, Meaning meaning) {
    this.catalogue = catalogue;
    this.blank = Homework.over(Catalogue.EMPTY, meaning);
    this.prepared = new Prepared(Catalogue.EMPTY, blank);
  }

  /** The sentence model where this machine can run it, else words alone. */
  static Meaning meaning() {
    try {
      return SentenceModel.load();
    } catch (SentenceModel.UnavailableException e) {
      log.warn("Matching by words alone, which finds less: {}", e.getMessage());
      return new WordsOnly();
    }
  }

  Homework homework() {
    var now = catalogue.get();
    var current = prepared;
    // Snapshots are unchanging, so the same one means the same catalogue.
    if (current.catalogue() != now) {
      current = new Prepared(now, blank.over(now));
      prepared = current;
    }
    return current.homework();
  }
}
