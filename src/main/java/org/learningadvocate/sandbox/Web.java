package org.learningadvocate.sandbox;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP side of the sandbox: tells Slack's addresses from the page's. Only loopback hosts are
 * served, so that no site in a browser can reach it by a name of its own.
 */
final class Web extends Handler.Abstract {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");
  private static final Logger log = LoggerFactory.getLogger(Web.class);

  /** The arguments that say where. */
  private static final List<String> TOLD =
      List.of("channel", "ts", "thread_ts", "timestamp", "name", "user");

  private static final int LARGEST_BODY = 64 * 1024 * 1024;

  private final World world;
  private final WebApi api;
  private final Faults faults;
  private final ResponseUrls responseUrls;
  private final FileMethods files;
  private final Sockets sockets;
  private final Page page;

  Web(
      World world,
      WebApi api,
      Faults faults,
      ResponseUrls responseUrls,
      FileMethods files,
      Sockets sockets,
      Page page) {
    this.world = world;
    this.api = api;
    this.faults = faults;
    this.responseUrls = responseUrls;
    this.files = files;
    this.sockets = sockets;
    this.page = page;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    if (!isLoopback(Request.getServerName(request))) {
      answer(response, callback, 403, "text/plain", bytes("Only loopback hosts are served."));
    } else if (path.startsWith("/api/")) {
      api(path.substring(5), request, response, callback);
    } else if (path.startsWith("/commands/")
        || path.startsWith("/actions/")
        || path.startsWith("/app-actions/")) {
      respond(path, request, response, callback);
    } else if (path.startsWith("/upload/v1/")) {
      upload(path.substring("/upload/v1/".length()), request, response, callback);
    } else if (path.startsWith("/files-pri/")) {
      privateFile(path, request, response, callback);
    } else if (path.startsWith("/link")) {
      link(request, response, callback);
    } else {
      page(path, request, response, callback);
    }
    return true;
  }

  static boolean isLoopback(@Nullable String host) {
    return host != null && LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
  }

  // The Web API

  private void api(String method, Request request, Response response, Callback callback)
      throws IOException {
    WebApi.Incoming incoming = incoming(request);
    Fault fault = faults.forCall(method);
    log.debug("{} {}{}", method, told(incoming.form()), fault == null ? "" : " meets " + fault);
    if (fault == null) {
      send(response, callback, api.answer(method, incoming, null));
      return;
    }
    if (fault.kind() == Fault.Kind.DROP_METADATA || fault.kind() == Fault.Kind.EMPTY_PAGE) {
      send(response, callback, api.answer(method, incoming, fault.kind()));
      return;
    }
    if (fault.kind() == Fault.Kind.DELAY && fault.moment() == Fault.Moment.BEFORE) {
      pause(fault);
    }
    boolean done = fault.moment() == Fault.Moment.AFTER || fault.kind() == Fault.Kind.DELAY;
    WebApi.Answer usual = done ? api.answer(method, incoming, null) : null;
    fail(fault, usual, request, response, callback);
  }

  /** Where a call does what; never what it says. */
  private static String told(Map<String, String> form) {
    StringBuilder told = new StringBuilder();
    for (String name : TOLD) {
      if (form.containsKey(name)) {
        told.append(name).append('=').append(form.get(name)).append(' ');
      }
    }
    return told.toString();
  }

  private void fail(
      Fault fault,
      WebApi.@Nullable Answer usual,
      Request request,
      Response response,
      Callback callback) {
    switch (fault.kind()) {
      case RATE_LIMITED ->
          send(response, callback, WebApi.limited(fault.number(), new LinkedHashMap<>()));
      case STATUS ->
          answer(
              response,
              callback,
              fault.number(),
              "text/html",
              bytes("<html><body>Server Error</body></html>"));
      case ERROR ->
          answer(
              response,
              callback,
              200,
              "application/json; charset=utf-8",
              bytes(Json.write(SlackError.of(fault.detail()).answer())));
      case DELAY -> {
        if (fault.moment() == Fault.Moment.AFTER) {
          pause(fault);
        }
        if (usual != null) {
          send(response, callback, usual);
        }
      }
      case RESET -> reset(request, callback);
      case SILENCE -> {
        pause(fault);
        reset(request, callback);
      }
      case ANSWER -> answer(response, callback, 200, fault.contentType(), bytes(fault.detail()));
      case DROP_METADATA, EMPTY_PAGE -> callback.succeeded();
    }
  }

  private static void pause(Fault fault) {
    try {
      Thread.sleep(fault.delay().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the connection so that the caller sees a reset, not an end. */
  private static void reset(Request request, Callback callback) {
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    IOException reset = new EofException("Reset on purpose");
    if (endPoint.getTransport() instanceof SocketChannel channel) {
      try {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        channel.close();
      } catch (IOException e) {
        reset.addSuppressed(e);
      }
    }
    endPoint.close(reset);
    callback.failed(reset);
  }

  private WebApi.Incoming incoming(Request request) throws IOException {
    String type = header(request, HttpHeader.CONTENT_TYPE);
    String lower = type.toLowerCase(Locale.ROOT);
    Map<String, String> form = new LinkedHashMap<>();
    Fields query = Request.extractQueryParameters(request);
    boolean queryToken = query.get("token") != null;
    for (Fields.Field field : query) {
      form.put(field.getName(), field.getValue());
    }
    String body = "";
    if (lower.startsWith("multipart/form-data")) {
      MultiPartConfig config =
          new MultiPartConfig.Builder()
              .maxSize(LARGEST_BODY)
              .maxMemoryPartSize(LARGEST_BODY)
              .maxPartSize(LARGEST_BODY)
              .build();
      try (MultiPartFormData.Parts parts =
          MultiPartFormData.getParts(request, request, type, config)) {
        for (MultiPart.Part part : parts) {
          form.put(part.getName(), part.getContentAsString(StandardCharsets.UTF_8));
        }
      }
    } else {
      body = Content.Source.asString(request, StandardCharsets.UTF_8);
      if (lower.startsWith("application/x-www-form-urlencoded")) {
        Fields fields = new Fields();
        UrlEncoded.decodeUtf8To(body, fields);
        for (Fields.Field field : fields) {
          form.put(field.getName(), field.getValue());
        }
        body = "";
      }
    }
    return new WebApi.Incoming(
        request.getMethod(),
        lower,
        form,
        queryToken,
        body,
        request.getHeaders().get(HttpHeader.AUTHORIZATION));
  }

  private static void send(Response response, Callback callback, WebApi.Answer answer) {
    answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    answer(response, callback, answer.status(), answer.contentType(), bytes(answer.body()));
  }

  // The other addresses that Slack gives out

  private void respond(String path, Request request, Response response, Callback callback)
      throws IOException {
    String secret = path.substring(path.lastIndexOf('/') + 1);
    ResponseUrls.Answer answer =
        responseUrls.take(
            secret,
            header(request, HttpHeader.CONTENT_TYPE).toLowerCase(Locale.ROOT),
            Content.Source.asString(request, StandardCharsets.UTF_8));
    answer(response, callback, answer.status(), answer.contentType(), bytes(answer.body()));
  }

  private void upload(String ticket, Request request, Response response, Callback callback)
      throws IOException {
    String type = header(request, HttpHeader.CONTENT_TYPE);
    byte[] content;
    if (type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      MultiPartConfig config =
          new MultiPartConfig.Builder()
              .maxSize(LARGEST_BODY)
              .maxMemoryPartSize(LARGEST_BODY)
              .maxPartSize(LARGEST_BODY)
              .build();
      try (MultiPartFormData.Parts parts =
          MultiPartFormData.getParts(request, request, type, config)) {
        MultiPart.Part part = parts.getFirst("file");
        content =
            part == null
                ? new byte[0]
                : bytes(Content.Source.asByteBuffer(part.createContentSource()));
      }
    } else {
      content = body(request);
    }
    String ok = files.upload(ticket, content);
    if (ok == null) {
      answer(response, callback, 400, "text/plain", bytes("upload failed"));
    } else {
      answer(response, callback, 200, "text/plain; charset=utf-8", bytes(ok));
    }
  }

  private void privateFile(String path, Request request, Response response, Callback callback) {
    String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    String id = path.replaceFirst("^/files-pri/[^-]+-", "").replaceFirst("/.*$", "");
    synchronized (world) {
      World.Token token =
          authorization == null
              ? null
              : world.tokens.get(authorization.replaceFirst("(?i)^Bearer ", ""));
      StoredFile file = world.files.get(id);
      byte[] content = file == null ? null : file.bytes;
      if (token == null || !token.scopes().contains("files:read")) {
        // Slack sends the unknown to its sign-in page.
        response.getHeaders().put(HttpHeader.LOCATION, "/?redir=" + World.urlPart(path));
        answer(response, callback, 302, "text/html", new byte[0]);
      } else if (file == null || content == null) {
        answer(response, callback, 404, "text/plain", bytes("not found"));
      } else {
        answer(response, callback, 200, file.mimetype(), content);
      }
    }
  }

  private void link(Request request, Response response, Callback callback) {
    Fields query = Request.extractQueryParameters(request);
    Sockets.Connection connection =
        sockets.admit(
            String.valueOf(query.getValue("ticket")),
            "true".equals(query.getValue("debug_reconnects")));
    if (connection == null) {
      answer(response, callback, 403, "text/plain", bytes("invalid ticket"));
      return;
    }
    upgrade(connection, request, response, callback);
  }

  private static void upgrade(
      SocketEndpoint.Frames frames, Request request, Response response, Callback callback) {
    SocketEndpoint endpoint = new SocketEndpoint(frames);
    ServerWebSocketContainer container = ServerWebSocketContainer.get(request.getContext());
    boolean upgraded =
        container != null
            && container.upgrade((up, down, done) -> endpoint, request, response, callback);
    if (!upgraded) {
      answer(response, callback, 426, "text/plain", bytes("WebSocket expected"));
    }
  }

  // The page

  private void page(String path, Request request, Response response, Callback callback)
      throws IOException {
    if (!sameOrigin(request)) {
      answer(response, callback, 403, "text/plain", bytes("Foreign origin"));
      return;
    }
    Fields query = Request.extractQueryParameters(request);
    if (path.equals("/page/live")) {
      Page.Live live = page.live(String.valueOf(query.getValue("as")));
      upgrade(live, request, response, callback);
      return;
    }
    boolean post = request.getMethod().equals("POST");
    Page.Answer answer;
    if (path.equals("/page/act") && post) {
      answer =
          header(request, HttpHeader.CONTENT_TYPE)
                  .toLowerCase(Locale.ROOT)
                  .startsWith("application/json")
              ? page.act(Content.Source.asString(request, StandardCharsets.UTF_8))
              : Page.Answer.text(415, "application/json expected");
    } else if (path.equals("/page/upload") && post) {
      answer =
          page.upload(
              String.valueOf(query.getValue("as")),
              String.valueOf(query.getValue("name")),
              body(request));
    } else if (post) {
      answer = Page.Answer.text(405, "Method not allowed");
    } else {
      answer = page.get(path);
    }
    String host = Request.getServerName(request) + ":" + Request.getServerPort(request);
    response
        .getHeaders()
        .put(
            "Content-Security-Policy",
            "default-src 'self'; img-src 'self' data:; "
                + "style-src 'self' 'unsafe-inline'; connect-src 'self' ws://"
                + host
                + "; frame-ancestors 'none'; base-uri 'none'")
        .put("X-Content-Type-Options", "nosniff")
        .put("Referrer-Policy", "no-referrer")
        .put("Cache-Control", answer.cached() ? "public, max-age=3600" : "no-cache");
    answer(response, callback, answer.status(), answer.contentType(), answer.body());
  }

  private static boolean sameOrigin(Request request) {
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    if (origin == null) {
      return true;
    }
    String expected =
        "http://" + Request.getServerName(request) + ":" + Request.getServerPort(request);
    return origin.equalsIgnoreCase(expected);
  }

  // Bytes

  private static String header(Request request, HttpHeader name) {
    String value = request.getHeaders().get(name);
    return value == null ? "" : value;
  }

  private static byte[] body(Request request) throws IOException {
    return bytes(Content.Source.asByteBuffer(request));
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void answer(
      Response response, Callback callback, int status, String contentType, byte[] body) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
