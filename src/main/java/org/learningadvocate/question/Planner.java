package org.learningadvocate.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Days;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.chat.Words;
import org.learningadvocate.homework.Finding;
import org.learningadvocate.request.Size;
import org.learningadvocate.request.Topic;

/**
 * What is still worth asking, most useful first, and no more than the size of the work deserves.
 */
public final class Planner {

  private final Wording wording;

  public Planner(Wording wording) {
    this.wording = wording;
  }

  /**
   * Chooses the questions.
   *
   * @param size how many there may be
   * @param due the day it is needed; null where unknown
   * @param days how days are said
   * @param known topics that the text (or an earlier request) already answers
   * @param findings what the homework found
   * @param numbering topics asked earlier in this request, in the order of their numbers; a topic
   *     keeps its number for good
   */
  public Plan plan(
      Size size,
      @Nullable LocalDate due,
      Days days,
      Set<Topic> known,
      List<Finding> findings,
      List<Topic> numbering) {
    var wanted =
        useful(size, findings).stream()
            .filter(topic -> !known.contains(topic))
            .limit(size.room())
            .toList();
    var numbers = new LinkedHashSet<>(numbering);
    numbers.addAll(wanted);
    var all = List.copyOf(numbers);
    var questions =
        wanted.stream()
            .map(
                topic ->
                    new Question(all.indexOf(topic) + 1, topic, words(topic, due, days, findings)))
            .sorted(Comparator.comparingInt(Question::number))
            .toList();
    return new Plan(questions, all);
  }

  private static List<Topic> useful(Size size, List<Finding> findings) {
    boolean priorityFound = findings.stream().anyMatch(Finding.PriorityServed.class::isInstance);
    boolean overlapFound = findings.stream().anyMatch(Finding.Overlap.class::isInstance);
    var topics = new ArrayList<Topic>();
    topics.add(Topic.OUTCOME);
    if (!priorityFound) {
      topics.add(Topic.PRIORITY);
    }
    // Whoever asks for a one-pager is not asked to survey the company: only where we know of one.
    if (overlapFound || size != Size.SMALL) {
      topics.add(Topic.ROLLOUTS);
    }
    if (size != Size.SMALL) {
      topics.add(Topic.HORIZON);
    }
    topics.add(Topic.PARALLEL);
    if (size == Size.LARGE) {
      topics.add(Topic.PEOPLE);
      if (priorityFound) {
        topics.add(Topic.PRIORITY);
      }
    }
    return topics;
  }

  private Words words(Topic topic, @Nullable LocalDate due, Days days, List<Finding> findings) {
    switch (topic) {
      case OUTCOME -> {
        return first(findings, Finding.PriorityServed.class)
            .map(
                served ->
                    wording.say("question.outcome.priority", Map.of("priority", served.title())))
            .orElseGet(() -> wording.say("question.outcome"));
      }
      case ROLLOUTS -> {
        return first(findings, Finding.Overlap.class)
            .map(
                overlap ->
                    wording.say("question.rollouts.overlap", Map.of("rollout", overlap.title())))
            .orElseGet(() -> wording.say("question.rollouts"));
      }
      case HORIZON -> {
        return due == null
            ? wording.say("question.horizon")
            : wording.say("question.horizon.due", Map.of("due", days.say(due)));
      }
      case PEOPLE -> {
        var people =
            findings.stream()
                .filter(Finding.QuickWord.class::isInstance)
                .map(finding -> ((Finding.QuickWord) finding).name())
                .collect(Collectors.joining(", "));
        return people.isEmpty()
            ? wording.say("question.people")
            : wording.say("question.people.known", Map.of("people", people));
      }
      default -> {
        return wording.say("question." + topic.key());
      }
    }
  }

  private static <T extends Finding> java.util.Optional<T> first(
      List<Finding> findings, Class<T> kind) {
    return findings.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }
}
