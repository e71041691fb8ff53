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
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.learningadvocate.delivery.Backlog;
import org.learningadvocate.store.Json;
import org.learningadvocate.store.StoreException;

/**
 * How the bot is, for whoever runs it: {@code /health/live}, {@code /health/ready} and {@code
 * /metrics}. Whatever else is asked goes past it.
 */
final class Health extends Handler.Abstract {

  /** From then on people notice that they wait. */
  private static final Duration LATE = Duration.ofMinutes(1);

  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final Backlog backlog;
  private final Map<String, Supplier<Optional<String>>> doors;
  private final PrometheusMeterRegistry metrics;
  private volatile boolean stopping;

  /**
   * @param doors by name, what is wrong with each; empty where it is open. One that is open is
   *     enough, since Slack uses one of them
   */
  Health(
      Backlog backlog,
      Map<String, Supplier<Optional<String>>> doors,
      PrometheusMeterRegistry metrics) {
    super(InvocationType.BLOCKING);
    this.backlog = backlog;
    this.doors = new LinkedHashMap<>(doors);
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
    try {
      return figure.of(backlog.count());
    } catch (StoreException e) {
      return Double.NaN;
    }
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
      case "/metrics" -> text(response, callback, 200, PROMETHEUS, metrics.scrape(PROMETHEUS));
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
    }
    doors(reasons, facts);
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

  private void database(List<String> reasons, Map<String, Object> facts) {
    try {
      var count = backlog.count();
      facts.put("database", "ok");
      facts.put(
          "inbox",
          Map.of(
              "open", count.open(),
              "lagSeconds", count.lag().toSeconds(),
              "late", count.lag().compareTo(LATE) > 0,
              "aside", count.aside()));
      facts.put("outbox", Map.of("open", count.wishes(), "aside", count.wishesAside()));
    } catch (StoreException e) {
      // Why stands in the log: it may name hosts, and anybody may ask here.
      facts.put("database", "not reached");
      reasons.add("the database is not reached");
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
