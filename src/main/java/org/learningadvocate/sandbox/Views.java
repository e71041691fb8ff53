package org.learningadvocate.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The modals that stand open before people, up to three on each other, and their home views. All
 * methods take the {@link World}'s lock.
 *
 * <p>Kinder than Slack: {@code views.open} while a modal is open replaces the whole stack.
 */
final class Views {
  private static final int DEEPEST = 3;
  private static final int LARGEST = 250_000;

  /** One view with what its reader has entered so far. */
  static final class Shown {
    final String user;
    ObjectNode view;
    ObjectNode values;

    /** Options that the app suggested to this person, by option value. */
    final Map<String, JsonNode> offered = new HashMap<>();

    Shown(String user, ObjectNode view, ObjectNode values) {
      this.user = user;
      this.view = view;
      this.values = values;
    }

    String id() {
      return Json.text(view, "id");
    }

    /** The view with its present state, as payloads carry it. */
    ObjectNode told() {
      ObjectNode told = view.deepCopy();
      told.putObject("state").set("values", values.deepCopy());
      return told;
    }
  }

  private final World world;
  private final Triggers triggers;
  private final Map<String, List<Shown>> stacks = new HashMap<>();
  private final Map<String, Shown> homes = new HashMap<>();

  Views(World world, Triggers triggers) {
    this.world = world;
    this.triggers = triggers;
  }

  /** The open modals of this person, bottom first. */
  List<Shown> stack(String user) {
    synchronized (world) {
      return List.copyOf(stacks.getOrDefault(user, List.of()));
    }
  }

  @Nullable Shown home(String user) {
    synchronized (world) {
      return homes.get(user);
    }
  }

  /** The view with this id that this person sees, or null. */
  @Nullable Shown find(String user, String id) {
    synchronized (world) {
      Shown home = homes.get(user);
      if (home != null && home.id().equals(id)) {
        return home;
      }
      for (Shown shown : stacks.getOrDefault(user, List.of())) {
        if (shown.id().equals(id)) {
          return shown;
        }
      }
      return null;
    }
  }

  ObjectNode open(String triggerId, JsonNode view) {
    synchronized (world) {
      checked(view, "modal");
      externalIdFree(view, null);
      Triggers.Trigger trigger = triggers.use(triggerId);
      Shown shown = shown(trigger.user(), view, null, null);
      List<Shown> stack = new ArrayList<>();
      stack.add(shown);
      stacks.put(trigger.user(), stack);
      world.changed();
      return shown.told();
    }
  }

  ObjectNode push(String triggerId, JsonNode view) {
    synchronized (world) {
      checked(view, "modal");
      externalIdFree(view, null);
      Triggers.Trigger trigger = triggers.use(triggerId);
      List<Shown> stack = stacks.getOrDefault(trigger.user(), List.of());
      if (trigger.view() == null || stack.isEmpty()) {
        throw SlackError.of("invalid_trigger_id");
      }
      return putOnTop(trigger.user(), view).told();
    }
  }

  /** Puts a checked view on this person's stack. */
  Shown putOnTop(String user, JsonNode view) {
    List<Shown> stack = stacks.getOrDefault(user, new ArrayList<>());
    if (stack.size() >= DEEPEST) {
      throw SlackError.of("push_limit_reached");
    }
    Shown below = stack.isEmpty() ? null : stack.get(stack.size() - 1);
    Shown shown = shown(user, view, null, below);
    stack.add(shown);
    stacks.put(user, stack);
    world.changed();
    return shown;
  }

  ObjectNode update(String viewId, String externalId, String hash, JsonNode view) {
    synchronized (world) {
      checked(view, "");
      Shown shown = null;
      for (List<Shown> stack : stacks.values()) {
        for (Shown one : stack) {
          boolean wanted =
              viewId.isEmpty()
                  ? Json.text(one.view, "external_id").equals(externalId)
                  : one.id().equals(viewId);
          shown = wanted ? one : shown;
        }
      }
      for (Shown home : homes.values()) {
        shown = home.id().equals(viewId) ? home : shown;
      }
      if (shown == null) {
        throw SlackError.of("not_found");
      }
      hashMatches(hash, shown);
      if (!Json.text(view, "type").equals(Json.text(shown.view, "type"))) {
        throw SlackError.invalidArgument(
            "view type cannot be changed [json-pointer:/view/type]");
      }
      externalIdFree(view, shown);
      replace(shown, view);
      return shown.told();
    }
  }

  /** Shows another content in place of this view, keeping what was entered under the same ids. */
  void replace(Shown shown, JsonNode view) {
    ObjectNode before = shown.view;
    ObjectNode after =
        kept(
            view,
            shown.id(),
            Json.text(before, "root_view_id"),
            before.path("previous_view_id").stringValue(null));
    shown.values = FormState.initial(after.path("blocks"), shown.values);
    shown.view = after;
    world.changed();
  }

  ObjectNode publish(String user, JsonNode view, String hash) {
    synchronized (world) {
      if (!world.app.homeTab()) {
        throw SlackError.of("not_enabled");
      }
      checked(view, "home");
      Shown before = homes.get(user);
      if (before == null) {
        if (!hash.isEmpty()) {
          throw SlackError.of("hash_conflict");
        }
        before = shown(user, view, null, null);
        homes.put(user, before);
        world.changed();
      } else {
        hashMatches(hash, before);
        replace(before, view);
      }
      return before.told();
    }
  }

  /** Takes the top view away; the views that are gone. */
  List<Shown> close(String user, boolean all) {
    synchronized (world) {
      List<Shown> stack = stacks.getOrDefault(user, new ArrayList<>());
      List<Shown> gone = new ArrayList<>();
      while (!stack.isEmpty() && (all || gone.isEmpty())) {
        gone.add(stack.remove(stack.size() - 1));
      }
      world.changed();
      return gone;
    }
  }

  /** Throws Slack's refusal of a broken view; {@code type} may be empty for any. */
  void checked(JsonNode view, String type) {
    if (!view.isObject()) {
      throw SlackError.invalidArgument("must provide an object [json-pointer:/view]");
    }
    if (!type.isEmpty() && !Json.text(view, "type").equals(type)) {
      throw SlackError.invalidArgument(
          "must be a valid enum value: " + type + " [json-pointer:/view/type]");
    }
    if (Json.write(view).length() > LARGEST) {
      throw SlackError.of("view_too_large");
    }
    List<BlockRules.Problem> problems = BlockRules.checkView(view, fileIds());
    if (!problems.isEmpty()) {
      throw SlackError.of(
          "invalid_arguments",
          problems.stream().map(problem -> "[ERROR] " + problem.inWords()).toList());
    }
  }

  Set<String> fileIds() {
    return world.files.values().stream()
        .filter(file -> file.complete)
        .map(file -> file.id)
        .collect(Collectors.toSet());
  }

  private static void hashMatches(String hash, Shown shown) {
    if (!hash.isEmpty() && !hash.equals(Json.text(shown.view, "hash"))) {
      throw SlackError.of("hash_conflict");
    }
  }

  private void externalIdFree(JsonNode view, @Nullable Shown self) {
    String id = Json.text(view, "external_id");
    if (id.isEmpty()) {
      return;
    }
    for (List<Shown> stack : stacks.values()) {
      for (Shown other : stack) {
        if (other != self && Json.text(other.view, "external_id").equals(id)) {
          throw SlackError.of("duplicate_external_id");
        }
      }
    }
  }

  private Shown shown(
      String user, JsonNode view, @Nullable ObjectNode values, @Nullable Shown below) {
    String id = world.newId("V");
    ObjectNode kept =
        kept(
            view,
            id,
            below == null ? id : Json.text(below.view, "root_view_id"),
            below == null ? null : below.id());
    return new Shown(user, kept, FormState.initial(kept.path("blocks"), values));
  }

  private ObjectNode kept(JsonNode view, String id, String root, @Nullable String previous) {
    ObjectNode kept = Json.object().put("id", id).put("team_id", world.teamId);
    kept.put("type", Json.text(view, "type"));
    for (String field : List.of("title", "submit", "close")) {
      JsonNode text = view.path(field);
      if (text instanceof ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        if (!copy.has("emoji")) {
          copy.put("emoji", true);
        }
        kept.set(field, copy);
      } else {
        kept.putNull(field);
      }
    }
    ArrayNode blocks = new BlockDefaults(world).filled(view.path("blocks"));
    kept.set("blocks", blocks);
    kept.put("private_metadata", Json.text(view, "private_metadata"))
        .put("callback_id", Json.text(view, "callback_id"))
        .put("external_id", Json.text(view, "external_id"))
        .put("hash", world.nowSeconds() + "." + world.letters(8))
        .put("clear_on_close", Json.flag(view, "clear_on_close"))
        .put("notify_on_close", Json.flag(view, "notify_on_close"))
        .put("root_view_id", root)
        .put("previous_view_id", previous)
        .put("app_id", world.app.id())
        .put("app_installed_team_id", world.teamId)
        .put("bot_id", world.app.botId());
    return kept;
  }
}
