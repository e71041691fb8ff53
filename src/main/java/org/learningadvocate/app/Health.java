package org.learningadvocate.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.delivery.Backlog;
import org.learningadvocate.store.Json;
import org.learningadvocate.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the bot is, for whoever runs it: {@code /health/live}, {@code /health/ready} and {@code
 * /metrics}. Whatever else is asked goes past it.
 *
 * <p>Ready means that what comes is kept and will be worked off. While the mind still loads it is
 * ready, since what comes meanwhile only waits; while Slack does not answer too, since Slack itself
 * may bring events and they are kept. It is not while Slack refuses the token, the database is away
 * or no door is open.
 */
final class Health extends Handler.Abstract {

  /** From then on people notice that they wait. */
  private static final Duration LATE = Duration.ofMinutes(1);

  /** Whoever asks waits no longer for the database. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private static final Logger log = LoggerFactory.getLogger(Health.class);

  private final Backlog backlog;
  private final Map<String, Supplier<Optional<String>>> doors;
  private final Supplier<Optional<String>> slack;
  private final Supplier<Mind.State> mind;
  private final PrometheusMeterRegistry metrics;
  private final AtomicReference<@Nullable CompletableFuture<Backlog.Count>> counting =
      new AtomicReference<>();

  /** What the figures say, counted once for all of them. */
  private volatile Optional<Backlog.Count> counted = Optional.empty();

  private volatile boolean starting = true;
  private volatile boolean stopping;

  /**
   * @param doors by name, what is wrong with each; empty where it is open. One that is open is
   *     enough, since Slack uses one of them
   * @param slack why nothing can be posted; empty where it can, as far as is known
   * @param mind how far it is
   */
  Health(
      Backlog backlog,
      Map<String, Supplier<Optional<String>>> doors,
      Supplier<Optional<String>> slack,
      Supplier<Mind.State> mind,
      PrometheusMeterRegistry metrics) {
    super(InvocationType.BLOCKING);
    this.backlog = backlog;
    this.doors = new LinkedHashMap<>(doors);
    this.slack = slack;
    this.mind = mind;
    this.metrics = metrics;
    gauge("advocate.inbox.open", "Things kept and not worked off", count -> count.open());
    gauge(
        "advocate.inbox.lag.seconds",
        "Since when the first waits",
        count -> count.lag().toSeconds());
    gauge("advocate.inbox.aside", "Things set aside after the last try", count -> count.aside());
    gauge("advocate.outbox.open", "Slots that do not stand as wanted yet", count -> count.wishes());
    gauge("advocate.outbox.aside", "Slots that Slack will not have", count -> count.wishesAside());
  }

  private interface Figure {
    long of(Backlog.Count count);
  }

  private void gauge(String name, String description, Figure figure) {
    Gauge.builder(name, () -> figureOrUnknown(figure)).description(description).register(metrics);
  }

  private double figureOrUnknown(Figure figure) {
    return counted.map(count -> (double) figure.of(count)).orElse(Double.NaN);
  }

  /** The start is over: Slack was asked who we are. */
  void started() {
    starting = false;
  }

  /** From now on it is not ready, so that nothing new is sent here while it ends what it has. */
  void stopping() {
    stopping = true;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var path = Request.getPathInContext(request);
    if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
      return false;
    }
    switch (path) {
      case "/health/live" -> json(response, callback, 200, Map.of("live", true));
      case "/health/ready" -> ready(response, callback);
      case "/metrics" -> {
        counted = count();
        text(response, callback, 200, PROMETHEUS, metrics.scrape(PROMETHEUS));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void ready(Response response, Callback callback) {
    var reasons = new ArrayList<String>();
    var facts = new LinkedHashMap<String, Object>();
    if (stopping) {
      reasons.add("stopping");
    } else if (starting) {
      reasons.add("starting");
    }
    doors(reasons, facts);
    slack(reasons, facts);
    mind(reasons, facts);
    database(reasons, facts);
    facts.put("ready", reasons.isEmpty());
    facts.put("reasons", reasons);
    json(response, callback, reasons.isEmpty() ? 200 : 503, facts);
  }

  private void doors(List<String> reasons, Map<String, Object> facts) {
    var states = new LinkedHashMap<String, String>();
    doors.forEach((name, wrong) -> states.put(name, wrong.get().orElse("open")));
    facts.put("doors", states);
    if (!states.containsValue("open")) {
      reasons.add("no door is open");
    }
  }

  private void slack(List<String> reasons, Map<String, Object> facts) {
    var trouble = slack.get();
    facts.put("slack", trouble.orElse("ok"));
    trouble.ifPresent(reasons::add);
  }

  private void mind(List<String> reasons, Map<String, Object> facts) {
    var state = mind.get();
    facts.put("meaning", state.toString());
    if (state == Mind.State.BROKEN) {
      reasons.add("what it reads with does not load");
    }
  }

  private void database(List<String> reasons, Map<String, Object> facts) {
    var count = count();
    if (count.isEmpty()) {
      // Why stands in the log: it may name hosts, and anybody may ask here.
      facts.put("database", "not reached");
      reasons.add("the database is not reached");
      return;
    }
    facts.put("database", "ok");
    facts.put("inbox", inbox(count.get()));
    facts.put("outbox", outbox(count.get()));
  }

  private static Map<String, Object> inbox(Backlog.Count count) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("open", count.open());
    facts.put("lagSeconds", count.lag().toSeconds());
    facts.put("late", count.lag().compareTo(LATE) > 0);
    facts.put("aside", count.aside());
    return facts;
  }

  private static Map<String, Object> outbox(Backlog.Count count) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("open", count.wishes());
    facts.put("aside", count.wishesAside());
    return facts;
  }

  /**
   * Empty where the database does not say. A pool may wait long for a database that is away, so one
   * thread waits for it at a time, whoever else asks.
   */
  private Optional<Backlog.Count> count() {
    var mine = new CompletableFuture<Backlog.Count>();
    var running = counting.compareAndExchange(null, mine);
    if (running == null) {
      new Thread(() -> count(mine), "health").start();
      running = mine;
    }
    try {
      return Optional.of(running.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private void count(CompletableFuture<Backlog.Count> asked) {
    try {
      var count = backlog.count();
      counting.set(null);
      asked.complete(count);
    } catch (StoreException e) {
      log.warn("The database does not answer: {}", e.getMessage());
      counting.set(null);
      asked.completeExceptionally(e);
    }
  }

  private static void json(Response response, Callback callback, int status, Object body) {
    text(response, callback, status, "application/json", Json.write(body) + "\n");
  }

  private static void text(
      Response response, Callback callback, int status, String type, String body) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, BufferUtil.toBuffer(body, StandardCharsets.UTF_8), callback);
  }
}
