package org.learningadvocate.sandbox;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens later, in real time, on daemon threads; after closing, nothing does. */
final class Timer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Timer.class);

  private final ScheduledThreadPoolExecutor threads;

  Timer() {
    threads = new ScheduledThreadPoolExecutor(4, daemons());
    // What still happens while the sandbox closes needs no timer any more.
    threads.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
  }

  private static ThreadFactory daemons() {
    ThreadFactory plain = Executors.defaultThreadFactory();
    return work -> {
      Thread thread = plain.newThread(work);
      thread.setName("sandbox-timer-" + thread.getName());
      thread.setDaemon(true);
      return thread;
    };
  }

  void after(Duration wait, Runnable work) {
    ScheduledFuture<?> unused =
        threads.schedule(() -> run(work), wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  void every(Duration period, Runnable work) {
    ScheduledFuture<?> unused =
        threads.scheduleWithFixedDelay(
            () -> run(work), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      log.error("Something planned in the sandbox failed", e);
      throw e;
    }
  }

  Executor executor() {
    return threads;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
