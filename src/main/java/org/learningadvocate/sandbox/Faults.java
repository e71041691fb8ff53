package org.learningadvocate.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What goes wrong, by number or by chance; chance is seeded. Thread-safe. */
public final class Faults {
  /** A fault that waits to strike; {@code method} is empty for events. */
  private static final class Armed<T> {
    private final String method;
    private final double probability;
    private final T fault;
    private int left;

    Armed(String method, double probability, int left, T fault) {
      this.method = method;
      this.probability = probability;
      this.left = left;
      this.fault = fault;
    }
  }

  /**
   * One thing that goes wrong with the delivery of an event.
   *
   * @param delay how late it goes (real time)
   */
  record EventFault(Kind kind, Duration delay) {
    enum Kind {
      /** Sent again under another event id, without retry headers. */
      DUPLICATE,
      LATE,
      /** Sent after the event that follows it. */
      SWAP,
      /** Never sent. */
      LOSE
    }
  }

  private final Random random;
  private final List<Armed<Fault>> armed = new ArrayList<>();
  private final List<Armed<EventFault>> armedEvents = new ArrayList<>();
  private final Map<String, Integer> struck = new TreeMap<>();

  Faults(long seed) {
    this.random = new Random(seed ^ 0x5eed);
  }

  /** The next so many calls of this method (or {@code *}) meet this fault. */
  public synchronized void next(String method, int times, Fault fault) {
    armed.add(new Armed<>(method, 1, times, fault));
  }

  /** Calls of this method (or {@code *}) meet this fault with this probability, from now on. */
  public synchronized void sometimes(String method, double probability, Fault fault) {
    armed.add(new Armed<>(method, probability, Integer.MAX_VALUE, fault));
  }

  /** The next events come twice, the second time under another event id. */
  public synchronized void duplicateNext(int times) {
    arm(1, times, EventFault.Kind.DUPLICATE, Duration.ZERO);
  }

  public synchronized void duplicateSometimes(double probability) {
    arm(probability, Integer.MAX_VALUE, EventFault.Kind.DUPLICATE, Duration.ZERO);
  }

  public synchronized void delaySometimes(double probability, Duration delay) {
    arm(probability, Integer.MAX_VALUE, EventFault.Kind.LATE, delay);
  }

  /** The next event comes after the one that follows it. */
  public synchronized void swapNext(int times) {
    arm(1, times, EventFault.Kind.SWAP, Duration.ofMillis(500));
  }

  public synchronized void swapSometimes(double probability) {
    arm(probability, Integer.MAX_VALUE, EventFault.Kind.SWAP, Duration.ofMillis(500));
  }

  /** The next events are never sent, as in an incident at Slack. */
  public synchronized void loseNext(int times) {
    arm(1, times, EventFault.Kind.LOSE, Duration.ZERO);
  }

  /** Everything works again. */
  public synchronized void clear() {
    armed.clear();
    armedEvents.clear();
  }

  /**
   * How often each kind of fault struck so far, such as {@code reset after} or {@code event late}.
   */
  public synchronized Map<String, Integer> struck() {
    return Map.copyOf(struck);
  }

  private void count(String kind) {
    struck.merge(kind.toLowerCase(Locale.ROOT).replace('_', ' '), 1, Integer::sum);
  }

  synchronized @Nullable Fault forCall(String method) {
    for (Armed<Fault> one : armed) {
      if ((one.method.equals("*") || one.method.equals(method))
          && one.left > 0
          && strikes(one.probability)) {
        one.left--;
        count(one.fault.kind() + (one.fault.moment() == Fault.Moment.AFTER ? " after" : ""));
        return one.fault;
      }
    }
    return null;
  }

  synchronized @Nullable EventFault forEvent() {
    for (Armed<EventFault> one : armedEvents) {
      if (one.left > 0 && strikes(one.probability)) {
        one.left--;
        count("event " + one.fault.kind());
        return one.fault;
      }
    }
    return null;
  }

  private boolean strikes(double probability) {
    return probability >= 1 || random.nextDouble() < probability;
  }

  private void arm(double probability, int times, EventFault.Kind kind, Duration delay) {
    armedEvents.add(new Armed<>("", probability, times, new EventFault(kind, delay)));
  }
}
