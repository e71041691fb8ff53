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

  private static final LookupTimes TIMES = new LookupTimes();

  private final Catalogues catalogues;
  private final Supplier<HouseRules> rules;
  private final NearMeaning near;
  private final Clock clock;

  /**
   * @param meaning finds what is near in meaning where no words match
   */
  public RolloutLookup(
      Catalogues catalogues, Supplier<HouseRules> rules, Meaning meaning, Clock clock) {
    this.catalogues = catalogues;
    this.rules = rules;
    this.near = new NearMeaning(meaning);
    this.clock = clock;
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
    var asked = TIMES.read(page.asked(), today);
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
          title(found.size(), asked, searching), found, one -> show(one, catalogue, days));
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

  private static Words title(int found, LookupTimes.Asked asked, boolean searching) {
    var count = found == 1 ? "1 rollout" : found + " rollouts";
    var title =
        searching
            ? Words.of(count + " for ").italic(asked.words())
            : Words.NONE.bold("Documented rollouts").then(" · " + count);
    return asked.period() == null ? title : title.then(", " + asked.period().words());
  }

  private static List<Part> show(Initiative initiative, Catalogue catalogue, Days days) {
    var today = days.today();
    var title =
        Words.NONE
            .bold(initiative.title())
            .then(" · " + days.say(initiative.starts(), initiative.ends()))
            .then(" · " + when(initiative, today));
    var audience = String.join(", ", initiative.audience());
    var before =
        Words.of(
            (audience.isEmpty() ? "" : "reaches " + audience + " · ")
                + Sources.owner(initiative.owner(), catalogue));
    return List.of(
        Part.line(title),
        new Part.Quote(initiative.description()),
        Part.note(
            Sources.smallPrint(
                before,
                initiative.source(),
                initiative.reviewed(),
                Freshness.of(initiative, today),
                initiative.ends(),
                initiative.owner(),
                days)));
  }

  private static String when(Initiative initiative, LocalDate today) {
    if (initiative.ends().isBefore(today)) {
      return "past";
    }
    if (!initiative.starts().isAfter(today)) {
      return "running now";
    }
    long days = ChronoUnit.DAYS.between(today, initiative.starts());
    if (days == 1) {
      return "starts tomorrow";
    }
    return days < 14
        ? "starts in " + days + " days"
        : days < 70 ? "starts in " + days / 7 + " weeks" : "starts in " + days / 30 + " months";
  }

  static List<Initiative> search(List<Initiative> among, String words, Catalogue catalogue) {
    return new WordSearch<>(
            among,
            initiative ->
                List.of(
                    new WordSearch.Field(initiative.id(), 1.0),
                    new WordSearch.Field(initiative.title(), 1.0),
                    new WordSearch.Field(String.join(" ", initiative.aliases()), 1.0),
                    new WordSearch.Field(audience(initiative, catalogue), 0.9),
                    new WordSearch.Field(initiative.description(), 0.7),
                    new WordSearch.Field(Sources.owner(initiative.owner(), catalogue), 0.8)))
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

  private static Message nothing(
      LookupTimes.Asked asked,
      List<Initiative> elsewhere,
      List<Initiative> nearest,
      Catalogue catalogue,
      Days days) {
    var parts = new ArrayList<Part>();
    var line = Words.of("No documented rollout speaks of ").italic(asked.words());
    parts.add(
        Part.line(
            (asked.period() == null ? line : line.then(" " + asked.period().words()))
                .then(nearest.isEmpty() ? "." : ". Nearest in meaning, perhaps:")));
    nearest.forEach(one -> parts.addAll(show(one, catalogue, days)));
    parts.addAll(Whom.toAsk(asked.words(), catalogue));
    var buttons = new ArrayList<Control>();
    if (!elsewhere.isEmpty()) {
      parts.add(
          Part.line(
              Words.of("At another time: ")
                  .italic(
                      String.join(
                          ", ", elsewhere.stream().limit(3).map(Initiative::title).toList()))
                  .then(".")));
      buttons.add(Control.button(PAGE, "Show those", "0 past " + asked.words()));
    }
    buttons.add(Control.button(PAGE + ".all", "All rollouts", "0"));
    parts.add(new Part.Controls(buttons));
    parts.add(Part.note(Words.of("Is one missing? Editors can add it in my Home tab.")));
    return new Message(parts);
  }

  private static Message nothingThen(LookupTimes.Asked asked) {
    var words =
        asked.period() == null
            ? "Every documented rollout is over."
            : "No documented rollout is under way " + asked.period().words() + ".";
    return new Message(
        List.of(
            Part.line(Words.of(words)),
            Part.controls(
                Control.button(PAGE, "Show past ones too", "0 past"),
                Control.button(PAGE + ".all", "All rollouts", "0")),
            Part.note(Words.of("Is one missing? Editors can add it in my Home tab."))));
  }

  private static Message nothingDocumented() {
    return new Message(
        List.of(
            Part.line(Words.of("No rollouts are documented here yet.")),
            Part.line(
                Words.of("Type the first ones in my Home tab, or bring a whole file: ")
                    .code("catalog import company.yaml")
                    .then(". What reaches people in the next three months matters most."))));
  }
}
