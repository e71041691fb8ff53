package org.learningadvocate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.learningadvocate.sandbox.Fault;
import org.learningadvocate.sandbox.Post;
import org.learningadvocate.store.Dialect;

/** What was said while the bot did not hear it: no event ever tells of it. */
class CatchingUpScenarioTest {

  private static final String JOB_AID =
      "Can we get a one-page job aid on filing expense reports for store managers?";

  private static final String VIDEO =
      "Could you make a short video on lifting boxes for store associates?";

  private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");

  @TempDir Path folder;
  private final RunningClock clock = new RunningClock();
  private Office office;

  @AfterEach
  void close() {
    office.close();
  }

  private void open(Office.Door door, Dialect dialect) {
    clock.set(TUESDAY);
    office = new Office(door, dialect, folder, "", clock).open();
  }

  private void open() {
    open(Office.Door.HTTP, Dialect.SQLITE);
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

  /** The bot is away, and Slack gives up on what happens meanwhile. */
  private void away(Duration time, Runnable meanwhile) {
    office.stop();
    office.sandbox().faults().loseNext(100);
    meanwhile.run();
    clock.forward(time);
    office.sandbox().faults().clear();
    office.start();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatWasSaidEditedAndDeletedMeanwhileIsSeen(Dialect dialect) {
    open(Office.Door.HTTP, dialect);
    var edited = asked();
    var answer = edited.says("ana", "1. Fewer calls to finance");
    var taken = edited.says("ben", "2. before it please");
    office.homework(edited, "Fewer calls to finance", "before it please");
    var deleted = asks("ben", VIDEO);
    office.homework(deleted, "1. ");
    office.settle();
    var news = new Post[1];

    away(
        Duration.ofHours(3),
        () -> {
          edited.edit(JOB_AID.replace("expense", "travel"));
          answer.edit("1. Half as many reports come back");
          taken.delete();
          deleted.delete();
          news[0] = asks("priya", "We need a workshop on giving feedback for team leads");
          news[0].says("priya", "1. Better reviews");
        });

    office.homework(edited, "Half as many reports come back");
    office.until(
        "the deleted reply takes its answer with it",
        () -> !office.homework(edited).get(0).text().contains("before it please"));
    office.until(
        "the brief has the new text",
        () -> office.briefs().stream().anyMatch(brief -> brief.text().contains("travel reports")));
    office.homework(news[0], "Better reviews");
    office.until(
        "the deleted request is closed",
        () -> office.briefs().stream().anyMatch(brief -> brief.text().contains("deleted")));
    office.settle();
    assertThat(office.homework(edited)).hasSize(1);
    assertThat(office.homework(news[0])).hasSize(1);
    assertThat(office.briefs()).hasSize(3);
  }

  @Test
  void whateverGoesWrongWithThePagesNothingIsTakenForDeleted() {
    open();
    var request = asked();
    var answer = request.says("ana", "1. Fewer calls to finance");
    office.homework(request, "Fewer calls to finance");
    office.settle();
    var late = new Post[1];
    office.stop();
    var faults = office.sandbox().faults();
    faults.loseNext(1);
    late[0] = asks("ben", VIDEO);
    for (String method : List.of("conversations.history", "conversations.replies")) {
      faults.next(method, 1, Fault.emptyPage());
      faults.next(method, 1, Fault.error("ratelimited"));
      faults.next(
          method, 1, Fault.answer("application/json", "{\"ok\":true}", Fault.Moment.BEFORE));
      faults.next(
          method,
          1,
          Fault.answer(
              "application/json",
              "{\"ok\":true,\"messages\":[],\"has_more\":false}",
              Fault.Moment.BEFORE));
      faults.next(method, 1, Fault.reset(Fault.Moment.BEFORE));
    }
    office.start();

    office.until(
        "the late request is found in the end",
        () -> {
          clock.forward(Duration.ofSeconds(2));
          return office.homework(late[0]).size() == 1;
        });
    office.settle();
    assertThat(office.homework(request).get(0).text()).contains("Fewer calls to finance");
    assertThat(office.ticked(answer)).isTrue();
    assertThat(office.briefs()).noneMatch(brief -> brief.text().contains("deleted"));
  }

  @Test
  void briefsFollowTheSummaryChannel() {
    open();
    var request = asked();
    office.stop();
    office.write(
        "advocate.yaml",
        """
        channels: {requests: ["#ask-learning"], summary: "#general"}
        catalog: company.yaml
        workspace: {zone: UTC, locale: en-GB}
        """);
    office.start();

    office.until(
        "the brief stands in the new channel alone",
        () ->
            office.workspace().channel("#general").postsOfApp().size() == 1
                && office.briefs().isEmpty());
    request.says("ana", "1. Fewer calls to finance");
    office.until(
        "and is brought up to date there",
        () -> office.workspace().channel("#general").last().contains("Fewer calls to finance"));
  }

  @Test
  void theFirstRequestOfAQuietChannelIsFoundToo() {
    open();
    var first = new Post[1];

    away(Duration.ofHours(1), () -> first[0] = asks("ana", JOB_AID));

    office.homework(first[0], "1. ");
  }

  @Test
  void whatWasSaidBeforeTheBotListenedIsNotItsBusiness() {
    clock.set(TUESDAY);
    office = new Office(Office.Door.HTTP, Dialect.SQLITE, folder, "", clock);
    var old =
        office
            .workspace()
            .past(TUESDAY.minus(Duration.ofHours(1)))
            .says("ana", "#ask-learning", JOB_AID);
    office.start();
    var request = asks("ben", VIDEO);
    office.homework(request, "1. ");
    office.restart();

    office.homework(asks("priya", VIDEO), "1. ");
    office.settle();
    assertThat(office.homework(old)).isEmpty();
  }

  @Test
  void aRequestFoundLateIsAnsweredWithinTwoWorkingDays() {
    open();
    var request = new Post[1];

    away(Duration.ofHours(47), () -> request[0] = asks("ana", JOB_AID));

    office.homework(request[0], "1. ");
  }

  @Test
  void aRequestFoundLaterThanThatIsOnlyListedInTheDigestUntilSomebodyCalls() {
    open();
    var request = new Post[1];
    away(Duration.ofHours(49), () -> request[0] = asks("ana", JOB_AID));
    var young = asks("ben", VIDEO);
    office.homework(young, "1. ");
    office.settle();
    assertThat(office.homework(request[0])).isEmpty();
    assertThat(office.briefs()).hasSize(1);

    clock.set(Instant.parse("2026-11-30T09:30:00Z"));
    office.strikes("digest");
    office.until(
        "the digest lists it",
        () -> office.briefs().stream().anyMatch(post -> post.text().contains("filing expense")));
    office.strikes("reminders");
    office.settle();
    assertThat(office.homework(request[0])).isEmpty();

    request[0].says("ana", "@advocate what do you think?");
    office.homework(request[0], "1. ");
  }

  @Test
  void aSocketThatWasLostAndIsBackBringsWhatWasMissed() {
    open(Office.Door.SOCKET, Dialect.SQLITE);
    var request = asked();
    office.sandbox().faults().loseNext(1);
    request.says("ana", "1. Fewer calls to finance");

    office.sandbox().dropSockets();

    office.homework(request, "Fewer calls to finance");
  }

  @Test
  void aTwinThatAppearedMeanwhileIsRemovedAndTheKnownOneStays() throws Exception {
    open();
    var request = asked();
    var brief = office.briefs().get(0);
    var known = office.homework(request).get(0);

    away(
        Duration.ofHours(1),
        () -> {
          postAgain(brief, null);
          postAgain(known, request.ts());
        });
    assertThat(office.briefs()).hasSize(2);
    clock.forward(Duration.ofSeconds(30));

    office.until(
        "the copies are gone",
        () -> {
          clock.forward(Duration.ofSeconds(5));
          return office.briefs().size() == 1 && office.homework(request).size() == 1;
        });
    assertThat(office.briefs()).containsExactly(brief);
    assertThat(office.homework(request)).containsExactly(known);
  }

  /** As if Slack had taken a post late. */
  private void postAgain(Post post, String thread) {
    var app = office.sandbox().app();
    var slot = thread == null ? "brief:" : "thread:";
    String request =
        thread == null ? office.workspace().channel("#ask-learning").posts().get(0).ts() : thread;
    String form =
        "channel="
            + post.channelId()
            + (thread == null ? "" : "&thread_ts=" + thread)
            + "&text=again&metadata="
            + URLEncoder.encode(
                "{\"event_type\":\"advocate_slot\",\"event_payload\":{\"slot\":\""
                    + slot
                    + office.workspace().channel("#ask-learning").id()
                    + ":"
                    + request
                    + "\"}}",
                StandardCharsets.UTF_8);
    try {
      var answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(office.sandbox().apiUrl() + "chat.postMessage"))
                      .header("Authorization", "Bearer " + app.botToken())
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .POST(HttpRequest.BodyPublishers.ofString(form))
                      .build(),
                  BodyHandlers.ofString());
      assertThat(answer.body()).contains("\"ok\":true");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
