package org.learningadvocate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CrewTest {

  @Test
  void aThreadOutlivesFaultsAndLooksMoreSlowlyWhileTheyLast() throws InterruptedException {
    var rounds = new CopyOnWriteArrayList<Long>();
    var enough = new CountDownLatch(4);
    var signal = new Signal();
    try (var crew =
        Crew.start(
            "test",
            1,
            signal,
            () -> {
              rounds.add(System.nanoTime());
              enough.countDown();
              signal.raise();
              throw new IllegalStateException("the disk is full");
            })) {
      assertThat(enough.await(30, TimeUnit.SECONDS)).isTrue();
      crew.stop();
    }

    long second = rounds.get(2) - rounds.get(1);
    long third = rounds.get(3) - rounds.get(2);
    assertThat(TimeUnit.NANOSECONDS.toMillis(second)).isGreaterThanOrEqualTo(450);
    assertThat(TimeUnit.NANOSECONDS.toMillis(third)).isGreaterThanOrEqualTo(950);
  }
}
