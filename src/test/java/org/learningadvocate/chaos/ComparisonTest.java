package org.learningadvocate.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.learningadvocate.chaos.Comparison.Difference;
import org.learningadvocate.chaos.Comparison.Kind;
import org.learningadvocate.chaos.Standing.Shown;

/** The comparison sees each way in which the bot could break its promise. */
class ComparisonTest {

  private static final String ASKED = "C0ASK";
  private static final String BRIEFS = "C0BRIEFS";

  private static final Wish WISH =
      new Wish(
          ASKED,
          "1.0",
          false,
          "ref00001",
          Set.of("ref00002", "ref00003"),
          Set.of("ref00004"),
          true,
          Set.of("1.2", "1.3"),
          Set.of("1.5"),
          Instant.EPOCH);

  private static final Shown THREAD =
      new Shown(
          "thread:C0ASK:1.0",
          ASKED,
          "1.1",
          "1.0",
          "homework ref00002 ref00003 Designing this: Priya");
  private static final Shown BRIEF =
      new Shown(
          "brief:C0ASK:1.0", BRIEFS, "2.0", null, "ref00001: ref00002 ref00003, designed by Priya");
  private static final Set<String> TICKS = Set.of("C0ASK:1.2", "C0ASK:1.3");

  private static List<Difference> compared(Wish wish, Set<String> ticks, Shown... messages) {
    return new Comparison(new Standing(List.of(messages), ticks), BRIEFS).with(List.of(wish));
  }

  private static List<Difference> compared(Shown... messages) {
    return compared(WISH, TICKS, messages);
  }

  private static Shown reading(Shown message, UnaryOperator<String> change) {
    return new Shown(
        message.slot(),
        message.channel(),
        message.ts(),
        message.thread(),
        change.apply(message.text()));
  }

  private static Shown standing(Shown message, String channel, String ts, String thread) {
    return new Shown(message.slot(), channel, ts, thread, message.text());
  }

  @Test
  void whatStandsAsItWasSaidIsNoDifference() {
    assertThat(compared(THREAD, BRIEF)).isEmpty();
  }

  @Test
  void aRequestThatNobodyHeardIsLost() {
    assertThat(compared())
        .contains(
            new Difference(Kind.LOST, "C0ASK:1.0", "no thread message"),
            new Difference(Kind.LOST, "C0ASK:1.0", "no brief"));
    assertThat(compared(THREAD))
        .containsExactly(new Difference(Kind.LOST, "C0ASK:1.0", "no brief"));
  }

  @Test
  void anAnswerThatIsMissingInOneOfBothIsLost() {
    assertThat(compared(reading(THREAD, text -> text.replace("ref00003", "")), BRIEF))
        .containsExactly(
            new Difference(Kind.LOST, "C0ASK:1.0", "the thread message 1.1 lacks answer ref00003"));
    assertThat(compared(THREAD, reading(BRIEF, text -> text.replace("ref00002", ""))))
        .containsExactly(
            new Difference(Kind.LOST, "C0ASK:1.0", "the brief 2.0 lacks answer ref00002"));
  }

  @Test
  void anEditOrADeletionThatDidNotArriveIsLost() {
    assertThat(compared(reading(THREAD, text -> text + " ref00004"), BRIEF))
        .containsExactly(
            new Difference(Kind.LOST, "C0ASK:1.0", "the thread message 1.1 still shows ref00004"));
    assertThat(compared(THREAD, reading(BRIEF, text -> text.replace("ref00001", "ref00000"))))
        .containsExactly(
            new Difference(Kind.LOST, "C0ASK:1.0", "the brief 2.0 lacks the words ref00001"));
  }

  @Test
  void aPressThatWasTakenAndIsNotToBeSeenIsLost() {
    assertThat(compared(reading(THREAD, text -> text.replace("Designing", "")), BRIEF))
        .containsExactly(
            new Difference(
                Kind.LOST, "C0ASK:1.0", "the thread message 1.1 does not say who designs it"));
  }

  @Test
  void aTickThatIsMissingOrLeftOverIsADifference() {
    assertThat(compared(WISH, Set.of("C0ASK:1.2"), THREAD, BRIEF))
        .containsExactly(new Difference(Kind.LOST, "C0ASK:1.0", "no tick under the answer 1.3"));
    var tooMany = new ArrayList<>(TICKS);
    tooMany.add("C0ASK:1.5");
    assertThat(compared(WISH, Set.copyOf(tooMany), THREAD, BRIEF))
        .containsExactly(
            new Difference(
                Kind.LOST, "C0ASK:1.0", "still a tick under 1.5, which answers nothing"));
  }

  @Test
  void whatStandsTwiceIsDoubled() {
    assertThat(compared(THREAD, BRIEF, standing(BRIEF, BRIEFS, "3.0", null)))
        .containsExactly(
            new Difference(Kind.DOUBLED, "C0ASK:1.0", "2 of the brief, at [2.0, 3.0]"));
    assertThat(compared(THREAD, standing(THREAD, ASKED, "1.9", "1.0"), BRIEF))
        .extracting(Difference::kind)
        .containsExactly(Kind.DOUBLED);
  }

  @Test
  void whatStandsInTheWrongPlaceIsADifference() {
    assertThat(compared(standing(THREAD, ASKED, "1.1", null), BRIEF)).hasSize(1);
    assertThat(compared(THREAD, standing(BRIEF, ASKED, "2.0", null))).hasSize(1);
  }

  @Test
  void whatNobodyAskedForIsDoubled() {
    var digest = new Shown("digest:2026-W48", BRIEFS, "4.0", null, "This week");
    assertThat(compared(THREAD, BRIEF, digest)).isEmpty();
    assertThat(compared(THREAD, BRIEF, digest, standing(digest, BRIEFS, "4.1", null)))
        .extracting(Difference::kind)
        .containsExactly(Kind.DOUBLED);
    assertThat(compared(THREAD, BRIEF, new Shown("", ASKED, "5.0", null, "hello")))
        .extracting(Difference::kind)
        .containsExactly(Kind.DOUBLED);
  }

  @Test
  void aRequestThatWasTakenBackShowsNothingOfItAndMayShowNothingAtAll() {
    var deleted =
        new Wish(
            ASKED,
            "1.0",
            true,
            "ref00001",
            Set.of(),
            Set.of("ref00001", "ref00002", "ref00003"),
            true,
            Set.of(),
            Set.of(),
            Instant.EPOCH);
    assertThat(compared(deleted, TICKS)).isEmpty();
    assertThat(
            compared(
                deleted,
                TICKS,
                reading(THREAD, text -> "it was deleted"),
                reading(BRIEF, text -> "it was deleted")))
        .isEmpty();
    assertThat(compared(deleted, TICKS, THREAD, BRIEF))
        .extracting(Difference::what)
        .contains(
            "the brief 2.0 still shows ref00001", "the brief 2.0 does not say it was deleted");
  }
}
