package org.learningadvocate.brief;

import java.util.ArrayList;
import java.util.Optional;
import org.learningadvocate.homework.Finding;
import org.learningadvocate.question.Given;
import org.learningadvocate.request.Topic;

/**
 * Why this is bigger than the deliverable, in one sentence made only of what is known: the outcome
 * somebody named, the priority it serves, the initiative it belongs to. Nothing known, no line.
 */
final class ImpactLine {

  private ImpactLine() {}

  static Optional<String> of(Dossier dossier) {
    var parts = new ArrayList<String>();
    dossier.answers().to(Topic.OUTCOME).stream()
        .filter(given -> !given.unknown())
        .reduce((earlier, later) -> later)
        .map(Given::text)
        .ifPresent(outcome -> parts.add("is meant to bring “" + Phrases.clip(outcome) + "”"));
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
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "More than "
            + article(dossier.deliverable().words())
            + ": it "
            + Phrases.list(parts)
            + ".");
  }

  private static String article(String noun) {
    return ("aeiou".indexOf(Character.toLowerCase(noun.charAt(0))) >= 0 ? "an " : "a ") + noun;
  }
}
