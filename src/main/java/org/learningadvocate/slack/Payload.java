package org.learningadvocate.slack;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Slack's JSON, read leniently: fields may be missing, null, new, or of another type. */
final class Payload {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Payload() {}

  /**
   * Reads one JSON object.
   *
   * @throws MalformedException where the text is none
   */
  static JsonNode read(String text) throws MalformedException {
    JsonNode tree;
    try {
      tree = MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw new MalformedException();
    }
    if (tree == null || !tree.isObject()) {
      throw new MalformedException();
    }
    return tree;
  }

  /** A text field; empty where it is missing, null or no text. */
  static String text(JsonNode node, String field) {
    var value = node.path(field);
    return value.isString() ? value.stringValue() : value.isNumber() ? value.asString() : "";
  }

  /** The body is not what Slack sends. */
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1;
  }
}
