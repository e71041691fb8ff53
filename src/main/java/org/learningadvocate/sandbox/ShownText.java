package org.learningadvocate.sandbox;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The words that a person reads in a message or view, line by line, with entities decoded. */
final class ShownText {
  private ShownText() {}

  static String of(JsonNode messageOrView) {
    JsonNode blocks = messageOrView.path("blocks");
    List<String> lines = new ArrayList<>();
    boolean richOnly = true;
    for (JsonNode block : blocks) {
      richOnly &= Json.text(block, "type").equals("rich_text");
    }
    if (blocks.isEmpty() || richOnly) {
      lines.add(Json.text(messageOrView, "text"));
    } else {
      collect(messageOrView.path("title"), lines);
      collect(blocks, lines);
    }
    return Composer.unescape(String.join("\n", lines));
  }

  private static void collect(JsonNode node, List<String> lines) {
    if (node.isObject()) {
      JsonNode text = node.path("text");
      if (text.isString()) {
        lines.add(text.stringValue());
      }
      for (String field : List.of("alt_text", "initial_value")) {
        if (!Json.text(node, field).isEmpty()) {
          lines.add(Json.text(node, field));
        }
      }
    }
    for (JsonNode child : node.values()) {
      if (child.isContainer()) {
        collect(child, lines);
      }
    }
  }
}
