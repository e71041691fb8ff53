package org.learningadvocate.slack;

import static org.learningadvocate.slack.Payload.text;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.slack.Payload.MalformedException;
import org.learningadvocate.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door for HTTP: one address for events, commands and interactions. A handler for a server that
 * somebody else owns; other addresses are left to others. Never logs a body.
 */
final class SlackDoor extends Handler.Abstract {

  private static final Logger log = LoggerFactory.getLogger(SlackDoor.class);

  private static final String ADDRESS = "/slack/events";
  private static final int LARGEST = 1_000_000;

  /** Read without a thread that waits, and not for longer than this, in seconds. */
  private static final int SLOWEST = 10;

  /** For how long a client that sends too much is listened to after its answer, in seconds. */
  private static final int LINGERS = 2;

  private final Signature signature;
  private final Intake intake;
  private final Desk desk;
  private final Hearing hearing;
  private final MeterRegistry meters;

  SlackDoor(Signature signature, Intake intake, Desk desk, Hearing hearing, MeterRegistry meters) {
    this.signature = signature;
    this.intake = intake;
    this.desk = desk;
    this.hearing = hearing;
    this.meters = meters;
  }

  /** What goes back. */
  private record Reply(int status, String type, String body) {
    static final Reply DONE = new Reply(200, "text/plain", "");

    static Reply status(int status) {
      return new Reply(status, "text/plain", "");
    }

    static Reply json(String body) {
      return body.isEmpty() ? DONE : new Reply(200, "application/json", body);
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!ADDRESS.equals(Request.getPathInContext(request))) {
      return false;
    }
    if (!HttpMethod.POST.is(request.getMethod())) {
      response.getHeaders().put(HttpHeader.ALLOW, "POST");
      write(response, callback, Reply.status(405));
      return true;
    }
    if (request.getLength() > LARGEST) {
      // Closed at once on a client that still sends, the connection would take the answer with it.
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LINGERS);
      refuse(
          response,
          Callback.from(() -> discard(request, callback, LARGEST, end), callback::failed),
          413);
      return true;
    }
    var read = new CompletableFuture<byte[]>();
    Content.Source.asByteArrayAsync(
        request,
        LARGEST,
        Promise.Invocable.from(
            InvocationType.NON_BLOCKING,
            (body, failure) -> {
              if (body == null) {
                read.completeExceptionally(failure);
              } else {
                read.complete(body);
              }
            }));
    // Whatever comes of it is answered in there.
    var unused =
        read.orTimeout(SLOWEST, TimeUnit.SECONDS)
            .whenComplete(
                (body, failure) -> {
                  if (body == null) {
                    refuse(response, callback, failure instanceof TimeoutException ? 408 : 413);
                  } else {
                    // Off the thread that reads: the database may take its time.
                    getServer()
                        .getThreadPool()
                        .execute(() -> answer(request, response, callback, body));
                  }
                });
    return true;
  }

  /** Reads on for a short while, and forgets it. */
  private static void discard(Request request, Callback callback, long left, long end) {
    while (true) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        long rest = left;
        request.demand(() -> discard(request, callback, rest, end));
        return;
      }
      left -= chunk.remaining();
      boolean done = chunk.isLast() || Content.Chunk.isFailure(chunk);
      chunk.release();
      if (done || left <= 0 || System.nanoTime() > end) {
        callback.succeeded();
        return;
      }
    }
  }

  private void answer(Request request, Response response, Callback callback, byte[] body) {
    Reply reply;
    try {
      reply = reply(request, body);
    } catch (MalformedException e) {
      count("malformed");
      reply = Reply.status(400);
    } catch (StoreException e) {
      log.error("Could not keep what Slack sent; Slack sends it again", e);
      count("unkept");
      hearing.refused();
      reply = Reply.status(503);
    } catch (RuntimeException e) {
      log.error("Could not take what Slack sent", e);
      count("failed");
      hearing.refused();
      reply = Reply.status(500);
    }
    write(response, callback, reply);
  }

  private Reply reply(Request request, byte[] body) throws MalformedException {
    var headers = request.getHeaders();
    @Nullable String timestamp = headers.get("X-Slack-Request-Timestamp");
    if (!signature.accepts(timestamp, headers.get("X-Slack-Signature"), body)) {
      count("unsigned");
      return Reply.status(401);
    }
    hearing.heard();
    String text = new String(body, StandardCharsets.UTF_8);
    if (text.stripLeading().startsWith("{")) {
      return json(text);
    }
    var form = form(text);
    return form.containsKey("ssl_check") ? Reply.DONE : Reply.json(desk.take(form, text));
  }

  private Reply json(String body) throws MalformedException {
    var payload = Payload.read(body);
    switch (text(payload, "type")) {
      case "url_verification" -> {
        return new Reply(200, "text/plain", text(payload, "challenge"));
      }
      case "event_callback" -> intake.take(payload);
      case "app_rate_limited" -> {
        count("rate_limited");
        log.warn("Slack sends this workspace's events no more for a while: there are too many");
      }
      default -> count("unknown");
    }
    return Reply.DONE;
  }

  /** The fields of a form body. */
  static Map<String, String> form(String body) throws MalformedException {
    var fields = new HashMap<String, String>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        try {
          fields.put(
              URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
              URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
          throw new MalformedException();
        }
      }
    }
    return fields;
  }

  private void refuse(Response response, Callback callback, int status) {
    // What is left of the body is not worth reading.
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    count(status == 413 ? "too_large" : "too_slow");
    write(response, callback, Reply.status(status));
  }

  private static void write(Response response, Callback callback, Reply reply) {
    response.setStatus(reply.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.type() + ";charset=utf-8");
    Content.Sink.write(response, true, reply.body(), callback);
  }

  private void count(String outcome) {
    meters.counter("advocate.requests", "outcome", outcome).increment();
  }
}
