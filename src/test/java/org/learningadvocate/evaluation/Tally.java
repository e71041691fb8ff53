package org.learningadvocate.evaluation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.request.Topic;

/**
 * What a message, a thread, or many of them count for, exactly as {@code score.py} counts: what
 * only requests have is counted of those that truly are requests, and one that was overlooked is
 * wrong there too.
 */
final class Tally {
  private static final int MOST_PRIORITIES = 3;

  private final int[] counts = new int[Count.values().length];

  static Tally sum(Collection<Tally> tallies) {
    var sum = new Tally();
    tallies.forEach(sum::add);
    return sum;
  }

  /**
   * What one message counts for.
   *
   * @param guess null where nothing was said of it, which is wrong wherever something is to be said
   */
  static Tally of(Cases.Message message, @Nullable Prediction guess) {
    var tally = new Tally();
    var truth = message.reading();
    boolean said = guess != null && guess.reading().isRequest();
    tally.count(Count.MESSAGES, true);
    if (!truth.isRequest()) {
      tally.count(Count.FALSE_ALARM, said);
      return tally;
    }
    tally.count(Count.REQUESTS, true);
    tally.count(Count.FOUND, said);
    tally.count(Count.OVERLOOKED, !said);
    tally.count(Count.DUE_GIVEN, truth.due() != null);
    tally.count(Count.SERVING, !message.priorities().isEmpty());
    if (guess == null || !said) {
      tally.priorities(message.priorities(), List.of());
      tally.overlaps(message.overlaps(), List.of());
      tally.answered(truth.answered(), Set.of());
      return tally;
    }
    var reading = guess.reading();
    boolean due = Objects.equals(reading.due(), truth.due());
    tally.count(Count.DELIVERABLE, reading.deliverable() == truth.deliverable());
    tally.count(Count.SIZE, reading.size() == truth.size());
    tally.count(Count.DUE, due);
    tally.count(Count.DUE_GIVEN_RIGHT, due && truth.due() != null);
    var about = guess.about() == null ? null : guess.about().id();
    tally.count(Count.ABOUT, Objects.equals(about, message.about()));
    tally.priorities(message.priorities(), Prediction.ids(guess.priorities()));
    tally.overlaps(message.overlaps(), Prediction.ids(guess.overlaps()));
    tally.answered(truth.answered(), reading.answered());
    tally.counts[Count.ASKED.ordinal()] = guess.questions().size();
    tally.counts[Count.ASKED_KNOWN.ordinal()] = shared(truth.answered(), guess.questions());
    tally.count(Count.OVER_BUDGET, guess.questions().size() > truth.size().room());
    return tally;
  }

  /**
   * What one thread counts for.
   *
   * @param heard the questions that each reply was taken to answer, by its id; a reply that is not
   *     there is wrong
   */
  static Tally of(Cases.Thread thread, Map<String, Set<Topic>> heard) {
    var tally = new Tally();
    for (var reply : thread.replies()) {
      var guess = heard.get(reply.id());
      tally.add(Count.REPLIES, 1);
      tally.add(Count.REPLY_EXACT, reply.label().equals(guess) ? 1 : 0);
      tally.sets(Count.REPLY_RIGHT, reply.label(), guess == null ? Set.of() : guess);
    }
    return tally;
  }

  int get(Count count) {
    return counts[count.ordinal()];
  }

  /** Counts one thing as another tally does. */
  void take(Tally other, Count count) {
    counts[count.ordinal()] = other.get(count);
  }

  void add(Tally other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
  }

  private void priorities(Set<String> truth, List<String> ranked) {
    var shown = ranked.subList(0, Math.min(MOST_PRIORITIES, ranked.size()));
    count(Count.FIRST, !shown.isEmpty() && truth.contains(shown.get(0)));
    count(Count.AMONG_THREE, shown.stream().anyMatch(truth::contains));
    sets(Count.PRIORITY_RIGHT, truth, shown);
  }

  private void overlaps(@Nullable Set<String> truth, List<String> guess) {
    if (truth != null) {
      sets(Count.OVERLAP_RIGHT, truth, guess);
    }
  }

  private void answered(Set<Topic> truth, Set<Topic> guess) {
    sets(Count.ANSWERED_RIGHT, truth, guess);
  }

  /** Counts what is right, wrong and missed, which stand one after the other. */
  private void sets(Count right, Set<?> truth, Collection<?> guess) {
    int hits = shared(truth, guess);
    counts[right.ordinal()] += hits;
    counts[right.ordinal() + 1] += new HashSet<>(guess).size() - hits;
    counts[right.ordinal() + 2] += truth.size() - hits;
  }

  private static int shared(Set<?> truth, Collection<?> guess) {
    return (int) new HashSet<>(guess).stream().filter(truth::contains).count();
  }

  private void count(Count count, boolean is) {
    add(count, is ? 1 : 0);
  }

  private void add(Count count, int more) {
    counts[count.ordinal()] += more;
  }
}
