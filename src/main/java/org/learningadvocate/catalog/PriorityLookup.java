package org.learningadvocate.catalog;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
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
 * {@code /priorities [words]}, and the same by mention: the documented strategic priorities, each
 * with its line as documented, who answers for it, from when to when, where it stands and how old
 * that is. Answers from memory, privately.
 */
public final class PriorityLookup {

  /** The id of the button to the next page; the one back ends in {@code .back}. */
  public static final String PAGE = "priorities.page";

  private static final LookupTimes TIMES = new LookupTimes();

  private final Catalogues catalogues;
  private final Supplier<HouseRules> rules;
  private final NearMeaning near;
  private final Clock clock;

  /**
   * @param meaning finds what is near in meaning where no words match
   */
  public PriorityLookup(
      Catalogues catalogues, Supplier<HouseRules> rules, Meaning meaning, Clock clock) {
    this.catalogues = catalogues;
    this.rules = rules;
    this.near = new NearMeaning(meaning);
    this.clock = clock;
  }

  /**
   * Answers what somebody asked.
   *
   * @param words what to look for; empty for all. Past ones are left out unless the words say
   *     "past" or "all"
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
    if (catalogue.priorities().isEmpty()) {
      return nothingDocumented();
    }
    var asked = TIMES.read(page.asked(), today);
    var all =
        catalogue.priorities().stream()
            .filter(
                one ->
                    asked.period() == null
                        || one.inForce(asked.period().from(), asked.period().to()))
            .toList();
    var current =
        asked.pastToo() ? all : all.stream().filter(one -> !one.ends().isBefore(today)).toList();
    if (!WordSearch.saysSomething(asked.words())) {
      return current.isEmpty()
          ? onlyPast(asked.period() == null)
          : list(page, asked, current, catalogue, days);
    }
    var found = search(current, asked.words(), catalogue);
    if (!found.isEmpty()) {
      return page.of(
          Words.of(count(found.size()) + " for ").italic(asked.words()),
          found,
          one -> show(one, catalogue, days));
    }
    return nothing(
        asked, search(all, asked.words(), catalogue), nearest(current, asked), catalogue, days);
  }

  private Message list(
      LookupPage page,
      LookupTimes.Asked asked,
      List<Priority> current,
      Catalogue catalogue,
      Days days) {
    var today = days.today();
    var title = Words.NONE.bold("Documented priorities").then(" · " + current.size());
    if (asked.period() != null) {
      title = title.then(", " + asked.period().words());
    }
    // What holds today comes first, then what comes, then what is over.
    var ordered =
        current.stream()
            .sorted(
                Comparator.comparing((Priority one) -> one.ends().isBefore(today))
                    .thenComparing(one -> one.starts().isAfter(today)))
            .toList();
    return page.of(title, ordered, one -> show(one, catalogue, days));
  }

  private static List<Part> show(Priority priority, Catalogue catalogue, Days days) {
    var today = days.today();
    var title = Words.NONE.bold(priority.title());
    if (priority.starts().isAfter(today)) {
      title = title.then(" · not yet in force");
    } else if (priority.ends().isBefore(today)) {
      title = title.then(" · past");
    }
    var before =
        Words.of(
            Sources.owner(priority.owner(), catalogue)
                + " · "
                + days.say(priority.starts(), priority.ends()));
    return List.of(
        Part.line(title),
        new Part.Quote(priority.description()),
        Part.note(
            Sources.smallPrint(
                before,
                priority.source(),
                priority.reviewed(),
                Freshness.of(priority, today),
                priority.ends(),
                priority.owner(),
                days)));
  }

  static List<Priority> search(List<Priority> among, String words, Catalogue catalogue) {
    return new WordSearch<>(
            among,
            priority ->
                List.of(
                    new WordSearch.Field(priority.id(), 1.0),
                    new WordSearch.Field(priority.title(), 1.0),
                    new WordSearch.Field(String.join(" ", priority.aliases()), 1.0),
                    new WordSearch.Field(priority.description(), 0.7),
                    new WordSearch.Field(Sources.owner(priority.owner(), catalogue), 0.8)))
        .find(words);
  }

  private List<Priority> nearest(List<Priority> among, LookupTimes.Asked asked) {
    return near.nearest(
        among, one -> List.of(one.title(), one.title() + ". " + one.description()), asked.words());
  }

  private static Message nothing(
      LookupTimes.Asked asked,
      List<Priority> past,
      List<Priority> nearest,
      Catalogue catalogue,
      Days days) {
    var parts = new ArrayList<Part>();
    parts.add(
        Part.line(
            Words.of("No documented priority speaks of ")
                .italic(asked.words())
                .then(
                    nearest.isEmpty()
                        ? ". That is worth knowing too."
                        : ". Nearest in meaning, perhaps:")));
    nearest.forEach(one -> parts.addAll(show(one, catalogue, days)));
    parts.addAll(Whom.toAsk(asked.words(), catalogue));
    var buttons = new ArrayList<Control>();
    if (!past.isEmpty()) {
      parts.add(
          Part.line(
              Words.of(past.size() == 1 ? "One that is over does: " : "Ones that are over do: ")
                  .italic(String.join(", ", past.stream().limit(3).map(Priority::title).toList()))
                  .then(".")));
      buttons.add(Control.button(PAGE, "Show past ones too", "0 past " + asked.words()));
    }
    buttons.add(Control.button(PAGE + ".all", "All priorities", "0"));
    parts.add(new Part.Controls(buttons));
    parts.add(
        Part.note(
            Words.of(
                "Should one speak of it? Editors can add it, or these words as another name for"
                    + " it, in my Home tab.")));
    return new Message(parts);
  }

  private static Message onlyPast(boolean ever) {
    return new Message(
        List.of(
            Part.line(
                Words.of(
                    ever
                        ? "Every documented priority is over."
                        : "No documented priority is in force then.")),
            Part.controls(Control.button(PAGE, "Show past ones too", "0 past")),
            Part.note(Words.of("Editors can add the ones that hold now in my Home tab."))));
  }

  private static Message nothingDocumented() {
    return new Message(
        List.of(
            Part.line(Words.of("No priorities are documented here yet.")),
            Part.line(
                Words.of("Type the first ones in my Home tab, or bring a whole file: ")
                    .code("catalog import company.yaml")
                    .then(". Three or four with an owner and a link are a good start."))));
  }

  private static String count(int entries) {
    return entries == 1 ? "1 priority" : entries + " priorities";
  }
}
