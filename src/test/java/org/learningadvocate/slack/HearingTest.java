package org.learningadvocate.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.learningadvocate.chat.Gap;

class HearingTest {

  private final Fixture.HandClock clock = new Fixture.HandClock();
  private final List<Gap> gaps = new ArrayList<>();
  private final Hearing hearing = new Hearing(clock, gaps::add);

  @Test
  void whoHearsOftenMissesNothing() {
    for (int i = 0; i < 10; i++) {
      clock.ahead(Duration.ofMinutes(9));
      hearing.heard();
      hearing.look();
    }
    assertThat(gaps).isEmpty();
  }

  @Test
  void aSilenceIsNoticedOnceAndThenEveryHour() {
    clock.ahead(Duration.ofMinutes(10));
    hearing.look();
    hearing.look();
    assertThat(gaps).containsExactly(Gap.SILENCE);
    clock.ahead(Duration.ofMinutes(59));
    hearing.look();
    assertThat(gaps).hasSize(1);
    clock.ahead(Duration.ofMinutes(1));
    hearing.look();
    assertThat(gaps).hasSize(2);
  }

  @Test
  void whatEndsASilenceIsAReasonToLook() {
    clock.ahead(Duration.ofMinutes(30));
    hearing.heard();
    assertThat(gaps).containsExactly(Gap.SILENCE);
    clock.ahead(Duration.ofMinutes(10));
    hearing.look();
    assertThat(gaps).hasSize(2);
  }

  @Test
  void aConnectionThatComesBackLeavesAGapAndOneThatIsReplacedDoesNot() {
    hearing.connected();
    assertThat(gaps).as("the start reads by itself").isEmpty();
    hearing.connected();
    assertThat(gaps).isEmpty();
    hearing.disconnected();
    clock.ahead(Duration.ofSeconds(3));
    hearing.connected();
    assertThat(gaps).containsExactly(Gap.RECONNECTED);
  }

  @Test
  void aConnectionThatTookLongToComeLeavesAGapToo() {
    clock.ahead(Duration.ofMinutes(2));
    hearing.connected();
    assertThat(gaps).containsExactly(Gap.RECONNECTED);
  }
}
