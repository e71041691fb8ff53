package org.learningadvocate.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the sandbox's own page asks and does. None of it is Slack's protocol: the page gets a picture
 * of all that one person sees, again after every change, and sends what the person does.
 */
final class Page {
  /** An answer to the browser. */
  record Answer(int status, String contentType, byte[] body, boolean cached) {
    static Answer text(int status, String words) {
      return new Answer(
          status, "text/plain; charset=utf-8", words.getBytes(StandardCharsets.UTF_8), false);
    }

    static Answer json(JsonNode json) {
      return new Answer(
          200,
          "application/json; charset=utf-8",
          Json.write(json).getBytes(StandardCharsets.UTF_8),
          false);
    }
  }

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json; charset=utf-8"),
          Map.entry("map", "application/json; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("webp", "image/webp"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"));
  private static final Map<String, String> SENTENCES =
      Map.of(
          "no_text", "Write something first.",
          "not_in_channel", "Join the channel to write in it.",
          "is_archived", "This channel is archived.",
          "cannot_reply_to_message", "This message cannot be answered in a thread.",
          "already_reacted", "You reacted with this already.",
          "invalid_name", "There is no such emoji.",
          "message_not_found", "This message is not there any more.",
          "view_not_found", "This form is not open any more.");

  private final World world;
  private final People people;
  private final Messages messages;
  private final Interactions interactions;
  private final Snapshots snapshots;
  private final EmojiNames emoji;
  private final ScheduledExecutorService scheduler;
  private final Set<Live> lives = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean planned = new AtomicBoolean();

  Page(
      World world,
      People people,
      Messages messages,
      Interactions interactions,
      Snapshots snapshots,
      EmojiNames emoji,
      ScheduledExecutorService scheduler) {
    this.world = world;
    this.people = people;
    this.messages = messages;
    this.interactions = interactions;
    this.snapshots = snapshots;
    this.emoji = emoji;
    this.scheduler = scheduler;
    world.onChange(this::plan);
  }

  // Live

  private void plan() {
    if (!lives.isEmpty() && planned.compareAndSet(false, true)) {
      scheduler.schedule(
          () -> {
            planned.set(false);
            lives.forEach(Live::show);
          },
          50,
          TimeUnit.MILLISECONDS);
    }
  }

  Live live(String as) {
    return new Live(as);
  }

  /** One open page. */
  final class Live implements SocketEndpoint.Frames {
    private final String as;
    private final AtomicBoolean sending = new AtomicBoolean();
    private volatile @Nullable Session session;
    private volatile long shown = -1;

    Live(String as) {
      this.as = as;
    }

    @Override
    public void opened(Session opened) {
      session = opened;
      if (world.findMember(as) == null) {
        opened.close(1008, "Unknown user", Callback.NOOP);
        return;
      }
      lives.add(this);
      show();
    }

    @Override
    public void closed() {
      lives.remove(this);
    }

    void show() {
      Session current = session;
      if (current == null || !current.isOpen() || !sending.compareAndSet(false, true)) {
        return;
      }
      String picture;
      synchronized (world) {
        if (world.version() == shown) {
          sending.set(false);
          return;
        }
        shown = world.version();
        picture = Json.write(snapshots.of(world.member(as)));
      }
      current.sendText(picture, Callback.from(this::sent, failure -> lives.remove(this)));
    }

    private void sent() {
      sending.set(false);
      if (world.version() != shown) {
        plan();
      }
    }
  }

  // Reading

  Answer get(String path) throws IOException {
    if (path.equals("/page/emoji.json")) {
      Answer answer = Answer.json(emoji.all());
      return new Answer(200, answer.contentType(), answer.body(), true);
    }
    if (path.equals("/page/people")) {
      return Answer.json(snapshots.actors());
    }
    if (path.startsWith("/files/")) {
      return file(path);
    }
    if (path.startsWith("/assets/")) {
      return resource("/sandbox-page" + path);
    }
    if (path.startsWith("/webjars/")) {
      return resource("/META-INF/resources" + path);
    }
    if (path.equals("/")
        || path.equals("/index.html")
        || path.startsWith("/archives/")
        || path.startsWith("/u/")) {
      return resource("/sandbox-page/index.html");
    }
    return path.equals("/favicon.ico")
        ? resource("/sandbox-page/assets/favicon.ico")
        : Answer.text(404, "Not found");
  }

  private Answer file(String path) {
    String[] parts = path.split("/");
    synchronized (world) {
      StoredFile file = parts.length < 3 ? null : world.files.get(parts[2]);
      byte[] bytes = file == null ? null : file.bytes;
      if (file == null || bytes == null) {
        return Answer.text(404, "No such file");
      }
      // What people upload is never run as a page of this origin.
      boolean safe =
          file.mimetype().startsWith("image/") && !file.mimetype().contains("svg");
      return new Answer(
          200, safe ? file.mimetype() : "application/octet-stream", bytes, true);
    }
  }

  private static Answer resource(String name) throws IOException {
    if (name.contains("..") || name.contains("\\") || name.endsWith("/")) {
      return Answer.text(404, "Not found");
    }
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        return name.endsWith("/index.html")
            ? Answer.text(200, "The sandbox runs. It has no page in this build.")
            : Answer.text(404, "Not found");
      }
      String extension =
          name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      return new Answer(
          200,
          TYPES.getOrDefault(extension, "application/octet-stream"),
          in.readAllBytes(),
          name.contains("/webjars/"));
    }
  }

  // Acting

  Answer upload(String as, String name, byte[] bytes) {
    Member who = world.findMember(as);
    if (who == null || bytes.length == 0 || name.isBlank() || name.equals("null")) {
      return Answer.json(refused("invalid_arguments", "Choose a file that is not empty."));
    }
    StoredFile file = people.upload(who, name.replace('/', '_'), bytes, "");
    ObjectNode answer = Call.ok();
    answer.set("file", file.told(world));
    return Answer.json(answer);
  }

  Answer act(String body) {
    JsonNode act = Json.parse(body);
    if (act == null || !act.isObject()) {
      return Answer.text(400, "JSON expected");
    }
    Member who = world.findMember(Json.text(act, "as"));
    if (who == null) {
      return Answer.json(refused("unknown_user", "Choose whom you act as."));
    }
    try {
      return Answer.json(act(who, act));
    } catch (SlackError e) {
      String sentence = SENTENCES.getOrDefault(e.code(), e.code().replace('_', ' ') + ".");
      return Answer.json(refused(e.code(), sentence));
    } catch (IllegalArgumentException e) {
      return Answer.json(refused("invalid_arguments", String.valueOf(e.getMessage())));
    }
  }

  private static ObjectNode refused(String code, String sentence) {
    return Json.object().put("ok", false).put("error", code).put("message", sentence);
  }

  private ObjectNode act(Member who, JsonNode act) {
    String ts = Json.text(act, "ts");
    switch (Json.text(act, "do")) {
      case "say", "reply", "alsoToChannel" -> {
        return say(who, act);
      }
      case "edit" -> people.edit(who, room(who, act), ts, Json.text(act, "text"));
      case "delete" -> people.delete(who, room(who, act), ts);
      case "react" -> messages.react(room(who, act), ts, who.id(), Json.text(act, "name"));
      case "unreact" -> messages.unreact(
          room(who, act), ts, who.id(), Json.text(act, "name"));
      case "command" -> {
        return told(
            people
                .command(
                    who,
                    room(who, act),
                    Json.text(act, "text").strip(),
                    Json.text(act, "thread_ts"))
                .join());
      }
      case "press", "select" -> {
        JsonNode values = act.path("values");
        return told(
            people
                .use(
                    who,
                    spot(who, act),
                    Json.text(act, "block_id"),
                    Json.text(act, "action_id"),
                    act.path("value"),
                    values.isObject() ? values : null)
                .join());
      }
      case "suggest" -> {
        return suggest(who, act);
      }
      case "submit" -> {
        return told(
            people.submit(who, Json.text(act, "view_id"), act.path("values")).join());
      }
      case "closeView" -> interactions.close(who, Json.flag(act, "all"));
      case "shortcut" -> {
        Room on = ts.isEmpty() ? null : room(who, act);
        return told(people.shortcut(who, Json.text(act, "callback_id"), on, ts).join());
      }
      case "openHome" -> {
        String tab = Json.text(act, "tab");
        Room room = interactions.openHome(who, tab.isEmpty() ? "home" : tab);
        snapshots.homeOpened(who);
        return Call.ok().put("channel", room.id);
      }
      case "openDm" -> {
        Room room = people.openDirect(who, world.member(Json.text(act, "user")));
        return Call.ok().put("channel", room.id);
      }
      case "join" -> messages.join(room(who, act), who, null);
      case "leave" -> messages.leave(room(who, act), who);
      case "invite" -> messages.join(
          room(who, act), world.member(Json.text(act, "user")), who);
      case "kick" -> messages.leave(room(who, act), world.member(Json.text(act, "user")));
      case "read" -> people.read(who, room(who, act), ts);
      case "dismiss" -> dismiss(who, room(who, act), ts);
      default -> throw new IllegalArgumentException("Nothing is called " + act.path("do"));
    }
    return Call.ok();
  }

  private ObjectNode say(Member who, JsonNode act) {
    String thread = Json.text(act, "thread_ts");
    boolean alsoToChannel =
        Json.flag(act, "also_to_channel") || Json.text(act, "do").equals("alsoToChannel");
    List<String> files =
        act.path("files").valueStream().map(file -> file.asString("")).toList();
    ObjectNode message =
        people.say(
            who,
            room(who, act),
            Json.text(act, "text"),
            thread.isEmpty() ? null : thread,
            alsoToChannel,
            people.files(files),
            null);
    return Call.ok().put("ts", Json.text(message, "ts"));
  }

  private void dismiss(Member who, Room room, String ts) {
    synchronized (world) {
      room.ephemerals.removeIf(
          e -> e.user().equals(who.id()) && Json.text(e.message(), "ts").equals(ts));
      world.changed();
    }
  }

  private ObjectNode suggest(Member who, JsonNode act) {
    Interactions.Outcome outcome =
        interactions
            .suggest(
                who,
                spot(who, act),
                Json.text(act, "block_id"),
                Json.text(act, "action_id"),
                Json.text(act, "value"))
            .join();
    ObjectNode answer = told(outcome);
    if (outcome.answer() instanceof ObjectNode options) {
      answer.setAll(options);
    }
    return answer;
  }

  private static ObjectNode told(Interactions.Outcome outcome) {
    ObjectNode told = Json.object().put("ok", outcome.isOk());
    Json.putText(told, "error", outcome.error());
    Json.putText(told, "message", outcome.message());
    Json.putText(told, "result", outcome.result());
    if (!outcome.errors().isEmpty()) {
      ObjectNode errors = told.putObject("errors");
      outcome.errors().forEach(errors::put);
    }
    return told;
  }

  private Room room(Member who, JsonNode act) {
    synchronized (world) {
      Room room = world.rooms.get(Json.text(act, "channel"));
      if (room == null
          || (room.kind != Room.Kind.CHANNEL && !room.members.contains(who.id()))) {
        throw SlackError.of("channel_not_found");
      }
      return room;
    }
  }

  private Interactions.Spot spot(Member who, JsonNode act) {
    @Nullable String view = Json.text(act, "view_id");
    return view.isEmpty()
        ? people.spot(who, room(who, act), Json.text(act, "ts"))
        : people.spot(who, view);
  }
}
