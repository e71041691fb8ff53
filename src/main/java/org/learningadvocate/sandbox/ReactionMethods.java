package org.learningadvocate.sandbox;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** {@code reactions.*}. */
final class ReactionMethods {
  private final World world;
  private final Messages messages;

  ReactionMethods(World world, Messages messages) {
    this.world = world;
    this.messages = messages;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.json("reactions.add", RateLimits.Tier.T3, this::add, "reactions:write"),
        Endpoint.json("reactions.remove", RateLimits.Tier.T2, this::remove, "reactions:write"),
        Endpoint.form("reactions.get", RateLimits.Tier.T3, this::get, "reactions:read"));
  }

  private Room room(Call call) {
    Room room = world.rooms.get(call.required("channel"));
    if (room == null || !world.visibleToBot(room)) {
      throw SlackError.of("channel_not_found");
    }
    if (!world.botIn(room)) {
      throw SlackError.of("not_in_channel");
    }
    return room;
  }

  private ObjectNode add(Call call) {
    String name = call.required("name");
    Room room = room(call);
    if (room.archived) {
      throw SlackError.of("is_archived");
    }
    messages.react(room, call.required("timestamp"), world.app.botUserId(), name);
    return Call.ok();
  }

  private ObjectNode remove(Call call) {
    String name = call.required("name");
    Room room = room(call);
    messages.unreact(room, call.required("timestamp"), world.app.botUserId(), name);
    return Call.ok();
  }

  private ObjectNode get(Call call) {
    Room room = room(call);
    ObjectNode message = room.message(call.required("timestamp"));
    if (message == null) {
      throw SlackError.of("message_not_found");
    }
    ObjectNode told = message.deepCopy();
    ConversationMethods.hideMetadata(told);
    told.put("permalink", world.baseUrl + world.permalink(room, message));
    ObjectNode answer = Call.ok().put("type", "message").put("channel", room.id);
    answer.set("message", told);
    return answer;
  }
}
