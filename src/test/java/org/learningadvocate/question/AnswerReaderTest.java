package org.learningadvocate.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.learningadvocate.meaning.WordsOnly;
import org.learningadvocate.question.Answer.Kind;
import org.learningadvocate.question.Reply.By;
import org.learningadvocate.request.Topic;

class AnswerReaderTest {
  private static final List<Topic> ASKED =
      List.of(Topic.OUTCOME, Topic.ROLLOUTS, Topic.PEOPLE, Topic.PARALLEL);

  private final AnswerReader reader = AnswerReader.load(new WordsOnly());

  @Test
  void severalNumberedAnswersInOneReplyAreToldApart() {
    var heard =
        read(
            "1. fewer wrong pallets, from 40 to 5\n"
                + "2. none that I know of\n"
                + "3. talk to Luz on first shift");

    assertThat(heard.answers())
        .containsExactly(
            new Answer(Topic.OUTCOME, Kind.GIVEN, "fewer wrong pallets, from 40 to 5", null),
            new Answer(Topic.ROLLOUTS, Kind.GIVEN, "none that I know of", null),
            new Answer(Topic.PEOPLE, Kind.GIVEN, "talk to Luz on first shift", null));
  }

  @Test
  void numbersThatGoOnWithinALineAreToldApart() {
    assertThat(read("1. fewer wrong pallets 2. after Loom 4) the audit").answers())
        .containsExactly(
            new Answer(Topic.OUTCOME, Kind.GIVEN, "fewer wrong pallets", null),
            new Answer(Topic.ROLLOUTS, Kind.GIVEN, "after Loom", null),
            new Answer(Topic.PARALLEL, Kind.GIVEN, "the audit", null));
  }

  @Test
  void aNumberOfSomethingElseWithinALineIsNoQuestion() {
    assertThat(read("3. Luz, from 2.5 to 4 pm, gate 1").topics()).containsExactly(Topic.PEOPLE);
  }

  @Test
  void oneAnswerForTwoNumbersCountsForBoth() {
    assertThat(read("2 and 4: nothing that I know of").topics())
        .containsExactlyInAnyOrder(Topic.ROLLOUTS, Topic.PARALLEL);
  }

  @Test
  void notKnowingIsKeptWithWhomToAsk() {
    assertThat(read("2. not sure, ask Priya").answers())
        .containsExactly(new Answer(Topic.ROLLOUTS, Kind.UNKNOWN, "not sure, ask Priya", "Priya"));
  }

  @Test
  void skippingIsNoAnswerAndNoIgnorance() {
    assertThat(read("3. skip").answers())
        .extracting(Answer::topic, Answer::kind)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Topic.PEOPLE, Kind.SKIPPED));
  }

  @Test
  void chatterIsLeftAlone() {
    assertThat(read(":+1:").topics()).isEmpty();
    assertThat(read("thanks, will get back to you tomorrow").topics()).isEmpty();
    assertThat(read("lol").topics()).isEmpty();
  }

  @Test
  void aReplyToAPersonIsNoAnswerToTheBot() {
    var heard =
        reader.read(
            ASKED,
            List.of(
                new Reply(By.DESIGNER, "Got it. Can you send me the photo?"),
                new Reply(By.REQUESTER, "ya will send tonight")),
            Names.NONE);

    assertThat(heard).allSatisfy(h -> assertThat(h.topics()).isEmpty());
  }

  @Test
  void aThreadWithoutQuestionsHasNoAnswers() {
    assertThat(reader.read(List.of(), List.of(new Reply(By.OTHER, "1. yes")), Names.NONE))
        .containsExactly(new Heard(List.of()));
  }

  private Heard read(String text) {
    return reader.read(ASKED, List.of(new Reply(By.REQUESTER, text)), Names.NONE).get(0);
  }
}
