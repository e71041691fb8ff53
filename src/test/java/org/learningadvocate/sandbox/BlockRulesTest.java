package org.learningadvocate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Block Kit's limits, at the last character that is allowed and the first that is not. */
class BlockRulesTest extends SandboxCase {

  @Test
  void namesTheRuleAndTheJsonPointerAsSlackDoes() {
    JsonNode answer =
        slack.call(
            "chat.postMessage",
            "channel",
            "C0LEARNING",
            "blocks",
            "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\""
                + "x".repeat(3001)
                + "\"}}]");
    assertRefused(answer, "invalid_blocks");
    assertThat(answer.path("errors").path(0).asString())
        .isEqualTo("must be less than 3001 characters [json-pointer:/blocks/0/text/text]");
    assertThat(answer.at("/response_metadata/messages/0").asString())
        .isEqualTo(
            "[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]");
    assertThat(workspace.channel("#learning").posts()).isEmpty();
  }

  @Test
  void blocksThatAreNoArrayHaveTheirOwnError() {
    assertRefused(
        slack.call("chat.postMessage", "channel", "C0LEARNING", "blocks", "\"[]\""),
        "invalid_blocks_format");
  }

  @Test
  void tooMuchInAllBlocksTogetherIsRefused() {
    String section =
        "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\""
            + "x".repeat(2900)
            + "\"}}";
    assertRefused(
        slack.call(
            "chat.postMessage",
            "channel",
            "C0LEARNING",
            "blocks",
            "[" + String.join(",", List.of(section, section, section, section, section)) + "]"),
        "msg_blocks_too_long");
  }

  @ParameterizedTest
  @CsvSource({"section,3000", "header,150", "button,75", "context,3000", "field,2000"})
  void textsHaveALongestLength(String where, int most) {
    assertThat(problems(textIn(where, most))).isEmpty();
    assertThat(problems(textIn(where, most + 1)))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .isEqualTo("must be less than " + (most + 1) + " characters"));
    assertThat(problems(textIn(where, 0)))
        .extracting(BlockRules.Problem::message)
        .containsExactly("must be more than 0 characters");
  }

  private static String textIn(String where, int length) {
    String text = "x".repeat(length);
    String plain = "{\"type\":\"plain_text\",\"text\":\"" + text + "\"}";
    return switch (where) {
      case "header" -> "[{\"type\":\"header\",\"text\":" + plain + "}]";
      case "button" -> "[{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"text\":"
          + plain
          + "}]}]";
      case "context" -> "[{\"type\":\"context\",\"elements\":[" + plain + "]}]";
      case "field" -> "[{\"type\":\"section\",\"fields\":[" + plain + "]}]";
      default -> "[{\"type\":\"section\",\"text\":" + plain + "}]";
    };
  }

  @ParameterizedTest
  @CsvSource({"context,10", "actions,25", "overflow,5", "radio_buttons,10", "static_select,100"})
  void listsHaveAMostAndALeast(String where, int most) {
    assertThat(problems(listOf(where, most))).isEmpty();
    assertThat(problems(listOf(where, most + 1)))
        .extracting(BlockRules.Problem::message)
        .containsExactly("no more than " + most + " items allowed");
    assertThat(problems(listOf(where, 0))).isNotEmpty();
  }

  private static String listOf(String where, int size) {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < size; i++) {
      String text = "{\"type\":\"plain_text\",\"text\":\"o\"}";
      items.append(i == 0 ? "" : ",");
      switch (where) {
        case "context" -> items.append(text);
        case "actions" -> items.append("{\"type\":\"button\",\"text\":" + text + "}");
        default -> items.append("{\"text\":" + text + ",\"value\":\"" + i + "\"}");
      }
    }
    if (where.equals("context") || where.equals("actions")) {
      return "[{\"type\":\"" + where + "\",\"elements\":[" + items + "]}]";
    }
    return "[{\"type\":\"actions\",\"elements\":[{\"type\":\""
        + where
        + "\",\"options\":["
        + items
        + "]}]}]";
  }

  @Test
  void fiftyBlocksInAMessageAndAHundredInAView() {
    String fifty = String.join(",", java.util.Collections.nCopies(50, "{\"type\":\"divider\"}"));
    assertThat(problems("[" + fifty + "]")).isEmpty();
    assertThat(problems("[" + fifty + ",{\"type\":\"divider\"}]")).hasSize(1);
    assertThat(
            view("{\"type\":\"home\",\"blocks\":[" + fifty + "," + fifty + "]}"))
        .isEmpty();
    assertThat(
            view(
                "{\"type\":\"home\",\"blocks\":["
                    + fifty
                    + ","
                    + fifty
                    + ",{\"type\":\"divider\"}]}"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{'type':'poem'}] | unsupported type: poem",
        "[{'type':'section'}] | missing required field: text",
        "[{'type':'actions'}] | missing required field: elements",
        "[{'type':'divider','block_id':'a'},{'type':'divider','block_id':'a'}]"
            + " | block_id already exists",
        "[{'type':'image','image_url':'https://x.test/a.png'}]"
            + " | missing required field: alt_text",
        "[{'type':'image','alt_text':'a','slack_file':{'id':'F0NONE'}}] | invalid slack file",
        "[{'type':'header','text':{'type':'mrkdwn','text':'a'}}] | must be a valid enum value",
        "[{'type':'section','text':{'type':'mrkdwn','text':'a','emoji':true}}]"
            + " | unsupported field: emoji",
        "[{'type':'section','text':{'type':'plain_text','text':'a'},'accessory':{'type':"
            + "'button','style':'primary','text':{'type':'mrkdwn','text':'a'}}}]"
            + " | must be a valid enum value",
        "[{'type':'actions','elements':[{'type':'button','style':'big','text':"
            + "{'type':'plain_text','text':'a'}}]}] | must be one of: primary, danger",
        "[{'type':'actions','elements':[{'type':'plain_text_input'}]}]"
            + " | unsupported type: plain_text_input",
        "[{'type':'actions','elements':[{'type':'static_select','options':[{'text':"
            + "{'type':'plain_text','text':'a'},'value':'1'}],'initial_option':{'text':"
            + "{'type':'plain_text','text':'b'},'value':'1'}}]}]"
            + " | initial_option must match one option exactly",
        "[{'type':'actions','elements':[{'type':'datepicker','initial_date':'27/11/2026'}]}]"
            + " | must match \\d{4}-\\d{2}-\\d{2}"
      })
  void whatElseIsRefused(String blocks, String message) {
    assertThat(problems(blocks.replace('\'', '"')))
        .extracting(BlockRules.Problem::message)
        .containsExactly(message);
  }

  @Test
  void modalsNeedATitleAndASubmitAsSoonAsTheyAsk() {
    String input =
        "{\"type\":\"input\",\"label\":{\"type\":\"plain_text\",\"text\":\"a\"},"
            + "\"element\":{\"type\":\"plain_text_input\"}}";
    assertThat(view("{\"type\":\"modal\",\"blocks\":[" + input + "]}"))
        .extracting(BlockRules.Problem::message)
        .containsExactly("missing required field: title", "missing required field: submit");
    String title = "{\"type\":\"plain_text\",\"text\":\"" + "x".repeat(25) + "\"}";
    assertThat(view("{\"type\":\"modal\",\"title\":" + title + ",\"blocks\":[]}"))
        .extracting(BlockRules.Problem::pointer)
        .containsExactly("/view/title/text");
    assertThat(
            view(
                "{\"type\":\"home\",\"private_metadata\":\""
                    + "x".repeat(3001)
                    + "\",\"blocks\":[]}"))
        .hasSize(1);
    assertThat(view("{\"type\":\"home\",\"blocks\":[{\"type\":\"markdown\",\"text\":\"a\"}]}"))
        .hasSize(1);
  }

  private static List<BlockRules.Problem> problems(String blocks) {
    return BlockRules.check(
        Objects.requireNonNull(Json.parse(blocks)),
        BlockRules.Surface.MESSAGE,
        "/blocks",
        Set.of());
  }

  private static List<BlockRules.Problem> view(String view) {
    return BlockRules.checkView(Objects.requireNonNull(Json.parse(view)), Set.of());
  }
}
