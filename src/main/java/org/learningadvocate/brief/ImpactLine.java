package org.learningadvocate.brief;

import java.util.ArrayList;
import java.util.Optional;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.chat.Words;
import org.learningadvocate.homework.Finding;
import org.learningadvocate.request.KindTexts;
import org.learningadvocate.request.Topic;

/**
 * Why this is bigger than the deliverable, in a sentence or two made only of what is known: the
 * outcomes people named, each with who named it, the priority it serves, the initiative it belongs
 * to. Nothing known, no line.
 */
final class ImpactLine {

  private final BriefTexts texts;
  private final KindTexts kinds;
  private final Phrases phrases;

  ImpactLine(Wording wording) {
    this.texts = wording.texts(BriefTexts.class);
    this.kinds = wording.texts(KindTexts.class);
    this.phrases = new Phrases(wording);
  }

  Optional<Words> of(Dossier dossier) {
    var outcomes =
        dossier.answers().to(Topic.OUTCOME).stream().filter(given -> !given.unknown()).toList();
    var place = place(dossier);
    if (outcomes.isEmpty() && place.isEmpty()) {
      return Optional.empty();
    }
    var kind = kinds.a(dossier.deliverable());
    if (outcomes.isEmpty()) {
      return Optional.of(texts.impactPlace(kind, place));
    }
    var words = Words.NONE;
    for (var outcome : outcomes) {
      words = (words.isEmpty() ? words : words.then("; ")).then(phrases.answer(outcome, dossier));
    }
    return Optional.of(
        place.isEmpty() ? texts.impactOutcomes(kind, words) : texts.impactBoth(kind, words, place));
  }

  private String place(Dossier dossier) {
    var parts = new ArrayList<String>();
    dossier.found(Finding.PriorityServed.class).stream()
        .filter(served -> dossier.serves().indexOf(served.priority().id()) == 0)
        .findFirst()
        .ifPresent(
            served ->
                parts.add(
                    dossier.confirmed().contains(served.priority().id())
                        ? texts.impactServes(served.priority().title())
                        : texts.impactSeems(served.priority().title())));
    dossier.about().ifPresent(about -> parts.add(texts.impactAbout(about.initiative().title())));
    return phrases.list(parts);
  }
}
