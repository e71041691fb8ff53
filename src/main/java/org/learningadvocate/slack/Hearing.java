package org.learningadvocate.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.learningadvocate.chat.Gap;

/**
 * Notices when something may have been missed: a connection was lost and is back, nothing came for
 * long, or we refused what came. Safe for many threads.
 */
final class Hearing {

  /** A workspace may be silent for this long; after that somebody has to look. */
  static final Duration SILENCE = Duration.ofMinutes(10);

  /** While the silence goes on, somebody looks again this often. */
  static final Duration AGAIN = Duration.ofHours(1);

  /** A connection that comes up within this of the start leaves no gap worth a look. */
  static final Duration START = Duration.ofMinutes(1);

  private final Clock clock;
  private final Consumer<Gap> missed;
  private Instant heard;
  private Instant told;
  private Instant connectionLost;
  private boolean connected;

  /**
   * @param missed told why something may have been missed
   */
  Hearing(Clock clock, Consumer<Gap> missed) {
    this.clock = clock;
    this.missed = missed;
    this.heard = clock.instant();
    this.told = heard;
    // At the start what was said before is read anyway.
    this.connectionLost = heard.plus(START);
  }

  /** Something of Slack's came by HTTP. */
  synchronized void heard() {
    Instant now = clock.instant();
    if (isSilent(now)) {
      missed.accept(Gap.SILENCE);
    }
    heard = now;
  }

  /** What came could not be kept, and Slack was told so. */
  synchronized void refused() {
    missed.accept(Gap.REFUSED);
  }

  /** There is a connection by Socket Mode now, where there was none. */
  synchronized void connected() {
    Instant now = clock.instant();
    if (!connected && !now.isBefore(connectionLost)) {
      missed.accept(Gap.RECONNECTED);
    }
    connected = true;
  }

  /** No connection by Socket Mode is left. */
  synchronized void disconnected() {
    if (connected) {
      connectionLost = clock.instant();
    }
    connected = false;
  }

  /** Looks whether nothing came by HTTP for too long; to be called now and then. */
  synchronized void look() {
    Instant now = clock.instant();
    boolean again = told.isAfter(heard);
    if (isSilent(now) && (!again || !told.plus(AGAIN).isAfter(now))) {
      told = now;
      missed.accept(Gap.SILENCE);
    }
  }

  private boolean isSilent(Instant now) {
    return !heard.plus(SILENCE).isAfter(now);
  }
}
