package org.learningadvocate.catalog;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.learningadvocate.chat.Answer;
import org.learningadvocate.chat.Control;
import org.learningadvocate.chat.Days;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.chat.Words;
import org.learningadvocate.meaning.Meaning;

/**
 * {@code /rollouts [words | next 3 months]}, and the same by mention: what rolls out to whom and
 * when, each with its line as documented, its owner, its source and how old that is. Answers from
 * memory, privately.
 */
public final class RolloutLookup {

  /** The id of the button to the next page; the one back ends in {@code .back}. */
  public static final String PAGE = "rollouts.page";

  private final Catalogues catalogues;
  private final Supplier<HouseRules> rules;
  private final NearMeaning near;
  private final Clock clock;
  private final RolloutsTexts texts;
  private final LookupTexts shared;
  private final LookupTimes times;
  private final Sources sources;
  private final Whom whom;

  /**
   * @param meaning finds what is near in meaning where no words match
   */
  public RolloutLookup(
      Catalogues catalogues,
      Supplier<HouseRules> rules,
      Meaning meaning,
      Wording wording,
      Clock clock) {
    this.catalogues = catalogues;
    this.rules = rules;
    this.near = new NearMeaning(meaning);
    this.clock = clock;
    this.texts = wording.texts(RolloutsTexts.class);
    this.shared = wording.texts(LookupTexts.class);
    this.times = new LookupTimes(shared);
    this.sources = new Sources(shared);
    this.whom = new Whom(shared);
  }

  /**
   * Answers what somebody asked.
   *
   * @param words what to look for, a time, or both; empty for all. Past ones are left out unless
   *     the words say "past" or "all"
   */
  public Answer asked(String team, String words) {
    return new Answer.Show(page(team, LookupPage.first(PAGE, words)));
  }

  /** Another page, in place of the one whose button was pressed. */
  public Answer turned(Incoming.Pressed pressed) {
    return new Answer.ShowInstead(page(pressed.team(), LookupPage.turned(PAGE, pressed)));
  }

  private Message page(String team, LookupPage page) {
    var catalogue = catalogues.of(team);
    var days = rules.get().days(clock.instant());
    var today = days.today();
    if (catalogue.initiatives().isEmpty()) {
      return nothingDocumented();
    }
    var asked = times.read(page.asked(), today);
    var period = asked.period();
    var all =
        catalogue.initiatives().stream()
            .filter(one -> period == null || one.active(period.from(), period.to()))
            .sorted(
                Comparator.comparing((Initiative one) -> one.ends().isBefore(today))
                    .thenComparing(Initiative::starts))
            .toList();
    var current =
        asked.pastToo() || (period != null && period.from().isBefore(today))
            ? all
            : all.stream().filter(one -> !one.ends().isBefore(today)).toList();
    boolean searching = WordSearch.saysSomething(asked.words());
    var found = searching ? search(current, asked.words(), catalogue) : current;
    if (!found.isEmpty()) {
      return page.of(
          title(found.size(), asked, searching), found, one -> show(one, catalogue, days), shared);
    }
    return searching
        ? nothing(
            asked,
            search(catalogue.initiatives(), asked.words(), catalogue),
            nearest(current, asked),
            catalogue,
            days)
        : nothingThen(asked);
  }

  private Words title(int found, LookupTimes.Asked asked, boolean searching) {
    var title =
        searching ? texts.found(found, Words.NONE.italic(asked.words())) : texts.title(found);
    return asked.period() == null ? title : texts.then(title, asked.period().words());
  }

  private List<Part> show(Initiative initiative, Catalogue catalogue, Days days) {
    var today = days.today();
    var title =
        Words.NONE
            .bold(initiative.title())
            .then(" · " + days.say(initiative.starts(), initiative.ends()))
            .then(" · " + when(initiative, today));
    var audience = String.join(", ", initiative.audience());
    var before =
        Words.of(
            (audience.isEmpty() ? "" : texts.reaches(audience) + " · ")
                + sources.owner(initiative.owner(), catalogue));
    return List.of(
        Part.line(title),
        new Part.Quote(initiative.description()),
        Part.note(
            sources.smallPrint(
                before,
                initiative.source(),
                initiative.reviewed(),
                Freshness.of(initiative, today),
                initiative.ends(),
                initiative.owner(),
                days)));
  }

  private String when(Initiative initiative, LocalDate today) {
    if (initiative.ends().isBefore(today)) {
      return texts.past();
    }
    if (!initiative.starts().isAfter(today)) {
      return texts.running();
    }
    int days = (int) ChronoUnit.DAYS.between(today, initiative.starts());
    if (days == 1) {
      return texts.tomorrow();
    }
    return days < 14
        ? texts.inDays(days)
        : days < 70 ? texts.inWeeks(days / 7) : texts.inMonths(days / 30);
  }

  private List<Initiative> search(List<Initiative> among, String words, Catalogue catalogue) {
    return new WordSearch<>(
            among,
            initiative ->
                List.of(
                    new WordSearch.Field(initiative.id(), 1.0),
                    new WordSearch.Field(initiative.title(), 1.0),
                    new WordSearch.Field(String.join(" ", initiative.aliases()), 1.0),
                    new WordSearch.Field(audience(initiative, catalogue), 0.9),
                    new WordSearch.Field(initiative.description(), 0.7),
                    new WordSearch.Field(sources.owner(initiative.owner(), catalogue), 0.8)))
        .find(words);
  }

  private List<Initiative> nearest(List<Initiative> among, LookupTimes.Asked asked) {
    return near.nearest(
        among, one -> List.of(one.title(), one.title() + ". " + one.description()), asked.words());
  }

  /** Whom it reaches, with the other words that the company has for them. */
  private static String audience(Initiative initiative, Catalogue catalogue) {
    return initiative.audience().stream()
        .map(
            name ->
                name + " " + String.join(" ", catalogue.audiences().getOrDefault(name, List.of())))
        .collect(Collectors.joining(" "));
  }

  private Message nothing(
      LookupTimes.Asked asked,
      List<Initiative> elsewhere,
      List<Initiative> nearest,
      Catalogue catalogue,
      Days days) {
    var parts = new ArrayList<Part>();
    parts.add(Part.line(none(asked, nearest.isEmpty())));
    nearest.forEach(one -> parts.addAll(show(one, catalogue, days)));
    parts.addAll(whom.toAsk(asked.words(), catalogue));
    var buttons = new ArrayList<Control>();
    if (!elsewhere.isEmpty()) {
      parts.add(
          Part.line(
              texts.elsewhere(
                  Words.NONE.italic(
                      String.join(
                          ", ", elsewhere.stream().limit(3).map(Initiative::title).toList())))));
      buttons.add(Control.button(PAGE, texts.buttonElsewhere(), "0 past " + asked.words()));
    }
    buttons.add(Control.button(PAGE + ".all", texts.buttonAll(), "0"));
    parts.add(new Part.Controls(buttons));
    parts.add(Part.note(texts.noneNote()));
    return new Message(parts);
  }

  private Words none(LookupTimes.Asked asked, boolean nothingNear) {
    var words = Words.NONE.italic(asked.words());
    var period = asked.period();
    if (period == null) {
      return nothingNear ? texts.none(words) : texts.noneNear(words);
    }
    return nothingNear
        ? texts.noneThen(words, period.words())
        : texts.noneThenNear(words, period.words());
  }

  private Message nothingThen(LookupTimes.Asked asked) {
    var words = asked.period() == null ? texts.over() : texts.overThen(asked.period().words());
    return new Message(
        List.of(
            Part.line(words),
            Part.controls(
                Control.button(PAGE, texts.buttonPast(), "0 past"),
                Control.button(PAGE + ".all", texts.buttonAll(), "0")),
            Part.note(texts.noneNote())));
  }

  private Message nothingDocumented() {
    return new Message(
        List.of(
            Part.line(texts.empty()),
            Part.line(texts.emptyHow(Words.NONE.code("catalog import company.yaml")))));
  }
}
