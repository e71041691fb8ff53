package org.learningadvocate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.learningadvocate.sandbox.Fault;
import org.learningadvocate.sandbox.Post;
import org.learningadvocate.store.Dialect;

/** How a bot that is told to stop ends what it has begun, and what it leaves to the next. */
class StopTest {

  private static final Duration PROMISED = Duration.ofSeconds(20);

  @TempDir Path folder;
  private Office office;

  @AfterEach
  void close() {
    office.close();
  }

  /** Somebody calls the bot into a thread, and Slack takes its time to say what was said there. */
  private Post calledWhileSlackIsSlow(Dialect dialect, Duration slow) {
    office = new Office(Office.Door.HTTP, dialect, folder).open();
    office.settle();
    var talk =
        office
            .workspace()
            .says("ana", "#general", "We need a job aid on expense reports for store managers");
    office
        .sandbox()
        .faults()
        .next("conversations.replies", 1, Fault.delay(slow, Fault.Moment.BEFORE));
    talk.says("ben", "<@" + office.sandbox().workspace().idOf("advocate") + "> can you look?");
    office.until("the bot is at it", () -> count("lane WHERE leased_until > 0") == 1);
    return talk;
  }

  private long count(String of) {
    return office
        .database()
        .read(tx -> tx.first("SELECT COUNT(*) AS n FROM " + of, row -> row.number("n")).orElse(0L));
  }

  private Duration stop() {
    long began = System.nanoTime();
    office.stop();
    return Duration.ofNanos(System.nanoTime() - began);
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void whatIsBegunEndsAndGoesOut(Dialect dialect) {
    var talk = calledWhileSlackIsSlow(dialect, Duration.ofSeconds(2));

    var took = stop();

    assertThat(took).isLessThan(PROMISED);
    assertThat(count("inbox WHERE state = 'OPEN'")).isZero();
    assertThat(office.homework(talk)).hasSize(1);
    assertThat(count("lane WHERE leased_until > 0")).isZero();
    assertThat(count("slot WHERE leased_until > 0")).isZero();
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void whatDoesNotEndInTimeIsFreeForTheNext(Dialect dialect) {
    var talk = calledWhileSlackIsSlow(dialect, Duration.ofSeconds(30));

    var took = stop();

    assertThat(took).isLessThan(PROMISED);
    assertThat(count("inbox WHERE state = 'OPEN'")).isEqualTo(1);
    assertThat(count("lane WHERE leased_until > 0")).isZero();
    office.start();
    office.homework(talk, "1. ");
    office.settle();
    assertThat(office.homework(talk)).hasSize(1);
  }
}
