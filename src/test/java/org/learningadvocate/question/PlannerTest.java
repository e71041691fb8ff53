package org.learningadvocate.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.learningadvocate.catalog.Initiative;
import org.learningadvocate.catalog.Priority;
import org.learningadvocate.chat.Days;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.homework.Finding;
import org.learningadvocate.request.Deliverable;
import org.learningadvocate.request.EarlierAnswer;
import org.learningadvocate.request.Reading;
import org.learningadvocate.request.Size;
import org.learningadvocate.request.Topic;

class PlannerTest {

  private static final LocalDate POSTED = LocalDate.of(2026, 9, 1);

  private static final Finding TILLS =
      new Finding.Overlap(
          new Initiative(
              "tills",
              "Loom point of sale",
              "New tills.",
              "Lena Fischer",
              List.of("store managers"),
              LocalDate.of(2026, 9, 14),
              LocalDate.of(2026, 11, 6),
              null,
              null,
              List.of()),
          "store managers",
          0.9);

  private static final Finding AMONG =
      new Finding.Candidates(
          List.of(
              new Finding.Candidate("close", "Fewer days to close"),
              new Finding.Candidate("safe", "Everybody home")));

  private final Planner planner = new Planner(Wording.of("en"));

  @Test
  void asManyQuestionsAsTheSizeHasRoomForAndWhatChangesTheWorkMostFirst() {
    assertThat(topics(plan(Size.SMALL, List.of(served(0.9), TILLS), Known.NOTHING)))
        .containsExactly(Topic.OUTCOME, Topic.ROLLOUTS);
    assertThat(topics(plan(Size.SMALL, List.of(AMONG, TILLS), Known.NOTHING)))
        .containsExactly(Topic.OUTCOME, Topic.PRIORITY);
    assertThat(topics(plan(Size.MEDIUM, List.of(served(0.9)), Known.NOTHING)))
        .containsExactly(Topic.OUTCOME, Topic.ROLLOUTS, Topic.HORIZON, Topic.PARALLEL);
    assertThat(topics(plan(Size.LARGE, List.of(), Known.NOTHING)))
        .containsExactlyInAnyOrder(Topic.values());
  }

  @Test
  void whatTheTextAnswersIsNotAsked() {
    var known = Known.byText(Set.of(Topic.OUTCOME, Topic.PARALLEL));

    assertThat(topics(plan(Size.LARGE, List.of(served(0.9), TILLS), known)))
        .doesNotContain(Topic.OUTCOME, Topic.PARALLEL);
  }

  @Test
  void whatAnEarlierRequestAnsweredTakesOneTapAndSaysWhenAndByWhom() {
    var known = new Known(Set.of(), earlier(Topic.PARALLEL), List.of(), Set.of());

    var question = plan(Size.MEDIUM, List.of(served(0.9)), known).about(Topic.PARALLEL).get();

    assertThat(question.plain("somebody"))
        .isEqualTo(
            "On 3 Aug somebody said for Till quick guide: “The stores are rebuilt in October”"
                + " Still true here?");
    assertThat(question.taps())
        .containsExactly(
            new Tap(Tap.STILL_TRUE, "Still true", "The stores are rebuilt in October"));
  }

  @Test
  void ofEqualsTapsComeBeforeText() {
    var known = new Known(Set.of(), earlier(Topic.PARALLEL), List.of(), Set.of());

    assertThat(topics(plan(Size.MEDIUM, List.of(served(0.9)), known)))
        .containsExactly(Topic.OUTCOME, Topic.ROLLOUTS, Topic.PARALLEL, Topic.HORIZON);
  }

  @Test
  void questionsAreWordedWithWhatWasFound() {
    var plan = plan(Size.MEDIUM, List.of(served(0.9), TILLS), Known.NOTHING);

    assertThat(plan.about(Topic.OUTCOME).get().plain("somebody")).contains("Fewer days to close");
    assertThat(plan.about(Topic.ROLLOUTS).get().plain("somebody"))
        .isEqualTo(
            "Loom point of sale reaches store managers from 14 Sep: should this come before,"
                + " with or after it?");
    assertThat(plan.about(Topic.ROLLOUTS).get().taps())
        .extracting(Tap::text)
        .containsExactly(
            "Before Loom point of sale",
            "Together with Loom point of sale",
            "After Loom point of sale",
            "Not sure");
  }

  @Test
  void aPriorityAsLikelyWrongAsRightWordsNoQuestion() {
    var plan = plan(Size.MEDIUM, List.of(served(0.3)), Known.NOTHING);

    assertThat(plan.about(Topic.OUTCOME).get().plain("somebody"))
        .contains("different in the business");
  }

  @Test
  void wherePrioritiesWereFoundALargeRequestIsAskedWhichOfThem() {
    var one = plan(Size.LARGE, List.of(served(0.6), AMONG), Known.NOTHING);
    var two = plan(Size.LARGE, List.of(served(0.6), served(0.4), AMONG), Known.NOTHING);
    var said = plan(Size.LARGE, List.of(served(1), AMONG), Known.NOTHING);

    assertThat(one.about(Topic.PRIORITY).get().plain("somebody"))
        .isEqualTo(
            "It looks as if this should help Fewer days to close. Is that the goal, or another"
                + " one?");
    assertThat(two.about(Topic.PRIORITY).get().plain("somebody"))
        .startsWith("Which goal does this help most");
    assertThat(one.about(Topic.PRIORITY).get().taps())
        .extracting(Tap::label)
        .containsExactly("Fewer days to close", "Everybody home", "None of these", "Not sure");
    assertThat(said.about(Topic.PRIORITY)).isEmpty();
  }

  @Test
  void anAnsweredQuestionIsNotFollowedByAnother() {
    var before = plan(Size.SMALL, List.of(AMONG, TILLS), Known.NOTHING);
    var known = new Known(Set.of(), Map.of(), before.numbering(), Set.of(Topic.PRIORITY));

    var after = plan(Size.SMALL, List.of(served(1), AMONG, TILLS), known);

    assertThat(topics(after)).isEqualTo(topics(before));
  }

  @Test
  void everyQuestionIsShort() {
    var all = new ArrayList<Plan>();
    for (var size : Size.values()) {
      all.add(plan(size, List.of(), Known.NOTHING));
      all.add(plan(size, List.of(served(0.9), TILLS, AMONG), Known.NOTHING));
    }

    assertThat(all.stream().flatMap(plan -> plan.questions().stream()))
        .allSatisfy(
            question ->
                assertThat(Arrays.stream(question.plain("somebody").split(" ")).toList())
                    .hasSizeLessThanOrEqualTo(25));
  }

  @Test
  void whoNamesTheDocumentedPriorityHasToldWhichItIs() {
    var reading =
        new Reading(
            1, Deliverable.PROGRAM, Size.LARGE, null, null, null, Set.of(Topic.OUTCOME), List.of());

    assertThat(Known.told(reading, List.of(served(0.9, true))))
        .containsExactlyInAnyOrder(Topic.OUTCOME, Topic.PRIORITY);
    assertThat(Known.told(reading, List.of(served(0.9)))).containsExactly(Topic.OUTCOME);
  }

  @Test
  void whatTheTextMayAnswerIsAskedOnlyWhereNothingElseIsOpen() {
    var unsure = Known.NOTHING.doubting(Set.of(Topic.OUTCOME));
    var allButOutcome = java.util.EnumSet.complementOf(java.util.EnumSet.of(Topic.OUTCOME));

    assertThat(topics(plan(Size.MEDIUM, List.of(), unsure)))
        .isNotEmpty()
        .doesNotContain(Topic.OUTCOME);
    assertThat(
            topics(
                plan(
                    Size.MEDIUM,
                    List.of(),
                    Known.byText(allButOutcome).doubting(Set.of(Topic.OUTCOME)))))
        .containsExactly(Topic.OUTCOME);
  }

  private Plan plan(Size size, List<Finding> findings, Known known) {
    return planner.plan(size, null, new Days(POSTED, Locale.UK), findings, known);
  }

  private static List<Topic> topics(Plan plan) {
    return plan.questions().stream().map(Question::topic).toList();
  }

  private static Finding served(double confidence) {
    return served(confidence, false);
  }

  private static Finding served(double confidence, boolean named) {
    return new Finding.PriorityServed(
        new Priority(
            "close",
            "Fewer days to close",
            "From 9 to 5.",
            "Ken Abara",
            POSTED,
            POSTED.plusDays(300),
            null,
            null,
            List.of()),
        confidence,
        named);
  }

  private static Map<Topic, EarlierAnswer> earlier(Topic topic) {
    return Map.of(
        topic,
        new EarlierAnswer(
            new ThreadId("C1", "1785700000.000001"),
            "Till quick guide",
            topic,
            "UBEN",
            "1785751200.000100",
            "The stores are rebuilt in October"));
  }
}
