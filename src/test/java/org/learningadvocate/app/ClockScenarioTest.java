package org.learningadvocate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.learningadvocate.brief.ThreadMessage;
import org.learningadvocate.sandbox.Post;
import org.learningadvocate.store.Dialect;

/** What the clock brings: reminders, the weekly digest, the end of what is long past. */
class ClockScenarioTest {

  private static final String JOB_AID =
      "Can we get a one-page job aid on filing expense reports for store managers?";

  private static final String OFFICE_HOURS =
      """
      workspace: {zone: UTC, locale: en-GB, working-hours: "09:00-17:00", holidays: [2026-12-07]}
      """;

  private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");

  @TempDir Path folder;
  private final RunningClock clock = new RunningClock();
  private Office office;

  @AfterEach
  void close() {
    office.close();
  }

  private Post asked() {
    return asked("");
  }

  private Post asked(String more) {
    clock.set(TUESDAY);
    office =
        new Office(Office.Door.HTTP, Dialect.SQLITE, folder, OFFICE_HOURS + more, clock).open();
    var request = office.workspace().says("ana", "#ask-learning", JOB_AID);
    if (more.isEmpty()) {
      office.homework(request, "1. ");
    }
    office.settle();
    return request;
  }

  private List<String> reminders(Post request) {
    return office.homework(request).stream().skip(1).map(Post::text).toList();
  }

  private void at(String moment, String what) {
    clock.set(Instant.parse(moment));
    office.strikes(what);
    office.settle();
  }

  @Test
  void atMostTwoRemindersInTheWorkingHoursOfWhoeverOwesTheAnswer() {
    var request = asked();

    at("2026-11-24T16:59:00Z", "reminders");
    at("2026-11-25T08:30:00Z", "reminders");
    assertThat(reminders(request)).isEmpty();
    at("2026-11-25T09:30:00Z", "reminders");
    at("2026-11-25T09:31:00Z", "reminders");
    assertThat(reminders(request)).hasSize(1);
    assertThat(reminders(request).get(0)).contains("still open");
    assertThat(office.homework(request).get(1).json().toString())
        .contains("<@" + office.workspace().idOf("ana") + ">");
    at("2026-11-27T09:30:00Z", "reminders");
    assertThat(reminders(request)).hasSize(2);
    assertThat(reminders(request).get(1)).contains("last reminder");
    at("2026-12-10T10:00:00Z", "reminders");
    assertThat(reminders(request)).hasSize(2);
  }

  @Test
  void aReminderThatWasMissedWaitsForTheNextWorkingMorning() {
    var request = asked();
    office.stop();
    clock.set(Instant.parse("2026-11-25T22:00:00Z"));
    office.start();

    at("2026-11-25T22:01:00Z", "reminders");
    assertThat(reminders(request)).isEmpty();
    at("2026-11-26T09:05:00Z", "reminders");
    assertThat(reminders(request)).hasSize(1);
  }

  @Test
  void nobodyIsRemindedOnceAllIsAnswered() {
    var request = asked();
    request.says("ana", "1. Half as many reports come back\n2. before it please");
    office.homework(request, "All answered");

    at("2026-11-26T10:00:00Z", "reminders");
    at("2026-11-30T10:00:00Z", "reminders");

    assertThat(reminders(request)).isEmpty();
  }

  @Test
  void snoozedItIsQuietForAWeek() {
    var request = asked();
    office.chooses("ana", request, ThreadMessage.SNOOZE);
    office.settle();

    at("2026-11-26T10:00:00Z", "reminders");
    at("2026-11-30T10:00:00Z", "reminders");
    assertThat(reminders(request)).isEmpty();
    at("2026-12-02T10:00:00Z", "reminders");
    assertThat(reminders(request)).hasSize(1);
  }

  @Test
  void whatIsNoRequestRemindsNobody() {
    var request = asked();
    office.chooses("ana", request, ThreadMessage.WITHDRAW);
    office.homework(request, "Not a learning request");

    at("2026-11-26T10:00:00Z", "reminders");

    assertThat(reminders(request)).isEmpty();
  }

  @Test
  void shadowRemindsNobodyAndBringsNoDigest() {
    var request = asked("shadow: true\n");

    at("2026-11-26T10:00:00Z", "reminders");
    at("2026-11-30T10:00:00Z", "digest");

    assertThat(request.replies()).isEmpty();
    assertThat(office.briefs()).isEmpty();
  }

  @Test
  void repliesOfMonthsLaterAreStillCollected() {
    var request = asked();
    office.stop();
    clock.set(TUESDAY.plus(Duration.ofDays(100)));
    office.start();
    office.strikes("past");
    office.settle();

    var late = request.says("ana", "1. Half as many reports come back");

    office.homework(request, "Half as many reports come back");
    office.until("it has its tick", () -> office.ticked(late));
  }

  @Test
  void theDigestComesOnceAWeekWithItsPictureBelow() {
    asked();

    at("2026-11-30T08:59:00Z", "digest");
    assertThat(office.briefs()).hasSize(1);
    at("2026-11-30T09:00:30Z", "digest");
    at("2026-11-30T09:01:30Z", "digest");
    office.restart();
    at("2026-12-01T09:00:30Z", "digest");

    assertThat(office.briefs()).hasSize(2);
    var digest = office.briefs().get(1);
    assertThat(digest.text()).contains("expense reports");
    office.until(
        "its picture follows",
        () -> digest.replies().stream().anyMatch(post -> post.json().has("files")));
  }

  @Test
  void aBotThatWasDownBringsTheDigestOnceItIsUpAndAfterAHolidayTheNextDay() {
    asked();
    office.stop();
    clock.set(Instant.parse("2026-11-30T13:00:00Z"));
    office.start();
    office.strikes("digest");
    office.until("the digest is there", () -> office.briefs().size() == 2);
    office.settle();

    at("2026-12-07T10:00:00Z", "digest");
    assertThat(office.briefs()).hasSize(2);
    at("2026-12-08T10:00:00Z", "digest");
    assertThat(office.briefs()).hasSize(3);
  }

  @Test
  void theDigestIsToldToOnePersonAtAnyTime() {
    asked();

    office.workspace().runs("ben", "#general", "/advocate digest");

    office.until(
        "ben reads it",
        () ->
            office.workspace().channel("#general").whispersTo("ben").stream()
                .anyMatch(post -> post.text().contains("expense reports")));
    assertThat(office.briefs()).hasSize(1);
  }
}
