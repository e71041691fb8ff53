package org.learningadvocate.delivery;

import java.time.Duration;

/** Tells waiting threads of this process that there is something to do. */
public final class Signal {

  private long raised;

  /** Wakes whoever waits. */
  public synchronized void raise() {
    raised++;
    notifyAll();
  }

  /** How often it was raised so far; remember it before looking for work. */
  public synchronized long seen() {
    return raised;
  }

  /**
   * Waits until it is raised more often than {@code seen}, or the time is over: other processes
   * raise no signal here.
   */
  public synchronized void await(long seen, Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    while (raised == seen) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return;
      }
      wait(left);
    }
  }
}
