package org.learningadvocate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.learningadvocate.brief.ThreadMessage;
import org.learningadvocate.sandbox.Fault;
import org.learningadvocate.sandbox.Form;
import org.learningadvocate.sandbox.Post;
import org.learningadvocate.store.Dialect;
import org.learningadvocate.store.TestDatabase;

/** Requests as people live them, with the real bot in a real workspace. */
class RequestScenarioTest {

  private static final String JOB_AID =
      "Can we get a one-page job aid on filing expense reports for store managers by next Friday?";

  @TempDir Path folder;
  private Office office;

  @AfterEach
  void close() {
    if (office != null) {
      office.close();
    }
  }

  private Office office() {
    office = new Office(Office.Door.HTTP, Dialect.SQLITE, folder).open();
    return office;
  }

  private Office office(String more) {
    office = new Office(Office.Door.HTTP, Dialect.SQLITE, folder, more, Clock.systemUTC()).open();
    return office;
  }

  private Post asks(String who, String words) {
    return office.workspace().says(who, "#ask-learning", words);
  }

  static Stream<Arguments> everyDoorAndEngine() {
    return Stream.of(Office.Door.values())
        .flatMap(door -> TestDatabase.engines().map(engine -> Arguments.of(door, engine)));
  }

  @ParameterizedTest
  @MethodSource("everyDoorAndEngine")
  void aRequestGetsItsHomeworkItsAnswersAndOneBrief(Office.Door door, Dialect engine) {
    office = new Office(door, engine, folder).open();
    var request = asks("ana", JOB_AID);

    var homework =
        office.homework(
            request, "Fewer days to close the books", "Loom point of sale", "1. ", "2. ");
    assertThat(homework.text()).doesNotContain("3. ");
    office.brief("Still unknown");

    var answer = request.says("ana", "1. Half as many reports come back to us");
    office.homework(request, "One question left", "Half as many reports come back to us");
    office.until("the answer has its tick", () -> office.ticked(answer));
    var chatter = request.says("ben", "thanks, following this");
    request.says("ben", "2. before it please, stores are busy afterwards");
    office.homework(request, "All answered", "before it please");
    office.brief("Half as many reports", "before it please");
    office.settle();

    assertThat(office.homework(request)).hasSize(1);
    assertThat(office.briefs()).hasSize(1);
    assertThat(office.ticked(chatter)).isFalse();
    assertThat(office.brief().text()).doesNotContain("Still unknown");
  }

  @Test
  void aLaterAnswerOfTheSamePersonReplacesTheEarlierAndDeletingItBringsThatBack() {
    office();
    var request = asks("ana", JOB_AID);
    office.homework(request, "1. ");
    request.says("ana", "1. Fewer calls to finance");
    office.homework(request, "Fewer calls to finance");

    var correction = request.says("ana", "1. actually, no calls to finance at all");
    office.homework(request, "no calls to finance at all");
    assertThat(office.homework(request).get(0).text()).doesNotContain("Fewer calls to finance");
    office.until("the correction has its tick", () -> office.ticked(correction));
    correction.delete();

    office.homework(request, "Fewer calls to finance");
  }

  @Test
  void anEditedReplyThatAnswersNothingAnyMoreLosesItsTick() {
    office();
    var request = asks("ana", JOB_AID);
    office.homework(request, "1. ");
    var reply = request.says("ana", "1. Fewer calls to finance");
    office.until("it has its tick", () -> office.ticked(reply));

    reply.edit("thanks, will get back to you");

    office.until("the tick is gone", () -> !office.ticked(reply));
    office.until(
        "the answer is gone",
        () -> !office.homework(request).get(0).text().contains("Fewer calls to finance"));
  }

  @Test
  void theFormAnswersAndWhatIsLeftBlankStays() {
    office();
    var request = asks("ana", JOB_AID);
    var homework = office.homework(request, "1. ");
    request.says("ana", "1. Fewer calls to finance");
    office.homework(request, "Fewer calls to finance");

    assertThat(homework.press("ben", ThreadMessage.ANSWER).ok()).isTrue();
    office.until("the form is open", () -> !office.workspace().forms("ben").isEmpty());
    var form = office.workspace().form("ben");
    assertThat(form.text()).contains("Fewer calls to finance");
    String second = form.inputs().get(1);
    assertThat(form.enter(second, "With Loom, same week").submit().ok()).isTrue();

    office.homework(request, "All answered", "Fewer calls to finance", "With Loom, same week");
  }

  @Test
  void whatWasEditedWhileAFormWasOpenDoesNotComeBackWithIt() {
    office();
    var request = asks("ana", JOB_AID);
    var homework = office.homework(request, "1. ");
    var reply = request.says("ana", "1. Fewer calls to finance");
    office.homework(request, "Fewer calls to finance");
    assertThat(homework.press("ben", ThreadMessage.ANSWER).ok()).isTrue();
    office.until("the form is open", () -> !office.workspace().forms("ben").isEmpty());
    var form = office.workspace().form("ben");

    reply.edit("1. Half as many reports come back");
    office.homework(request, "Half as many reports come back");
    assertThat(form.enter(form.inputs().get(1), "With Loom, same week").submit().ok()).isTrue();

    var after = office.homework(request, "All answered", "Half as many reports come back");
    assertThat(after.text()).doesNotContain("Fewer calls to finance");
  }

  @Test
  void aCorrectedSizeKeepsAnswersAndNumbersAndAPastDateIsRefusedInTheForm() {
    office();
    var request = asks("ana", JOB_AID);
    var homework = office.homework(request, "1. ");
    request.says("ana", "1. Fewer calls to finance");
    office.homework(request, "Fewer calls to finance");

    homework.select(
        "ben",
        ThreadMessage.MORE,
        request.channelId() + ":" + request.ts() + " " + ThreadMessage.CORRECT);
    office.until("the form is open", () -> !office.workspace().forms("ben").isEmpty());
    var form = office.workspace().form("ben");
    var refused = form.enter("due", "2020-01-01").submit();
    assertThat(refused.errors()).containsKey("due");
    var soon = LocalDate.now(ZoneOffset.UTC).plusDays(20).toString();
    assertThat(form.enter("size", "LARGE").enter("due", soon).submit().ok()).isTrue();

    office.homework(request, "large", "Fewer calls to finance", "3. ", "Corrected by");
  }

  @Test
  void whatSomebodyElseCorrectedWhileAFormWasOpenStays() {
    office();
    var request = asks("ana", JOB_AID);
    office.homework(request, "1. ");
    office.chooses("ben", request, ThreadMessage.CORRECT);
    office.until("the form is open", () -> !office.workspace().forms("ben").isEmpty());
    office.chooses("ana", request, ThreadMessage.CORRECT);
    office.until("the form is open", () -> !office.workspace().forms("ana").isEmpty());

    assertThat(office.workspace().form("ana").enter("size", "LARGE").submit().ok()).isTrue();
    office.homework(request, "large");
    var due = LocalDate.now(ZoneOffset.UTC).plusDays(20).toString();
    assertThat(office.workspace().form("ben").enter("due", due).submit().ok()).isTrue();

    office.until(
        "Ben's date is kept", () -> office.homework(request).get(0).text().contains("Ben"));
    assertThat(office.homework(request).get(0).text()).contains("large");
  }

  @Test
  void nobodyIsTurnedAwayBecauseSlackDoesNotSayWhoIsInAGroup() {
    office();
    var request = asks("ana", JOB_AID);
    office.homework(request, "1. ");
    office.stop();
    for (var method : java.util.List.of("usergroups.list", "usergroups.users.list")) {
      office.sandbox().faults().sometimes(method, 1.0, Fault.status(503, Fault.Moment.BEFORE));
    }
    office.start();

    assertThat(office.homework(request).get(0).press("priya", ThreadMessage.CLAIM).ok()).isTrue();

    // Slack does not say, so nobody is told no: the press is kept until it does.
    var kept = "SELECT COUNT(*) AS n FROM inbox WHERE state = 'OPEN' AND key LIKE 'pressed:%'";
    office.until(
        "the press waits",
        () -> office.database().read(tx -> tx.first(kept, row -> row.number("n"))).orElse(0L) == 1);
    assertThat(office.workspace().channel("#ask-learning").whispersTo("priya")).isEmpty();
  }

  @Test
  void aTapOnAPriorityIsKeptAndHelpsTheNextRequestLikeIt() {
    office();
    var first = asks("ana", JOB_AID);
    var homework = office.homework(first, "Seems to serve", "Fewer days to close the books");
    String id = first.channelId() + ":" + first.ts();

    homework.select("ana", ThreadMessage.PRIORITY, id + " no close");
    office.until(
        "it is gone here", () -> !office.homework(first).get(0).text().contains("Seems to serve"));
    var like =
        asks("ben", "One-page job aid on filing expense reports for the store managers, please?");
    var unlike = asks("ben", "Could we get a checklist on the month-end close for accountants?");

    assertThat(office.homework(like, "1. ").text()).contains("Serves no documented priority");
    office.homework(unlike, "Fewer days to close the books");
    assertThat(office.homework(first)).hasSize(1);
  }

  @Test
  void oneTapAnswersWhereThereIsAChoice() {
    office();
    var request = asks("ana", JOB_AID);
    var homework = office.homework(request, "before, with or after it?");
    String id = request.channelId() + ":" + request.ts();

    homework.select("ben", ThreadMessage.TAP + "rollouts", id + " rollouts before");

    office.homework(request, "One question left", "“Before Loom point of sale” — Ben");
    office.brief("Before Loom point of sale");
  }

  @Test
  void aChosenPriorityIsConfirmedAndNoOtherQuestionComesOfIt() {
    office();
    var request =
        asks("ana", "Could you make a short video on lifting boxes for store associates?");
    var homework = office.homework(request, "Serves no documented priority", "2. ");
    String id = request.channelId() + ":" + request.ts();

    homework.select("ana", ThreadMessage.TAP + "priority", id + " priority priority:close");

    var after = office.homework(request, "Serves *Fewer days to close the books*", "question left");
    assertThat(after.text()).doesNotContain("3. ");
    assertThat(after.text()).contains("“Fewer days to close the books” — Ana");
  }

  @Test
  void whatAnEarlierRequestAnsweredIsOnlyAskedWhetherItIsStillTrue() {
    office();
    var first =
        asks("ana", "We need a workshop on the Loom point of sale go-live for store managers.");
    office.homework(first, "Part of", "4. ");
    first.says("ben", "4. the stores are rebuilt in October, that could hurt");
    office.homework(first, "the stores are rebuilt in October");
    office.settle();
    var second = asks("jo", "Please build an eLearning module on Loom point of sale for cashiers.");

    var homework = office.homework(second, "Ben", "rebuilt in October", "Still true here?");
    assertThat(office.homework(second)).hasSize(1);
    homework.press("jo", ThreadMessage.TAP + "horizon");

    office.homework(second, "that could hurt” — Jo");
  }

  @Test
  void aRolloutThatMovesIntoTheWayIsSaidOnceAndStandsInTheBrief() throws Exception {
    office = new Office(Office.Door.HTTP, Dialect.SQLITE, folder);
    var today = LocalDate.now(ZoneOffset.UTC);
    var file = folder.resolve("company.yaml");
    String near = Files.readString(file);
    String far =
        near.replace(today.plusDays(5).toString(), today.plusDays(205).toString())
            .replace(today.plusDays(50).toString(), today.plusDays(250).toString());
    office.write("company.yaml", far);
    office.start();
    var request = asks("ana", JOB_AID);
    var other = asks("ben", "Please make a short video on the month-end close for accountants.");
    assertThat(office.homework(request, "1. ").text()).doesNotContain("Loom point of sale");
    office.homework(other, "1. ");
    office.settle();

    office.stop();
    office.write("company.yaml", near);
    office.start();
    office.strikes("moved");

    office.until("the heads-up is there", () -> office.homework(request).size() == 2);
    office.strikes("moved");
    request.says("ana", "thanks for telling");
    office.settle();
    assertThat(office.homework(request)).hasSize(2);
    assertThat(office.homework(request).get(1).text())
        .startsWith("Heads-up: *Loom point of sale* moved to")
        .endsWith("so it now reaches the same people as this.");
    assertThat(office.homework(other)).hasSize(1);
    assertThat(office.homework(request, "Same people, same weeks").text())
        .contains("Loom point of sale");
    assertThat(office.briefs())
        .anySatisfy(brief -> assertThat(brief.text()).contains("Loom point of sale"));
  }

  @Test
  void whatCouldHurtOthersIsOnlySuggestedToBeTold() {
    office();
    var request =
        asks("ana", "We need a workshop on the month-end close for store managers, please.");
    var homework = office.homework(request, "Same people", "4. Is anything going on");
    assertThat(homework.text()).doesNotContain("Worth telling");

    request.says("ben", "4. yes, half of the stores are rebuilt in that month");

    office.homework(request, "Worth telling Lena Fischer (Loom point of sale) as well?");
    office.settle();
    assertThat(office.homework(request)).hasSize(1);
  }

  @Test
  void whoeverIsOnTheLearningTeamMayTakeItOn() {
    office();
    var request = asks("ana", JOB_AID);
    var homework = office.homework(request, "1. ");

    homework.press("ben", ThreadMessage.CLAIM);
    office.until(
        "ben is told why not",
        () -> office.workspace().channel("#ask-learning").whispersTo("ben").size() == 1);
    homework.press("priya", ThreadMessage.CLAIM);

    office.homework(request, "Designing this: Priya");
    office.brief("Priya");
    office.homework(request).get(0).press("priya", ThreadMessage.CLAIM);
    office.until(
        "it is handed back", () -> !office.homework(request).get(0).text().contains("Designing"));
  }

  @Test
  void whatIsNoRequestShrinksToALineAndComesBack() {
    office();
    var request = asks("ana", JOB_AID);
    var homework = office.homework(request, "1. ");
    office.brief("job aid");

    homework.select(
        "ben",
        ThreadMessage.MORE,
        request.channelId() + ":" + request.ts() + " " + ThreadMessage.WITHDRAW);
    office.homework(request, "Not a learning request, says Ben");
    assertThat(office.homework(request).get(0).text()).doesNotContain("1. ");
    office.brief("not a learning request");
    office.homework(request).get(0).press("ana", ThreadMessage.UNDO);

    office.homework(request, "1. ");
    office.brief("Still unknown");
  }

  @Test
  void aMentionOpensAThreadAlsoWhereNobodyWatches() {
    office();
    var talk = office.workspace().says("ana", "#general", "Our people file expenses all wrong");
    talk.says("ben", "A checklist for store managers would help, could be one page");

    talk.says("ana", "@advocate can you help here?");

    office.homework(talk, "1. ");
    talk.says("ana", "1. Fewer calls to finance");
    office.homework(talk, "Fewer calls to finance");
  }

  @Test
  void theShortcutOpensAndALookUpByMentionIsForOnePerson() {
    office();
    var talk = office.workspace().says("ana", "#general", "Expenses are a mess again");
    talk.shortcut("priya", "ask_for_business_context");
    office.homework(talk, "1. ");

    talk.says("ben", "@advocate priorities close the books");
    office.until(
        "ben sees the priority",
        () ->
            office.workspace().channel("#general").whispersTo("ben").stream()
                .anyMatch(post -> post.text().contains("Month-end close")));
    assertThat(office.homework(talk)).hasSize(1);
  }

  @Test
  void commandsAnswerFromAnywhere() {
    office();
    var general = office.workspace().channel("#general");

    office.workspace().runs("ana", "#general", "/priorities books");
    office.workspace().runs("ana", "#general", "/rollouts next 3 months");
    office.workspace().runs("ana", "#general", "/advocate nonsense");
    office.workspace().runs("ana", "#general", "/advocate digest");
    office.workspace().runs("ana", "#general", "/priorities zebra farming");

    office.until("five answers came", () -> general.whispersTo("ana").size() == 5);
    var answers = general.whispersTo("ana");
    assertThat(answers.get(0).text()).contains("Month-end close", "Ken Abara");
    assertThat(answers.get(1).text()).contains("Loom point of sale");
    assertThat(answers.get(2).text()).contains("/advocate");
    assertThat(general.postsOfApp()).isEmpty();
  }

  @Test
  void whatIsAskedInAPrivateChannelStaysThere() {
    office();
    var request = office.workspace().says("jo", "#leaders", JOB_AID);

    office.homework(request, "1. ");
    office.settle();

    assertThat(office.briefs()).isEmpty();
  }

  @Test
  void aChannelSharedWithAnotherCompanyIsLeftAlone() {
    office();
    var request = office.workspace().says("jo", "#partners", JOB_AID);
    office.settle();

    assertThat(request.replies()).isEmpty();
  }

  @Test
  void botsRepliesSentToTheChannelAndTalkAreNoRequests() {
    office();
    var talk = asks("ana", "Thanks everybody for coming to the all-hands yesterday!");
    var broadcast = talk.saysAlsoToChannel("ben", JOB_AID);
    var bots = asks("deploys", JOB_AID);
    office.settle();

    assertThat(office.homework(talk)).isEmpty();
    assertThat(office.homework(broadcast)).isEmpty();
    assertThat(office.homework(bots)).isEmpty();
    assertThat(office.briefs()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@advocate we need a job aid on refunds <!channel> @here <b>now</b> & *all* <script>",
        "We need a job aid on refunds for store associates by Friday. مرحبا بالعالم",
        "Can we get a job aid on refunds for store associates? :tada: :tada:",
      })
  void peoplesWordsNeverPingAndNeverBreakAMessage(String words) {
    office();
    var request = asks("ana", words);

    office.homework(request, "1. ");
    request.says("ben", "1. fewer refunds <!everyone> <@U0ANA> `x` &amp; <https://x.test|y>");
    office.homework(request, "fewer refunds");
    office.settle();

    for (var post : office.homework(request)) {
      assertThat(post.json().toString()).doesNotContain("<!").doesNotContain("<@U0ANA>");
    }
    for (var post : office.briefs()) {
      assertThat(post.json().toString()).doesNotContain("<!");
    }
  }

  @Test
  void theLongestMessageIsReadAndShownInShort() {
    office();
    var request = asks("ana", JOB_AID + " " + "More about it follows here. ".repeat(1_420));
    office.homework(request, "1. ");

    request.says("ana", "1. " + "much better ".repeat(3_300));

    office.homework(request, "much better");
    office.brief("much better", "all of it");
  }

  @Test
  void aDeletedRequestClosesItself() {
    office();
    var request = asks("ana", JOB_AID);
    office.homework(request, "1. ");
    office.brief("job aid");

    request.delete();

    office.brief("deleted");
  }

  @Test
  void inDoubtThePosterIsAskedOnceAndAloneAndDecides() {
    office("doubt: {from: 0.0, to: 1.0, ask: poster}\n");
    var request = asks("ana", JOB_AID);
    var channel = office.workspace().channel("#ask-learning");
    office.until("ana is asked", () -> channel.whispersTo("ana").size() == 1);
    assertThat(request.replies()).isEmpty();

    assertThat(channel.whispersTo("ana").get(0).press("ana", "doubt.yes").ok()).isTrue();

    office.homework(request, "1. ");
    office.settle();
    assertThat(channel.whispersTo("ana")).hasSizeLessThanOrEqualTo(1);
    assertThat(channel.whispersTo("ben")).isEmpty();
  }

  @Test
  void whatNobodySettledStandsInTheHomeOfEditorsWhoSettleIt() {
    office("doubt: {from: 0.0, to: 1.0, ask: poster}\n");
    var request = asks("ana", JOB_AID);
    office.settle();
    office.workspace().opensHome("ana");
    office.workspace().opensHome("jo");
    office.until("jo sees it", () -> says(office.workspace().home("jo"), ", asked"));
    office.until("ana's home is there", () -> says(office.workspace().home("ana"), "My open"));
    assertThat(office.workspace().home("ana").text()).doesNotContain("In doubt: are");

    String id = request.channelId() + ":" + request.ts();
    office.workspace().home("jo").select(ThreadMessage.DOUBT + "0", id + " yes");

    office.homework(request, "1. ");
    office.until("it is off the list", () -> !says(office.workspace().home("jo"), "In doubt: are"));
  }

  @Test
  void designersInAGroupAreAskedInDoubtAndSilenceLeavesItAtThat() {
    office("doubt: {from: 0.0, to: 1.0, ask: designers}\n");
    var request = asks("ana", JOB_AID);
    var channel = office.workspace().channel("#ask-learning");

    office.until("jo is asked", () -> channel.whispersTo("jo").size() == 1);
    office.until("priya is asked", () -> channel.whispersTo("priya").size() == 1);
    request.says("ben", "good idea");
    office.settle();

    assertThat(channel.whispersTo("ana")).isEmpty();
    assertThat(channel.whispersTo("jo")).hasSize(1);
    assertThat(office.homework(request)).isEmpty();
  }

  @Test
  void shadowShowsLeadsWhatItWouldHaveSaid() {
    office("shadow: true\n");
    asks("ana", JOB_AID);
    office.settle();

    office.workspace().opensHome("jo");

    office.until(
        "jo sees it",
        () ->
            says(
                office.workspace().home("jo"),
                "seems to serve Fewer days to close the books",
                "same people: Loom point of sale",
                "would have asked about outcome, rollouts"));
  }

  @Test
  void whatPeopleCorrectedBecomesCasesToLearnFrom() throws Exception {
    office();
    var talk = asks("ben", "Can you make us a short how-to video about the summer party?");
    var corrected = asks("ana", JOB_AID);
    var untouched = asks("ana", "We need a workshop on giving feedback for store managers.");
    office.homework(untouched, "1. ");
    office.homework(talk, "1. ");
    office.chooses("ben", talk, ThreadMessage.WITHDRAW);
    office.homework(corrected, "1. ");
    office.chooses("ben", corrected, ThreadMessage.CORRECT);
    office.until("the form is open", () -> !office.workspace().forms("ben").isEmpty());
    office.workspace().form("ben").enter("size", "MEDIUM").submit();
    office.homework(corrected, "medium");
    office
        .homework(corrected)
        .get(0)
        .select(
            "ana",
            ThreadMessage.PRIORITY,
            corrected.channelId() + ":" + corrected.ts() + " no close");
    office.settle();

    var file = folder.resolve("cases/messages.jsonl");
    Files.createDirectories(file.getParent());
    var said = new StringWriter();
    var source = office.source();
    int code =
        new Wiring()
            .corrections(source.read().settings(), source, file, new PrintWriter(said, true));

    assertThat(code).isZero();
    assertThat(said.toString()).contains("Wrote 2 cases");
    var lines = Files.readAllLines(file);
    assertThat(lines.get(0)).contains("\"label\":{\"request\":false}", "summer party");
    assertThat(lines.get(1))
        .contains("\"size\":\"medium\"", "\"priorities\":[]", "\"overlaps\":[\"tills\"]")
        .contains("\"channel\":\"ask-learning\"", "\"deliverable\":\"job_aid\"");
    assertThat(folder.resolve("cases/company.yaml")).content().contains("Fewer days to close");
  }

  private static boolean says(Form home, String... words) {
    return home != null && Stream.of(words).allMatch(home.text()::contains);
  }

  @Test
  void aWorkspaceMaySayThingsItsOwnWay() {
    office =
        new Office(
            Office.Door.HTTP,
            Dialect.SQLITE,
            folder,
            "wording: words.properties\n",
            Clock.systemUTC());
    office.write(
        "words.properties",
        """
        question.rollouts.overlap = When, seen from {rollout}?
        home.mine = What I am waiting for
        """);
    office.start();
    var request = asks("ana", JOB_AID);

    office.homework(request, "2. When, seen from _Loom point of sale_?");
    office.workspace().opensHome("ana");
    office.until(
        "the home says it too", () -> says(office.workspace().home("ana"), "What I am waiting"));
  }

  @Test
  void shadowReadsAndSaysNothing() {
    office("shadow: true\n");
    var request = asks("ana", JOB_AID);
    office.settle();

    assertThat(request.replies()).isEmpty();
    assertThat(office.briefs()).isEmpty();
  }

  @Test
  void repliesAreCollectedAfterARestartToo() {
    office();
    var request = asks("ana", JOB_AID);
    office.homework(request, "1. ");

    office.restart();
    request.says("ana", "1. Fewer calls to finance");

    office.homework(request, "Fewer calls to finance");
    assertThat(office.homework(request)).hasSize(1);
    assertThat(office.briefs()).hasSize(1);
  }

  @Test
  void whatWasSaidWhileTheBotWasAwayIsReadAtItsReturn() {
    office();
    var early = asks("ana", JOB_AID);
    office.homework(early, "1. ");
    office.stop();

    early.says("ana", "1. Fewer calls to finance");
    var late = asks("ben", "Could you make a short video on lifting boxes for store associates?");
    office.start();

    office.homework(early, "Fewer calls to finance");
    office.homework(late, "1. ");
  }

  @Test
  void theHomeShowsWhatIsMine() {
    office();
    var request = asks("ana", JOB_AID);
    office.homework(request, "1. ");

    office.workspace().opensHome("ana");

    office.until(
        "ana's home shows her request",
        () -> {
          var home = office.workspace().home("ana");
          return home != null && home.text().contains("expense reports");
        });
  }
}
