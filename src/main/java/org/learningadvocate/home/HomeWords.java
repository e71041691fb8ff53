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
import org.learningadvocate.catalog.Days;
import org.learningadvocate.catalog.Freshness;
import org.learningadvocate.catalog.Initiative;
import org.learningadvocate.catalog.Priority;
import org.learningadvocate.chat.Control;
import org.learningadvocate.chat.HomeView;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Part;
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
      LocalDate today) {}

  HomeWords(Facts facts) {
    this.facts = facts;
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
    controls.add(Control.button(SHOW + ".main", "Back", "main"));
    if (facts.may().catalogue()) {
      controls.add(Control.primary(ADD, "Add", kind.key()));
    }
    parts.add(new Part.Controls(controls));
    parts.addAll(lines.subList(at * PAGE, Math.min(lines.size(), (at + 1) * PAGE)));
    if (lines.isEmpty()) {
      parts.add(Part.line(Words.of("None yet.")));
    }
    if (last > 0) {
      var turn = new ArrayList<Control>();
      if (at > 0) {
        turn.add(Control.button(SHOW + ".back", "Previous", kind.key() + " " + (at - 1)));
      }
      if (at < last) {
        turn.add(Control.button(SHOW + ".next", "Next", kind.key() + " " + (at + 1)));
      }
      parts.add(Part.note(Words.of("Page " + (at + 1) + " of " + (last + 1))));
      parts.add(new Part.Controls(turn));
    }
    if (facts.may().catalogue() && facts.catalogueFromFile()) {
      parts.add(
          Part.note(
              Words.of(
                      "These came from a file. What is changed here stands until that file changes;"
                          + " put it there too, or take it out with ")
                  .code("catalog export FILE")
                  .then(".")));
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
    parts.add(new Part.Header("First steps"));
    parts.add(
        Part.line(
            Words.of(
                "I do a little homework on learning requests and ask only what is still open. Three"
                    + " things to do first:")));
    parts.add(
        Part.line(
            step(channels)
                .then("Invite me to the channel in which people ask for training: type ")
                .code("/invite")
                .then(" there and choose ")
                .name(rules.bot())
                .then(". Then name the channel in my settings.")));
    parts.add(
        Part.line(
            step(summary)
                .then("Choose a shared channel for briefs and the weekly digest, and invite me.")));
    parts.add(
        Part.line(
            step(documented)
                .then("Tell me what is documented: import a file (")
                .code("catalog import company.yaml")
                .then("), or type three priorities and what rolls out next.")));
    var controls = new ArrayList<Control>();
    if (facts.may().settings() && !(channels && summary)) {
      controls.add(Control.primary(SETTINGS + ".first", "Set channels", "settings"));
    }
    if (facts.may().catalogue() && !documented) {
      controls.add(Control.primary(ADD + ".first", "Add a priority", EntryKind.PRIORITY.key()));
      controls.add(Control.button(ADD + ".second", "Add a rollout", EntryKind.INITIATIVE.key()));
    }
    parts.add(
        controls.isEmpty()
            ? Part.note(Words.of("An admin of this workspace can do that; show them this page."))
            : new Part.Controls(controls));
    parts.add(new Part.Rule());
  }

  private static Words step(boolean done) {
    return Words.NONE.emoji(done ? "white_check_mark" : "white_large_square").then(" ");
  }

  private void mine(List<Part> parts) {
    parts.add(new Part.Header("My open requests"));
    if (facts.mine().isEmpty()) {
      parts.add(
          Part.line(
              Words.of(
                  "None. What you ask for, or take on with \"I'm designing this\", stands here.")));
      return;
    }
    facts.mine().stream()
        .limit(MINE)
        .forEach(one -> parts.add(Part.line(RequestLines.line(one, facts.today()))));
    if (facts.mine().size() > MINE) {
      parts.add(
          Part.note(
              Words.of("And " + (facts.mine().size() - MINE) + " more: ").code("/advocate open")));
    }
  }

  private void catalogue(List<Part> parts) {
    var catalogue = facts.catalogue();
    parts.add(new Part.Header("What is documented"));
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
                        Words.of(
                                "Starts " + Days.sayWithWeekday(one.starts(), facts.today()) + ": ")
                            .italic(one.title())
                            .then(" · " + String.join(", ", one.audience())))));
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
        .filter(one -> one.starts().isAfter(facts.today()))
        .filter(one -> ChronoUnit.DAYS.between(facts.today(), one.starts()) <= SOON_DAYS)
        .sorted(Comparator.comparing(Initiative::starts))
        .toList();
  }

  private record Stale(EntryKind kind, String id, String title, String owner, LocalDate reviewed) {}

  private void stale(List<Part> parts) {
    var today = facts.today();
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
                .then(
                    stale.size() == 1
                        ? " One entry was last reviewed over half a year ago. Does it still hold?"
                        : " "
                            + stale.size()
                            + " entries were last reviewed over half a year ago. Do they still"
                            + " hold?")));
    int number = 0;
    for (var one : stale.stream().limit(STALE).toList()) {
      var words =
          Words.NONE
              .italic(one.title())
              .then(" · " + one.owner() + " · reviewed " + Days.say(one.reviewed(), today));
      parts.add(
          new Part.Line(
              words,
              facts.may().catalogue()
                  ? Control.button(
                      CONFIRM + "." + number++,
                      "Still true",
                      "confirm " + one.kind().key() + " " + one.id())
                  : null));
    }
  }

  private void inDoubt(List<Part> parts) {
    if (facts.inDoubt().isEmpty()) {
      return;
    }
    parts.add(new Part.Header("In doubt: are these for the learning team?"));
    int number = 0;
    for (var doubt : facts.inDoubt()) {
      var id = doubt.id();
      String said =
          facts.rules().shadow()
              ? ", I would have asked"
              : doubt.asked() ? ", asked" : ", nobody asked";
      parts.add(
          new Part.Line(
              Words.NONE
                  .linkToMessage(id.channel(), id.ts(), doubt.title())
                  .then(
                      " · "
                          + Days.say(
                              doubt.at().atZone(facts.rules().zone()).toLocalDate(), facts.today())
                          + said),
              new Control.More(
                  ThreadMessage.DOUBT + number++,
                  List.of(
                      new Control.Choice("Yes, a request", id + " " + ThreadMessage.YES),
                      new Control.Choice("No, just talk", id + " " + ThreadMessage.NO)))));
    }
  }

  private void noticed(List<Part> parts) {
    if (!facts.rules().shadow() || !facts.may().catalogue()) {
      return;
    }
    parts.add(new Part.Header("Shadow mode: what I would have said"));
    if (facts.noticed().isEmpty()) {
      parts.add(Part.line(Words.of("Nothing yet.")));
    }
    for (var one : facts.noticed()) {
      parts.add(
          Part.line(
              RequestLines.line(one, facts.today())
                  .then(found(one))
                  .then(
                      one.asked().isEmpty()
                          ? " · would have asked nothing"
                          : " · would have asked about "
                              + one.asked().stream()
                                  .map(topic -> topic.key())
                                  .collect(Collectors.joining(", ")))));
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
    return (serves.isEmpty() ? "" : " · seems to serve " + serves)
        + (meets.isEmpty() ? "" : " · same people: " + meets);
  }

  private void house(List<Part> parts) {
    parts.add(new Part.Header("What I am set to do"));
    settings().forEach(words -> parts.add(Part.line(words)));
    if (!facts.fromFile().isEmpty()) {
      parts.add(
          Part.note(
              Words.of(
                  "Set in the settings file, which wins over what is set here: "
                      + facts.fromFile().stream().sorted().collect(Collectors.joining(", ")))));
    }
    if (facts.may().settings()) {
      parts.add(Part.controls(Control.button(SETTINGS, "Settings", "settings")));
    } else {
      parts.add(Part.note(Words.of("Admins can change this.")));
    }
    parts.add(
        Part.note(
            Words.of("From anywhere: ")
                .code("/priorities")
                .then(" ")
                .code("/rollouts")
                .then(" ")
                .code("/advocate help")));
  }

  /** What the bot is set to do, a line each. */
  List<Words> settings() {
    var rules = facts.rules();
    var lines = new ArrayList<Words>();
    if (rules.shadow()) {
      lines.add(Words.NONE.emoji("ghost").then(" Shadow mode: I read and keep, and post nothing."));
    }
    var watched = Words.NONE.bold("Requests in").then(" ");
    if (rules.requests().isEmpty()) {
      watched = watched.then("no channel yet");
    }
    int number = 0;
    for (var channel : rules.requests().stream().sorted().toList()) {
      watched = (number++ == 0 ? watched : watched.then(", ")).channel(channel);
    }
    lines.add(watched);
    var summary = rules.summary();
    lines.add(
        summary == null
            ? Words.NONE.bold("Briefs and digest").then(" ").then("in no channel yet")
            : Words.NONE.bold("Briefs and digest in").then(" ").channel(summary));
    var digest =
        Words.NONE
            .bold("Digest")
            .then(" ")
            .then(
                "on "
                    + name(rules.digestDay())
                    + " at "
                    + TIME.format(rules.digestTime())
                    + ", "
                    + rules.zone().getId());
    var next = facts.nextDigest();
    lines.add(
        next == null || summary == null
            ? digest
            : digest.then(
                "; the next one "
                    + Days.sayWithWeekday(next.atZone(rules.zone()).toLocalDate(), facts.today())));
    lines.add(
        Words.NONE
            .bold("Working hours")
            .then(" ")
            .then(
                TIME.format(rules.opens())
                    + " to "
                    + TIME.format(rules.shuts())
                    + ", "
                    + rules.workingDays().stream()
                        .sorted()
                        .map(HomeWords::shortName)
                        .collect(Collectors.joining(" "))));
    lines.add(
        Words.NONE
            .bold("In doubt")
            .then(" ")
            .then(
                switch (rules.doubtAsk()) {
                  case POSTER -> "I ask the person who posted, privately";
                  case DESIGNERS -> "I ask the designers, privately";
                  case NOBODY -> "I ask nobody and stay silent";
                }));
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
    var today = facts.today();
    var catalogue = facts.catalogue();
    var lines = new ArrayList<Part>();
    switch (kind) {
      case PRIORITY ->
          catalogue
              .priorities()
              .forEach(
                  one -> lines.add(line(kind, one.id(), words(one, today), true, lines.size())));
      case INITIATIVE ->
          catalogue.initiatives().stream()
              .sorted(Comparator.comparing(Initiative::starts))
              .forEach(
                  one -> lines.add(line(kind, one.id(), words(one, today), true, lines.size())));
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
    choices.add(new Control.Choice("Change", "edit " + what));
    if (reviewed) {
      choices.add(new Control.Choice("Still true", "confirm " + what));
    }
    choices.add(new Control.Choice("Remove", "remove " + what));
    return new Part.Line(words, new Control.More(ENTRY + "." + number, choices));
  }

  private static Words words(Priority one, LocalDate today) {
    var words =
        Words.NONE
            .bold(one.title())
            .then("\n" + one.owner() + " · " + Days.say(one.starts(), one.ends(), today));
    return words.then(review(one.reviewed(), Freshness.of(one, today), today));
  }

  private static Words words(Initiative one, LocalDate today) {
    var words =
        Words.NONE
            .bold(one.title())
            .then(
                "\n"
                    + Days.say(one.starts(), one.ends(), today)
                    + " · "
                    + String.join(", ", one.audience())
                    + " · "
                    + one.owner());
    return words.then(review(one.reviewed(), Freshness.of(one, today), today));
  }

  private static Words words(Contact one) {
    return Words.NONE
        .bold(one.name())
        .then("\n" + one.role() + (one.covers().isEmpty() ? "" : " · "))
        .then(String.join(", ", one.covers()));
  }

  private static Words review(@Nullable LocalDate reviewed, Freshness freshness, LocalDate today) {
    var said = reviewed == null ? " · no review date" : " · reviewed " + Days.say(reviewed, today);
    return switch (freshness) {
      case STALE -> Words.of(said + " ").emoji("warning");
      case ENDED -> Words.of(" · past");
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
