package org.learningadvocate.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes on as time does, and that a test puts forward. */
final class RunningClock extends Clock {

  private Duration ahead = Duration.ZERO;

  /** From now on it is that much later. */
  synchronized void forward(Duration by) {
    ahead = ahead.plus(by);
  }

  /** From now on it is this moment, and goes on from there. */
  synchronized void set(Instant moment) {
    ahead = Duration.between(Instant.now(), moment);
  }

  @Override
  public synchronized Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
