package org.learningadvocate.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells the app what happened, as far as it subscribed, has the scope and is a member. Called with
 * the {@link World}'s lock held.
 */
final class Events {
  /** The scope that each subscription needs; an empty one needs none. */
  private static final Map<String, String> SCOPES =
      Map.ofEntries(
          Map.entry("message.channels", "channels:history"),
          Map.entry("message.groups", "groups:history"),
          Map.entry("message.im", "im:history"),
          Map.entry("message.mpim", "mpim:history"),
          Map.entry("app_mention", "app_mentions:read"),
          Map.entry("app_home_opened", ""),
          Map.entry("app_uninstalled", ""),
          Map.entry("tokens_revoked", ""),
          Map.entry("channel_id_changed", ""),
          Map.entry("reaction_added", "reactions:read"),
          Map.entry("reaction_removed", "reactions:read"),
          Map.entry("member_joined_channel", "channels:read|groups:read"),
          Map.entry("member_left_channel", "channels:read|groups:read"),
          Map.entry("channel_created", "channels:read"),
          Map.entry("channel_rename", "channels:read"),
          Map.entry("channel_archive", "channels:read"),
          Map.entry("channel_unarchive", "channels:read"),
          Map.entry("channel_left", "channels:read"),
          Map.entry("group_rename", "groups:read"),
          Map.entry("group_archive", "groups:read"),
          Map.entry("group_unarchive", "groups:read"),
          Map.entry("group_left", "groups:read"),
          Map.entry("user_change", "users:read"),
          Map.entry("team_join", "users:read"),
          Map.entry("subteam_members_changed", "usergroups:read"),
          Map.entry("file_shared", "files:read"));

  private final World world;
  private final Deliveries deliveries;

  Events(World world, Deliveries deliveries) {
    this.world = world;
    this.deliveries = deliveries;
  }

  /** A new message, and the mention of the bot in it. */
  void posted(Room room, ObjectNode message) {
    ObjectNode event = message.deepCopy();
    // What a thread's parent carries is counted later and never part of the event of its posting.
    message(room, event, world.teamId);
    Member author = world.findMember(Json.text(message, "user"));
    boolean mentions = Json.text(message, "text").contains("<@" + world.app.botUserId() + ">");
    // People report no mention for the text of a file share, and there is none in direct messages.
    if (mentions
        && !room.isDirect()
        && author != null
        && author.kind() != Member.Kind.APP
        && !Json.text(message, "subtype").equals("file_share")) {
      ObjectNode mention = message.deepCopy();
      mention.remove("subtype");
      mention.put("type", "app_mention").put("channel", room.id);
      mention.put("event_ts", Json.text(message, "ts"));
      publish("app_mention", room, mention);
    }
  }

  void message(Room room, ObjectNode event, String team) {
    event.put("type", "message").put("channel", room.id);
    if (!event.has("event_ts")) {
      event.put("event_ts", Json.text(event, "ts"));
    }
    event.put("channel_type", room.kind.channelType);
    publish("message." + room.kind.scope, room, event);
  }

  /** Sends the event where it is subscribed, granted and, with a room, where the bot is in it. */
  void publish(String subscription, @Nullable Room room, ObjectNode event) {
    if (room != null && !world.botIn(room)) {
      return;
    }
    if (!wanted(subscription, room)) {
      return;
    }
    deliveries.event(room, event);
  }

  private boolean wanted(String subscription, @Nullable Room room) {
    if (!world.app.events().contains(subscription)) {
      return false;
    }
    String scope = SCOPES.getOrDefault(subscription, "");
    if (scope.contains("|")) {
      boolean closed = room != null && room.kind != Room.Kind.CHANNEL;
      return world.app.scopes().contains(closed ? "groups:read" : "channels:read");
    }
    return scope.isEmpty() || world.app.scopes().contains(scope);
  }

  /** A timestamp for an event that is no message. */
  String eventTs() {
    return Room.formatTs(world.nowMicros());
  }
}
