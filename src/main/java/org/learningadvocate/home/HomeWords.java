package org.learningadvocate.home;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.brief.ThreadMessage;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.catalog.Contact;
import org.learningadvocate.catalog.Freshness;
import org.learningadvocate.catalog.Initiative;
import org.learningadvocate.catalog.Priority;
import org.learningadvocate.chat.Control;
import org.learningadvocate.chat.Days;
import org.learningadvocate.chat.HomeView;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.chat.Words;
import org.learningadvocate.request.Doubt;
import org.learningadvocate.request.Request;

/**
 * The App Home in words: what to do first, my requests, the catalogue, what the bot is set to do.
 */
final class HomeWords {

  static final String SHOW = "home.show";
  static final String ADD = "home.add";
  static final String ENTRY = "home.entry";
  static final String CONFIRM = "home.confirm";
  static final String SETTINGS = "home.settings";

  private static final int MINE = 10;
  private static final int SOON = 3;
  private static final int STALE = 5;
  private static final int PAGE = 10;
  private static final int SOON_DAYS = 30;

  /** A choice's value may hold 150 characters; an id that long was never meant to be typed. */
  private static final int ID = 130;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Facts facts;
  private final HomeTexts texts;
  private final RequestLines requests;

  /**
   * What one person's home is made of.
   *
   * @param mine the person's requests that are not closed, newest first
   * @param noticed what shadow mode would have spoken of, newest first; empty without it
   * @param inDoubt messages that nobody has said yet to be requests, newest first
   * @param fromFile names of settings that the file sets
   * @param catalogueFromFile whether a file brought the catalogue
   * @param nextDigest null where none is planned
   */
  record Facts(
      HouseRules rules,
      Permission.Of may,
      Catalogue catalogue,
      List<Request> mine,
      List<Request> noticed,
      List<Doubt> inDoubt,
      Set<String> fromFile,
      boolean catalogueFromFile,
      @Nullable Instant nextDigest,
      Days days) {}

  HomeWords(Facts facts, Wording wording) {
    this.facts = facts;
    this.texts = wording.texts(HomeTexts.class);
    this.requests = new RequestLines(wording);
  }

  HomeView main() {
    var parts = new ArrayList<Part>();
    firstSteps(parts);
    mine(parts);
    catalogue(parts);
    inDoubt(parts);
    noticed(parts);
    house(parts);
    return new HomeView(parts);
  }

  /** One page of the catalogue's entries of a kind. */
  HomeView entries(EntryKind kind, int page) {
    var lines = lines(kind);
    int last = Math.max(0, (lines.size() - 1) / PAGE);
    int at = Math.max(0, Math.min(page, last));
    var parts = new ArrayList<Part>();
    parts.add(new Part.Header(texts.title(kind)));
    var controls = new ArrayList<Control>();
    controls.add(Control.button(SHOW + ".main", texts.back(), "main"));
    if (facts.may().catalogue()) {
      controls.add(Control.primary(ADD, texts.add(), kind.key()));
    }
    parts.add(new Part.Controls(controls));
    parts.addAll(lines.subList(at * PAGE, Math.min(lines.size(), (at + 1) * PAGE)));
    if (lines.isEmpty()) {
      parts.add(Part.line(texts.none()));
    }
    if (last > 0) {
      var turn = new ArrayList<Control>();
      if (at > 0) {
        turn.add(Control.button(SHOW + ".back", texts.previous(), kind.key() + " " + (at - 1)));
      }
      if (at < last) {
        turn.add(Control.button(SHOW + ".next", texts.next(), kind.key() + " " + (at + 1)));
      }
      parts.add(Part.note(texts.page(at + 1, last + 1)));
      parts.add(new Part.Controls(turn));
    }
    if (facts.may().catalogue() && facts.catalogueFromFile()) {
      parts.add(Part.note(texts.fromFile(Words.NONE.code("catalog export FILE"))));
    }
    return new HomeView(parts);
  }

  private void firstSteps(List<Part> parts) {
    var rules = facts.rules();
    boolean channels = !rules.requests().isEmpty();
    boolean summary = rules.summary() != null;
    boolean documented =
        !facts.catalogue().priorities().isEmpty() || !facts.catalogue().initiatives().isEmpty();
    if (channels && summary && documented) {
      return;
    }
    parts.add(new Part.Header(texts.first()));
    parts.add(Part.line(texts.firstIntro()));
    parts.add(
        Part.line(
            step(channels)
                .then(
                    texts.firstChannel(Words.NONE.code("/invite"), Words.NONE.name(rules.bot())))));
    parts.add(Part.line(step(summary).then(texts.firstSummary())));
    parts.add(
        Part.line(
            step(documented)
                .then(texts.firstDocumented(Words.NONE.code("catalog import company.yaml")))));
    var controls = new ArrayList<Control>();
    if (facts.may().settings() && !(channels && summary)) {
      controls.add(Control.primary(SETTINGS + ".first", texts.firstSetChannels(), "settings"));
    }
    if (facts.may().catalogue() && !documented) {
      controls.add(
          Control.primary(ADD + ".first", texts.firstAddPriority(), EntryKind.PRIORITY.key()));
      controls.add(
          Control.button(ADD + ".second", texts.firstAddRollout(), EntryKind.INITIATIVE.key()));
    }
    parts.add(controls.isEmpty() ? Part.note(texts.firstAdmin()) : new Part.Controls(controls));
    parts.add(new Part.Rule());
  }

  private static Words step(boolean done) {
    return Words.NONE.emoji(done ? "white_check_mark" : "white_large_square").then(" ");
  }

  private void mine(List<Part> parts) {
    parts.add(new Part.Header(texts.mine()));
    if (facts.mine().isEmpty()) {
      parts.add(Part.line(texts.mineNone()));
      return;
    }
    facts.mine().stream()
        .limit(MINE)
        .forEach(one -> parts.add(Part.line(requests.line(one, facts.days()))));
    if (facts.mine().size() > MINE) {
      parts.add(
          Part.note(texts.mineMore(facts.mine().size() - MINE, Words.NONE.code("/advocate open"))));
    }
  }

  private void catalogue(List<Part> parts) {
    var catalogue = facts.catalogue();
    parts.add(new Part.Header(texts.documented()));
    parts.add(
        Part.line(
            Words.of(
                texts.countPriorities(catalogue.priorities().size())
                    + " · "
                    + texts.countRollouts(catalogue.initiatives().size())
                    + " · "
                    + texts.countPeople(catalogue.people().size())
                    + " · "
                    + texts.countGroups(catalogue.audiences().size()))));
    soon().stream()
        .limit(SOON)
        .forEach(
            one ->
                parts.add(
                    Part.line(
                        texts.starts(
                            facts.days().sayWithWeekday(one.starts()),
                            Words.NONE.italic(one.title()),
                            String.join(", ", one.audience())))));
    stale(parts);
    parts.add(
        new Part.Controls(
            Arrays.stream(EntryKind.values())
                .map(
                    kind ->
                        Control.button(
                            SHOW + "." + kind.key(), texts.title(kind), kind.key() + " 0"))
                .map(Control.class::cast)
                .toList()));
  }

  private List<Initiative> soon() {
    return facts.catalogue().initiatives().stream()
        .filter(one -> one.starts().isAfter(facts.days().today()))
        .filter(one -> ChronoUnit.DAYS.between(facts.days().today(), one.starts()) <= SOON_DAYS)
        .sorted(Comparator.comparing(Initiative::starts))
        .toList();
  }

  private record Stale(EntryKind kind, String id, String title, String owner, LocalDate reviewed) {}

  private void stale(List<Part> parts) {
    var today = facts.days().today();
    var catalogue = facts.catalogue();
    var stale =
        Stream.concat(
                catalogue.priorities().stream()
                    .filter(one -> Freshness.of(one, today) == Freshness.STALE)
                    .map(
                        one ->
                            new Stale(
                                EntryKind.PRIORITY,
                                one.id(),
                                one.title(),
                                one.owner(),
                                Objects.requireNonNull(one.reviewed()))),
                catalogue.initiatives().stream()
                    .filter(one -> Freshness.of(one, today) == Freshness.STALE)
                    .map(
                        one ->
                            new Stale(
                                EntryKind.INITIATIVE,
                                one.id(),
                                one.title(),
                                one.owner(),
                                Objects.requireNonNull(one.reviewed()))))
            .sorted(Comparator.comparing(Stale::reviewed))
            .toList();
    if (stale.isEmpty()) {
      return;
    }
    parts.add(Part.line(Words.NONE.emoji("warning").then(" ").then(texts.stale(stale.size()))));
    int number = 0;
    for (var one : stale.stream().limit(STALE).toList()) {
      var words =
          texts.staleEntry(
              Words.NONE.italic(one.title()), one.owner(), facts.days().say(one.reviewed()));
      parts.add(
          new Part.Line(
              words,
              facts.may().catalogue()
                  ? Control.button(
                      CONFIRM + "." + number++,
                      texts.stillTrue(),
                      "confirm " + one.kind().key() + " " + one.id())
                  : null));
    }
  }

  private void inDoubt(List<Part> parts) {
    if (facts.inDoubt().isEmpty()) {
      return;
    }
    parts.add(new Part.Header(texts.doubt()));
    int number = 0;
    for (var doubt : facts.inDoubt()) {
      var id = doubt.id();
      String said =
          facts.rules().shadow()
              ? texts.doubtShadow()
              : doubt.asked() ? texts.doubtAsked() : texts.doubtUnasked();
      parts.add(
          new Part.Line(
              Words.NONE
                  .linkToMessage(id.channel(), id.ts(), doubt.title())
                  .then(
                      " · "
                          + facts.days().say(doubt.at().atZone(facts.rules().zone()).toLocalDate())
                          + ", "
                          + said),
              new Control.More(
                  ThreadMessage.DOUBT + number++,
                  List.of(
                      new Control.Choice(texts.doubtYes(), id + " " + ThreadMessage.YES),
                      new Control.Choice(texts.doubtNo(), id + " " + ThreadMessage.NO)))));
    }
  }

  private void noticed(List<Part> parts) {
    if (!facts.rules().shadow() || !facts.may().catalogue()) {
      return;
    }
    parts.add(new Part.Header(texts.shadow()));
    if (facts.noticed().isEmpty()) {
      parts.add(Part.line(texts.shadowNone()));
    }
    for (var one : facts.noticed()) {
      parts.add(
          Part.line(
              requests
                  .line(one, facts.days())
                  .then(found(one))
                  .then(" · ")
                  .then(
                      one.asked().isEmpty()
                          ? texts.shadowNoQuestions()
                          : texts.shadowQuestions(
                              one.asked().stream()
                                  .map(texts::topic)
                                  .collect(Collectors.joining(", "))))));
    }
  }

  /** What the homework found, by the catalogue's names. */
  private String found(Request request) {
    var serves =
        facts.catalogue().priorities().stream()
            .filter(one -> request.serves().contains(one.id()))
            .map(Priority::title)
            .collect(Collectors.joining(", "));
    var meets =
        facts.catalogue().initiatives().stream()
            .filter(one -> request.overlaps().contains(one.id()))
            .map(Initiative::title)
            .collect(Collectors.joining(", "));
    return (serves.isEmpty() ? "" : " · " + texts.shadowServes(serves))
        + (meets.isEmpty() ? "" : " · " + texts.shadowMeets(meets));
  }

  private void house(List<Part> parts) {
    parts.add(new Part.Header(texts.house()));
    settings().forEach(words -> parts.add(Part.line(words)));
    if (!facts.fromFile().isEmpty()) {
      parts.add(
          Part.note(
              texts.houseFile(
                  facts.fromFile().stream().sorted().collect(Collectors.joining(", ")))));
    }
    if (facts.may().settings()) {
      parts.add(Part.controls(Control.button(SETTINGS, texts.houseSettings(), "settings")));
    } else {
      parts.add(Part.note(texts.houseAdmins()));
    }
    parts.add(
        Part.note(
            texts.houseCommands(
                Words.NONE
                    .code("/priorities")
                    .then(" ")
                    .code("/rollouts")
                    .then(" ")
                    .code("/advocate help"))));
  }

  /** What the bot is set to do, a line each. */
  List<Words> settings() {
    var rules = facts.rules();
    var lines = new ArrayList<Words>();
    if (rules.shadow()) {
      lines.add(Words.NONE.emoji("ghost").then(" ").then(texts.houseShadow()));
    }
    var watched = rules.requests().isEmpty() ? texts.houseRequestsNone() : Words.NONE;
    int number = 0;
    for (var channel : rules.requests().stream().sorted().toList()) {
      watched = (number++ == 0 ? watched : watched.then(", ")).channel(channel);
    }
    lines.add(texts.houseRequests(watched));
    var summary = rules.summary();
    lines.add(
        summary == null
            ? texts.houseSummaryNone()
            : texts.houseSummary(Words.NONE.channel(summary)));
    var next = facts.nextDigest();
    var day = name(rules.digestDay());
    var time = TIME.format(rules.digestTime());
    var zone = rules.zone().getId();
    lines.add(
        next != null && summary != null
            ? texts.houseDigestNext(
                day,
                time,
                zone,
                facts.days().sayWithWeekday(next.atZone(rules.zone()).toLocalDate()))
            : texts.houseDigest(day, time, zone));
    lines.add(
        texts.houseHours(
            TIME.format(rules.opens()),
            TIME.format(rules.shuts()),
            rules.workingDays().stream()
                .sorted()
                .map(HomeWords::shortName)
                .collect(Collectors.joining(" "))));
    lines.add(
        switch (rules.doubtAsk()) {
          case POSTER -> texts.houseDoubtPoster();
          case DESIGNERS -> texts.houseDoubtDesigners();
          case NOBODY -> texts.houseDoubtNobody();
        });
    return lines;
  }

  /** The page of its kind's list on which an entry stands; 0 where it stands on none. */
  static int pageOf(Catalogue catalogue, EntryKind kind, String id) {
    var ids =
        switch (kind) {
          case PRIORITY -> catalogue.priorities().stream().map(Priority::id);
          case INITIATIVE ->
              catalogue.initiatives().stream()
                  .sorted(Comparator.comparing(Initiative::starts))
                  .map(Initiative::id);
          case CONTACT -> catalogue.people().stream().map(Contact::name);
          case AUDIENCE -> catalogue.audiences().keySet().stream();
        };
    return Math.max(0, ids.toList().indexOf(id)) / PAGE;
  }

  private List<Part> lines(EntryKind kind) {
    var catalogue = facts.catalogue();
    var lines = new ArrayList<Part>();
    switch (kind) {
      case PRIORITY ->
          catalogue
              .priorities()
              .forEach(
                  one ->
                      lines.add(
                          line(kind, one.id(), words(one, facts.days()), true, lines.size())));
      case INITIATIVE ->
          catalogue.initiatives().stream()
              .sorted(Comparator.comparing(Initiative::starts))
              .forEach(
                  one ->
                      lines.add(
                          line(kind, one.id(), words(one, facts.days()), true, lines.size())));
      case CONTACT ->
          catalogue
              .people()
              .forEach(one -> lines.add(line(kind, one.name(), words(one), false, lines.size())));
      case AUDIENCE ->
          catalogue
              .audiences()
              .forEach(
                  (name, words) ->
                      lines.add(
                          line(
                              kind,
                              name,
                              Words.NONE.bold(name).then("\n" + String.join(", ", words)),
                              false,
                              lines.size())));
    }
    return lines;
  }

  private Part line(EntryKind kind, String id, Words words, boolean reviewed, int number) {
    if (!facts.may().catalogue() || id.length() > ID) {
      return Part.line(words);
    }
    var what = kind.key() + " " + id;
    var choices = new ArrayList<Control.Choice>();
    choices.add(new Control.Choice(texts.change(), "edit " + what));
    if (reviewed) {
      choices.add(new Control.Choice(texts.stillTrue(), "confirm " + what));
    }
    choices.add(new Control.Choice(texts.remove(), "remove " + what));
    return new Part.Line(words, new Control.More(ENTRY + "." + number, choices));
  }

  private Words words(Priority one, Days days) {
    var words =
        Words.NONE
            .bold(one.title())
            .then("\n" + one.owner() + " · " + days.say(one.starts(), one.ends()));
    return words.then(review(one.reviewed(), Freshness.of(one, days.today()), days));
  }

  private Words words(Initiative one, Days days) {
    var words =
        Words.NONE
            .bold(one.title())
            .then(
                "\n"
                    + days.say(one.starts(), one.ends())
                    + " · "
                    + String.join(", ", one.audience())
                    + " · "
                    + one.owner());
    return words.then(review(one.reviewed(), Freshness.of(one, days.today()), days));
  }

  private static Words words(Contact one) {
    return Words.NONE
        .bold(one.name())
        .then("\n" + one.role() + (one.covers().isEmpty() ? "" : " · "))
        .then(String.join(", ", one.covers()));
  }

  private Words review(@Nullable LocalDate reviewed, Freshness freshness, Days days) {
    var said =
        " · " + (reviewed == null ? texts.reviewedNever() : texts.reviewed(days.say(reviewed)));
    return switch (freshness) {
      case STALE -> Words.of(said + " ").emoji("warning");
      case ENDED -> Words.of(" · " + texts.past());
      case FRESH, UNKNOWN -> Words.of(said);
    };
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String shortName(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }
}
