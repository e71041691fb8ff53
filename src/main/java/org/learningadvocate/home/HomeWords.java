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
import java.util.Map;
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
  private final Wording wording;

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
    this.wording = wording;
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
    parts.add(new Part.Header(kind.title()));
    var controls = new ArrayList<Control>();
    controls.add(Control.button(SHOW + ".main", text("home.back"), "main"));
    if (facts.may().catalogue()) {
      controls.add(Control.primary(ADD, text("home.add"), kind.key()));
    }
    parts.add(new Part.Controls(controls));
    parts.addAll(lines.subList(at * PAGE, Math.min(lines.size(), (at + 1) * PAGE)));
    if (lines.isEmpty()) {
      parts.add(Part.line(wording.say("home.none")));
    }
    if (last > 0) {
      var turn = new ArrayList<Control>();
      if (at > 0) {
        turn.add(
            Control.button(SHOW + ".back", text("home.previous"), kind.key() + " " + (at - 1)));
      }
      if (at < last) {
        turn.add(Control.button(SHOW + ".next", text("home.next"), kind.key() + " " + (at + 1)));
      }
      parts.add(
          Part.note(
              wording.say(
                  "home.page",
                  Map.of("page", Words.of(at + 1 + ""), "pages", Words.of(last + 1 + "")))));
      parts.add(new Part.Controls(turn));
    }
    if (facts.may().catalogue() && facts.catalogueFromFile()) {
      parts.add(
          Part.note(say("home.from-file", "command", Words.NONE.code("catalog export FILE"))));
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
    parts.add(new Part.Header(text("home.first")));
    parts.add(Part.line(wording.say("home.first.intro")));
    parts.add(
        Part.line(
            step(channels)
                .then(
                    wording.say(
                        "home.first.channel",
                        Map.of(
                            "command",
                            Words.NONE.code("/invite"),
                            "bot",
                            Words.NONE.name(rules.bot()))))));
    parts.add(Part.line(step(summary).then(wording.say("home.first.summary"))));
    parts.add(
        Part.line(
            step(documented)
                .then(
                    say(
                        "home.first.documented",
                        "command",
                        Words.NONE.code("catalog import company.yaml")))));
    var controls = new ArrayList<Control>();
    if (facts.may().settings() && !(channels && summary)) {
      controls.add(
          Control.primary(SETTINGS + ".first", text("home.first.set-channels"), "settings"));
    }
    if (facts.may().catalogue() && !documented) {
      controls.add(
          Control.primary(
              ADD + ".first", text("home.first.add-priority"), EntryKind.PRIORITY.key()));
      controls.add(
          Control.button(
              ADD + ".second", text("home.first.add-rollout"), EntryKind.INITIATIVE.key()));
    }
    parts.add(
        controls.isEmpty()
            ? Part.note(wording.say("home.first.admin"))
            : new Part.Controls(controls));
    parts.add(new Part.Rule());
  }

  private static Words step(boolean done) {
    return Words.NONE.emoji(done ? "white_check_mark" : "white_large_square").then(" ");
  }

  private void mine(List<Part> parts) {
    parts.add(new Part.Header(text("home.mine")));
    if (facts.mine().isEmpty()) {
      parts.add(Part.line(wording.say("home.mine.none")));
      return;
    }
    facts.mine().stream()
        .limit(MINE)
        .forEach(one -> parts.add(Part.line(RequestLines.line(one, facts.days()))));
    if (facts.mine().size() > MINE) {
      parts.add(
          Part.note(
              wording.say(
                  "home.mine.more",
                  Map.of(
                      "number",
                      Words.of(facts.mine().size() - MINE + ""),
                      "command",
                      Words.NONE.code("/advocate open")))));
    }
  }

  private void catalogue(List<Part> parts) {
    var catalogue = facts.catalogue();
    parts.add(new Part.Header(text("home.documented")));
    parts.add(
        Part.line(
            Words.of(
                EntryKind.PRIORITY.count(catalogue.priorities().size())
                    + " · "
                    + EntryKind.INITIATIVE.count(catalogue.initiatives().size())
                    + " · "
                    + EntryKind.CONTACT.count(catalogue.people().size())
                    + " · "
                    + EntryKind.AUDIENCE.count(catalogue.audiences().size()))));
    soon().stream()
        .limit(SOON)
        .forEach(
            one ->
                parts.add(
                    Part.line(
                        wording.say(
                            "home.starts",
                            Map.of(
                                "day",
                                Words.of(facts.days().sayWithWeekday(one.starts())),
                                "rollout",
                                Words.NONE.italic(one.title()),
                                "people",
                                Words.of(String.join(", ", one.audience())))))));
    stale(parts);
    parts.add(
        new Part.Controls(
            Arrays.stream(EntryKind.values())
                .map(
                    kind ->
                        Control.button(SHOW + "." + kind.key(), kind.title(), kind.key() + " 0"))
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
    parts.add(
        Part.line(
            Words.NONE
                .emoji("warning")
                .then(" ")
                .then(
                    stale.size() == 1
                        ? wording.say("home.stale.one")
                        : say("home.stale.many", "number", Words.of(stale.size() + "")))));
    int number = 0;
    for (var one : stale.stream().limit(STALE).toList()) {
      var words =
          wording.say(
              "home.stale.entry",
              Map.of(
                  "entry",
                  Words.NONE.italic(one.title()),
                  "owner",
                  Words.of(one.owner()),
                  "day",
                  Words.of(facts.days().say(one.reviewed()))));
      parts.add(
          new Part.Line(
              words,
              facts.may().catalogue()
                  ? Control.button(
                      CONFIRM + "." + number++,
                      text("home.still-true"),
                      "confirm " + one.kind().key() + " " + one.id())
                  : null));
    }
  }

  private void inDoubt(List<Part> parts) {
    if (facts.inDoubt().isEmpty()) {
      return;
    }
    parts.add(new Part.Header(text("home.doubt")));
    int number = 0;
    for (var doubt : facts.inDoubt()) {
      var id = doubt.id();
      String said =
          text(
              facts.rules().shadow()
                  ? "home.doubt.shadow"
                  : doubt.asked() ? "home.doubt.asked" : "home.doubt.unasked");
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
                      new Control.Choice(text("home.doubt.yes"), id + " " + ThreadMessage.YES),
                      new Control.Choice(text("home.doubt.no"), id + " " + ThreadMessage.NO)))));
    }
  }

  private void noticed(List<Part> parts) {
    if (!facts.rules().shadow() || !facts.may().catalogue()) {
      return;
    }
    parts.add(new Part.Header(text("home.shadow")));
    if (facts.noticed().isEmpty()) {
      parts.add(Part.line(wording.say("home.shadow.none")));
    }
    for (var one : facts.noticed()) {
      parts.add(
          Part.line(
              RequestLines.line(one, facts.days())
                  .then(found(one))
                  .then(" · ")
                  .then(
                      one.asked().isEmpty()
                          ? wording.say("home.shadow.no-questions")
                          : say(
                              "home.shadow.questions",
                              "topics",
                              Words.of(
                                  one.asked().stream()
                                      .map(topic -> topic.key())
                                      .collect(Collectors.joining(", ")))))));
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
    return (serves.isEmpty() ? "" : " · " + text("home.shadow.serves", "priorities", serves))
        + (meets.isEmpty() ? "" : " · " + text("home.shadow.meets", "rollouts", meets));
  }

  private void house(List<Part> parts) {
    parts.add(new Part.Header(text("home.house")));
    settings().forEach(words -> parts.add(Part.line(words)));
    if (!facts.fromFile().isEmpty()) {
      parts.add(
          Part.note(
              say(
                  "home.house.file",
                  "names",
                  Words.of(facts.fromFile().stream().sorted().collect(Collectors.joining(", "))))));
    }
    if (facts.may().settings()) {
      parts.add(Part.controls(Control.button(SETTINGS, text("home.house.settings"), "settings")));
    } else {
      parts.add(Part.note(wording.say("home.house.admins")));
    }
    parts.add(
        Part.note(
            say(
                "home.house.commands",
                "commands",
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
      lines.add(Words.NONE.emoji("ghost").then(" ").then(wording.say("home.house.shadow")));
    }
    var watched = rules.requests().isEmpty() ? wording.say("home.house.requests.none") : Words.NONE;
    int number = 0;
    for (var channel : rules.requests().stream().sorted().toList()) {
      watched = (number++ == 0 ? watched : watched.then(", ")).channel(channel);
    }
    lines.add(say("home.house.requests", "channels", watched));
    var summary = rules.summary();
    lines.add(
        summary == null
            ? wording.say("home.house.summary.none")
            : say("home.house.summary", "channel", Words.NONE.channel(summary)));
    var next = facts.nextDigest();
    boolean known = next != null && summary != null;
    lines.add(
        wording.say(
            known ? "home.house.digest.next" : "home.house.digest",
            Map.of(
                "day",
                Words.of(name(rules.digestDay())),
                "time",
                Words.of(TIME.format(rules.digestTime())),
                "zone",
                Words.of(rules.zone().getId()),
                "next",
                next == null
                    ? Words.NONE
                    : Words.of(
                        facts.days().sayWithWeekday(next.atZone(rules.zone()).toLocalDate())))));
    lines.add(
        wording.say(
            "home.house.hours",
            Map.of(
                "from",
                Words.of(TIME.format(rules.opens())),
                "to",
                Words.of(TIME.format(rules.shuts())),
                "days",
                Words.of(
                    rules.workingDays().stream()
                        .sorted()
                        .map(HomeWords::shortName)
                        .collect(Collectors.joining(" "))))));
    lines.add(wording.say("home.house.doubt." + rules.doubtAsk().name().toLowerCase(Locale.ROOT)));
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
    choices.add(new Control.Choice(text("home.change"), "edit " + what));
    if (reviewed) {
      choices.add(new Control.Choice(text("home.still-true"), "confirm " + what));
    }
    choices.add(new Control.Choice(text("home.remove"), "remove " + what));
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
        " · "
            + (reviewed == null
                ? text("home.reviewed.never")
                : text("home.reviewed", "day", days.say(reviewed)));
    return switch (freshness) {
      case STALE -> Words.of(said + " ").emoji("warning");
      case ENDED -> Words.of(" · " + text("home.past"));
      case FRESH, UNKNOWN -> Words.of(said);
    };
  }

  private Words say(String key, String hole, Words filled) {
    return wording.say(key, Map.of(hole, filled));
  }

  private String text(String key) {
    return wording.text(key, Map.of());
  }

  private String text(String key, String hole, String filled) {
    return wording.text(key, Map.of(hole, filled));
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String shortName(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }
}
