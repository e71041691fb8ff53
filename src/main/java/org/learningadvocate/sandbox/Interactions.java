package org.learningadvocate.sandbox;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people do with the app's commands, buttons, forms and shortcuts: the payloads that tell it,
 * and what becomes of its answers. Slack does not repeat these; the person sees an error instead.
 */
final class Interactions {
  /** What Slack's client says when a form's answer was none it understands. */
  static final String TROUBLE = "We had some trouble connecting. Try again?";

  /** Where a person pressed: a message, an ephemeral message, or a view. */
  record Spot(@Nullable Room room, @Nullable ObjectNode message, boolean ephemeral,
      Views.@Nullable Shown view) {
    JsonNode blocks() {
      if (view != null) {
        return view.view.path("blocks");
      }
      return message == null ? Json.array() : message.path("blocks");
    }
  }

  /**
   * How an act went.
   *
   * @param error empty where it went well, else a code
   * @param message for the person; empty where there is none
   * @param errors of fields, by block id
   * @param answer what the app answered, where that matters
   */
  record Outcome(
      String error, String message, Map<String, String> errors, String result,
      @Nullable JsonNode answer) {
    static Outcome ok(String result) {
      return new Outcome("", "", Map.of(), result, null);
    }

    static Outcome failed(String error, String message) {
      return new Outcome(error, message, Map.of(), "", null);
    }

    boolean isOk() {
      return error.isEmpty();
    }
  }

  private final World world;
  private final Messages messages;
  private final Events events;
  private final Deliveries deliveries;
  private final Triggers triggers;
  private final ResponseUrls responseUrls;
  private final Views views;
  private final Composer composer;
  private final Map<String, ObjectNode> messageStates = new HashMap<>();
  private final Map<String, Map<String, JsonNode>> offeredInMessages = new HashMap<>();

  Interactions(
      World world,
      Messages messages,
      Events events,
      Deliveries deliveries,
      Triggers triggers,
      ResponseUrls responseUrls,
      Views views,
      Composer composer) {
    this.world = world;
    this.messages = messages;
    this.events = events;
    this.deliveries = deliveries;
    this.triggers = triggers;
    this.responseUrls = responseUrls;
    this.views = views;
    this.composer = composer;
  }

  // Commands

  /** Runs a command as typed, such as {@code /advocate help}. */
  CompletableFuture<Outcome> command(Member who, Room room, String typed) {
    int space = typed.indexOf(' ');
    String name = space < 0 ? typed : typed.substring(0, space);
    String words = space < 0 ? "" : typed.substring(space + 1).strip();
    AppSetup.Command command =
        world.app.commands().stream()
            .filter(c -> c.name().equalsIgnoreCase(name))
            .findFirst()
            .orElse(null);
    if (command == null) {
      return done(
          Outcome.failed("unknown_command", "`" + name + "` is not a valid command."));
    }
    String responseUrl = responseUrls.issue("commands", room, who.id(), null);
    String text;
    ObjectNode fields;
    synchronized (world) {
      text = command.escapes() ? composer.compose(words).text() : words;
      fields =
          Json.object()
              .put("token", "legacy-verification-token")
              .put("team_id", world.teamId)
              .put("team_domain", world.domain)
              .put("channel_id", room.id)
              .put("channel_name", nameForCommands(room))
              .put("user_id", who.id())
              .put("user_name", who.name())
              .put("command", command.name())
              .put("text", text)
              .put("api_app_id", world.app.id())
              .put("is_enterprise_install", "false")
              .put("response_url", responseUrl)
              .put("trigger_id", triggers.issue(who.id(), null));
    }
    return deliveries
        .ask(new Payload(Payload.Kind.COMMAND, fields))
        .thenApply(ack -> answered(ack, who, room, typed, command.name(), responseUrl));
  }

  private Outcome answered(
      Ack ack, Member who, Room room, String typed, String name, String responseUrl) {
    if (!ack.ok()) {
      String error =
          "http_timeout".equals(ack.reason()) ? "operation_timeout" : "dispatch_failed";
      return failedCommand(who, room, name, error);
    }
    if (ack.body().isBlank()) {
      return Outcome.ok("");
    }
    JsonNode json = ack.json();
    JsonNode payload =
        json != null && json.isObject() ? json : Json.object().put("text", ack.body());
    boolean empty =
        json != null
            && json.isObject()
            && Json.text(json, "text").isEmpty()
            && json.path("blocks").isEmpty();
    if (empty) {
      return Outcome.ok("");
    }
    if (Json.text(payload, "response_type").equals("in_channel")) {
      messages.post(room, Messages.Draft.of(who, Composer.escape(typed)));
    }
    ResponseUrls.Answer refusal = responseUrls.answer(responseUrl, payload);
    return refusal == null
        ? Outcome.ok("")
        : failedCommand(who, room, name, refusal.body());
  }

  private Outcome failedCommand(Member who, Room room, String name, String error) {
    String line = name + " failed with the error \"" + error + "\"";
    messages.whisper(room, world.member("USLACKBOT"), who.id(), line, null, null);
    return Outcome.failed(error, line);
  }

  private static String nameForCommands(Room room) {
    return switch (room.kind) {
      case CHANNEL -> room.name;
      case IM -> "directmessage";
      case PRIVATE, MPIM -> "privategroup";
    };
  }

  // Shortcuts

  /** Uses a global shortcut. */
  CompletableFuture<Outcome> shortcut(Member who, String callbackId) {
    ObjectNode payload = base("shortcut", who);
    payload
        .put("callback_id", callbackId)
        .put("trigger_id", triggers.issue(who.id(), null))
        .put("action_ts", events.eventTs());
    return ask(payload);
  }

  /** Uses a message shortcut. */
  CompletableFuture<Outcome> shortcut(
      Member who, String callbackId, Room room, ObjectNode message) {
    ObjectNode payload = base("message_action", who);
    String ts = Json.text(message, "ts");
    synchronized (world) {
      payload
          .put("callback_id", callbackId)
          .put("trigger_id", triggers.issue(who.id(), null))
          .put("action_ts", events.eventTs())
          .put("message_ts", ts)
          .put("response_url", responseUrls.issue("app-actions", room, who.id(), ts));
      payload.set("channel", channel(room));
      payload.set("message", message.deepCopy());
    }
    return ask(payload);
  }

  // Buttons and other elements

  /** Tells the app that somebody used an element; {@code simple} as in {@link FormState#valueOf}. */
  CompletableFuture<Outcome> use(
      Member who,
      Spot spot,
      String blockId,
      String actionId,
      JsonNode simple,
      @Nullable JsonNode entered) {
    ObjectNode payload;
    synchronized (world) {
      ObjectNode element = FormState.element(spot.blocks(), blockId, actionId);
      if (element == null) {
        return done(Outcome.failed("no_such_element", "This is not there any more."));
      }
      String block =
          blockId.isEmpty()
              ? String.valueOf(FormState.blockOf(spot.blocks(), actionId))
              : blockId;
      ObjectNode values = state(who, spot);
      Map<String, JsonNode> offered = offered(who, spot);
      if (entered != null) {
        enter(spot.blocks(), values, entered, offered);
      }
      String type = Json.text(element, "type");
      ObjectNode action = Json.object().put("type", type);
      action.put("action_id", actionId).put("block_id", block);
      if (type.equals("button")) {
        Json.putIf(action, "text", element.path("text").deepCopy());
        Json.putText(action, "value", Json.text(element, "value"));
        Json.putText(action, "style", Json.text(element, "style"));
      } else {
        ObjectNode value = FormState.valueOf(element, simple, offered);
        action.setAll(value);
        if (FormState.isStateful(type)) {
          values.withObjectProperty(block).set(actionId, value.deepCopy());
        }
      }
      action.put("action_ts", events.eventTs());
      payload = base("block_actions", who);
      spot(payload, who, spot);
      payload.put(
          "trigger_id",
          triggers.issue(who.id(), spot.view() == null ? null : spot.view().id()));
      payload.putObject("state").set("values", values.deepCopy());
      if (spot.view() != null) {
        payload.remove("state");
        payload.set("view", spot.view().told());
      }
      payload.putArray("actions").add(action);
      world.changed();
    }
    return ask(payload);
  }

  /** Asks the app for the options of an external select. */
  CompletableFuture<Outcome> suggest(
      Member who, Spot spot, String blockId, String actionId, String typed) {
    ObjectNode payload = base("block_suggestion", who);
    synchronized (world) {
      ObjectNode element = FormState.element(spot.blocks(), blockId, actionId);
      if (element == null) {
        return done(Outcome.failed("no_such_element", "This is not there any more."));
      }
      if (typed.length() < Json.number(element, "min_query_length", 3)) {
        return done(
            new Outcome("", "", Map.of(), "", Json.object().set("options", Json.array())));
      }
      payload.put("action_id", actionId).put("block_id", blockId).put("value", typed);
      spot(payload, who, spot);
      payload.remove(List.of("response_url", "trigger_id"));
    }
    return deliveries
        .ask(new Payload(Payload.Kind.INTERACTIVE, payload))
        .thenApply(ack -> suggested(ack, who, spot));
  }

  private Outcome suggested(Ack ack, Member who, Spot spot) {
    JsonNode json = ack.json();
    if (!ack.ok() || json == null || !(json.has("options") || json.has("option_groups"))) {
      return Outcome.failed("no_suggestions", "Could not load the options.");
    }
    ObjectNode select = Json.object().put("type", "static_select").put("action_id", "a");
    Json.putIf(select, "options", json.path("options"));
    Json.putIf(select, "option_groups", json.path("option_groups"));
    boolean empty = json.path("options").isEmpty() && json.path("option_groups").isEmpty();
    ArrayNode asBlocks = Json.array();
    asBlocks.addObject().put("type", "actions").putArray("elements").add(select);
    if (!empty
        && !BlockRules.check(
                asBlocks, BlockRules.Surface.MODAL, "/blocks", java.util.Set.of())
            .isEmpty()) {
      return Outcome.failed("no_suggestions", "Could not load the options.");
    }
    synchronized (world) {
      Map<String, JsonNode> offered = offered(who, spot);
      json.path("options").forEach(o -> offered.put(Json.text(o, "value"), o));
      for (JsonNode group : json.path("option_groups")) {
        group.path("options").forEach(o -> offered.put(Json.text(o, "value"), o));
      }
    }
    return new Outcome("", "", Map.of(), "", json);
  }

  private Map<String, JsonNode> offered(Member who, Spot spot) {
    return spot.view() != null
        ? spot.view().offered
        : offeredInMessages.computeIfAbsent(stateKey(who, spot), key -> new LinkedHashMap<>());
  }

  private ObjectNode state(Member who, Spot spot) {
    if (spot.view() != null) {
      return spot.view().values;
    }
    String key = stateKey(who, spot);
    ObjectNode state = FormState.initial(spot.blocks(), messageStates.get(key));
    messageStates.put(key, state);
    return state;
  }

  private static String stateKey(Member who, Spot spot) {
    ObjectNode message = spot.message();
    Room room = spot.room();
    return who.id()
        + "|"
        + (room == null ? "" : room.id)
        + "|"
        + (message == null ? "" : Json.text(message, "ts"));
  }

  private static void enter(
      JsonNode blocks, ObjectNode values, JsonNode entered, Map<String, JsonNode> offered) {
    for (Map.Entry<String, JsonNode> block : entered.properties()) {
      for (Map.Entry<String, JsonNode> field : block.getValue().properties()) {
        ObjectNode element = FormState.element(blocks, block.getKey(), field.getKey());
        if (element != null && FormState.isStateful(Json.text(element, "type"))) {
          values
              .withObjectProperty(block.getKey())
              .set(field.getKey(), FormState.valueOf(element, field.getValue(), offered));
        }
      }
    }
  }

  /** Container, channel, message and response_url, or the view. */
  private void spot(ObjectNode payload, Member who, Spot spot) {
    ObjectNode container = payload.putObject("container");
    Views.Shown view = spot.view();
    Room room = spot.room();
    ObjectNode message = spot.message();
    if (view != null) {
      container.put("type", "view").put("view_id", view.id());
      payload.set("view", view.told());
      return;
    }
    if (room == null || message == null) {
      return;
    }
    String ts = Json.text(message, "ts");
    container
        .put("type", "message")
        .put("message_ts", ts)
        .put("channel_id", room.id)
        .put("is_ephemeral", spot.ephemeral());
    Json.putText(container, "thread_ts", Json.text(message, "thread_ts"));
    payload.set("channel", channel(room));
    if (!spot.ephemeral()) {
      payload.set("message", message.deepCopy());
    }
    payload.put("response_url", responseUrls.issue("actions", room, who.id(), ts));
  }

  // Forms

  /** Sends a form, once Slack's client finds nothing wrong with it. */
  CompletableFuture<Outcome> submit(Member who, Views.Shown shown, JsonNode entered) {
    ObjectNode payload;
    synchronized (world) {
      List<Views.Shown> stack = views.stack(who.id());
      if (stack.isEmpty() || stack.get(stack.size() - 1) != shown) {
        return done(Outcome.failed("view_not_found", "This form is not open any more."));
      }
      enter(shown.view.path("blocks"), shown.values, entered, shown.offered);
      Map<String, String> mistakes =
          FormState.mistakes(shown.view.path("blocks"), shown.values);
      if (!mistakes.isEmpty()) {
        return done(new Outcome("field_errors", "", mistakes, "", null));
      }
      payload = base("view_submission", who);
      payload.put("trigger_id", triggers.issue(who.id(), shown.id()));
      payload.set("view", shown.told());
      payload.putArray("response_urls");
      world.changed();
    }
    return deliveries
        .ask(new Payload(Payload.Kind.INTERACTIVE, payload))
        .thenApply(ack -> submitted(ack, who, shown));
  }

  private Outcome submitted(Ack ack, Member who, Views.Shown shown) {
    Outcome trouble = Outcome.failed("trouble_connecting", TROUBLE);
    if (!ack.ok()) {
      return trouble;
    }
    synchronized (world) {
      if (ack.body().isBlank()) {
        if (Json.flag(shown.view, "clear_on_close")) {
          views.close(who.id(), true);
        } else {
          views.close(who.id(), false);
        }
        return Outcome.ok("closed");
      }
      JsonNode json = ack.json();
      if (json == null) {
        return trouble;
      }
      try {
        switch (Json.text(json, "response_action")) {
          case "clear" -> {
            views.close(who.id(), true);
            return Outcome.ok("cleared");
          }
          case "update" -> {
            views.checked(json.path("view"), "modal");
            views.replace(shown, json.path("view"));
            return Outcome.ok("updated");
          }
          case "push" -> {
            views.checked(json.path("view"), "modal");
            views.putOnTop(who.id(), json.path("view"));
            return Outcome.ok("pushed");
          }
          case "errors" -> {
            return fieldErrors(shown, json.path("errors"));
          }
          default -> {
            return trouble;
          }
        }
      } catch (SlackError e) {
        return trouble;
      }
    }
  }

  private static Outcome fieldErrors(Views.Shown shown, JsonNode errors) {
    Map<String, String> byBlock = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> error : errors.properties()) {
      boolean input = false;
      for (JsonNode block : shown.view.path("blocks")) {
        input |=
            Json.text(block, "block_id").equals(error.getKey())
                && Json.text(block, "type").equals("input");
      }
      if (!input || !error.getValue().isString()) {
        return Outcome.failed("trouble_connecting", TROUBLE);
      }
      byBlock.put(error.getKey(), error.getValue().stringValue());
    }
    return byBlock.isEmpty()
        ? Outcome.failed("trouble_connecting", TROUBLE)
        : new Outcome("field_errors", "", byBlock, "", null);
  }

  /** Closes the top form, or all; tells the app where it asked to be told. */
  void close(Member who, boolean all) {
    for (Views.Shown gone : views.close(who.id(), all)) {
      if (Json.flag(gone.view, "notify_on_close")) {
        ObjectNode payload = base("view_closed", who);
        ObjectNode view = gone.view.deepCopy();
        view.putObject("state").putObject("values");
        payload.set("view", view);
        payload.put("is_cleared", all);
        deliveries.ask(new Payload(Payload.Kind.INTERACTIVE, payload)).thenAccept(ack -> {});
      }
    }
  }

  /** Opens the app's home or its messages, which the app hears each time. */
  Room openHome(Member who, String tab) {
    synchronized (world) {
      Room room = world.direct(new java.util.LinkedHashSet<>(
          List.of(world.app.botUserId(), who.id())));
      ObjectNode event =
          Json.object()
              .put("type", "app_home_opened")
              .put("user", who.id())
              .put("channel", room.id)
              .put("tab", tab)
              .put("event_ts", events.eventTs());
      Views.Shown home = views.home(who.id());
      if (tab.equals("home") && home != null) {
        event.set("view", home.told());
      }
      events.publish("app_home_opened", null, event);
      world.changed();
      return room;
    }
  }

  // Payloads

  private ObjectNode base(String type, Member who) {
    ObjectNode payload = Json.object().put("type", type);
    payload
        .putObject("user")
        .put("id", who.id())
        .put("username", who.name())
        .put("name", who.name())
        .put("team_id", who.teamId() == null ? world.teamId : who.teamId());
    payload.put("api_app_id", world.app.id()).put("token", "legacy-verification-token");
    payload.putObject("team").put("id", world.teamId).put("domain", world.domain);
    return payload.putNull("enterprise").put("is_enterprise_install", false);
  }

  private static ObjectNode channel(Room room) {
    return Json.object().put("id", room.id).put("name", nameForCommands(room));
  }

  private CompletableFuture<Outcome> ask(ObjectNode payload) {
    return deliveries
        .ask(new Payload(Payload.Kind.INTERACTIVE, payload))
        .thenApply(
            ack ->
                ack.ok()
                    ? Outcome.ok("")
                    : Outcome.failed(
                        "dispatch_failed", "The app did not respond. Please try again."));
  }

  private static CompletableFuture<Outcome> done(Outcome outcome) {
    return CompletableFuture.completedFuture(outcome);
  }
}
