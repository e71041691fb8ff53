package org.learningadvocate.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One Web API call with its arguments, whether they came as a form or as JSON: in a form every value
 * is text, and structures are JSON inside it.
 *
 * @param dropMetadata whether a fault loses the metadata of this call
 */
record Call(
    String method,
    ObjectNode arguments,
    World.@Nullable Token token,
    boolean dropMetadata) {

  /** The argument as text; empty where it is missing. */
  String text(String name) {
    JsonNode value = arguments.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    return value.isContainer() ? Json.write(value) : value.asString();
  }

  boolean has(String name) {
    JsonNode value = arguments.path(name);
    return !value.isMissingNode() && !value.isNull();
  }

  String required(String name) {
    String value = text(name);
    if (value.isEmpty()) {
      throw SlackError.invalidArgument("missing required field: " + name);
    }
    return value;
  }

  boolean flag(String name, boolean otherwise) {
    return switch (text(name)) {
      case "" -> otherwise;
      case "1", "true" -> true;
      case "0", "false" -> false;
      default -> throw SlackError.invalidArgument(
          "must be a boolean [json-pointer:/" + name + "]");
    };
  }

  int number(String name, int otherwise) {
    String value = text(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw SlackError.invalidArgument("must be an integer [json-pointer:/" + name + "]");
    }
  }

  /** The page size: 1 to {@code most}. */
  int limit(int otherwise, int most) {
    int limit = number("limit", otherwise);
    if (limit == 0) {
      return otherwise;
    }
    if (limit < 0 || limit > most) {
      throw SlackError.of(
          "invalid_arguments",
          List.of("[ERROR] must be between 1 and " + most + " [json-pointer:/limit]"));
    }
    return limit;
  }

  /** The structured argument, or null where it is missing; {@code code} refuses broken JSON. */
  @Nullable JsonNode json(String name, String code) {
    JsonNode value = arguments.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      return value;
    }
    if (value.stringValue().isBlank()) {
      return null;
    }
    JsonNode parsed = Json.parse(value.stringValue());
    if (parsed == null) {
      throw SlackError.of(code);
    }
    return parsed;
  }

  /** A list that came with commas, or as an array. */
  List<String> list(String name) {
    JsonNode value = arguments.path(name);
    List<String> list = new ArrayList<>();
    if (value.isArray()) {
      value.values().forEach(one -> list.add(one.asString()));
      return list;
    }
    for (String part : text(name).split(",")) {
      if (!part.isBlank()) {
        list.add(part.strip());
      }
    }
    return list;
  }

  Set<String> scopes() {
    return token == null ? Set.of() : token.scopes();
  }

  /** Refuses where the token has none of these scopes. */
  void need(String... anyOf) {
    for (String scope : anyOf) {
      if (scopes().contains(scope)) {
        return;
      }
    }
    if (anyOf.length > 0) {
      throw SlackError.missingScope(anyOf[0], scopes());
    }
  }

  static ObjectNode ok() {
    return Json.object().put("ok", true);
  }
}
