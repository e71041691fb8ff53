package org.learningadvocate.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Slack's rules for blocks and views, to the last character; one bad block refuses the whole.
 *
 * <p>Kinder than Slack: blocks of 2026 (card, plan, task_card…) are refused as unsupported, rich
 * text is looked at only to its first level, and a picture's address is never fetched.
 */
final class BlockRules {
  /** Where the blocks are to stand. */
  enum Surface {
    MESSAGE(50),
    MODAL(100),
    HOME(100);

    final int most;

    Surface(int most) {
      this.most = most;
    }
  }

  /** What is wrong, and the JSON pointer to it. */
  record Problem(String message, String pointer) {
    String inWords() {
      return message + " [json-pointer:" + pointer + "]";
    }
  }

  private static final Set<String> INTERACTIVE =
      Set.of(
          "button",
          "static_select",
          "external_select",
          "users_select",
          "conversations_select",
          "channels_select",
          "multi_static_select",
          "multi_external_select",
          "multi_users_select",
          "multi_conversations_select",
          "multi_channels_select",
          "overflow",
          "datepicker",
          "timepicker",
          "datetimepicker",
          "checkboxes",
          "radio_buttons");
  private static final Set<String> INPUT_ONLY =
      Set.of(
          "plain_text_input",
          "email_text_input",
          "url_text_input",
          "number_input",
          "rich_text_input",
          "file_input");
  private static final Set<String> RICH_TEXT =
      Set.of(
          "rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

  private final Surface surface;
  private final Set<String> knownFiles;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, String> blockIds = new HashMap<>();
  private int focused;
  private int markdown;
  private int tables;

  private BlockRules(Surface surface, Set<String> knownFiles) {
    this.surface = surface;
    this.knownFiles = knownFiles;
  }

  /**
   * What Slack would refuse in these blocks.
   *
   * @param root JSON pointer of the array, such as {@code /blocks}
   * @param files ids of files that pictures may show
   */
  static List<Problem> check(
      JsonNode blocks, Surface surface, String root, Set<String> files) {
    BlockRules rules = new BlockRules(surface, files);
    rules.blocks(blocks, root);
    return rules.problems;
  }

  /** What Slack would refuse in this modal or home view; pointers begin with {@code /view}. */
  static List<Problem> checkView(JsonNode view, Set<String> files) {
    boolean home = Json.text(view, "type").equals("home");
    BlockRules rules = new BlockRules(home ? Surface.HOME : Surface.MODAL, files);
    rules.view(view, home);
    return rules.problems;
  }

  private void view(JsonNode view, boolean home) {
    String type = Json.text(view, "type");
    if (!type.equals("home") && !type.equals("modal")) {
      refuse("unsupported type: " + type, "/view/type");
      return;
    }
    if (!home) {
      plain(view, "title", 24, true, "/view");
    }
    plain(view, "submit", 24, false, "/view");
    plain(view, "close", 24, false, "/view");
    atMost(view, "private_metadata", 3000, "/view");
    atMost(view, "callback_id", 255, "/view");
    atMost(view, "external_id", 255, "/view");
    if (!view.path("blocks").isArray()) {
      refuse("missing required field: blocks", "/view");
      return;
    }
    blocks(view.path("blocks"), "/view/blocks");
    boolean hasInput = false;
    for (JsonNode block : view.path("blocks")) {
      hasInput |= Json.text(block, "type").equals("input");
    }
    if (hasInput && !home && !view.has("submit")) {
      refuse("missing required field: submit", "/view");
    }
  }

  private void blocks(JsonNode blocks, String at) {
    if (blocks.size() > surface.most) {
      refuse("no more than " + surface.most + " items allowed", at);
    }
    int index = 0;
    for (JsonNode block : blocks) {
      block(block, at + "/" + index++);
    }
    if (focused > 1) {
      refuse("only one element may have focus_on_load", at);
    }
    if (markdown > 12_000) {
      refuse("must be less than 12001 characters in all markdown blocks", at);
    }
    if (tables > 1) {
      refuse("only_one_table_allowed", at);
    }
  }

  private void block(JsonNode block, String at) {
    if (!block.isObject()) {
      refuse("should be an object", at);
      return;
    }
    atMost(block, "block_id", 255, at);
    String id = Json.text(block, "block_id");
    String type = Json.text(block, "type");
    if (!id.isEmpty() && !type.equals("markdown") && blockIds.put(id, at) != null) {
      refuse("block_id already exists", at + "/block_id");
    }
    switch (type) {
      case "section" -> section(block, at);
      case "header" -> plain(block, "text", 150, true, at);
      case "divider" -> {}
      case "context" -> context(block, at);
      case "actions" -> actions(block, at);
      case "input" -> input(block, at);
      case "image" -> image(block, at, 2000, true);
      case "rich_text" -> richText(block, at);
      case "markdown" -> markdown(block, at);
      case "table" -> table(block, at);
      case "video" -> video(block, at);
      case "context_actions" -> contextActions(block, at);
      case "" -> refuse("missing required field: type", at);
      default -> refuse("unsupported type: " + type, at + "/type");
    }
  }

  private void section(JsonNode block, String at) {
    if (!block.has("text") && !block.has("fields")) {
      refuse("missing required field: text", at);
    }
    if (block.has("text")) {
      text(block.path("text"), 3000, true, at + "/text");
    }
    if (block.has("fields")) {
      sized(block.path("fields"), 1, 10, at + "/fields");
      int index = 0;
      for (JsonNode field : block.path("fields")) {
        text(field, 2000, true, at + "/fields/" + index++);
      }
    }
    if (block.has("accessory")) {
      JsonNode accessory = block.path("accessory");
      String type = Json.text(accessory, "type");
      if (type.equals("image")) {
        image(accessory, at + "/accessory", 2000, false);
      } else if (INPUT_ONLY.contains(type) || type.equals("datetimepicker")) {
        refuse("unsupported type: " + type, at + "/accessory/type");
      } else {
        element(accessory, at + "/accessory");
      }
    }
  }

  private void context(JsonNode block, String at) {
    sized(block.path("elements"), 1, 10, at + "/elements", at, "elements");
    int index = 0;
    for (JsonNode element : block.path("elements")) {
      String there = at + "/elements/" + index++;
      if (Json.text(element, "type").equals("image")) {
        image(element, there, 2000, false);
      } else {
        text(element, 3000, true, there);
      }
    }
  }

  private void actions(JsonNode block, String at) {
    sized(block.path("elements"), 1, 25, at + "/elements", at, "elements");
    Set<String> ids = new HashSet<>();
    int index = 0;
    for (JsonNode element : block.path("elements")) {
      String there = at + "/elements/" + index++;
      String type = Json.text(element, "type");
      if (INPUT_ONLY.contains(type)) {
        refuse("unsupported type: " + type, there + "/type");
        continue;
      }
      element(element, there);
      String id = Json.text(element, "action_id");
      if (!id.isEmpty() && !ids.add(id)) {
        refuse("action_id already exists", there + "/action_id");
      }
    }
  }

  private void input(JsonNode block, String at) {
    plain(block, "label", 2000, true, at);
    plain(block, "hint", 2000, false, at);
    flag(block, "optional", at);
    flag(block, "dispatch_action", at);
    if (!block.path("element").isObject()) {
      refuse("missing required field: element", at);
      return;
    }
    JsonNode element = block.path("element");
    String type = Json.text(element, "type");
    if (type.equals("button") || type.equals("overflow") || type.equals("image")) {
      refuse("unsupported type: " + type, at + "/element/type");
      return;
    }
    element(element, at + "/element");
  }

  private void image(JsonNode image, String at, int altLimit, boolean titled) {
    if (Json.text(image, "alt_text").isEmpty()) {
      refuse("missing required field: alt_text", at);
    }
    atMost(image, "alt_text", altLimit, at);
    boolean url = image.has("image_url");
    boolean file = image.has("slack_file");
    if (url == file) {
      refuse(url ? "only one of image_url, slack_file allowed" : "missing required field: image_url",
          at);
    }
    if (url) {
      address(image, "image_url", true, at);
    }
    if (file) {
      JsonNode slackFile = image.path("slack_file");
      String id = Json.text(slackFile, "id");
      boolean known = !id.isEmpty() && knownFiles.contains(id);
      String fileUrl = Json.text(slackFile, "url");
      known |= !fileUrl.isEmpty() && knownFiles.stream().anyMatch(fileUrl::contains);
      if (!known) {
        refuse("invalid slack file", at + "/slack_file");
      }
    }
    if (titled) {
      plain(image, "title", 2000, false, at);
    }
  }

  private void richText(JsonNode block, String at) {
    if (!block.path("elements").isArray()) {
      refuse("missing required field: elements", at);
      return;
    }
    int index = 0;
    for (JsonNode element : block.path("elements")) {
      String type = Json.text(element, "type");
      if (!RICH_TEXT.contains(type)) {
        refuse("unsupported type: " + type, at + "/elements/" + index + "/type");
      } else if (!element.path("elements").isArray()) {
        refuse("missing required field: elements", at + "/elements/" + index);
      }
      index++;
    }
  }

  private void markdown(JsonNode block, String at) {
    onlyIn(Surface.MESSAGE, "markdown", at);
    String text = Json.text(block, "text");
    markdown += text.length();
    if (text.isEmpty()) {
      refuse("must be more than 0 characters", at + "/text");
    }
  }

  private void table(JsonNode block, String at) {
    onlyIn(Surface.MESSAGE, "table", at);
    tables++;
    sized(block.path("rows"), 1, 100, at + "/rows", at, "rows");
    int index = 0;
    for (JsonNode row : block.path("rows")) {
      sized(row, 1, 20, at + "/rows/" + index);
      for (JsonNode cell : row) {
        String type = Json.text(cell, "type");
        if (!type.equals("raw_text") && !type.equals("rich_text")) {
          refuse("unsupported type: " + type, at + "/rows/" + index);
        }
      }
      index++;
    }
    if (block.path("column_settings").size() > 20) {
      refuse("no more than 20 items allowed", at + "/column_settings");
    }
  }

  private void video(JsonNode block, String at) {
    plain(block, "title", 199, true, at);
    for (String field : List.of("alt_text", "video_url", "thumbnail_url")) {
      if (Json.text(block, field).isEmpty()) {
        refuse("missing required field: " + field, at);
      }
    }
    atMost(block, "author_name", 49, at);
  }

  private void contextActions(JsonNode block, String at) {
    onlyIn(Surface.MESSAGE, "context_actions", at);
    sized(block.path("elements"), 1, 5, at + "/elements", at, "elements");
    int index = 0;
    for (JsonNode element : block.path("elements")) {
      String type = Json.text(element, "type");
      if (!type.equals("feedback_buttons") && !type.equals("icon_button")) {
        refuse("unsupported type: " + type, at + "/elements/" + index + "/type");
      }
      index++;
    }
  }

  private void element(JsonNode element, String at) {
    String type = Json.text(element, "type");
    if (!INTERACTIVE.contains(type) && !INPUT_ONLY.contains(type)) {
      refuse(
          type.isEmpty() ? "missing required field: type" : "unsupported type: " + type,
          type.isEmpty() ? at : at + "/type");
      return;
    }
    atMost(element, "action_id", 255, at);
    plain(element, "placeholder", 150, false, at);
    if (element.has("confirm")) {
      confirm(element.path("confirm"), at + "/confirm");
    }
    if (Json.flag(element, "focus_on_load")) {
      focused++;
    }
    switch (type) {
      case "button" -> button(element, at);
      case "static_select", "multi_static_select" -> staticSelect(element, at);
      case "overflow" -> options(element, at, 1, 5, false, true);
      case "checkboxes", "radio_buttons" -> {
        options(element, at, 1, 10, true, false);
        initialAmong(element, at);
      }
      case "datepicker" -> matches(element, "initial_date", DATE, at);
      case "timepicker" -> matches(element, "initial_time", TIME, at);
      case "datetimepicker" -> dateTime(element, at);
      case "plain_text_input" -> textInput(element, at);
      case "number_input" -> {
        if (!element.path("is_decimal_allowed").isBoolean()) {
          refuse("missing required field: is_decimal_allowed", at);
        }
      }
      case "file_input" -> {
        int files = Json.number(element, "max_files", 10);
        if (files < 1 || files > 10) {
          refuse("must be between 1 and 10", at + "/max_files");
        }
      }
      case "external_select", "multi_external_select" -> {
        if (Json.number(element, "min_query_length", 3) < 0) {
          refuse("must be more than -1", at + "/min_query_length");
        }
      }
      default -> {}
    }
    if (type.startsWith("multi_") && Json.number(element, "max_selected_items", 1) < 1) {
      refuse("must be more than 0", at + "/max_selected_items");
    }
  }

  private void button(JsonNode button, String at) {
    plain(button, "text", 75, true, at);
    atMost(button, "value", 2000, at);
    address(button, "url", false, at);
    atMost(button, "accessibility_label", 75, at);
    if (button.has("style")
        && !Set.of("primary", "danger").contains(Json.text(button, "style"))) {
      refuse("must be one of: primary, danger", at + "/style");
    }
  }

  private void staticSelect(JsonNode select, String at) {
    boolean grouped = select.has("option_groups");
    if (grouped == select.has("options")) {
      refuse(
          grouped
              ? "only one of options, option_groups allowed"
              : "missing required field: options",
          at);
      return;
    }
    if (grouped) {
      JsonNode groups = select.path("option_groups");
      sized(groups, 1, 100, at + "/option_groups");
      int index = 0;
      for (JsonNode group : groups) {
        String there = at + "/option_groups/" + index++;
        plain(group, "label", 75, true, there);
        options(group, there, 1, 100, false, false);
      }
    } else {
      options(select, at, 1, 100, false, false);
    }
    initialAmong(select, at);
  }

  private void options(
      JsonNode holder, String at, int least, int most, boolean mrkdwn, boolean withUrl) {
    JsonNode options = holder.path("options");
    sized(options, least, most, at + "/options", at, "options");
    Set<String> values = new HashSet<>();
    int index = 0;
    for (JsonNode option : options) {
      String there = at + "/options/" + index++;
      if (!option.path("text").isObject()) {
        refuse("missing required field: text", there);
      } else {
        text(option.path("text"), 75, mrkdwn, there + "/text");
      }
      if (option.has("description")) {
        text(option.path("description"), 75, mrkdwn, there + "/description");
      }
      String value = Json.text(option, "value");
      if (!option.path("value").isString() && !option.has("url")) {
        refuse("missing required field: value", there);
      } else if (!value.isEmpty() && !values.add(value)) {
        refuse("values must be unique", there + "/value");
      }
      atMost(option, "value", 150, there);
      if (option.has("url")) {
        if (withUrl) {
          address(option, "url", false, there);
        } else {
          refuse("unsupported field: url", there);
        }
      }
    }
  }

  private void initialAmong(JsonNode element, String at) {
    List<JsonNode> choices = new ArrayList<>();
    element.path("options").forEach(choices::add);
    for (JsonNode group : element.path("option_groups")) {
      group.path("options").forEach(choices::add);
    }
    if (element.has("initial_option") && !among(element.path("initial_option"), choices)) {
      refuse("initial_option must match one option exactly", at + "/initial_option");
    }
    int index = 0;
    for (JsonNode initial : element.path("initial_options")) {
      if (!among(initial, choices)) {
        refuse("initial_options must match options exactly", at + "/initial_options/" + index);
      }
      index++;
    }
    if (element.has("initial_options") && element.path("initial_options").isEmpty()) {
      refuse("no fewer than 1 items allowed", at + "/initial_options");
    }
  }

  private static boolean among(JsonNode initial, List<JsonNode> choices) {
    return choices.stream()
        .anyMatch(
            choice ->
                Json.text(choice, "value").equals(Json.text(initial, "value"))
                    && Json.text(choice.path("text"), "text")
                        .equals(Json.text(initial.path("text"), "text")));
  }

  private void dateTime(JsonNode element, String at) {
    JsonNode initial = element.path("initial_date_time");
    if (!initial.isMissingNode()
        && (!initial.isIntegralNumber() || Long.toString(initial.longValue()).length() != 10)) {
      refuse("must be a 10 digit timestamp", at + "/initial_date_time");
    }
  }

  private void textInput(JsonNode element, String at) {
    int least = Json.number(element, "min_length", 0);
    int most = Json.number(element, "max_length", 3000);
    if (least < 0 || least > 3000) {
      refuse("must be between 0 and 3000", at + "/min_length");
    }
    if (most < 1 || most > 3000 || most < least) {
      refuse("must be between 1 and 3000", at + "/max_length");
    }
    String initial = Json.text(element, "initial_value");
    if (length(initial) > most) {
      refuse("must be less than " + (most + 1) + " characters", at + "/initial_value");
    }
  }

  private void confirm(JsonNode confirm, String at) {
    plain(confirm, "title", 100, true, at);
    if (confirm.path("text").isObject()) {
      text(confirm.path("text"), 300, true, at + "/text");
    } else {
      refuse("missing required field: text", at);
    }
    plain(confirm, "confirm", 30, true, at);
    plain(confirm, "deny", 30, true, at);
  }

  // Texts

  private void plain(JsonNode holder, String field, int most, boolean required, String at) {
    if (!holder.has(field)) {
      if (required) {
        refuse("missing required field: " + field, at);
      }
      return;
    }
    text(holder.path(field), most, false, at + "/" + field);
  }

  private void text(JsonNode text, int most, boolean mrkdwn, String at) {
    String type = Json.text(text, "type");
    if (!type.equals("plain_text") && !(mrkdwn && type.equals("mrkdwn"))) {
      refuse(
          text.isObject() && !type.isEmpty()
              ? "must be a valid enum value"
              : "missing required field: type",
          text.isObject() && !type.isEmpty() ? at + "/type" : at);
      return;
    }
    if (!text.path("text").isString()) {
      refuse("missing required field: text", at);
      return;
    }
    int length = length(Json.text(text, "text"));
    if (length == 0) {
      refuse("must be more than 0 characters", at + "/text");
    }
    if (length > most) {
      refuse("must be less than " + (most + 1) + " characters", at + "/text");
    }
    if (text.has("emoji") && !type.equals("plain_text")) {
      refuse("unsupported field: emoji", at);
    }
    if (text.has("verbatim") && !type.equals("mrkdwn")) {
      refuse("unsupported field: verbatim", at);
    }
  }

  private void atMost(JsonNode holder, String field, int most, String at) {
    JsonNode value = holder.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return;
    }
    if (!value.isString()) {
      refuse("should be a string", at + "/" + field);
    } else if (length(value.stringValue()) > most) {
      refuse("must be less than " + (most + 1) + " characters", at + "/" + field);
    }
  }

  private void address(JsonNode holder, String field, boolean required, String at) {
    String url = Json.text(holder, field);
    if (url.isEmpty()) {
      if (required || holder.has(field)) {
        refuse("must be more than 0 characters", at + "/" + field);
      }
      return;
    }
    atMost(holder, field, 3000, at);
    if (!url.matches("(?i)(https?|slack|mailto|tel):.+")) {
      refuse("must be a valid URL", at + "/" + field);
    }
  }

  private void matches(JsonNode holder, String field, Pattern pattern, String at) {
    if (holder.has(field) && !pattern.matcher(Json.text(holder, field)).matches()) {
      refuse("must match " + pattern.pattern(), at + "/" + field);
    }
  }

  private void flag(JsonNode holder, String field, String at) {
    if (holder.has(field) && !holder.path(field).isBoolean()) {
      refuse("should be a boolean", at + "/" + field);
    }
  }

  private void sized(JsonNode array, int least, int most, String at) {
    sized(array, least, most, at, at, null);
  }

  private void sized(
      JsonNode array, int least, int most, String at, String holder, @Nullable String field) {
    if (!array.isArray()) {
      refuse("missing required field: " + (field == null ? "items" : field), holder);
    } else if (array.size() < least) {
      refuse("no fewer than " + least + " items allowed", at);
    } else if (array.size() > most) {
      refuse("no more than " + most + " items allowed", at);
    }
  }

  private void onlyIn(Surface allowed, String type, String at) {
    if (surface != allowed) {
      refuse("unsupported type: " + type, at + "/type");
    }
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private void refuse(String message, String pointer) {
    problems.add(new Problem(message, pointer));
  }
}
