package org.learningadvocate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.learningadvocate.brief.ThreadMessage;
import org.learningadvocate.sandbox.Post;
import org.learningadvocate.store.Dialect;
import org.learningadvocate.store.Outage;

/**
 * The bot is killed at every step of a conversation in turn, and the conversation ends the same. A
 * step is a commit: between two of them at most one thing happens outside. The everyday run spreads
 * the steps over the doors and engines; {@code -Dkilled=every} takes each step on each.
 */
class KilledTest {

  private static final boolean EVERY = "every".equals(System.getProperty("killed"));

  /** Longer than every lease: what the dead one held is free then. */
  private static final Duration LEASES = Duration.ofMinutes(1);

  @TempDir Path folder;

  private final RunningClock clock = new RunningClock();
  private Office office;
  private Outage outage = new Outage();

  static Stream<Arguments> doorsAndEngines() {
    return Stream.of(
        Arguments.of(Office.Door.HTTP, Dialect.SQLITE, 1),
        Arguments.of(Office.Door.SOCKET, Dialect.POSTGRESQL, 2));
  }

  @ParameterizedTest
  @MethodSource("doorsAndEngines")
  void killedAtAnyStepAConversationEndsTheSame(Office.Door door, Dialect engine, int from) {
    try (var opened = new Office(door, engine, folder, "", clock)) {
      office = opened;
      office.start(outage::on);
      live("never killed");
      int commits = outage.commits();
      assertThat(commits).isGreaterThan(20);
      for (int commit = EVERY ? 1 : from; commit <= commits; commit += EVERY ? 1 : 2) {
        for (var moment : Outage.Moment.values()) {
          if (EVERY || moment.ordinal() == commit / 2 % 2) {
            outage.in(commit, moment);
            live("killed " + moment + " commit " + commit + " of " + commits);
            outage.never();
          }
        }
      }
    }
  }

  private void live(String when) {
    int briefs = office.briefs().size();

    var request =
        office
            .workspace()
            .says(
                "ana",
                "#ask-learning",
                "Can we get a one-page job aid on filing expense reports for store managers by"
                    + " next Friday?");
    until(when, () -> says(request, "1. ", "2. "));
    var first = request.says("ana", "1. Half as many reports come back to us");
    var second = request.says("ben", "2. before it please, stores are busy afterwards");
    until(when, () -> says(request, "All answered", "Half as many", "before it please"));
    until(when, () -> office.ticked(first) && office.ticked(second));
    second.delete();
    until(when, () -> says(request, "One question left", "Half as many"));
    claim(when, request);
    until(
        when,
        () ->
            office.briefs().size() > briefs
                && office.briefs().get(briefs).text().contains("Priya")
                && office.briefs().get(briefs).text().contains("Half as many"));
    until(when, office::settled);

    assertThat(office.homework(request)).as(when).hasSize(1);
    assertThat(office.briefs()).as(when).hasSize(briefs + 1);
    assertThat(office.ticked(first)).as(when).isTrue();
    assertThat(office.homework(request).get(0).text()).as(when).doesNotContain("before it please");
    assertThat(office.workspace().channel("#ask-learning").postsOfApp()).as(when).isEmpty();
  }

  /**
   * A person whose press did not arrive is told so, or sees that nothing happens: presses again.
   */
  private void claim(String when, Post request) {
    office.homework(request).get(0).press("priya", ThreadMessage.CLAIM);
    until(when, () -> says(request, "Designing this: Priya") || office.settled());
    if (!says(request, "Designing this: Priya")) {
      claim(when, request);
    }
  }

  private boolean says(Post request, String... words) {
    var homework = office.homework(request);
    return !homework.isEmpty() && Stream.of(words).allMatch(homework.get(0).text()::contains);
  }

  /** Waits for it; a bot that was killed meanwhile is started again. */
  private void until(String when, BooleanSupplier condition) {
    boolean there =
        office.workspace().await(() -> outage.struck() || condition.getAsBoolean(), Office.SOON);
    if (outage.struck()) {
      office.stop();
      clock.forward(LEASES);
      outage = new Outage();
      office.start(outage::on);
      until(when, condition);
    } else {
      assertThat(there).as(when).isTrue();
    }
  }
}
