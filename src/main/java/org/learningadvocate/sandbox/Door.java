package org.learningadvocate.sandbox;

import java.util.concurrent.CompletableFuture;

/** A way to the app: its request URL, or its sockets. */
interface Door {
  /**
   * Sends once; never completes exceptionally.
   *
   * @param retry 0 for the first time
   * @param retryReason empty for the first time
   */
  CompletableFuture<Ack> send(Payload payload, int retry, String retryReason);
}
