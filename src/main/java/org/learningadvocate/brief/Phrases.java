package org.learningadvocate.brief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Days;
import org.learningadvocate.chat.Plain;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.chat.Words;
import org.learningadvocate.homework.Finding;
import org.learningadvocate.homework.Finding.QuickWord.Why;
import org.learningadvocate.question.Given;
import org.learningadvocate.request.Deliverable;
import org.learningadvocate.request.KindTexts;
import org.learningadvocate.request.Topic;

/** Turns of phrase that the thread message and the brief share. */
final class Phrases {

  private static final int QUOTE = 280;

  private final FactsTexts texts;
  private final KindTexts kinds;

  Phrases(Wording wording) {
    this.texts = wording.texts(FactsTexts.class);
    this.kinds = wording.texts(KindTexts.class);
  }

  /** "My team" says nothing in another channel. */
  private static final Pattern VAGUE =
      Pattern.compile(
          "(?i)(?:(?:all|both|some|half) )?(?:of )?(?:my|our|the|your|his|her|their)?"
              + " ?(?:people|team|teams|folks|guys|crew|staff|them|us|everyone else)");

  private static final int MOST_TOLD = 2;

  private static final Pattern NO_RISK =
      Pattern.compile(
          "^\\W*(?:\\d\\W+)?(?:no|nope|nah|none|nothing|not (?:really|that|to my|as far)|n/?a)\\b",
          Pattern.CASE_INSENSITIVE);

  /** "job aid, small, due Fri 25 Sep, for field sales". */
  String summary(Dossier dossier) {
    var parts = new ArrayList<String>();
    if (dossier.deliverable() != Deliverable.UNSPECIFIED) {
      parts.add(kinds.of(dossier.deliverable()));
    }
    parts.add(kinds.of(dossier.size()));
    parts.add(due(dossier));
    audience(dossier).ifPresent(audience -> parts.add(texts.people(audience)));
    return String.join(", ", parts);
  }

  String due(Dossier dossier) {
    var due = dossier.due();
    return due == null ? texts.dueNone() : texts.due(dossier.days().sayWithWeekday(due));
  }

  /** Somebody's answer and who gave it. */
  Words answer(Given given) {
    var who = Words.NONE.name(given.who());
    var words =
        given.unknown()
            ? texts.answerUnknown(clip(given.text()), who)
            : texts.answer(clip(given.text()), who);
    return given
        .askInstead()
        .map(whom -> texts.answerAsk(words, whom.replaceFirst("^@", "")))
        .orElse(words);
  }

  /** The same with a link to the whole where it was shortened. */
  Words answer(Given given, Dossier dossier) {
    var words = answer(given);
    return given.message() != null && given.text().length() > QUOTE
        ? texts.answerLong(
            words,
            Words.NONE.linkToMessage(dossier.id().channel(), given.message(), texts.answerLink()))
        : words;
  }

  /** One line of somebody's words, short enough to be read in passing. */
  static String clip(String text) {
    return Plain.shorten(text, QUOTE);
  }

  /** "a, b and c". */
  String list(List<String> names) {
    if (names.size() < 2) {
      return String.join("", names);
    }
    return texts.and(
        String.join(", ", names.subList(0, names.size() - 1)), names.get(names.size() - 1));
  }

  /** "Ken Abara (owns …), Dana Ruiz (answers for …)". */
  String people(List<Finding.QuickWord> people) {
    return people.stream()
        .map(word -> texts.person(word.contact().name(), reasons(word)))
        .collect(Collectors.joining(", "));
  }

  /** "owns the priority Ready by day 30 and Holiday peak; answers for stores". */
  private String reasons(Finding.QuickWord word) {
    var owned =
        word.reasons().stream()
            .filter(reason -> reason.why() != Why.ANSWERS_FOR)
            .map(
                reason ->
                    reason.why() == Why.OWNS_PRIORITY
                        ? texts.ownsPriority(reason.what())
                        : reason.what())
            .reduce(texts::and);
    var led =
        word.reasons().stream()
            .filter(reason -> reason.why() == Why.ANSWERS_FOR)
            .map(reason -> texts.answersFor(reason.what()));
    return Stream.concat(owned.map(texts::owns).stream(), led).collect(Collectors.joining("; "));
  }

  /** For whom it is, where the words say so to somebody who was not there. */
  static Optional<String> audience(Dossier dossier) {
    return Optional.ofNullable(dossier.audience())
        .filter(words -> !VAGUE.matcher(words.strip()).matches());
  }

  /**
   * Whom an answer that flags a risk could be worth telling: the owners of what reaches the same
   * people. Only a suggestion; nobody is told by itself.
   */
  Optional<Words> worthTelling(Dossier dossier) {
    boolean risk =
        dossier.answers().to(Topic.PARALLEL).stream()
            .anyMatch(given -> !given.unknown() && !NO_RISK.matcher(given.text()).find());
    var owners =
        dossier.found(Finding.Overlap.class).stream()
            .map(Finding.Overlap::initiative)
            .limit(MOST_TOLD)
            .map(one -> texts.worthTellingOwner(one.owner(), one.title()))
            .distinct()
            .toList();
    return risk && !owners.isEmpty()
        ? Optional.of(texts.worthTelling(list(owners)))
        : Optional.empty();
  }

  /** A link to where something is documented, or nothing. */
  Words source(@Nullable String url, @Nullable LocalDate reviewed, Days days) {
    var words = Words.NONE;
    if (url != null) {
      words = words.then(" · ").link(url, texts.source());
    }
    return reviewed == null ? words : words.then(" · " + texts.reviewed(days.say(reviewed)));
  }
}
