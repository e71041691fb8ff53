package org.learningadvocate.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.learningadvocate.catalog.Initiative;
import org.learningadvocate.chat.Days;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Words;
import org.learningadvocate.homework.Finding;
import org.learningadvocate.question.Question;
import org.learningadvocate.request.Request;
import org.learningadvocate.request.Topic;

/** One page about a request, for everybody: what is known, from whom, and what is not. */
public final class Brief {

  private Brief() {}

  public static Message of(Dossier dossier) {
    var closed = dossier.closed();
    if (closed == Request.Closed.WITHDRAWN || closed == Request.Closed.DELETED) {
      return closed(dossier, closed);
    }
    var parts = new ArrayList<Part>();
    parts.add(new Part.Header(dossier.title()));
    parts.add(Part.note(facts(dossier)));
    parts.add(new Part.Quote(dossier.said()));
    ImpactLine.of(dossier).ifPresent(line -> parts.add(Part.line(line)));
    context(dossier, parts);
    answers(dossier, parts);
    unknowns(dossier, parts);
    if (closed == Request.Closed.PAST) {
      parts.add(Part.note(Words.of("Past: nothing is asked any more.")));
    }
    return new Message(parts);
  }

  private static Message closed(Dossier dossier, Request.Closed closed) {
    var words =
        Words.NONE.linkToMessage(dossier.id().channel(), dossier.id().ts(), "A message").then(" ");
    if (closed == Request.Closed.DELETED) {
      return Message.of("A request that stood here was deleted by who asked for it.");
    }
    var by = dossier.closedBy();
    words = words.then("that is not a learning request");
    return Message.of(by == null ? words.then(".") : words.then(", says ").name(by).then("."));
  }

  private static Words facts(Dossier dossier) {
    var words = Words.of("Asked by ").name(dossier.requester());
    words =
        dossier.designer() == null
            ? words.then(" · nobody designs it yet")
            : words.then(" · designed by ").name(dossier.designer());
    return words
        .then(" · " + Phrases.summary(dossier) + " · ")
        .linkToMessage(dossier.id().channel(), dossier.id().ts(), "thread");
  }

  private static void context(Dossier dossier, List<Part> parts) {
    for (var served : dossier.found(Finding.PriorityServed.class)) {
      var priority = served.priority();
      boolean confirmed = dossier.confirmed().contains(priority.id());
      parts.add(
          Part.line(
              Words.NONE
                  .bold(confirmed ? "Priority: " : "Priority, it seems: ")
                  .then(
                      priority.title()
                          + " ("
                          + priority.owner()
                          + ", until "
                          + dossier.days().say(priority.ends())
                          + "): ")
                  .italic(Phrases.clip(priority.description()))
                  .then(Phrases.source(priority.source(), priority.reviewed(), dossier.days()))));
    }
    if (dossier.found(Finding.PriorityServed.class).isEmpty()
        && !dossier.answers().known(Topic.PRIORITY)) {
      parts.add(Part.line(Words.NONE.bold("Priority: ").then("none documented that it serves")));
    }
    var part = Words.NONE;
    for (var about : dossier.found(Finding.About.class)) {
      part = apart(part).then(during(about.initiative(), dossier.days()));
    }
    if (!part.isEmpty()) {
      parts.add(Part.line(Words.NONE.bold("Part of: ").then(part)));
    }
    var met = Words.NONE;
    for (var overlap : dossier.found(Finding.Overlap.class)) {
      met = apart(met).then(during(overlap.initiative(), dossier.days()));
    }
    if (!met.isEmpty()) {
      parts.add(Part.line(Words.NONE.bold("Same people, same weeks: ").then(met)));
    }
    var people = dossier.found(Finding.QuickWord.class);
    if (!people.isEmpty()) {
      parts.add(
          Part.line(
              Words.NONE
                  .bold("A quick word with: ")
                  .then(
                      people.stream()
                          .map(word -> word.contact().name() + " (" + word.reason() + ")")
                          .collect(Collectors.joining(", ")))));
    }
  }

  private static Words during(Initiative initiative, Days days) {
    return Words.of(
        initiative.title()
            + " ("
            + initiative.owner()
            + "), "
            + days.say(initiative.starts(), initiative.ends()));
  }

  private static Words apart(Words words) {
    return words.isEmpty() ? words : words.then("; ");
  }

  private static void answers(Dossier dossier, List<Part> parts) {
    for (Topic topic : dossier.plan().numbering()) {
      if (topic == Topic.OUTCOME) {
        continue; // It stands in the impact line.
      }
      var given = dossier.answers().to(topic).stream().filter(answer -> !answer.unknown()).toList();
      if (given.isEmpty()) {
        continue;
      }
      var words = Words.NONE.bold(label(topic) + ": ");
      for (int i = 0; i < given.size(); i++) {
        words = words.then(i == 0 ? "" : "; ").then(Phrases.answer(given.get(i), dossier));
      }
      parts.add(Part.line(words));
    }
    Phrases.worthTelling(dossier).ifPresent(words -> parts.add(Part.note(words)));
  }

  private static void unknowns(Dossier dossier, List<Part> parts) {
    var open =
        dossier.plan().questions().stream()
            .map(Question::topic)
            .filter(topic -> !dossier.answers().known(topic))
            .toList();
    if (open.isEmpty()) {
      return;
    }
    var words = Words.NONE.bold("Still unknown: ");
    var whom = Optional.<String>empty();
    for (int i = 0; i < open.size(); i++) {
      words =
          words
              .then(i == 0 ? "" : "; ")
              .then(label(open.get(i)).toLowerCase(java.util.Locale.ROOT));
      for (var given : dossier.answers().to(open.get(i))) {
        words = words.then(" (“" + Phrases.clip(given.text()) + "” — ").name(given.who()).then(")");
        whom = whom.or(given::askInstead);
      }
    }
    // Whom somebody in the thread names knows better than whom the homework found.
    var knows =
        whom.map(named -> named.replaceFirst("^@", ""))
            .or(
                () ->
                    dossier.found(Finding.QuickWord.class).stream()
                        .map(Finding.QuickWord::name)
                        .findFirst());
    if (knows.isPresent()) {
      words = words.then(". " + knows.get() + " could know.");
    }
    parts.add(Part.line(words));
  }

  private static String label(Topic topic) {
    return switch (topic) {
      case OUTCOME -> "What should be different";
      case PRIORITY -> "Which goal it serves";
      case ROLLOUTS -> "What else reaches these people";
      case HORIZON -> "The next two to three months";
      case PARALLEL -> "What to watch";
      case PEOPLE -> "Whom to talk to";
    };
  }
}
