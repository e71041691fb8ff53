package org.learningadvocate.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Slack last said about our token, for health and doctor. Safe for many threads. */
public final class Standing {

  private static final Logger log = LoggerFactory.getLogger(Standing.class);

  /** How long a refusal is believed before Slack is asked again. */
  static final Duration BELIEVED = Duration.ofMinutes(1);

  private final Clock clock;
  private volatile @Nullable Refusal refusal;
  private volatile @Nullable Instant reached;

  Standing(Clock clock) {
    this.clock = clock;
  }

  /**
   * Slack refuses our token.
   *
   * @param reason Slack's word for it, for example {@code token_revoked}
   */
  public record Refusal(String reason, Instant at) {}

  /** The refusal that stands; empty while Slack accepts our token, as far as we know. */
  public Optional<Refusal> refusal() {
    return Optional.ofNullable(refusal);
  }

  /**
   * When Slack last said whether it accepts our token; the beginning of time before it ever did.
   */
  public Instant heard() {
    var no = refusal;
    var yes = reached;
    if (no != null) {
      return no.at();
    }
    return yes == null ? Instant.EPOCH : yes;
  }

  /** Whether a call would be refused for sure, so that it need not be made. */
  boolean hopeless() {
    var now = refusal;
    return now != null && now.at().plus(BELIEVED).isAfter(clock.instant());
  }

  void refused(String reason) {
    if (refusal == null) {
      log.error("Slack refuses the bot's token ({}); what is to be posted waits", reason);
    }
    refusal = new Refusal(reason, clock.instant());
  }

  void accepted() {
    if (refusal != null) {
      log.info("Slack accepts the bot's token again");
      refusal = null;
    }
    reached = clock.instant();
  }
}
