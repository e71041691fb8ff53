package org.learningadvocate.sandbox;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The few readings of JSON that all parts of the sandbox share; absent and ill-typed read as empty. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static ArrayNode strings(Iterable<String> values) {
    ArrayNode array = array();
    values.forEach(array::add);
    return array;
  }

  /** The parsed text, or null where it is no JSON. */
  static @Nullable JsonNode parse(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node == null || node.isMissingNode() ? null : node;
    } catch (JacksonException e) {
      return null;
    }
  }

  static String write(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }

  /** The string at this field, or an empty one. */
  static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? value.stringValue() : "";
  }

  static boolean flag(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isBoolean() && value.booleanValue();
  }

  static int number(JsonNode node, String field, int otherwise) {
    JsonNode value = node.path(field);
    return value.isNumber() ? (int) Math.round(value.doubleValue()) : otherwise;
  }

  /** Puts the value, or nothing where it is null. */
  static void putIf(ObjectNode node, String field, @Nullable JsonNode value) {
    if (value != null && !value.isMissingNode()) {
      node.set(field, value);
    }
  }

  static void putText(ObjectNode node, String field, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      node.put(field, value);
    }
  }
}
