package org.learningadvocate.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request comes from Slack, and now: Slack's signature of version 0 over its raw bytes.
 */
final class Signature {

  private static final Duration OLDEST = Duration.ofMinutes(5);

  private final SecretKeySpec key;
  private final Clock clock;

  Signature(String signingSecret, Clock clock) {
    if (signingSecret.isBlank()) {
      throw new IllegalArgumentException("Without a signing secret anybody could pose as Slack");
    }
    this.key = new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    this.clock = clock;
  }

  /**
   * @param timestamp the header {@code X-Slack-Request-Timestamp}, epoch seconds
   * @param signature the header {@code X-Slack-Signature}
   */
  boolean accepts(@Nullable String timestamp, @Nullable String signature, byte[] body) {
    if (timestamp == null || signature == null || !timestamp.matches("\\d{1,12}")) {
      return false;
    }
    long apart = Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp));
    return apart <= OLDEST.toSeconds()
        && MessageDigest.isEqual(
            of(timestamp, body).getBytes(StandardCharsets.UTF_8),
            signature.getBytes(StandardCharsets.UTF_8));
  }

  /** What Slack would send as signature. */
  String of(String timestamp, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }
}
