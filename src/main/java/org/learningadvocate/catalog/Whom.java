package org.learningadvocate.catalog;

import java.util.List;
import org.learningadvocate.chat.Part;

/** Whom to ask about something that is not documented: the people who cover it. */
final class Whom {

  private final LookupTexts texts;

  Whom(LookupTexts texts) {
    this.texts = texts;
  }

  List<Part> toAsk(String words, Catalogue catalogue) {
    var people =
        new WordSearch<>(
                catalogue.people(),
                contact ->
                    List.of(
                        new WordSearch.Field(String.join(" ", contact.covers()), 1.0),
                        new WordSearch.Field(contact.role(), 0.8)))
            .find(words).stream()
                .limit(2)
                .map(
                    one ->
                        one.role().isBlank()
                            ? one.name()
                            : texts.whomPerson(one.name(), one.role()))
                .toList();
    return people.isEmpty() ? List.of() : List.of(Part.line(texts.whom(String.join(", ", people))));
  }
}
