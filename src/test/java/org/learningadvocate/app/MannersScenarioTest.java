package org.learningadvocate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.learningadvocate.brief.ThreadMessage;
import org.learningadvocate.sandbox.Fault;
import org.learningadvocate.sandbox.Post;
import org.learningadvocate.store.Dialect;

/** What the bot leaves alone, and how it behaves where people move things around it. */
class MannersScenarioTest {

  private static final String JOB_AID =
      "Can we get a one-page job aid on filing expense reports for store managers by next Friday?";

  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void build() {
    office = new Office(Office.Door.HTTP, Dialect.SQLITE, folder, "", Clock.systemUTC());
  }

  @AfterEach
  void close() {
    office.close();
  }

  private Post asks(String who, String words) {
    return office.workspace().says(who, "#ask-learning", words);
  }

  private Post asked() {
    var request = asks("ana", JOB_AID);
    office.homework(request, "1. ", "2. ");
    office.brief("Still unknown");
    office.settle();
    return request;
  }

  @Test
  void aThreadMessageThatSomebodyDeletedStaysAway() {
    office.start();
    var request = asked();

    office.homework(request).get(0).delete();
    var answer = request.says("ana", "1. Fewer calls to finance");

    office.brief("Fewer calls to finance");
    office.until("the answer has its tick", () -> office.ticked(answer));
    office.settle();
    assertThat(office.homework(request)).isEmpty();
    assertThat(office.workspace().channel("#ask-learning").postsOfApp()).isEmpty();
  }

  @Test
  void whoCallsForADeletedThreadMessageGetsItAnew() {
    office.start();
    var request = asked();
    office.homework(request).get(0).delete();
    office.settle();

    request.shortcut("ben", "ask_for_business_context");
    office.homework(request, "1. ", "2. ");
    office.homework(request).get(0).delete();
    office.settle();
    request.says("ben", "<@" + office.workspace().idOf("advocate") + ">");

    office.homework(request, "1. ", "2. ");
    office.settle();
    assertThat(office.homework(request)).hasSize(1);
  }

  @Test
  void theShortcutTriesAgainWhatCouldNotBePosted() {
    office.start();
    office
        .sandbox()
        .faults()
        .next("chat.postMessage", 2, Fault.error("restricted_action_thread_only_channel"));
    var request = asks("ana", JOB_AID);
    office.until(
        "both posts are refused",
        () -> office.sandbox().faults().struck().getOrDefault("error", 0) == 2);
    office.settle();
    assertThat(office.homework(request)).isEmpty();

    request.shortcut("ben", "ask_for_business_context");

    office.homework(request, "1. ", "2. ");
  }

  @Test
  void aLookUpWordMayHaveAColonBehindIt() {
    office.start();
    var request = asked();

    request.says("ben", "<@" + office.workspace().idOf("advocate") + "> Priorities: books?");

    office.until(
        "ben is told",
        () ->
            office.workspace().channel("#ask-learning").whispersTo("ben").stream()
                .anyMatch(post -> post.text().contains("for _books")));
    office.settle();
    assertThat(office.homework(request)).hasSize(1);
  }

  @Test
  void aBriefThatSomebodyDeletedStaysAway() {
    office.start();
    var request = asked();

    office.brief().delete();
    request.says("ana", "1. Fewer calls to finance");

    office.homework(request, "Fewer calls to finance");
    office.settle();
    assertThat(office.briefs()).isEmpty();
  }

  @Test
  void whileTheSummaryChannelIsArchivedTheThreadGoesOnAndTheBriefComesLater() {
    office.start();
    office.workspace().channel("#briefs").archive("jo");
    var request = asks("ana", JOB_AID);
    office.homework(request, "1. ");
    request.says("ana", "1. Fewer calls to finance");
    office.homework(request, "Fewer calls to finance");
    assertThat(office.briefs()).isEmpty();

    office.workspace().channel("#briefs").unarchive("jo");

    office.brief("Fewer calls to finance");
  }

  @Test
  void removedFromTheSummaryChannelItComesBackWithTheNextInvitation() {
    office.start();
    var request = asked();
    office.workspace().channel("#briefs").remove("advocate");
    request.says("ana", "1. Fewer calls to finance");
    office.homework(request, "Fewer calls to finance");
    var other = asks("ben", "Could you make a short video on lifting boxes for store associates?");
    office.homework(other, "1. ");
    office.settle();

    office.workspace().channel("#briefs").invite("jo", "advocate");

    office.until("both briefs are there", () -> office.briefs().size() == 2);
    office.until(
        "the first is up to date",
        () -> office.briefs().get(0).text().contains("Fewer calls to finance"));
    office.settle();
    assertThat(office.briefs()).hasSize(2);
  }

  @Test
  void invitedLaterToAChannelThatTheSettingsNameItListensThere() {
    office.workspace().channel("#ask-learning").remove("advocate");
    office.start();
    asks("ana", JOB_AID);
    office.settle();

    office.workspace().channel("#ask-learning").invite("jo", "advocate");
    office.settle();
    var request = asks("ana", JOB_AID);

    office.homework(request, "1. ");
  }

  @Test
  void renamedChannelsAreStillTheOnesThatTheSettingsMean() {
    office.start();
    office.workspace().channel("#ask-learning").rename("jo", "learning-requests");
    office.workspace().channel("#briefs").rename("jo", "learning-news");
    office.settle();

    var request = office.workspace().says("ana", "#learning-requests", JOB_AID);
    office.homework(request, "1. ");
    office.settle();
    assertThat(office.workspace().channel("#learning-news").postsOfApp()).hasSize(1);
    office.restart();

    var late = office.workspace().says("ben", "#learning-requests", JOB_AID);
    office.homework(late, "1. ");
  }

  @Test
  void anEditMakesARequestOfAMessageOfTheLastDayAndNotOfAnOlderOne() {
    office.start();
    var old =
        office
            .workspace()
            .past(Instant.now().minus(Duration.ofHours(30)))
            .says("ana", "#ask-learning", "Thanks for coming yesterday!");
    var young = asks("ana", "Thanks for coming yesterday!");
    office.settle();

    old.edit(JOB_AID);
    young.edit(JOB_AID);

    office.homework(young, "1. ");
    office.settle();
    assertThat(office.homework(old)).isEmpty();
  }

  @Test
  void theTextOfARequestIsReadAgainWhenItIsEdited() {
    office.start();
    var request = asked();

    request.edit("Can we get an onboarding program of three weeks for store managers?");

    office.homework(request, "program");
    office.settle();
    assertThat(office.homework(request)).hasSize(1);
    assertThat(office.briefs()).hasSize(1);
  }

  @Test
  void housekeepingAndMessagesWithoutWordsAreNoRequests() {
    office.start();
    var channel = office.workspace().channel("#ask-learning");
    channel.setTopic("jo", "Need a job aid? Ask here, we build training for store managers");
    channel.noise("jo", "huddle_thread", JOB_AID);
    var silent = office.workspace().shares("ana", "#ask-learning", "", List.of(file()));
    var emoji = asks("ana", ":tada: :tada:");
    office.settle();

    assertThat(silent.replies()).isEmpty();
    assertThat(emoji.replies()).isEmpty();
    assertThat(office.briefs()).isEmpty();
  }

  @Test
  void aRequestWithAFileIsOne() {
    office.start();

    var request = office.workspace().shares("ana", "#ask-learning", JOB_AID, List.of(file()));

    office.homework(request, "1. ");
  }

  private String file() {
    return office.workspace().uploads("ana", "draft.pdf", "x".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anotherDesignerTakesOver() {
    office.start();
    var request = asked();
    office.homework(request).get(0).press("priya", ThreadMessage.CLAIM);
    office.homework(request, "Designing this: Priya");

    office.homework(request).get(0).press("priya", ThreadMessage.CLAIM);
    office.until(
        "it is handed back", () -> !office.homework(request).get(0).text().contains("Designing"));
    office.homework(request).get(0).press("jo", ThreadMessage.CLAIM);

    office.homework(request, "Designing this: Jo");
    office.brief("Jo");
  }

  @Test
  void oneQuestionIsBroughtToOnePersonByNameOnce() {
    office.start();
    var request = asked();

    office.chooses("ana", request, ThreadMessage.ASK);
    office.until("the form is open", () -> !office.workspace().forms("ana").isEmpty());
    var form = office.workspace().form("ana");
    assertThat(form.submit().errors()).containsKey("who");
    assertThat(form.enter("who", office.workspace().idOf("ben")).submit().ok()).isTrue();

    office.until("ben is called", () -> office.homework(request).size() == 2);
    assertThat(office.homework(request).get(1).json().toString())
        .contains("<@" + office.workspace().idOf("ben") + ">");
    office.settle();
    office.restart();
    request.says("ben", "1. Fewer calls to finance");
    office.homework(request, "Fewer calls to finance");
    office.settle();
    assertThat(office.homework(request)).hasSize(2);
  }

  @Test
  void severalAnswersInOneReplyAreTakenAndNotSureIsOne() {
    office.start();
    var request = asked();

    request.says("ana", "1. Half as many reports come back\n2. not sure");

    office.homework(request, "Half as many reports come back");
    office.brief("Half as many reports come back");
    office.settle();
    assertThat(office.homework(request).get(0).text()).doesNotContain("Two questions");
  }

  @Test
  void anotherPersonsAnswerStandsBeside() {
    office.start();
    var request = asked();
    request.says("ana", "1. Fewer calls to finance");
    office.homework(request, "Fewer calls to finance");

    request.says("ben", "1. Books closed in five days");

    office.homework(request, "Fewer calls to finance", "Books closed in five days", "Ana", "Ben");
    office.brief("Fewer calls to finance", "Books closed in five days");
  }

  @ParameterizedTest
  @ValueSource(strings = {"twice", "late", "swapped", "twice and swapped"})
  void eventsMayComeTwiceLateOrInAnotherOrder(String how) {
    office.start();
    var faults = office.sandbox().faults();
    if (how.contains("twice")) {
      faults.duplicateSometimes(how.equals("twice") ? 1 : 0.5);
    }
    if (how.contains("swapped")) {
      faults.swapSometimes(0.5);
    }
    if (how.equals("late")) {
      faults.delaySometimes(0.5, Duration.ofMillis(300));
    }

    var request = asks("ana", JOB_AID);
    var wrong = request.says("ben", "1. Fewer calls to finance");
    var answer = request.says("ana", "1. Half as many");
    answer.edit("1. Half as many reports come back");
    request.says("ana", "2. before it please");
    wrong.delete();

    office.homework(request, "All answered", "Half as many reports come back", "before it please");
    office.until("the answer has its tick", () -> office.ticked(answer));
    office.settle();
    assertThat(office.homework(request)).hasSize(1);
    assertThat(office.homework(request).get(0).text()).doesNotContain("Fewer calls");
    assertThat(office.briefs()).hasSize(1);
  }

  @Test
  void theBriefOfAPrivateChannelThatSharesStandsInTheSummaryChannel() {
    office.write(
        "advocate.yaml",
        """
        channels:
          requests: ["#leaders"]
          summary: "#briefs"
          share-private: ["#leaders"]
        catalog: company.yaml
        """);
    office.start();

    var request = office.workspace().says("jo", "#leaders", JOB_AID);

    office.homework(request, "1. ");
    office.brief("Still unknown");
  }

  @Test
  void whoeverWritesToTheBotAloneIsToldWhatItDoes() {
    office.start();

    office.workspace().saysTo("ana", "advocate", "hello?");

    office.until(
        "ana is told",
        () ->
            office.workspace().direct("ana", "advocate").whispersTo("ana").stream()
                .anyMatch(post -> post.text().contains("/advocate")));
  }
}
