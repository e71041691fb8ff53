package org.learningadvocate.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * How the sandbox behaves where tests and demos differ; the defaults are Slack's own figures.
 *
 * @param port 0 for any free one
 * @param clock the time of messages, triggers, limits
 * @param ackTimeout how long the app may take to acknowledge (Slack: 3 s, real time)
 * @param retryDelays waits before the second, third and fourth delivery of an event (real time)
 * @param triggerLife how long a trigger_id works (Slack: 3 s by the clock)
 * @param responseUrlLife how long a response_url works (Slack: 30 min by the clock)
 * @param seed of all chance: ids and faults
 */
public record Options(
    int port,
    Clock clock,
    Limits limits,
    Duration ackTimeout,
    List<Duration> retryDelays,
    Duration triggerLife,
    Duration responseUrlLife,
    long seed) {

  /** Slack's figures, any free port, the system's clock. */
  public static Options likeSlack() {
    return new Options(
        0,
        Clock.systemUTC(),
        Limits.likeSlack(),
        Duration.ofSeconds(3),
        List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5)),
        Duration.ofSeconds(3),
        Duration.ofMinutes(30),
        1);
  }

  public Options withPort(int newPort) {
    return new Options(
        newPort, clock, limits, ackTimeout, retryDelays, triggerLife, responseUrlLife, seed);
  }

  public Options withClock(Clock newClock) {
    return new Options(
        port, newClock, limits, ackTimeout, retryDelays, triggerLife, responseUrlLife, seed);
  }

  public Options withLimits(Limits newLimits) {
    return new Options(
        port, clock, newLimits, ackTimeout, retryDelays, triggerLife, responseUrlLife, seed);
  }

  /** Shrinks the waits of deliveries: the time to acknowledge, and the times between retries. */
  public Options withDeliveries(Duration newAckTimeout, Duration... newRetryDelays) {
    return new Options(
        port,
        clock,
        limits,
        newAckTimeout,
        List.of(newRetryDelays),
        triggerLife,
        responseUrlLife,
        seed);
  }

  public Options withSeed(long newSeed) {
    return new Options(
        port, clock, limits, ackTimeout, retryDelays, triggerLife, responseUrlLife, newSeed);
  }
}
