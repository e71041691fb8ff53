package org.learningadvocate.sandbox;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/**
 * A local Slack workspace that speaks Slack's protocol: the Web API, events over HTTP with
 * signatures and retries, Socket Mode, commands, buttons, forms and the home view. It listens on
 * loopback only and knows nothing of the bot.
 *
 * <p>Where it is kinder than Slack, the type in question says so; all in all: one workspace and one
 * app, no OAuth and no token rotation, addresses are plain http, and permalinks lead to the
 * sandbox's own page.
 */
public final class Sandbox implements AutoCloseable {
  private final Server server;
  private final World world;
  private final HttpDoor http;
  private final Sockets sockets;
  private final Messages messages;
  private final Workspace workspace;
  private final Faults faults;
  private final WebApi api;
  private final Deliveries deliveries;
  private final Timer timer = new Timer();

  /**
   * What became of the events so far.
   *
   * @param events sent at least once; one that comes twice counts twice
   * @param repeats deliveries after the first, since that was not acknowledged
   * @param givenUp events that were not acknowledged at any delivery
   * @param idle whether none is under way and none waits to be repeated
   */
  public record Tally(long events, long repeats, long givenUp, boolean idle) {}

  private Sandbox(Company company, Options options) {
    world = new World(company, options);
    faults = new Faults(options.seed());
    http = new HttpDoor(world, options);
    sockets = new Sockets(world, options, timer);
    deliveries = new Deliveries(world, options, faults, http, sockets, timer);
    Events events = new Events(world, deliveries);
    EmojiNames emoji = new EmojiNames();
    messages = new Messages(world, events, emoji);
    Composer composer = new Composer(world, emoji);
    Triggers triggers = new Triggers(world, options.triggerLife());
    Views views = new Views(world, triggers);
    ResponseUrls responseUrls = new ResponseUrls(world, messages, views, options.responseUrlLife());
    Interactions interactions =
        new Interactions(
            world, messages, events, deliveries, triggers, responseUrls, views, composer);
    People people = new People(world, messages, interactions, views, composer);
    FileMethods files = new FileMethods(world, messages, timer);
    api =
        new WebApi(
            world,
            new RateLimits(options.limits(), options.clock()),
            List.of(
                new AppMethods(world, sockets, views).endpoints(),
                new ChatMethods(world, messages, views, emoji).endpoints(),
                new ConversationMethods(world, messages, options.limits().historyPage())
                    .endpoints(),
                new PeopleMethods(world).endpoints(),
                new ReactionMethods(world, messages).endpoints(),
                new ViewMethods(world, views).endpoints(),
                files.endpoints()));
    Page page =
        new Page(
            world,
            people,
            messages,
            interactions,
            new Snapshots(world, views, deliveries),
            emoji,
            timer);
    workspace = new Workspace(world, messages, interactions, people, views, deliveries);
    server = server(options, new Web(world, api, faults, responseUrls, files, sockets, page));
  }

  private static Server server(Options options, Web web) {
    QueuedThreadPool threads = new QueuedThreadPool(64, 4);
    threads.setName("sandbox");
    threads.setDaemon(true);
    Server server = new Server(threads);
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
    connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    connector.setPort(options.port());
    server.addConnector(connector);
    ContextHandler context = new ContextHandler(web, "/");
    server.setHandler(context);
    ServerWebSocketContainer sockets = ServerWebSocketContainer.ensure(server, context);
    sockets.setIdleTimeout(Duration.ofMinutes(10));
    sockets.setMaxTextMessageSize(4L * 1024 * 1024);
    // No waiting for idle connections: what is under way is dropped.
    server.setStopTimeout(0);
    return server;
  }

  /**
   * Opens the workspace on a loopback port.
   *
   * @throws IllegalStateException where the port cannot be had
   */
  public static Sandbox start(Company company, Options options) {
    Sandbox sandbox = new Sandbox(company, options);
    try {
      sandbox.server.start();
    } catch (Exception e) { // Jetty declares no less
      sandbox.close();
      throw new IllegalStateException("The sandbox could not listen on port " + options.port(), e);
    }
    sandbox.world.baseUrl = "http://" + sandbox.address();
    return sandbox;
  }

  private String address() {
    ServerConnector connector = (ServerConnector) server.getConnectors()[0];
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), connector.getLocalPort());
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  /** The page's address, without a slash at the end. */
  public String baseUrl() {
    return world.baseUrl;
  }

  /** What {@code SLACK_API_URL} should say, with a slash at the end. */
  public String apiUrl() {
    return world.baseUrl + "/api/";
  }

  public Workspace workspace() {
    return workspace;
  }

  public Faults faults() {
    return faults;
  }

  /** The methods of the Web API that are answered. */
  public Set<String> methods() {
    return api.methods();
  }

  /** The app as it is set up now. */
  public AppSetup app() {
    synchronized (world) {
      return world.app;
    }
  }

  /**
   * Changes the app's setup, such as its scopes or whether it uses Socket Mode. Kinder than Slack:
   * new scopes hold at once, without a reinstall.
   */
  public void changeApp(UnaryOperator<AppSetup> change) {
    synchronized (world) {
      world.app = change.apply(world.app);
      world.grant();
      world.changed();
    }
  }

  /** From now on this token is refused as one of an uninstalled app. */
  public void revoke(String token) {
    synchronized (world) {
      world.tokens.computeIfPresent(
          token, (key, old) -> new World.Token(key, old.kind(), old.scopes(), true));
    }
  }

  /** A person's token ({@code xoxp-…}), which the bot's methods refuse. */
  public void addUserToken(String token, Set<String> scopes) {
    synchronized (world) {
      world.tokens.put(
          token, new World.Token(token, World.Token.Kind.USER, Set.copyOf(scopes), false));
    }
  }

  /**
   * Registers the app's request URL for events, interactions and commands.
   *
   * @throws IllegalStateException where it does not answer Slack's challenge
   */
  public void register(URI requestUrl) {
    http.register(requestUrl);
    world.changed();
  }

  /** Forgets the request URL: nothing is sent any more. */
  public void unregister() {
    http.forget();
    world.changed();
  }

  /** How many sockets of the app are open. */
  public int openSockets() {
    return sockets.open();
  }

  /** Tells all sockets {@code warning}, {@code refresh_requested} or {@code link_disabled}. */
  public void disconnectSockets(String reason) {
    sockets.disconnect(reason);
  }

  /** The same to the oldest alone: Slack warns of an end some seconds before it asks to go. */
  public void disconnectOldestSocket(String reason) {
    sockets.disconnectOldest(reason);
  }

  /** Drops all sockets without a word. */
  public void dropSockets() {
    sockets.drop();
  }

  /** How the deliveries of events went so far. */
  public Tally tally() {
    return deliveries.tally();
  }

  /** Closes the workspace; what is under way is dropped. */
  @Override
  public void close() {
    timer.close();
    http.close();
    try {
      server.stop();
    } catch (Exception e) { // Jetty declares no less
      throw new IllegalStateException("The sandbox did not stop cleanly", e);
    }
  }
}
