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
import org.learningadvocate.chat.Wording;
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

  private final Catalogues catalogues;
  private final Supplier<HouseRules> rules;
  private final NearMeaning near;
  private final Clock clock;
  private final PrioritiesTexts texts;
  private final LookupTexts shared;
  private final LookupTimes times;
  private final Sources sources;
  private final Whom whom;

  /**
   * @param meaning finds what is near in meaning where no words match
   */
  public PriorityLookup(
      Catalogues catalogues,
      Supplier<HouseRules> rules,
      Meaning meaning,
      Wording wording,
      Clock clock) {
    this.catalogues = catalogues;
    this.rules = rules;
    this.near = new NearMeaning(meaning);
    this.clock = clock;
    this.texts = wording.texts(PrioritiesTexts.class);
    this.shared = wording.texts(LookupTexts.class);
    this.times = new LookupTimes(shared);
    this.sources = new Sources(shared);
    this.whom = new Whom(shared);
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
    var asked = times.read(page.asked(), today);
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
          texts.found(found.size(), Words.NONE.italic(asked.words())),
          found,
          one -> show(one, catalogue, days),
          shared);
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
    var period = asked.period();
    var title =
        period == null
            ? texts.title(current.size())
            : texts.titleThen(current.size(), period.words());
    // What holds today comes first, then what comes, then what is over.
    var ordered =
        current.stream()
            .sorted(
                Comparator.comparing((Priority one) -> one.ends().isBefore(today))
                    .thenComparing(one -> one.starts().isAfter(today)))
            .toList();
    return page.of(title, ordered, one -> show(one, catalogue, days), shared);
  }

  private List<Part> show(Priority priority, Catalogue catalogue, Days days) {
    var today = days.today();
    var title = Words.NONE.bold(priority.title());
    if (priority.starts().isAfter(today)) {
      title = title.then(" · " + texts.later());
    } else if (priority.ends().isBefore(today)) {
      title = title.then(" · " + texts.past());
    }
    var before =
        Words.of(
            sources.owner(priority.owner(), catalogue)
                + " · "
                + days.say(priority.starts(), priority.ends()));
    return List.of(
        Part.line(title),
        new Part.Quote(priority.description()),
        Part.note(
            sources.smallPrint(
                before,
                priority.source(),
                priority.reviewed(),
                Freshness.of(priority, today),
                priority.ends(),
                priority.owner(),
                days)));
  }

  private List<Priority> search(List<Priority> among, String words, Catalogue catalogue) {
    return new WordSearch<>(
            among,
            priority ->
                List.of(
                    new WordSearch.Field(priority.id(), 1.0),
                    new WordSearch.Field(priority.title(), 1.0),
                    new WordSearch.Field(String.join(" ", priority.aliases()), 1.0),
                    new WordSearch.Field(priority.description(), 0.7),
                    new WordSearch.Field(sources.owner(priority.owner(), catalogue), 0.8)))
        .find(words);
  }

  private List<Priority> nearest(List<Priority> among, LookupTimes.Asked asked) {
    return near.nearest(
        among, one -> List.of(one.title(), one.title() + ". " + one.description()), asked.words());
  }

  private Message nothing(
      LookupTimes.Asked asked,
      List<Priority> past,
      List<Priority> nearest,
      Catalogue catalogue,
      Days days) {
    var parts = new ArrayList<Part>();
    var words = Words.NONE.italic(asked.words());
    parts.add(Part.line(nearest.isEmpty() ? texts.none(words) : texts.noneNear(words)));
    nearest.forEach(one -> parts.addAll(show(one, catalogue, days)));
    parts.addAll(whom.toAsk(asked.words(), catalogue));
    var buttons = new ArrayList<Control>();
    if (!past.isEmpty()) {
      parts.add(
          Part.line(
              texts.nonePast(
                  past.size(),
                  Words.NONE.italic(
                      String.join(", ", past.stream().limit(3).map(Priority::title).toList())))));
      buttons.add(Control.button(PAGE, texts.buttonPast(), "0 past " + asked.words()));
    }
    buttons.add(Control.button(PAGE + ".all", texts.buttonAll(), "0"));
    parts.add(new Part.Controls(buttons));
    parts.add(Part.note(texts.noneNote()));
    return new Message(parts);
  }

  private Message onlyPast(boolean ever) {
    return new Message(
        List.of(
            Part.line(ever ? texts.over() : texts.overThen()),
            Part.controls(Control.button(PAGE, texts.buttonPast(), "0 past")),
            Part.note(texts.overNote())));
  }

  private Message nothingDocumented() {
    return new Message(
        List.of(
            Part.line(texts.empty()),
            Part.line(texts.emptyHow(Words.NONE.code("catalog import company.yaml")))));
  }
}
