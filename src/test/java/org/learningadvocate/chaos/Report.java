package org.learningadvocate.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.learningadvocate.sandbox.Sandbox;

/**
 * What a run came to.
 *
 * @param said what people did, by kind
 * @param blows what hit the processes and the database, by kind
 * @param faults what went wrong with calls and events, by kind
 * @param exits how often a process ended by itself
 * @param longest from something done to its standing in Slack
 * @param settled from the end of the storm until all was settled
 * @param unsettled what still waited, or was set aside, when the patience was over
 */
record Report(
    Course course,
    Map<String, Integer> said,
    Sandbox.Tally events,
    Map<String, Integer> blows,
    Map<String, Integer> faults,
    int exits,
    Duration longest,
    Duration settled,
    List<Comparison.Difference> differences,
    List<String> unsettled,
    String integrity) {

  long lost() {
    return count(Comparison.Kind.LOST);
  }

  long doubled() {
    return count(Comparison.Kind.DOUBLED);
  }

  private long count(Comparison.Kind kind) {
    return differences.stream().filter(difference -> difference.kind() == kind).count();
  }

  /** Whether everything that people said stands, once, and nothing is left over. */
  boolean clean() {
    return differences.isEmpty() && unsettled.isEmpty() && integrity.equals("ok");
  }

  /** The run in a few lines, with every difference. */
  @Override
  public String toString() {
    var text = new StringBuilder();
    line(text, "Chaos", course);
    line(text, "people", list(said));
    line(
        text,
        "events",
        "%d sent, %d repeated, %d given up"
            .formatted(events.events(), events.repeats(), events.givenUp()));
    line(text, "blows", list(blows));
    line(text, "faults", list(faults));
    line(text, "exits", exits + " of processes that nobody ended");
    line(
        text,
        "settled",
        settled.toSeconds() + " s after the storm; the longest took " + longest.toSeconds() + " s");
    line(text, "lost", lost());
    line(text, "doubled", doubled());
    line(text, "open", unsettled.size());
    line(text, "database", integrity);
    differences.forEach(difference -> text.append("  ").append(difference).append('\n'));
    unsettled.forEach(open -> text.append("  ").append(open).append('\n'));
    return text.toString();
  }

  private static void line(StringBuilder text, String name, Object what) {
    text.append("%-9s %s%n".formatted(name, what));
  }

  private static String list(Map<String, Integer> counts) {
    return new TreeMap<>(counts)
        .entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
  }
}
