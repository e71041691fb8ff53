package org.learningadvocate.brief;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Control;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Plain;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.chat.Wording;
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

  private final ThreadTexts texts;
  private final Phrases phrases;

  public ThreadMessage(Wording wording) {
    this.texts = wording.texts(ThreadTexts.class);
    this.phrases = new Phrases(wording);
  }

  public Message of(Dossier dossier) {
    var closed = dossier.closed();
    if (closed == Request.Closed.WITHDRAWN || closed == Request.Closed.DELETED) {
      return closed(dossier, closed);
    }
    var parts = new ArrayList<Part>();
    parts.add(Part.line(texts.title(phrases.summary(dossier))));
    parts.addAll(findings(dossier));
    questions(dossier, parts);
    parts.add(controls(dossier));
    footnotes(dossier, parts);
    return new Message(parts);
  }

  private Message closed(Dossier dossier, Request.Closed closed) {
    if (closed == Request.Closed.DELETED) {
      return Message.of(texts.deleted());
    }
    var by = dossier.closedBy();
    return new Message(
        List.of(
            new Part.Line(
                by == null ? texts.withdrawn() : texts.withdrawnBy(Words.NONE.name(by)),
                Control.button(UNDO, texts.withdrawnUndo(), dossier.id().toString()))));
  }

  private List<Part> findings(Dossier dossier) {
    var parts = new ArrayList<Part>();
    var served = dossier.found(Finding.PriorityServed.class);
    for (var finding : served) {
      parts.add(priority(dossier, finding));
    }
    if (served.isEmpty()) {
      parts.add(Part.line(texts.servesNone()));
    }
    var lines = Words.NONE;
    for (var found : dossier.found(Finding.About.class)) {
      var one = found.initiative();
      lines =
          newLine(lines)
              .then(
                  texts.about(
                      one.title(),
                      dossier.days().say(one.starts(), one.ends()),
                      one.owner(),
                      phrases.source(one.source(), one.reviewed(), dossier.days())));
    }
    var met = Words.NONE;
    for (var found : dossier.found(Finding.Overlap.class)) {
      var one = found.initiative();
      met =
          semicolon(met)
              .then(
                  texts.meetsRollout(
                      one.title(),
                      dossier.days().say(one.starts(), one.ends()),
                      phrases.source(one.source(), one.reviewed(), dossier.days())));
    }
    if (!met.isEmpty()) {
      lines = newLine(lines).then(texts.meets(met));
    }
    var similar = Words.NONE;
    for (var found : dossier.found(Finding.SimilarRequest.class)) {
      similar = semicolon(similar).then(similar(found, dossier));
    }
    if (!similar.isEmpty()) {
      lines = newLine(lines).then(texts.similar(similar));
    }
    var people = dossier.found(Finding.QuickWord.class);
    if (!people.isEmpty()) {
      lines = newLine(lines).then(texts.talk(phrases.people(people)));
    }
    if (!lines.isEmpty()) {
      parts.add(Part.line(lines));
    }
    return parts;
  }

  private Words similar(Finding.SimilarRequest found, Dossier dossier) {
    String label = Plain.shorten(found.text(), SIMILAR) + ", " + dossier.days().say(found.posted());
    var id = ThreadId.parse(found.id());
    var request =
        id == null ? Words.of(label) : Words.NONE.linkToMessage(id.channel(), id.ts(), label);
    var designer = found.designer();
    return designer == null ? request : texts.similarBy(request, Words.NONE.name(designer));
  }

  private Part priority(Dossier dossier, Finding.PriorityServed served) {
    var priority = served.priority();
    boolean confirmed = dossier.confirmed().contains(priority.id());
    var line = Words.NONE.italic(Phrases.clip(priority.description()));
    var source = phrases.source(priority.source(), priority.reviewed(), dossier.days());
    var words =
        confirmed
            ? texts.serves(priority.title(), priority.owner(), line, source)
            : texts.servesSeems(priority.title(), priority.owner(), line, source);
    String id = dossier.id().toString();
    return new Part.Line(
        words,
        confirmed
            ? null
            : new Control.More(
                PRIORITY,
                List.of(
                    new Control.Choice(texts.servesYes(), id + " yes " + priority.id()),
                    new Control.Choice(texts.servesNo(), id + " no " + priority.id()))));
  }

  private void questions(Dossier dossier, List<Part> parts) {
    var shown = dossier.shown();
    if (shown.isEmpty()) {
      parts.add(Part.line(texts.nothing()));
      return;
    }
    int open = dossier.pending().size();
    if (open == 0) {
      var brief = Words.NONE.linkTo(Slot.brief(dossier.id()), texts.brief());
      parts.add(
          Part.line(
              Words.NONE
                  .emoji("white_check_mark")
                  .then(" ")
                  .then(dossier.stays() ? texts.answered() : texts.answeredBrief(brief))));
    } else {
      boolean some = open < shown.size();
      parts.add(Part.line(some ? texts.left(open, count(open)) : texts.open(open, count(open))));
    }
    for (Topic topic : shown) {
      parts.add(new Part.Line(question(dossier, topic), tap(dossier, topic)));
    }
    phrases.worthTelling(dossier).ifPresent(words -> parts.add(Part.note(words)));
  }

  /** "One", "Two" … as people write small numbers. */
  private String count(int number) {
    var words = texts.counts().split("\\s*,\\s*");
    return number <= words.length ? words[number - 1] : Integer.toString(number);
  }

  /** What answers the question with one tap; nothing once somebody answered. */
  private @Nullable Control tap(Dossier dossier, Topic topic) {
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
        texts.pick(),
        taps.stream().map(one -> new Control.Choice(one.label(), value + one.code())).toList(),
        null);
  }

  private Words question(Dossier dossier, Topic topic) {
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
              .then(phrases.answer(given, dossier));
    }
    return words;
  }

  private Part controls(Dossier dossier) {
    String id = dossier.id().toString();
    var controls = new ArrayList<Control>();
    if (dossier.pending().isEmpty()) {
      if (!dossier.shown().isEmpty()) {
        controls.add(Control.button(ANSWER, texts.buttonChange(), id));
      }
    } else {
      controls.add(Control.primary(ANSWER, texts.buttonAnswer(), id));
    }
    controls.add(
        Control.button(
            CLAIM,
            dossier.designer() == null ? texts.buttonTake() : texts.buttonGive(),
            id + " " + (dossier.designer() == null ? TAKE : GIVE)));
    var more = new ArrayList<Control.Choice>();
    if (!dossier.plan().questions().isEmpty()) {
      more.add(new Control.Choice(texts.moreAsk(), id + " " + ASK));
    }
    more.add(new Control.Choice(texts.moreCorrect(), id + " " + CORRECT));
    if (!dossier.pending().isEmpty()) {
      more.add(new Control.Choice(texts.moreSnooze(), id + " " + SNOOZE));
    }
    more.add(new Control.Choice(texts.moreWithdraw(), id + " " + WITHDRAW));
    more.add(new Control.Choice(texts.moreWhy(), id + " " + WHY));
    controls.add(new Control.More(MORE, more));
    return new Part.Controls(controls);
  }

  private void footnotes(Dossier dossier, List<Part> parts) {
    var notes = Words.NONE;
    if (dossier.designer() != null) {
      notes = texts.noteDesigner(Words.NONE.name(dossier.designer()));
    }
    if (dossier.correctedBy() != null) {
      notes = apart(notes).then(texts.noteCorrected(Words.NONE.name(dossier.correctedBy())));
    }
    if (dossier.closed() == Request.Closed.PAST) {
      notes = apart(notes).then(texts.notePast());
    }
    if (!notes.isEmpty()) {
      parts.add(Part.note(notes));
    }
  }

  private static Words newLine(Words words) {
    return words.isEmpty() ? words : words.then("\n");
  }

  private static Words semicolon(Words words) {
    return words.isEmpty() ? words : words.then("; ");
  }

  private static Words apart(Words words) {
    return words.isEmpty() ? words : words.then(" · ");
  }
}
