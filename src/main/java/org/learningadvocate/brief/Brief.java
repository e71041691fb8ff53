package org.learningadvocate.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.learningadvocate.catalog.Initiative;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.chat.Words;
import org.learningadvocate.homework.Finding;
import org.learningadvocate.question.Question;
import org.learningadvocate.request.Request;
import org.learningadvocate.request.Topic;

/** One page about a request, for everybody: what is known, from whom, and what is not. */
public final class Brief {

  private final BriefTexts texts;
  private final Phrases phrases;
  private final ImpactLine impact;

  public Brief(Wording wording) {
    this.texts = wording.texts(BriefTexts.class);
    this.phrases = new Phrases(wording);
    this.impact = new ImpactLine(wording);
  }

  public Message of(Dossier dossier) {
    var closed = dossier.closed();
    if (closed == Request.Closed.WITHDRAWN || closed == Request.Closed.DELETED) {
      return closed(dossier, closed);
    }
    var parts = new ArrayList<Part>();
    parts.add(new Part.Header(dossier.title()));
    parts.add(Part.note(facts(dossier)));
    parts.add(new Part.Quote(dossier.said()));
    impact.of(dossier).ifPresent(line -> parts.add(Part.line(line)));
    context(dossier, parts);
    answers(dossier, parts);
    unknowns(dossier, parts);
    if (closed == Request.Closed.PAST) {
      parts.add(Part.note(texts.past()));
    }
    return new Message(parts);
  }

  private Message closed(Dossier dossier, Request.Closed closed) {
    if (closed == Request.Closed.DELETED) {
      return Message.of(texts.deleted());
    }
    var message = link(dossier, texts.withdrawnMessage());
    var by = dossier.closedBy();
    return Message.of(
        by == null ? texts.withdrawn(message) : texts.withdrawnBy(message, Words.NONE.name(by)));
  }

  private static Words link(Dossier dossier, String label) {
    return Words.NONE.linkToMessage(dossier.id().channel(), dossier.id().ts(), label);
  }

  private Words facts(Dossier dossier) {
    var who = Words.NONE.name(dossier.requester());
    var facts = phrases.summary(dossier);
    var thread = link(dossier, texts.thread());
    var designer = dossier.designer();
    return designer == null
        ? texts.facts(who, facts, thread)
        : texts.factsDesigned(who, Words.NONE.name(designer), facts, thread);
  }

  private void context(Dossier dossier, List<Part> parts) {
    for (var served : dossier.found(Finding.PriorityServed.class)) {
      var priority = served.priority();
      boolean confirmed = dossier.confirmed().contains(priority.id());
      var line = Words.NONE.italic(Phrases.clip(priority.description()));
      var source = phrases.source(priority.source(), priority.reviewed(), dossier.days());
      var until = dossier.days().say(priority.ends());
      parts.add(
          Part.line(
              confirmed
                  ? texts.priority(priority.title(), priority.owner(), until, line, source)
                  : texts.prioritySeems(priority.title(), priority.owner(), until, line, source)));
    }
    if (dossier.found(Finding.PriorityServed.class).isEmpty()
        && !dossier.answers().known(Topic.PRIORITY)) {
      parts.add(Part.line(texts.priorityNone()));
    }
    var part =
        during(dossier.found(Finding.About.class).stream().map(Finding.About::initiative), dossier);
    if (!part.isEmpty()) {
      parts.add(Part.line(texts.about(part)));
    }
    var met =
        during(
            dossier.found(Finding.Overlap.class).stream().map(Finding.Overlap::initiative),
            dossier);
    if (!met.isEmpty()) {
      parts.add(Part.line(texts.meets(met)));
    }
    var people = dossier.found(Finding.QuickWord.class);
    if (!people.isEmpty()) {
      parts.add(Part.line(texts.talk(phrases.people(people))));
    }
  }

  private String during(Stream<Initiative> initiatives, Dossier dossier) {
    return initiatives
        .map(
            one ->
                texts.rollout(
                    one.title(), one.owner(), dossier.days().say(one.starts(), one.ends())))
        .collect(Collectors.joining("; "));
  }

  private void answers(Dossier dossier, List<Part> parts) {
    for (Topic topic : dossier.plan().numbering()) {
      if (topic == Topic.OUTCOME) {
        continue; // It stands in the impact line.
      }
      var given = dossier.answers().to(topic).stream().filter(answer -> !answer.unknown()).toList();
      if (given.isEmpty()) {
        continue;
      }
      var words = Words.NONE;
      for (int i = 0; i < given.size(); i++) {
        words = words.then(i == 0 ? "" : "; ").then(phrases.answer(given.get(i), dossier));
      }
      parts.add(Part.line(texts.answer(topic, words)));
    }
    phrases.worthTelling(dossier).ifPresent(words -> parts.add(Part.note(words)));
  }

  private void unknowns(Dossier dossier, List<Part> parts) {
    var open =
        dossier.plan().questions().stream()
            .map(Question::topic)
            .filter(topic -> !dossier.answers().known(topic))
            .toList();
    if (open.isEmpty()) {
      return;
    }
    var words = Words.NONE;
    var whom = Optional.<String>empty();
    for (int i = 0; i < open.size(); i++) {
      words = words.then(i == 0 ? "" : "; ").then(texts.unknown(open.get(i)));
      for (var given : dossier.answers().to(open.get(i))) {
        var said = texts.unknownSaid(Phrases.clip(given.text()), Words.NONE.name(given.who()));
        words = words.then(" ").then(said);
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
    parts.add(
        Part.line(
            knows.isPresent() ? texts.unknownKnows(words, knows.get()) : texts.unknown(words)));
  }
}
