package org.learningadvocate.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.learningadvocate.chat.Members;
import org.learningadvocate.chat.Person;
import org.learningadvocate.meaning.SentenceModel;
import org.learningadvocate.meaning.WordsOnly;
import org.learningadvocate.request.Topic;

/** What stands of a thread's replies, as the conversation asks for it; with and without a model. */
class RepliesTest {

  private static final List<Topic> ASKED =
      List.of(Topic.OUTCOME, Topic.ROLLOUTS, Topic.PEOPLE, Topic.PARALLEL);

  private static final Map<String, String> CALLED = Map.of("UBEN", "Ben", "UPRIYA", "Priya Nair");

  private static final Members MEMBERS =
      new Members() {
        @Override
        public Optional<Person> person(String user) {
          return Optional.ofNullable(CALLED.get(user))
              .map(name -> new Person(user, name, null, false, false, false));
        }

        @Override
        public boolean inGroup(String group, String user) {
          return false;
        }
      };

  private static SentenceModel model;

  @BeforeAll
  static void open() throws Exception {
    model = SentenceModel.load();
  }

  @AfterAll
  static void close() {
    model.close();
  }

  static Stream<AnswerReader> readers() {
    return Stream.of(AnswerReader.load(model), AnswerReader.load(new WordsOnly()));
  }

  @ParameterizedTest
  @MethodSource("readers")
  void aNodIsNoAnswer(AnswerReader reader) {
    for (var nod : List.of("+1", "^^", ":+1:", ":white_check_mark: :tada:", "👍🏽", "+1 !")) {
      assertThat(said(reader, "UANA: " + nod).standing()).as(nod).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("readers")
  void thanksAreNoAnswerUnlessMoreIsSaid(AnswerReader reader) {
    for (var thanks :
        List.of("thanks, following this", "thanks for looking into it", "Thank you so much!")) {
      assertThat(said(reader, "UANA: " + thanks).standing()).as(thanks).isEmpty();
    }
    assertThat(said(reader, "UANA: thanks! 1. fewer wrong pallets").standing()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("readers")
  void severalAnswersInOneReplyAreEachTheirOwn(AnswerReader reader) {
    var answers =
        said(reader, "UANA: ok. 1 half as many wrong pallets, 2 none, 3 Luz on first shift");

    assertThat(text(answers, Topic.OUTCOME)).isEqualTo("half as many wrong pallets");
    assertThat(text(answers, Topic.ROLLOUTS)).isEqualTo("none");
    assertThat(text(answers, Topic.PEOPLE)).isEqualTo("Luz on first shift");
  }

  @ParameterizedTest
  @MethodSource("readers")
  void numbersSayWhichQuestion(AnswerReader reader) {
    var answers = said(reader, "UANA: 3) Luz on first shift\n1) fewer wrong pallets");

    assertThat(text(answers, Topic.PEOPLE)).isEqualTo("Luz on first shift");
    assertThat(text(answers, Topic.OUTCOME)).isEqualTo("fewer wrong pallets");
    assertThat(answers.has(Topic.ROLLOUTS)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("readers")
  void aCorrectionTakesThePlaceOfWhatThatPersonSaidBefore(AnswerReader reader) {
    var answers =
        said(
            reader,
            "UANA: 2. none that I know of",
            "UANA: 2. actually, the new scanners come in May");

    assertThat(text(answers, Topic.ROLLOUTS)).isEqualTo("actually, the new scanners come in May");
    assertThat(answers.to(Topic.ROLLOUTS)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("readers")
  void notSureAskPriyaIsKeptAsUnknownWithPriyaToAsk(AnswerReader reader) {
    var answers = said(reader, "UANA: 2. not sure, ask Priya");

    assertThat(answers.known(Topic.ROLLOUTS)).isFalse();
    assertThat(answers.to(Topic.ROLLOUTS).get(0).askInstead()).contains("Priya");
  }

  @ParameterizedTest
  @MethodSource("readers")
  void aLinkIsAnAnswerWhereItsNumberSaysSo(AnswerReader reader) {
    var answers =
        said(reader, "UANA: 4. see <https://wiki.test/reorg|the reorg page>, it starts in June");

    assertThat(text(answers, Topic.PARALLEL)).contains("the reorg page", "it starts in June");
  }

  @ParameterizedTest
  @MethodSource("readers")
  void whoeverJoinsIsHeardBesideTheOthers(AnswerReader reader) {
    var answers =
        said(reader, "UANA: 1. fewer wrong pallets", "UBEN: 1. and fewer injuries, please");

    assertThat(answers.to(Topic.OUTCOME)).extracting(Given::who).containsExactly("UANA", "UBEN");
  }

  @ParameterizedTest
  @MethodSource("readers")
  void whatIsSaidToAPersonIsNoAnswerToTheBot(AnswerReader reader) {
    assertThat(said(reader, "UANA: <@UBEN> can you send me the photo of the dock?").standing())
        .isEmpty();
    assertThat(said(reader, "UANA: @Ben thanks, will call you after lunch").standing()).isEmpty();
    assertThat(
            said(reader, "UANA: 1. fewer wrong pallets", "UBEN: <@UANA> nice, see you tomorrow!")
                .standing())
        .hasSize(1);
  }

  private static Answers said(AnswerReader reader, String... lines) {
    var remarks = new ArrayList<Remark>();
    for (String line : lines) {
      String who = line.substring(0, line.indexOf(':'));
      remarks.add(
          new Remark(
              who,
              who.equals("UANA") ? Reply.By.REQUESTER : Reply.By.OTHER,
              "179550000" + remarks.size() + ".000100",
              line.substring(line.indexOf(':') + 2)));
    }
    return Answers.of(reader.given(ASKED, remarks, Names.NONE, MEMBERS));
  }

  private static String text(Answers answers, Topic topic) {
    return answers.to(topic).get(0).text();
  }
}
