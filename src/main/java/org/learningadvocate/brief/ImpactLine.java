package org.learningadvocate.brief;

import java.util.ArrayList;
import java.util.Optional;
import org.learningadvocate.chat.Words;
import org.learningadvocate.homework.Finding;
import org.learningadvocate.request.Topic;

/**
 * Why this is bigger than the deliverable, in a sentence or two made only of what is known: the
 * outcomes people named, each with who named it, the priority it serves, the initiative it belongs
 * to. Nothing known, no line.
 */
final class ImpactLine {

  private ImpactLine() {}

  static Optional<Words> of(Dossier dossier) {
    var outcomes =
        dossier.answers().to(Topic.OUTCOME).stream().filter(given -> !given.unknown()).toList();
    var place = place(dossier);
    if (outcomes.isEmpty() && place.isEmpty()) {
      return Optional.empty();
    }
    var words = Words.NONE.bold("More than " + article(dossier.deliverable().words()) + ": ");
    for (int i = 0; i < outcomes.size(); i++) {
      words = words.then(i == 0 ? "" : "; ").then(Phrases.answer(outcomes.get(i), dossier));
    }
    if (!place.isEmpty()) {
      words = words.then((outcomes.isEmpty() ? "it " : ". It ") + place);
    }
    return Optional.of(words.then("."));
  }

  private static String place(Dossier dossier) {
    var parts = new ArrayList<String>();
    dossier.found(Finding.PriorityServed.class).stream()
        .filter(served -> dossier.serves().indexOf(served.priority().id()) == 0)
        .findFirst()
        .ifPresent(
            served ->
                parts.add(
                    (dossier.confirmed().contains(served.priority().id())
                            ? "serves "
                            : "seems to serve ")
                        + served.priority().title()));
    dossier.about().ifPresent(about -> parts.add("is part of " + about.initiative().title()));
    return Phrases.list(parts);
  }

  private static String article(String noun) {
    return ("aeiou".indexOf(Character.toLowerCase(noun.charAt(0))) >= 0 ? "an " : "a ") + noun;
  }
}
