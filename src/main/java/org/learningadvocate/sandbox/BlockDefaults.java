package org.learningadvocate.sandbox;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What Slack writes into blocks that it was sent: missing ids, and the defaults of texts. */
final class BlockDefaults {
  private final World world;

  BlockDefaults(World world) {
    this.world = world;
  }

  /** A copy of the blocks as Slack keeps them. */
  ArrayNode filled(JsonNode blocks) {
    ArrayNode kept = Json.array();
    for (JsonNode block : blocks) {
      if (block instanceof ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        if (Json.text(copy, "type").equals("markdown") || !copy.has("block_id")) {
          copy.put("block_id", world.letters(5));
        }
        fill(copy);
        kept.add(copy);
      }
    }
    return kept;
  }

  private void fill(JsonNode node) {
    if (node instanceof ObjectNode object) {
      String type = Json.text(object, "type");
      if (type.equals("plain_text") && object.has("text") && !object.has("emoji")) {
        object.put("emoji", true);
      }
      if (type.equals("mrkdwn") && object.has("text") && !object.has("verbatim")) {
        object.put("verbatim", false);
      }
      if (type.equals("input")) {
        defaultFalse(object, "optional");
        defaultFalse(object, "dispatch_action");
      }
      if (FormState.isStateful(type) || type.equals("button") || type.equals("overflow")) {
        if (Json.text(object, "action_id").isEmpty()) {
          object.put("action_id", world.letters(5));
        }
      }
      if (type.equals("plain_text_input")) {
        defaultFalse(object, "multiline");
      }
    }
    for (JsonNode child : node.values()) {
      if (child.isContainer()) {
        fill(child);
      }
    }
  }

  private static void defaultFalse(ObjectNode object, String field) {
    if (!object.has(field)) {
      object.put(field, false);
    }
  }
}
