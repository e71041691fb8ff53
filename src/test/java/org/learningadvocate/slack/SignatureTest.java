package org.learningadvocate.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignatureTest {

  private static final String SECRET = "learning-advocate-test-secret";
  private static final byte[] PLAIN =
      "{\"type\":\"url_verification\",\"challenge\":\"abc\"}".getBytes(StandardCharsets.UTF_8);
  private static final byte[] ACCENTS = "{\"text\":\"café – ok\"}".getBytes(StandardCharsets.UTF_8);
  private static final String SIGNED =
      "v0=654118b9888dc8a2cc865386c79b9e98efc4b282cea28d4516944ccd4364ef4a";

  private static Signature at(long seconds) {
    return new Signature(SECRET, Clock.fixed(Instant.ofEpochSecond(seconds), ZoneOffset.UTC));
  }

  @Test
  void takesWhatSlackSigned() {
    assertThat(at(1_796_000_010).accepts("1796000000", SIGNED, PLAIN)).isTrue();
    assertThat(
            at(1_796_000_010)
                .accepts(
                    "1796000000",
                    "v0=f217fa4619aa1989e849c77aec03d8937f30fe22ebb8698f05c583adc59a4bbb",
                    ACCENTS))
        .isTrue();
  }

  @Test
  void refusesOldAndFutureTimestamps() {
    assertThat(at(1_796_000_300).accepts("1796000000", SIGNED, PLAIN)).isTrue();
    assertThat(at(1_796_000_301).accepts("1796000000", SIGNED, PLAIN)).isFalse();
    assertThat(at(1_795_999_699).accepts("1796000000", SIGNED, PLAIN)).isFalse();
  }

  @Test
  void refusesWhatIsChangedOrMissing() {
    var now = at(1_796_000_000);
    assertThat(now.accepts("1796000000", SIGNED, ACCENTS)).isFalse();
    assertThat(now.accepts("1796000001", SIGNED, PLAIN)).isFalse();
    assertThat(now.accepts(null, SIGNED, PLAIN)).isFalse();
    assertThat(now.accepts("1796000000", null, PLAIN)).isFalse();
    assertThat(now.accepts("soon", SIGNED, PLAIN)).isFalse();
  }

  @Test
  void needsASecret() {
    assertThatThrownBy(() -> new Signature(" ", Clock.systemUTC()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
