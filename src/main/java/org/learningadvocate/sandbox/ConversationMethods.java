package org.learningadvocate.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code conversations.*} and {@code users.conversations}.
 *
 * <p>Kinder than Slack: cursors do not expire and no page is short or empty while others follow.
 */
final class ConversationMethods {
  private final World world;
  private final Messages messages;

  ConversationMethods(World world, Messages messages) {
    this.world = world;
    this.messages = messages;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.form("conversations.list", RateLimits.Tier.T2, this::list),
        Endpoint.form("users.conversations", RateLimits.Tier.T3, this::own),
        Endpoint.form("conversations.info", RateLimits.Tier.T3, this::info),
        Endpoint.json("conversations.history", RateLimits.Tier.T3, this::history),
        Endpoint.form("conversations.replies", RateLimits.Tier.T3, this::replies),
        Endpoint.form("conversations.members", RateLimits.Tier.T4, this::members),
        Endpoint.json("conversations.open", RateLimits.Tier.T3, this::open,
            "im:write", "mpim:write", "channels:manage", "groups:write"),
        Endpoint.json("conversations.join", RateLimits.Tier.T3, this::join, "channels:join"));
  }

  private Set<Room.Kind> kinds(Call call) {
    List<String> types = call.list("types");
    Set<Room.Kind> kinds = new LinkedHashSet<>();
    for (String type : types.isEmpty() ? List.of("public_channel") : types) {
      switch (type) {
        case "public_channel" -> kinds.add(Room.Kind.CHANNEL);
        case "private_channel" -> kinds.add(Room.Kind.PRIVATE);
        case "im" -> kinds.add(Room.Kind.IM);
        case "mpim" -> kinds.add(Room.Kind.MPIM);
        default -> throw SlackError.of("invalid_types");
      }
    }
    // One type without its scope refuses the whole call.
    kinds.forEach(kind -> call.need(kind.scope + ":read"));
    return kinds;
  }

  private List<Room> rooms(Call call) {
    Set<Room.Kind> kinds = kinds(call);
    boolean living = call.flag("exclude_archived", false);
    return world.rooms.values().stream()
        .filter(room -> kinds.contains(room.kind))
        .filter(world::visibleToBot)
        .filter(room -> !living || !room.archived)
        .toList();
  }

  private ObjectNode list(Call call) {
    ObjectNode answer = Call.ok();
    Paging.page(call, answer, "channels", rooms(call), call.limit(100, 999), room -> room.id,
        room -> {
          ObjectNode told = world.tellRoom(room, true);
          if (!room.isDirect()) {
            told.put("num_members", room.members.size());
          }
          return told;
        });
    return answer;
  }

  private ObjectNode own(Call call) {
    String user = call.has("user") ? call.text("user") : world.app.botUserId();
    if (world.members.get(user) == null) {
      throw SlackError.of("user_not_found");
    }
    List<Room> rooms =
        rooms(call).stream().filter(room -> room.members.contains(user)).toList();
    ObjectNode answer = Call.ok();
    Paging.page(call, answer, "channels", rooms, call.limit(100, 999), room -> room.id,
        room -> world.tellRoom(room, false));
    return answer;
  }

  private ObjectNode info(Call call) {
    Room room = seen(call);
    call.need(room.kind.scope + ":read");
    ObjectNode told = world.tellRoom(room, true);
    if (call.flag("include_num_members", false)) {
      told.put("num_members", room.members.size());
    }
    if (call.flag("include_locale", false)) {
      told.put("locale", "en-US");
    }
    ObjectNode answer = Call.ok();
    answer.set("channel", told);
    return answer;
  }

  private Room seen(Call call) {
    Room room = world.rooms.get(call.required("channel"));
    if (room == null || !world.visibleToBot(room)) {
      throw SlackError.of("channel_not_found");
    }
    return room;
  }

  private Room readable(Call call) {
    Room room = seen(call);
    call.need(room.kind.scope + ":history");
    if (!world.botIn(room)) {
      throw SlackError.of("not_in_channel");
    }
    return room;
  }

  private ObjectNode history(Call call) {
    Room room = readable(call);
    List<ObjectNode> newestFirst = new ArrayList<>(room.topLevel());
    Collections.reverse(newestFirst);
    ObjectNode answer = Call.ok();
    page(call, answer, between(call, newestFirst), call.limit(100, 999));
    return answer.put("pin_count", 0).putNull("channel_actions_ts").put("channel_actions_count", 0);
  }

  private ObjectNode replies(Call call) {
    String ts = call.required("ts");
    Room room = readable(call);
    ObjectNode parent = room.message(ts);
    if (parent == null || !Room.isThreadable(parent)) {
      throw SlackError.of("thread_not_found");
    }
    List<ObjectNode> thread = new ArrayList<>();
    thread.add(parent);
    thread.addAll(between(call, room.replies(ts)));
    ObjectNode answer = Call.ok();
    page(call, answer, thread, call.limit(1000, 1000));
    return answer;
  }

  private static List<ObjectNode> between(Call call, List<ObjectNode> messages) {
    String oldest = call.text("oldest");
    String latest = call.text("latest");
    boolean inclusive = call.flag("inclusive", false);
    return messages.stream()
        .filter(
            message -> {
              String ts = Json.text(message, "ts");
              return after(ts, oldest, inclusive) && before(ts, latest, inclusive);
            })
        .toList();
  }

  private static boolean after(String ts, String oldest, boolean inclusive) {
    int order = oldest.isEmpty() ? 1 : compare(ts, oldest);
    return order > 0 || (inclusive && order == 0);
  }

  private static boolean before(String ts, String latest, boolean inclusive) {
    int order = latest.isEmpty() || latest.equals("now") ? -1 : compare(ts, latest);
    return order < 0 || (inclusive && order == 0);
  }

  /** Compares timestamps, also such as {@code 1795420800} or {@code 1795420800.5}. */
  private static int compare(String one, String other) {
    try {
      return new java.math.BigDecimal(one).compareTo(new java.math.BigDecimal(other));
    } catch (NumberFormatException e) {
      throw SlackError.of("invalid_ts_latest");
    }
  }

  private static void page(Call call, ObjectNode answer, List<ObjectNode> all, int limit) {
    boolean whole = call.flag("include_all_metadata", false);
    Paging.page(call, answer, "messages", all, limit, message -> Json.text(message, "ts"),
        message -> {
          ObjectNode told = message.deepCopy();
          if (!whole) {
            hideMetadata(told);
          }
          return told;
        });
    JsonNode next = answer.path("response_metadata").path("next_cursor");
    boolean more = !next.stringValue("").isEmpty();
    answer.put("has_more", more);
    if (!more) {
      answer.remove("response_metadata");
    }
  }

  /** Leaves of the metadata what Slack tells unless asked for all: its type. */
  static void hideMetadata(ObjectNode message) {
    if (message.path("metadata") instanceof ObjectNode metadata) {
      metadata.remove("event_payload");
    }
  }

  private ObjectNode members(Call call) {
    Room room = seen(call);
    call.need(room.kind.scope + ":read");
    ObjectNode answer = Call.ok();
    Paging.page(call, answer, "members", List.copyOf(room.members), call.limit(100, 999),
        id -> id, id -> Json.array().add(id).path(0));
    return answer;
  }

  private ObjectNode open(Call call) {
    List<String> users = call.list("users");
    if (users.isEmpty() && !call.has("channel")) {
      throw SlackError.of("users_list_not_supplied");
    }
    Room room;
    boolean already;
    if (users.isEmpty()) {
      room = seen(call);
      already = true;
    } else {
      if (users.size() > 8) {
        throw SlackError.of("too_many_users");
      }
      Set<String> people = new LinkedHashSet<>(List.of(world.app.botUserId()));
      for (String user : users) {
        Member member = world.members.get(user);
        if (member == null) {
          throw SlackError.of("user_not_found");
        }
        if (member.deleted()) {
          throw SlackError.of("user_disabled");
        }
        if (member.isBot() || member.kind() == Member.Kind.SLACKBOT) {
          throw SlackError.of("cannot_dm_bot");
        }
        people.add(user);
      }
      call.need(people.size() > 2 ? "mpim:write" : "im:write");
      already = world.findDirect(people) != null;
      if (!already && call.flag("prevent_creation", false)) {
        throw SlackError.of("channel_not_found");
      }
      room = world.direct(people);
    }
    ObjectNode answer = Call.ok();
    if (already) {
      answer.put("no_op", true).put("already_open", true);
    }
    answer.set(
        "channel",
        call.flag("return_im", false)
            ? world.tellRoom(room, false)
            : Json.object().put("id", room.id));
    return answer;
  }

  private ObjectNode join(Call call) {
    Room room = seen(call);
    if (room.kind != Room.Kind.CHANNEL) {
      throw SlackError.of("method_not_supported_for_channel_type");
    }
    if (room.archived) {
      throw SlackError.of("is_archived");
    }
    ObjectNode answer = Call.ok();
    if (world.botIn(room)) {
      answer.put("warning", "already_in_channel");
      ArrayNode warnings = answer.putObject("response_metadata").putArray("warnings");
      warnings.add("already_in_channel");
    } else {
      messages.join(room, world.member(world.app.botUserId()), null);
    }
    answer.set("channel", world.tellRoom(room, true));
    return answer;
  }
}
