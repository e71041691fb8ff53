package org.learningadvocate.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.learningadvocate.evaluation.Prediction.Match;
import org.learningadvocate.evaluation.Task.Rival;
import org.learningadvocate.request.Topic;

/**
 * How one company's cases were judged.
 *
 * @param leftOut the companies that were left out of learning for it; empty where the bot was
 *     judged as it ships
 * @param messages what each message counts for
 * @param threads what each thread counts for
 * @param rivals what the baselines count for in all
 * @param reliability whether confidences hold, by what they are of
 * @param mistakes what is wrong, in the order of the cases
 */
record Judged(
    Cases company,
    Set<String> leftOut,
    List<Tally> messages,
    List<Tally> threads,
    Map<Rival, Tally> rivals,
    Map<Task, Reliability> reliability,
    List<Mistake> mistakes) {

  /**
   * Judges what was made of a company's cases.
   *
   * @param guesses what was made of each message, in their order
   * @param heard what was made of each thread, in their order: what every reply answers, by its id
   */
  static Judged of(
      Cases company,
      Set<String> leftOut,
      List<Prediction> guesses,
      List<Map<String, Set<Topic>>> heard,
      Map<Rival, Tally> rivals) {
    var messages = new ArrayList<Tally>();
    var threads = new ArrayList<Tally>();
    var mistakes = new ArrayList<Mistake>();
    var reliability = new EnumMap<Task, Reliability>(Task.class);
    for (var task : List.of(Task.DETECTION, Task.PRIORITIES, Task.ABOUT, Task.OVERLAPS)) {
      reliability.put(task, new Reliability());
    }
    for (int i = 0; i < guesses.size(); i++) {
      var message = company.messages().get(i);
      messages.add(Tally.of(message, guesses.get(i)));
      mistakes.addAll(Mistake.of(company, message, guesses.get(i)));
      rely(reliability, message, guesses.get(i));
    }
    for (int i = 0; i < heard.size(); i++) {
      var thread = company.threads().get(i);
      threads.add(Tally.of(thread, heard.get(i)));
      for (var reply : thread.replies()) {
        var guess = heard.get(i).getOrDefault(reply.id(), Set.of());
        if (!guess.equals(reply.label())) {
          mistakes.add(Mistake.of(company, thread, reply, guess));
        }
      }
    }
    return new Judged(company, leftOut, messages, threads, rivals, reliability, mistakes);
  }

  /** All of it together. */
  Tally sum() {
    var sum = Tally.sum(messages);
    sum.add(Tally.sum(threads));
    return sum;
  }

  private static void rely(
      Map<Task, Reliability> reliability, Cases.Message message, Prediction guess) {
    boolean request = message.reading().isRequest();
    reliability.get(Task.DETECTION).add(guess.reading().likelihood(), request);
    if (!request) {
      return;
    }
    for (var match : guess.priorities()) {
      rely(reliability, Task.PRIORITIES, match, message.priorities().contains(match.id()));
    }
    var about = guess.about();
    if (about != null) {
      rely(reliability, Task.ABOUT, about, about.id().equals(message.about()));
    }
    var overlaps = message.overlaps();
    if (overlaps != null) {
      for (var match : guess.overlaps()) {
        rely(reliability, Task.OVERLAPS, match, overlaps.contains(match.id()));
      }
    }
  }

  private static void rely(
      Map<Task, Reliability> reliability, Task task, Match match, boolean right) {
    reliability.get(task).add(match.confidence(), right);
  }
}
