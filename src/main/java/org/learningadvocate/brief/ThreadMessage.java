package org.learningadvocate.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Control;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Plain;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.chat.Words;
import org.learningadvocate.homework.Finding;
import org.learningadvocate.question.Question;
import org.learningadvocate.request.Request;
import org.learningadvocate.request.Topic;

/**
 * The one message of the bot's own accord in a request's thread: what it found, and what is still
 * open. It is updated as things change, never followed by another.
 */
public final class ThreadMessage {

  /** Opens the form with the open questions. */
  public static final String ANSWER = "request.answer";

  /** Takes the request on as its designer, or gives it back: the argument says which. */
  public static final String CLAIM = "request.claim";

  public static final String TAKE = "take";
  public static final String GIVE = "give";

  /** The three dots; the choice's argument is one of the names below. */
  public static final String MORE = "request.more";

  /** Takes back "not a learning request". */
  public static final String UNDO = "request.undo";

  /** Says whether a priority is the right one; the argument is {@code yes ID} or {@code no ID}. */
  public static final String PRIORITY = "request.priority";

  /**
   * Answers a question by one tap, with the topic's key behind it; the argument is that key and the
   * tap's code.
   */
  public static final String TAP = "request.tap.";

  /**
   * Says in the App Home whether a message in doubt is a request, with a number behind it; the
   * argument is {@code yes} or {@code no}.
   */
  public static final String DOUBT = "home.doubt.";

  public static final String YES = "yes";
  public static final String NO = "no";

  public static final String ASK = "ask";
  public static final String CORRECT = "correct";
  public static final String SNOOZE = "snooze";
  public static final String WITHDRAW = "withdraw";
  public static final String WHY = "why";

  private static final int SIMILAR = 60;

  private ThreadMessage() {}

  public static Message of(Dossier dossier) {
    var closed = dossier.closed();
    if (closed == Request.Closed.WITHDRAWN || closed == Request.Closed.DELETED) {
      return closed(dossier, closed);
    }
    var parts = new ArrayList<Part>();
    parts.add(
        Part.line(
            Words.NONE
                .bold("A little homework before you build")
                .then(" · " + Phrases.summary(dossier))));
    parts.addAll(findings(dossier));
    questions(dossier, parts);
    parts.add(controls(dossier));
    footnotes(dossier, parts);
    return new Message(parts);
  }

  private static Message closed(Dossier dossier, Request.Closed closed) {
    if (closed == Request.Closed.DELETED) {
      return Message.of("The request was deleted, so this is closed.");
    }
    var by = dossier.closedBy();
    var words = Words.of("Not a learning request");
    if (by != null) {
      words = words.then(", says ").name(by);
    }
    return new Message(
        List.of(
            new Part.Line(words.then("."), Control.button(UNDO, "Undo", dossier.id().toString()))));
  }

  private static List<Part> findings(Dossier dossier) {
    var parts = new ArrayList<Part>();
    var served = dossier.found(Finding.PriorityServed.class);
    for (var finding : served) {
      parts.add(priority(dossier, finding));
    }
    if (served.isEmpty()) {
      parts.add(Part.line(Words.of("• Serves no documented priority that I could find")));
    }
    var lines = Words.NONE;
    for (var about : dossier.found(Finding.About.class)) {
      lines =
          newLine(lines)
              .then("• Part of ")
              .bold(about.initiative().title())
              .then(
                  ", "
                      + dossier.days().say(about.initiative().starts(), about.initiative().ends())
                      + " ("
                      + about.initiative().owner()
                      + ")")
              .then(
                  Phrases.source(
                      about.initiative().source(), about.initiative().reviewed(), dossier.days()));
    }
    String before = "• Same people, same weeks: ";
    for (var overlap : dossier.found(Finding.Overlap.class)) {
      lines =
          (before.equals("; ") ? lines : newLine(lines))
              .then(before)
              .bold(overlap.initiative().title())
              .then(
                  ", "
                      + dossier
                          .days()
                          .say(overlap.initiative().starts(), overlap.initiative().ends()))
              .then(
                  Phrases.source(
                      overlap.initiative().source(),
                      overlap.initiative().reviewed(),
                      dossier.days()));
      before = "; ";
    }
    var similar = dossier.found(Finding.SimilarRequest.class);
    if (!similar.isEmpty()) {
      lines = newLine(lines).then("• Similar: ");
      String between = "";
      for (var finding : similar) {
        String label =
            Plain.shorten(finding.text(), SIMILAR) + ", " + dossier.days().say(finding.posted());
        var id = ThreadId.parse(finding.id());
        lines = lines.then(between);
        lines = id == null ? lines.then(label) : lines.linkToMessage(id.channel(), id.ts(), label);
        if (finding.designer() != null) {
          lines = lines.then(" by ").name(finding.designer());
        }
        between = "; ";
      }
    }
    var people = dossier.found(Finding.QuickWord.class);
    if (!people.isEmpty()) {
      lines =
          newLine(lines)
              .then(
                  "• A quick word with: "
                      + people.stream()
                          .map(word -> word.contact().name() + " (" + word.reason() + ")")
                          .collect(Collectors.joining(", ")));
    }
    if (!lines.isEmpty()) {
      parts.add(Part.line(lines));
    }
    return parts;
  }

  private static Part priority(Dossier dossier, Finding.PriorityServed served) {
    var priority = served.priority();
    boolean confirmed = dossier.confirmed().contains(priority.id());
    var words =
        Words.of(confirmed ? "• Serves " : "• Seems to serve ")
            .bold(priority.title())
            .then(" (" + priority.owner() + "): ")
            .italic(Phrases.clip(priority.description()))
            .then(Phrases.source(priority.source(), priority.reviewed(), dossier.days()));
    String id = dossier.id().toString();
    return new Part.Line(
        words,
        confirmed
            ? null
            : new Control.More(
                PRIORITY,
                List.of(
                    new Control.Choice("Yes, it serves this", id + " yes " + priority.id()),
                    new Control.Choice("No, not this one", id + " no " + priority.id()))));
  }

  private static void questions(Dossier dossier, List<Part> parts) {
    var shown = dossier.shown();
    if (shown.isEmpty()) {
      parts.add(Part.line(Words.of("Nothing left to ask: what you wrote says it all.")));
      return;
    }
    int open = dossier.pending().size();
    if (open == 0) {
      var words = Words.NONE.emoji("white_check_mark").bold(" All answered, thank you.");
      parts.add(
          Part.line(
              dossier.stays()
                  ? words
                  : words.then(" ").linkTo(Slot.brief(dossier.id()), "Here is the brief")));
    } else {
      boolean some = open < shown.size();
      parts.add(
          Part.line(
              Words.NONE
                  .bold(
                      Phrases.capital(Phrases.count(open))
                          + (open == 1 ? " question" : " questions")
                          + (some ? " left" : ""))
                  .then(" (a minute, in any order, right here in the thread)")));
    }
    for (Topic topic : shown) {
      parts.add(new Part.Line(question(dossier, topic), tap(dossier, topic)));
    }
    Phrases.worthTelling(dossier).ifPresent(words -> parts.add(Part.note(words)));
  }

  /** What answers the question with one tap; nothing once somebody answered. */
  private static @Nullable Control tap(Dossier dossier, Topic topic) {
    var taps = dossier.plan().about(topic).map(Question::taps).orElse(List.of());
    if (taps.isEmpty() || dossier.answers().has(topic)) {
      return null;
    }
    String value = dossier.id() + " " + topic.key() + " ";
    if (taps.size() == 1) {
      var only = taps.get(0);
      return Control.button(TAP + topic.key(), only.label(), value + only.code());
    }
    return new Control.Pick(
        TAP + topic.key(),
        "Choose",
        taps.stream().map(one -> new Control.Choice(one.label(), value + one.code())).toList(),
        null);
  }

  private static Words question(Dossier dossier, Topic topic) {
    int number = dossier.plan().numbering().indexOf(topic) + 1;
    var words =
        Words.of(number + ". ")
            .then(dossier.plan().about(topic).map(Question::words).orElse(Words.of(topic.key())));
    for (var given : dossier.answers().to(topic)) {
      words =
          words
              .then("\n      ")
              .emoji(given.unknown() ? "grey_question" : "white_check_mark")
              .then(" ")
              .then(Phrases.answer(given, dossier));
    }
    return words;
  }

  private static Part controls(Dossier dossier) {
    String id = dossier.id().toString();
    var controls = new ArrayList<Control>();
    if (dossier.pending().isEmpty()) {
      if (!dossier.shown().isEmpty()) {
        controls.add(Control.button(ANSWER, "Change an answer", id));
      }
    } else {
      controls.add(Control.primary(ANSWER, "Answer in a form", id));
    }
    controls.add(
        Control.button(
            CLAIM,
            dossier.designer() == null ? "I'm designing this" : "Hand it back",
            id + " " + (dossier.designer() == null ? TAKE : GIVE)));
    var more = new ArrayList<Control.Choice>();
    if (!dossier.plan().questions().isEmpty()) {
      more.add(new Control.Choice("Ask someone", id + " " + ASK));
    }
    more.add(new Control.Choice("Correct size, date or people", id + " " + CORRECT));
    if (!dossier.pending().isEmpty()) {
      more.add(new Control.Choice("Snooze for a week", id + " " + SNOOZE));
    }
    more.add(new Control.Choice("Not a learning request", id + " " + WITHDRAW));
    more.add(new Control.Choice("Why did you think so?", id + " " + WHY));
    controls.add(new Control.More(MORE, more));
    return new Part.Controls(controls);
  }

  private static void footnotes(Dossier dossier, List<Part> parts) {
    var notes = Words.NONE;
    if (dossier.designer() != null) {
      notes = notes.then("Designing this: ").name(dossier.designer());
    }
    if (dossier.correctedBy() != null) {
      notes = apart(notes).then("Corrected by ").name(dossier.correctedBy());
    }
    if (dossier.closed() == Request.Closed.PAST) {
      notes = apart(notes).then("This is past: nobody is reminded any more");
    }
    if (!notes.isEmpty()) {
      parts.add(Part.note(notes));
    }
  }

  private static Words newLine(Words words) {
    return words.isEmpty() ? words : words.then("\n");
  }

  private static Words apart(Words words) {
    return words.isEmpty() ? words : words.then(" · ");
  }
}
