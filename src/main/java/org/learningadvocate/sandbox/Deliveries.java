package org.learningadvocate.sandbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries payloads to the app and repeats events that it did not acknowledge: at once, after a
 * minute and after five, as Slack does.
 *
 * <p>Kinder than Slack: the events of one channel go one after the other (Slack promises no order;
 * {@link Faults} gives other orders), subscriptions are not switched off after too many failures,
 * deliveries are not limited in number, and there are no hourly "delayed events".
 */
final class Deliveries {
  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

  private final World world;
  private final Options options;
  private final Faults faults;
  private final HttpDoor http;
  private final Sockets sockets;
  private final Timer timer;
  private final Map<String, CompletableFuture<Void>> lines = new HashMap<>();
  private @Nullable Runnable held;
  private int underWay;
  private int waiting;
  private long events;
  private long repeats;
  private long givenUp;

  Deliveries(
      World world, Options options, Faults faults, HttpDoor http, Sockets sockets, Timer timer) {
    this.world = world;
    this.options = options;
    this.faults = faults;
    this.http = http;
    this.sockets = sockets;
    this.timer = timer;
  }

  /** Whether the app can hear anything now. */
  boolean connected() {
    return world.app.socketMode() ? sockets.open() > 0 : http.requestUrl() != null;
  }

  private Door door() {
    return world.app.socketMode() ? sockets : http;
  }

  /** Sends a command or an interaction, once; what the app answered, or why it did not. */
  CompletableFuture<Ack> ask(Payload payload) {
    begin();
    return door().send(payload, 0, "").whenComplete((ack, e) -> end());
  }

  /** Queues an event of this channel, or of none. */
  void event(@Nullable Room room, ObjectNode event) {
    if (!world.app.socketMode() && http.requestUrl() == null) {
      return; // no request URL was ever registered: nothing is sent
    }
    String line = room == null ? "" : room.id;
    boolean shared = room != null && room.external;
    Faults.EventFault fault = faults.forEvent();
    Runnable send = () -> enqueue(line, envelope(event, shared));
    if (fault == null) {
      send.run();
      releaseHeld();
      return;
    }
    switch (fault.kind()) {
      case DUPLICATE -> {
        send.run();
        send.run();
      }
      case LATE ->
          later(fault.delay(), () -> enqueue("late " + world.newId("L"), envelope(event, shared)));
      case SWAP -> hold(send, fault.delay());
      case LOSE -> log.debug("An event is lost on purpose");
    }
  }

  private void hold(Runnable send, Duration atMost) {
    releaseHeld();
    synchronized (this) {
      held = send;
    }
    later(atMost, () -> release(send));
  }

  private void releaseHeld() {
    Runnable waiting;
    synchronized (this) {
      waiting = held;
    }
    if (waiting != null) {
      release(waiting);
    }
  }

  private void release(Runnable waiting) {
    synchronized (this) {
      if (held != waiting) {
        return;
      }
      held = null;
    }
    waiting.run();
  }

  private void later(Duration delay, Runnable work) {
    begin();
    timer.after(
        delay,
        () -> {
          try {
            work.run();
          } finally {
            end();
          }
        });
  }

  private synchronized void enqueue(String line, ObjectNode envelope) {
    begin();
    events++;
    CompletableFuture<Void> before =
        lines.getOrDefault(line, CompletableFuture.completedFuture(null));
    CompletableFuture<Void> sent =
        before
            .thenComposeAsync(
                nothing -> door().send(new Payload(Payload.Kind.EVENT, envelope), 0, ""),
                timer.executor())
            .handle(
                (ack, e) -> {
                  if (e == null) {
                    againUnless(ack, envelope, 1);
                  }
                  end();
                  return null;
                });
    lines.put(line, sent);
  }

  /** Plans the next delivery where the last one failed. */
  private void againUnless(Ack last, ObjectNode envelope, int retry) {
    List<Duration> delays = options.retryDelays();
    String reason = last.reason();
    if (reason == null || last.noRetry()) {
      return;
    }
    if (retry > delays.size()) {
      synchronized (this) {
        givenUp++;
      }
      log.warn(
          "Event {} is given up after {} deliveries: {}",
          Json.text(envelope, "event_id"),
          retry,
          reason);
      return;
    }
    Duration wait = delays.get(retry - 1);
    boolean soon = wait.isZero();
    if (soon) {
      begin();
    }
    synchronized (this) {
      waiting++;
      repeats++;
    }
    timer.after(wait, () -> again(envelope, retry, reason, soon));
  }

  private void again(ObjectNode envelope, int retry, String reason, boolean counted) {
    CompletableFuture<Ack> unused =
        door()
            .send(new Payload(Payload.Kind.EVENT, envelope), retry, reason)
            .whenComplete(
                (ack, e) -> {
                  if (e == null) {
                    againUnless(ack, envelope, retry + 1);
                  }
                  synchronized (this) {
                    waiting--;
                  }
                  if (counted) {
                    end();
                  }
                });
  }

  private ObjectNode envelope(ObjectNode event, boolean shared) {
    AppSetup app = world.app;
    String id = world.newId("Ev");
    ObjectNode envelope =
        Json.object()
            .put("token", "legacy-verification-token")
            .put("team_id", world.teamId)
            .put("context_team_id", world.teamId)
            .putNull("context_enterprise_id")
            .put("api_app_id", app.id());
    envelope.set("event", event);
    envelope
        .put("type", "event_callback")
        .put("event_id", id)
        .put("event_time", world.nowSeconds());
    envelope
        .putArray("authorizations")
        .addObject()
        .putNull("enterprise_id")
        .put("team_id", world.teamId)
        .put("user_id", app.botUserId())
        .put("is_bot", true)
        .put("is_enterprise_install", false);
    return envelope
        .put("is_ext_shared_channel", shared)
        .put("event_context", "4-" + world.letters(40));
  }

  private synchronized void begin() {
    underWay++;
  }

  private void end() {
    synchronized (this) {
      underWay--;
    }
    world.changed();
  }

  /** What became of the events so far. */
  synchronized Sandbox.Tally tally() {
    return new Sandbox.Tally(events, repeats, givenUp, quiet() && waiting == 0);
  }

  /** Whether nothing is under way; retries that wait for their time do not count. */
  synchronized boolean quiet() {
    return underWay == 0 && held == null;
  }
}
