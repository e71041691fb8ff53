package org.learningadvocate.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a person has entered into blocks, in the shape of {@code state.values}. It reads the simple
 * values of the page (a string, a number or an array of strings) and checks them as Slack's client
 * does before it sends a form.
 */
final class FormState {
  private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

  private FormState() {}

  static boolean isStateful(String type) {
    return type.endsWith("_select")
        || type.endsWith("_input")
        || type.endsWith("picker")
        || type.equals("checkboxes")
        || type.equals("radio_buttons");
  }

  /** The state that the blocks begin with, keeping what was entered under the same two ids. */
  static ObjectNode initial(JsonNode blocks, @Nullable ObjectNode before) {
    ObjectNode values = Json.object();
    each(
        blocks,
        (block, element) -> {
          String blockId = Json.text(block, "block_id");
          String actionId = Json.text(element, "action_id");
          JsonNode old =
              before == null ? NullNode.getInstance() : before.path(blockId).path(actionId);
          boolean keep = old.isObject() && Json.text(old, "type").equals(Json.text(element, "type"));
          values
              .withObjectProperty(blockId)
              .set(actionId, keep ? old.deepCopy() : initialValue(element));
        });
    return values;
  }

  /** The element with these ids, or null. */
  static @Nullable ObjectNode element(JsonNode blocks, String blockId, String actionId) {
    for (JsonNode block : blocks) {
      if (!Json.text(block, "block_id").equals(blockId) && !blockId.isEmpty()) {
        continue;
      }
      for (JsonNode element : elements(block)) {
        if (Json.text(element, "action_id").equals(actionId)
            && element instanceof ObjectNode object) {
          return object;
        }
      }
    }
    return null;
  }

  /** The id of the block that holds the first element with this action id, or null. */
  static @Nullable String blockOf(JsonNode blocks, String actionId) {
    for (JsonNode block : blocks) {
      for (JsonNode element : elements(block)) {
        if (Json.text(element, "action_id").equals(actionId)) {
          return Json.text(block, "block_id");
        }
      }
    }
    return null;
  }

  static List<JsonNode> elements(JsonNode block) {
    List<JsonNode> elements = new ArrayList<>();
    if (block.path("element").isObject()) {
      elements.add(block.path("element"));
    }
    if (block.path("accessory").isObject()) {
      elements.add(block.path("accessory"));
    }
    if (Json.text(block, "type").equals("actions")) {
      block.path("elements").forEach(elements::add);
    }
    return elements;
  }

  private static void each(JsonNode blocks, BiConsumer<JsonNode, JsonNode> seen) {
    for (JsonNode block : blocks) {
      for (JsonNode element : elements(block)) {
        if (isStateful(Json.text(element, "type"))) {
          seen.accept(block, element);
        }
      }
    }
  }

  private static ObjectNode initialValue(JsonNode element) {
    ObjectNode value = empty(element);
    String key = key(Json.text(element, "type"));
    JsonNode initial = element.path("initial_" + key.replace("selected_", ""));
    if (key.equals("value")) {
      initial = element.path("initial_value");
    }
    if (!initial.isMissingNode()) {
      value.set(key, initial.deepCopy());
    }
    return value;
  }

  private static ObjectNode empty(JsonNode element) {
    String type = Json.text(element, "type");
    ObjectNode value = Json.object().put("type", type);
    if (isMany(type)) {
      value.putArray(key(type));
    } else {
      value.putNull(key(type));
    }
    return value;
  }

  private static boolean isMany(String type) {
    return type.startsWith("multi_") || type.equals("checkboxes") || type.equals("file_input");
  }

  /** The field under which Slack tells the value of such an element. */
  static String key(String type) {
    return switch (type) {
      case "static_select", "external_select", "radio_buttons", "overflow" -> "selected_option";
      case "multi_static_select", "multi_external_select", "checkboxes" -> "selected_options";
      case "users_select" -> "selected_user";
      case "channels_select" -> "selected_channel";
      case "conversations_select" -> "selected_conversation";
      case "multi_users_select" -> "selected_users";
      case "multi_channels_select" -> "selected_channels";
      case "multi_conversations_select" -> "selected_conversations";
      case "datepicker" -> "selected_date";
      case "timepicker" -> "selected_time";
      case "datetimepicker" -> "selected_date_time";
      case "rich_text_input" -> "rich_text_value";
      case "file_input" -> "files";
      default -> "value";
    };
  }

  /**
   * Slack's value object for what a person entered.
   *
   * @param offered options that the app suggested for an external select, by value
   * @throws IllegalArgumentException where the element offers no such choice
   */
  static ObjectNode valueOf(JsonNode element, JsonNode simple, Map<String, JsonNode> offered) {
    String type = Json.text(element, "type");
    ObjectNode value = empty(element);
    String key = key(type);
    boolean nothing =
        simple.isMissingNode()
            || simple.isNull()
            || (simple.isString() && simple.stringValue().isEmpty())
            || (simple.isArray() && simple.isEmpty());
    if (nothing) {
      return value;
    }
    if (simple.isObject()) { // already in Slack's shape
      return ((ObjectNode) simple.deepCopy()).put("type", type);
    }
    switch (key) {
      case "selected_option" -> value.set(key, option(element, simple.asString(), offered));
      case "selected_options" -> {
        ArrayNode chosen = value.withArrayProperty(key);
        simple.values().forEach(one -> chosen.add(option(element, one.asString(), offered)));
      }
      case "selected_date_time" -> value.put(key, Long.parseLong(simple.asString()));
      case "rich_text_value" -> value.set(key, Composer.richText(simple.asString()));
      case "files" -> {
        ArrayNode files = value.withArrayProperty(key);
        simple.values().forEach(one -> files.addObject().put("id", one.asString()));
      }
      default -> value.set(key, simple.deepCopy());
    }
    return value;
  }

  private static JsonNode option(
      JsonNode element, String wanted, Map<String, JsonNode> offered) {
    Map<String, JsonNode> choices = new LinkedHashMap<>(offered);
    element.path("options").forEach(option -> choices.put(Json.text(option, "value"), option));
    for (JsonNode group : element.path("option_groups")) {
      group.path("options").forEach(option -> choices.put(Json.text(option, "value"), option));
    }
    element.path("initial_options").forEach(o -> choices.putIfAbsent(Json.text(o, "value"), o));
    if (element.has("initial_option")) {
      choices.putIfAbsent(
          Json.text(element.path("initial_option"), "value"), element.path("initial_option"));
    }
    JsonNode chosen = choices.get(wanted);
    if (chosen == null) {
      throw new IllegalArgumentException(
          "No option " + wanted + " in " + Json.text(element, "action_id") + ": "
              + choices.keySet());
    }
    return chosen.deepCopy();
  }

  /** What Slack's client says about a form before it sends it: block id to sentence. */
  static Map<String, String> mistakes(JsonNode blocks, ObjectNode values) {
    Map<String, String> mistakes = new LinkedHashMap<>();
    for (JsonNode block : blocks) {
      if (!Json.text(block, "type").equals("input")) {
        continue;
      }
      String blockId = Json.text(block, "block_id");
      JsonNode element = block.path("element");
      JsonNode value = values.path(blockId).path(Json.text(element, "action_id"));
      String mistake = mistake(element, value, Json.flag(block, "optional"));
      if (mistake != null) {
        mistakes.put(blockId, mistake);
      }
    }
    return mistakes;
  }

  private static @Nullable String mistake(JsonNode element, JsonNode value, boolean optional) {
    String type = Json.text(element, "type");
    JsonNode entered = value.path(key(type));
    boolean nothing =
        entered.isMissingNode()
            || entered.isNull()
            || (entered.isContainer() && entered.isEmpty())
            || (entered.isString() && entered.stringValue().isBlank());
    if (nothing) {
      return optional ? null : "Please complete this required field.";
    }
    if (entered.isArray()) {
      int most = Json.number(element, "max_selected_items", Integer.MAX_VALUE);
      return entered.size() > most ? "Please select at most " + most + " items." : null;
    }
    String text = entered.isString() ? entered.stringValue() : "";
    return switch (type) {
      case "plain_text_input" -> tooShortOrLong(element, text);
      case "email_text_input" -> MAIL.matcher(text).matches()
          ? null
          : "Please enter a valid email address.";
      case "url_text_input" -> text.matches("(?i)https?://\\S+") ? null : "Please enter a valid URL.";
      case "number_input" -> number(element, text);
      default -> null;
    };
  }

  private static @Nullable String tooShortOrLong(JsonNode element, String text) {
    int length = text.codePointCount(0, text.length());
    int least = Json.number(element, "min_length", 0);
    int most = Json.number(element, "max_length", 3000);
    if (length < least) {
      return "Please enter at least " + least + " characters.";
    }
    return length > most ? "Please enter at most " + most + " characters." : null;
  }

  private static @Nullable String number(JsonNode element, String text) {
    if (!text.matches("-?\\d+(\\.\\d+)?")
        || (text.contains(".") && !Json.flag(element, "is_decimal_allowed"))) {
      return "Please enter a valid number.";
    }
    double number = Double.parseDouble(text);
    String least = Json.text(element, "min_value");
    String most = Json.text(element, "max_value");
    if (!least.isEmpty() && number < Double.parseDouble(least)) {
      return "Please enter a number of at least " + least + ".";
    }
    return !most.isEmpty() && number > Double.parseDouble(most)
        ? "Please enter a number of at most " + most + "."
        : null;
  }
}
