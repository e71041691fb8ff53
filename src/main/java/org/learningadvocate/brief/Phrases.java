package org.learningadvocate.brief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Days;
import org.learningadvocate.chat.Plain;
import org.learningadvocate.chat.Words;
import org.learningadvocate.homework.Finding;
import org.learningadvocate.question.Given;
import org.learningadvocate.request.Deliverable;
import org.learningadvocate.request.Topic;

/** Turns of phrase that the thread message and the brief share. */
final class Phrases {

  private static final int QUOTE = 280;

  private Phrases() {}

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
  static String summary(Dossier dossier) {
    var parts = new ArrayList<String>();
    if (dossier.deliverable() != Deliverable.UNSPECIFIED) {
      parts.add(dossier.deliverable().words());
    }
    parts.add(dossier.size().key());
    parts.add(due(dossier));
    audience(dossier).ifPresent(audience -> parts.add("for " + audience));
    return String.join(", ", parts);
  }

  static String due(Dossier dossier) {
    var due = dossier.due();
    return due == null ? "no date given" : "due " + dossier.days().sayWithWeekday(due);
  }

  /** Somebody's answer and who gave it. */
  static Words answer(Given given) {
    var words = given.unknown() ? Words.of("not known: ") : Words.NONE;
    words = words.then("“").then(clip(given.text())).then("” — ").name(given.who());
    var whom = given.askInstead();
    return whom.isPresent()
        ? words.then(" · ask " + whom.get().replaceFirst("^@", "") + "?")
        : words;
  }

  /** The same with a link to the whole where it was shortened. */
  static Words answer(Given given, Dossier dossier) {
    var words = answer(given);
    return given.message() != null && given.text().length() > QUOTE
        ? words
            .then(" (")
            .linkToMessage(dossier.id().channel(), given.message(), "all of it")
            .then(")")
        : words;
  }

  /** One line of somebody's words, short enough to be read in passing. */
  static String clip(String text) {
    return Plain.shorten(text, QUOTE);
  }

  /** "a, b and c". */
  static String list(List<String> names) {
    if (names.size() < 2) {
      return String.join("", names);
    }
    return String.join(", ", names.subList(0, names.size() - 1))
        + " and "
        + names.get(names.size() - 1);
  }

  /** "one", "two" … as people write small numbers. */
  static String count(int number) {
    return number >= 0 && number < NUMBERS.size() ? NUMBERS.get(number) : Integer.toString(number);
  }

  private static final List<String> NUMBERS =
      List.of("no", "one", "two", "three", "four", "five", "six");

  /** For the beginning of a line; "eLearning" keeps its form there too. */
  static String capital(String text) {
    return text.length() < 2 || Character.isUpperCase(text.charAt(1))
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ENGLISH) + text.substring(1);
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
  static Optional<Words> worthTelling(Dossier dossier) {
    boolean risk =
        dossier.answers().to(Topic.PARALLEL).stream()
            .anyMatch(given -> !given.unknown() && !NO_RISK.matcher(given.text()).find());
    var owners =
        dossier.found(Finding.Overlap.class).stream()
            .map(Finding.Overlap::initiative)
            .limit(MOST_TOLD)
            .map(one -> one.owner() + " (" + one.title() + ")")
            .distinct()
            .toList();
    return risk && !owners.isEmpty()
        ? Optional.of(
            Words.of("Worth telling " + list(owners) + " as well? I tell nobody by myself."))
        : Optional.empty();
  }

  /** A link to where something is documented, or nothing. */
  static Words source(@Nullable String url, @Nullable LocalDate reviewed, Days days) {
    var words = Words.NONE;
    if (url != null) {
      words = words.then(" · ").link(url, "source");
    }
    return reviewed == null ? words : words.then(" · reviewed " + days.say(reviewed));
  }
}
