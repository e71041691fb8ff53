package org.learningadvocate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.learningadvocate.request.Topic;

/** How far a figure is to be trusted. */
class IntervalTest {

  @Test
  void holdsTheFigureAndIsNarrowerTheMoreWasJudged() {
    var few = replies(20);
    var many = replies(2000);

    assertThat(low(few)).isLessThan(0.75);
    assertThat(high(few)).isGreaterThan(0.75);
    assertThat(high(many) - low(many)).isLessThan((high(few) - low(few)) / 5);
    // Three in four of 2,000, by the book: 1.96 times the root of .75 times .25 over 2,000.
    assertThat(high(many) - 0.75).isBetween(0.014, 0.024);
  }

  @Test
  void isTheSameEveryTime() {
    assertThat(Interval.of(List.of(replies(50)))).isEqualTo(Interval.of(List.of(replies(50))));
  }

  @Test
  void isUnknownWhereNothingWasJudged() {
    assertThat(Interval.of(List.of(List.of())).get(Figure.DUE).low()).isNaN();
  }

  /** Threads of one reply, three in four of them heard rightly. */
  private static List<Tally> replies(int count) {
    var units = new ArrayList<Tally>();
    for (int i = 0; i < count; i++) {
      var reply = new Cases.Reply("r", "requester", "", Set.of(Topic.OUTCOME));
      var thread = new Cases.Thread("t", "", List.of(Topic.OUTCOME), List.of(reply));
      units.add(Tally.of(thread, Map.of("r", i % 4 == 0 ? Set.of() : Set.of(Topic.OUTCOME))));
    }
    return units;
  }

  private static double low(List<Tally> units) {
    return Interval.of(List.of(units)).get(Figure.REPLIES_EXACT).low();
  }

  private static double high(List<Tally> units) {
    return Interval.of(List.of(units)).get(Figure.REPLIES_EXACT).high();
  }
}
