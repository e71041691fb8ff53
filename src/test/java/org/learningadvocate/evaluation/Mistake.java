package org.learningadvocate.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.learningadvocate.evaluation.Prediction.Match;
import org.learningadvocate.request.Topic;

/**
 * Something that was judged wrongly.
 *
 * @param task what
 * @param where the company and the message or reply
 * @param sure how sure the bot was, 0 to 1; not a number where it says nothing of it
 * @param expected what a person says
 * @param said what the bot said
 * @param why its reasons, for a person to read; empty where it gives none
 * @param text the message or reply
 */
record Mistake(
    Task task, String where, double sure, String expected, String said, String why, String text) {

  /** All that is wrong with what was made of a message. */
  static List<Mistake> of(Cases company, Cases.Message message, Prediction guess) {
    var mistakes = new ArrayList<Mistake>();
    var where = company.name() + " " + message.id();
    var truth = message.reading();
    var read = guess.reading();
    if (truth.isRequest() != read.isRequest()) {
      mistakes.add(
          new Mistake(
              Task.DETECTION,
              where,
              Math.max(read.likelihood(), 1 - read.likelihood()),
              truth.isRequest() ? "a request" : "no request",
              read.isRequest() ? "a request" : "no request",
              String.join("; ", read.reasons()),
              message.text()));
    }
    if (!truth.isRequest() || !read.isRequest()) {
      return mistakes;
    }
    if (truth.deliverable() != read.deliverable()) {
      mistakes.add(
          new Mistake(
              Task.DELIVERABLE,
              where,
              Double.NaN,
              truth.deliverable().key(),
              read.deliverable().key(),
              "",
              message.text()));
    }
    if (truth.size() != read.size()) {
      mistakes.add(
          new Mistake(
              Task.SIZE,
              where,
              Double.NaN,
              truth.size().key(),
              read.size().key(),
              "taken for " + read.deliverable().key(),
              message.text()));
    }
    if (!Objects.equals(truth.due(), read.due())) {
      mistakes.add(
          new Mistake(
              Task.DUE,
              where,
              Double.NaN,
              truth.due() + ", posted " + message.posted(),
              String.valueOf(read.due()),
              read.dueWords() == null ? "" : "read from \"" + read.dueWords() + "\"",
              message.text()));
    }
    if (!truth.answered().equals(read.answered())) {
      mistakes.add(
          new Mistake(
              Task.ANSWERED,
              where,
              Double.NaN,
              keys(truth.answered()),
              keys(read.answered()),
              "",
              message.text()));
    }
    if (company.catalogued()) {
      homework(message, guess, where, mistakes);
    }
    return mistakes;
  }

  private static void homework(
      Cases.Message message, Prediction guess, String where, List<Mistake> mistakes) {
    var shown = guess.priorities();
    boolean right =
        shown.isEmpty()
            ? message.priorities().isEmpty()
            : message.priorities().contains(shown.get(0).id());
    if (!right) {
      mistakes.add(
          new Mistake(
              Task.PRIORITY_FIRST,
              where,
              shown.isEmpty() ? Double.NaN : shown.get(0).confidence(),
              list(message.priorities()),
              list(Prediction.ids(shown)),
              why(shown),
              message.text()));
    }
    var about = guess.about();
    if (!Objects.equals(message.about(), about == null ? null : about.id())) {
      mistakes.add(
          new Mistake(
              Task.ABOUT,
              where,
              about == null ? Double.NaN : about.confidence(),
              message.about() == null ? "nothing" : message.about(),
              about == null ? "nothing" : about.id(),
              about == null ? "" : about.why(),
              message.text()));
    }
    var reaching = guess.overlaps();
    var truth = message.overlaps();
    if (truth != null && !truth.equals(new HashSet<>(Prediction.ids(reaching)))) {
      var wrong = reaching.stream().filter(match -> !truth.contains(match.id())).toList();
      mistakes.add(
          new Mistake(
              Task.OVERLAPS,
              where,
              wrong.stream().mapToDouble(Match::confidence).max().orElse(Double.NaN),
              list(truth),
              list(Prediction.ids(reaching)),
              "for \"" + guess.reading().audience() + "\": " + why(wrong),
              message.text()));
    }
  }

  /** A reply that was taken to answer something else. */
  static Mistake of(Cases company, Cases.Thread thread, Cases.Reply reply, Set<Topic> heard) {
    return new Mistake(
        Task.REPLIES,
        company.name() + " " + thread.id() + " " + reply.id(),
        Double.NaN,
        keys(reply.label()),
        keys(heard),
        reply.user() + ", asked " + keys(thread.asked()),
        reply.text());
  }

  private static String why(List<Match> matches) {
    return matches.stream()
        .map(match -> String.format(Locale.ROOT, "%s (%.2f)", match.why(), match.confidence()))
        .collect(Collectors.joining(", "));
  }

  private static String keys(Collection<Topic> topics) {
    return list(topics.stream().map(Topic::key).toList());
  }

  private static String list(Collection<String> ids) {
    return ids.isEmpty() ? "nothing" : String.join(", ", ids);
  }
}
