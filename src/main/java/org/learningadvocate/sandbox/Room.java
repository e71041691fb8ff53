package org.learningadvocate.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A channel with its messages, guarded by the {@link World}'s lock. */
final class Room {

  /** The kinds of conversation, with the words that scopes and events use for them. */
  enum Kind {
    CHANNEL("channels", "channel", "C"),
    PRIVATE("groups", "group", "G"),
    IM("im", "im", "D"),
    MPIM("mpim", "mpim", "G");

    final String scope;
    final String channelType;
    final String letter;

    Kind(String scope, String channelType, String letter) {
      this.scope = scope;
      this.channelType = channelType;
      this.letter = letter;
    }
  }

  /** A message that one person alone sees. */
  record Ephemeral(String user, ObjectNode message) {}

  final String id;
  final Kind kind;
  final long created;
  String name;
  boolean external;
  boolean archived;
  String topic = "";
  String purpose = "";
  final Set<String> members = new LinkedHashSet<>();
  final TreeMap<String, ObjectNode> messages = new TreeMap<>();
  final List<Ephemeral> ephemerals = new ArrayList<>();
  final Map<String, String> lastRead = new HashMap<>();
  private long lastMicros;

  Room(String id, Kind kind, String name, long created) {
    this.id = id;
    this.kind = kind;
    this.name = name;
    this.created = created;
  }

  /** A timestamp that this channel has not used yet, at or just after the given microsecond. */
  String newTs(long micros) {
    long next = Math.max(micros, lastMicros + 100);
    lastMicros = next;
    return formatTs(next);
  }

  /** A timestamp of the past for a seeded message; free in this channel. */
  String pastTs(long micros) {
    long next = micros;
    while (messages.containsKey(formatTs(next))) {
      next += 100;
    }
    lastMicros = Math.max(lastMicros, next);
    return formatTs(next);
  }

  static String formatTs(long micros) {
    return String.format("%010d.%06d", micros / 1_000_000, micros % 1_000_000);
  }

  boolean isDirect() {
    return kind == Kind.IM || kind == Kind.MPIM;
  }

  static boolean isReply(ObjectNode message) {
    String thread = Json.text(message, "thread_ts");
    return !thread.isEmpty() && !thread.equals(Json.text(message, "ts"));
  }

  /** Whether history shows it: no reply, or one that was also sent to the channel. */
  static boolean isTopLevel(ObjectNode message) {
    return !isReply(message) || Json.text(message, "subtype").equals("thread_broadcast");
  }

  /** Whether Slack lets people answer it in a thread. */
  static boolean isThreadable(ObjectNode message) {
    return switch (Json.text(message, "subtype")) {
      case "channel_join", "channel_leave", "group_join", "group_leave" -> false;
      default -> true;
    };
  }

  Collection<ObjectNode> all() {
    return messages.values();
  }

  List<ObjectNode> topLevel() {
    return messages.values().stream().filter(Room::isTopLevel).toList();
  }

  List<ObjectNode> replies(String parent) {
    return messages.values().stream()
        .filter(m -> isReply(m) && Json.text(m, "thread_ts").equals(parent))
        .toList();
  }

  @Nullable ObjectNode message(String ts) {
    return messages.get(ts);
  }

  @Nullable Ephemeral ephemeral(String ts) {
    return ephemerals.stream()
        .filter(e -> Json.text(e.message(), "ts").equals(ts))
        .findFirst()
        .orElse(null);
  }

  /** Writes onto the parent what Slack keeps there about its thread. */
  void countReplies(String parentTs) {
    ObjectNode parent = messages.get(parentTs);
    if (parent == null) {
      return;
    }
    List<ObjectNode> replies = replies(parentTs);
    if (replies.isEmpty()) {
      parent.remove(List.of("thread_ts", "reply_count", "reply_users", "reply_users_count",
          "latest_reply", "is_locked", "subscribed"));
      return;
    }
    Set<String> users = new LinkedHashSet<>();
    replies.forEach(reply -> users.add(Json.text(reply, "user")));
    ArrayNode someUsers = Json.array();
    users.stream().limit(5).forEach(someUsers::add);
    parent.put("thread_ts", parentTs).put("reply_count", replies.size());
    parent.put("reply_users_count", users.size());
    parent.put("latest_reply", Json.text(replies.get(replies.size() - 1), "ts"));
    parent.set("reply_users", someUsers);
    parent.put("is_locked", false).put("subscribed", false);
  }
}
