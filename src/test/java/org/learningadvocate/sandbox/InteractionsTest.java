package org.learningadvocate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Commands, buttons, forms, shortcuts, triggers and response_urls. */
class InteractionsTest extends SandboxCase {
  private static final String MODAL =
      """
      {"type":"modal","callback_id":"answers","notify_on_close":true,"private_metadata":"R1",
       "title":{"type":"plain_text","text":"Answer"},"submit":{"type":"plain_text","text":"Save"},
       "blocks":[
        {"type":"input","block_id":"goal","label":{"type":"plain_text","text":"Goal"},
         "element":{"type":"plain_text_input","action_id":"v","min_length":3,"max_length":20}},
        {"type":"input","block_id":"due","optional":true,"label":{"type":"plain_text","text":"Due"},
         "element":{"type":"datepicker","action_id":"d","initial_date":"2026-12-01"}},
        {"type":"input","block_id":"size","optional":true,
         "label":{"type":"plain_text","text":"Size"},
         "element":{"type":"static_select","action_id":"s","options":[
          {"text":{"type":"plain_text","text":"Small"},"value":"small"},
          {"text":{"type":"plain_text","text":"Large"},"value":"large"}]}}]}""";

  @Test
  void aCommandComesAsFormFieldsAndItsAnswerIsSeenByThePersonAlone() {
    app.answers = got -> PretendApp.Reply.ok("{\"text\":\"Only for you\"}");
    Acted acted = workspace.runs("ana", "#general", "/advocate brief @ken");
    assertThat(acted.ok()).isTrue();
    Map<String, String> form = app.next().form();
    assertThat(form)
        .containsEntry("command", "/advocate")
        .containsEntry("text", "brief <@U0KEN>")
        .containsEntry("user_id", "U0ANA")
        .containsEntry("channel_id", "C0GENERAL")
        .containsEntry("is_enterprise_install", "false")
        .containsKeys("trigger_id", "response_url", "team_domain");
    assertThat(workspace.channel("#general").whispersTo("ana"))
        .extracting(Post::text)
        .containsExactly("Only for you");
  }

  @Test
  void aPlainTextAnswerIsShownAndAnEmptyOneIsNot() {
    app.answers = got -> PretendApp.Reply.ok("Just words");
    workspace.runs("ana", "#learning", "/advocate");
    app.answers = got -> PretendApp.Reply.ok("");
    workspace.runs("ana", "#learning", "/advocate");
    assertThat(workspace.channel("#learning").whispersTo("ana"))
        .extracting(Post::text)
        .containsExactly("Just words");
  }

  @Test
  void aLateCommandShowsOperationTimeout() {
    app.answers = got -> new PretendApp.Reply(200, "too late", 1500);
    Acted acted = workspace.runs("ana", "#learning", "/advocate help");
    assertThat(acted.error()).isEqualTo("operation_timeout");
    Post line = workspace.channel("#learning").whispersTo("ana").get(0);
    assertThat(line.text()).contains("/advocate", "operation_timeout");
    assertThat(Json.text(line.json(), "user")).isEqualTo("USLACKBOT");
  }

  @Test
  void aFailedCommandShowsDispatchFailed() {
    app.answers = got -> new PretendApp.Reply(404, "", 0);
    assertThat(workspace.runs("ana", "#learning", "/advocate").error())
        .isEqualTo("dispatch_failed");
    assertThat(workspace.runs("ana", "#learning", "/nothing").error())
        .isEqualTo("unknown_command");
  }

  @Test
  void inPrivateChannelsTheNameIsHidden() {
    workspace.runs("priya", "#briefs", "/advocate");
    assertThat(app.next().form()).containsEntry("channel_name", "privategroup");
  }

  @Test
  void aResponseUrlTakesFiveAnswersWithinThirtyMinutes() {
    workspace.runs("ana", "#general", "/advocate");
    String url = app.next().form().get("response_url");
    for (int i = 1; i <= 5; i++) {
      assertThat(respond(url, "{\"text\":\"" + i + "\"}").statusCode()).isEqualTo(200);
    }
    HttpResponse<String> sixth = respond(url, "{\"text\":\"6\"}");
    assertThat(sixth.statusCode()).isEqualTo(404);
    assertThat(sixth.body()).isEqualTo("used_url");
    assertThat(workspace.channel("#general").whispersTo("ana")).hasSize(5);
    workspace.runs("ana", "#general", "/advocate");
    String late = app.next().form().get("response_url");
    clock.forward(Duration.ofMinutes(31));
    assertThat(respond(late, "{\"text\":\"x\"}").body()).isEqualTo("expired_url");
  }

  @Test
  void aResponseUrlPostsAloudWhereTheBotIsNotAMember() {
    workspace.runs("ana", "#general", "/advocate");
    String url = app.next().form().get("response_url");
    respond(url, "{\"response_type\":\"in_channel\",\"text\":\"For all\"}");
    assertThat(workspace.channel("#general").last()).isEqualTo("For all");
    assertThat(respond(url, "nonsense").body()).isEqualTo("invalid_payload");
    assertThat(respond(url, "{\"blocks\":[{\"type\":\"section\"}]}").body())
        .isEqualTo("invalid_blocks");
  }

  @Test
  void aPressComesWithMessageContainerStateAndValue() {
    Post post = postWithButtons();
    assertThat(post.press("ken", "claim").ok()).isTrue();
    JsonNode payload = nextPayload("block_actions");
    assertThat(Json.text(payload.at("/actions/0"), "value")).isEqualTo("R1");
    assertThat(Json.text(payload.at("/actions/0"), "block_id")).isEqualTo("b1");
    assertThat(Json.text(payload.path("container"), "message_ts")).isEqualTo(post.ts());
    assertThat(payload.at("/container/is_ephemeral").booleanValue()).isFalse();
    assertThat(Json.text(payload.path("message"), "text")).isEqualTo("Homework");
    assertThat(Json.text(payload.path("user"), "id")).isEqualTo("U0KEN");
    assertThat(Json.text(payload, "response_url")).contains("/actions/");
    assertThat(payload.path("state").has("values")).isTrue();
    post.select("ken", "more", "snooze");
    payload = nextPayload("block_actions");
    assertThat(Json.text(payload.at("/actions/0/selected_option"), "value"))
        .isEqualTo("snooze");
  }

  @Test
  void anUnansweredPressIsNotRepeatedAndThePersonSeesIt() {
    app.answers = got -> new PretendApp.Reply(500, "", 0);
    Acted acted = postWithButtons().press("ken", "claim");
    assertThat(acted.ok()).isFalse();
    assertThat(workspace.awaitQuiet(Duration.ofSeconds(2))).isTrue();
    assertThat(app.all.stream().filter(g -> g.text().contains("block_actions")).count())
        .isEqualTo(1);
  }

  @Test
  void anEphemeralMessageIsReplacedAndDeletedOnlyByItsResponseUrl() {
    slack.call(
        "chat.postEphemeral",
        "channel",
        "C0LEARNING",
        "user",
        "U0ANA",
        "text",
        "Page 1",
        "blocks",
        "[{\"type\":\"actions\",\"block_id\":\"p\",\"elements\":[{\"type\":\"button\","
            + "\"action_id\":\"next\",\"text\":{\"type\":\"plain_text\",\"text\":\"Next\"}}]}]");
    Post whisper = workspace.channel("#learning").whispersTo("ana").get(0);
    whisper.press("ana", "next");
    JsonNode payload = nextPayload("block_actions");
    assertThat(payload.at("/container/is_ephemeral").booleanValue()).isTrue();
    assertThat(payload.has("message")).isFalse();
    String url = Json.text(payload, "response_url");
    respond(url, "{\"replace_original\":true,\"text\":\"Page 2\"}");
    assertThat(workspace.channel("#learning").whispersTo("ana"))
        .extracting(Post::text)
        .containsExactly("Page 2");
    respond(url, "{\"delete_original\":true}");
    assertThat(workspace.channel("#learning").whispersTo("ana")).isEmpty();
  }

  @Test
  void aTriggerOpensOneViewWithinThreeSeconds() {
    String trigger = trigger("ana");
    JsonNode opened = assertOk(open(trigger, MODAL));
    assertThat(Json.text(opened.path("view"), "id")).startsWith("V");
    assertThat(Json.text(opened.path("view"), "hash")).isNotEmpty();
    assertRefused(open(trigger, MODAL), "exchanged_trigger_id");
    String late = trigger("ana");
    clock.forward(Duration.ofMillis(3_100));
    assertRefused(open(late, MODAL), "expired_trigger_id");
    assertRefused(open("1.2.x", MODAL), "invalid_trigger_id");
    assertRefused(slack.call("views.open", "view", MODAL), "invalid_arguments");
  }

  @Test
  void aBrokenViewNamesThePointerAndLeavesTheTriggerUsable() {
    String trigger = trigger("ana");
    JsonNode answer = open(trigger, MODAL.replace("\"Save\"", "\"\""));
    assertRefused(answer, "invalid_arguments");
    assertThat(answer.at("/response_metadata/messages/0").asString())
        .contains("json-pointer:/view/submit/text");
    assertOk(open(trigger, MODAL));
  }

  @Test
  void theClientItselfChecksRequiredFieldsAndLengths() {
    assertOk(open(trigger("ana"), MODAL));
    Acted empty = workspace.form("ana").submit();
    assertThat(empty.error()).isEqualTo("field_errors");
    assertThat(empty.errors()).containsOnlyKeys("goal");
    assertThat(workspace.form("ana").enter("goal", "ab").submit().errors())
        .containsOnlyKeys("goal");
    assertThat(workspace.form("ana").enter("goal", "x".repeat(21)).submit().errors())
        .containsOnlyKeys("goal");
    assertThat(app.all).noneMatch(got -> got.text().contains("view_submission"));
  }

  @Test
  void anEmptyAckClosesTheFormThatWasSent() {
    assertOk(open(trigger("ana"), MODAL));
    Acted acted =
        workspace.form("ana").enter("goal", "fewer days").enter("size", "large").submit();
    assertThat(acted.result()).isEqualTo("closed");
    assertThat(workspace.forms("ana")).isEmpty();
    JsonNode view = nextPayload("view_submission").path("view");
    assertThat(Json.text(view, "private_metadata")).isEqualTo("R1");
    JsonNode values = view.at("/state/values");
    assertThat(Json.text(values.at("/goal/v"), "value")).isEqualTo("fewer days");
    assertThat(Json.text(values.at("/due/d"), "selected_date")).isEqualTo("2026-12-01");
    assertThat(Json.text(values.at("/size/s/selected_option"), "value")).isEqualTo("large");
  }

  @Test
  void errorsUpdatePushAndClearAreObeyedAndAnythingElseIsTrouble() {
    assertOk(open(trigger("ana"), MODAL));
    answerSubmissions("{\"response_action\":\"errors\",\"errors\":{\"due\":\"In the past\"}}");
    assertThat(submit().errors()).containsEntry("due", "In the past");
    answerSubmissions("{\"response_action\":\"errors\",\"errors\":{\"nowhere\":\"x\"}}");
    assertThat(submit().error()).isEqualTo("trouble_connecting");
    answerSubmissions("ok");
    assertThat(submit().error()).isEqualTo("trouble_connecting");
    answerSubmissions("{\"response_action\":\"update\",\"view\":" + MODAL + "}");
    assertThat(submit().result()).isEqualTo("updated");
    answerSubmissions("{\"response_action\":\"push\",\"view\":" + MODAL + "}");
    assertThat(submit().result()).isEqualTo("pushed");
    assertThat(workspace.forms("ana")).hasSize(2);
    assertThat(submit().result()).isEqualTo("pushed");
    assertThat(submit().error()).isEqualTo("trouble_connecting"); // a fourth is one too many
    answerSubmissions("{\"response_action\":\"clear\"}");
    assertThat(submit().result()).isEqualTo("cleared");
    assertThat(workspace.forms("ana")).isEmpty();
  }

  @Test
  void whatWasTypedOutlivesAnUpdateUnderTheSameIds() {
    String id = Json.text(assertOk(open(trigger("ana"), MODAL)).path("view"), "id");
    answerSubmissions("{\"response_action\":\"errors\",\"errors\":{\"due\":\"No\"}}");
    workspace.form("ana").enter("goal", "typed").submit();
    JsonNode updated = assertOk(slack.call("views.update", "view_id", id, "view", MODAL));
    assertThat(Json.text(updated.at("/view/state/values/goal/v"), "value")).isEqualTo("typed");
    assertOk(
        slack.call(
            "views.update", "view_id", id, "view", MODAL.replace("\"goal\"", "\"goal2\"")));
    assertThat(
            workspace.form("ana").json().at("/state/values/goal2/v/value").isNull())
        .isTrue();
  }

  @Test
  void anOldHashIsAConflict() {
    JsonNode view = assertOk(open(trigger("ana"), MODAL)).path("view");
    String id = Json.text(view, "id");
    String hash = Json.text(view, "hash");
    assertOk(slack.call("views.update", "view_id", id, "hash", hash, "view", MODAL));
    assertRefused(
        slack.call("views.update", "view_id", id, "hash", hash, "view", MODAL),
        "hash_conflict");
    assertRefused(slack.call("views.update", "view_id", "V0NONE", "view", MODAL), "not_found");
  }

  @Test
  void externalIdsAreUniqueAndPushNeedsATriggerFromTheForm() {
    String named = MODAL.replace("\"answers\"", "\"answers\",\"external_id\":\"one\"");
    assertOk(open(trigger("ana"), named));
    assertRefused(open(trigger("ken"), named), "duplicate_external_id");
    assertRefused(
        slack.call("views.push", "trigger_id", trigger("ana"), "view", MODAL),
        "invalid_trigger_id");
  }

  @Test
  void closingIsToldWhereAskedFor() {
    assertOk(open(trigger("ana"), MODAL));
    workspace.form("ana").close();
    JsonNode payload = nextPayload("view_closed");
    assertThat(payload.path("is_cleared").booleanValue()).isFalse();
    assertThat(payload.at("/view/state/values")).isEmpty();
    assertThat(workspace.forms("ana")).isEmpty();
  }

  @Test
  void suggestionsComeFromTheAppAndCanBeChosen() {
    String modal =
        MODAL.replace(
            "{\"type\":\"datepicker\",\"action_id\":\"d\",\"initial_date\":\"2026-12-01\"}",
            "{\"type\":\"external_select\",\"action_id\":\"d\",\"min_query_length\":2}");
    assertOk(open(trigger("ana"), modal));
    app.answers =
        got ->
            PretendApp.Reply.ok(
                got.json().path("type").asString("").equals("block_suggestion")
                    ? "{\"options\":[{\"text\":{\"type\":\"plain_text\",\"text\":\"Close faster\"},"
                        + "\"value\":\"P1\"}]}"
                    : "");
    Form form = workspace.form("ana");
    assertThat(form.suggestions("due", "d", "c")).isEmpty();
    assertThat(form.suggestions("due", "d", "clo")).containsExactly("P1");
    assertThat(Json.text(nextPayload("block_suggestion"), "value")).isEqualTo("clo");
    assertThat(form.enter("goal", "a goal").enter("due", "P1").submit().ok()).isTrue();
    assertThat(
            Json.text(
                nextPayload("view_submission")
                    .at("/view/state/values/due/d/selected_option/text"),
                "text"))
        .isEqualTo("Close faster");
  }

  @Test
  void shortcutsComeWithTheMessageOrWithoutAChannel() {
    Post post = workspace.says("ana", "#general", "We need a job aid");
    assertThat(post.shortcut("ken", "ask_context").ok()).isTrue();
    JsonNode payload = nextPayload("message_action");
    assertThat(Json.text(payload, "message_ts")).isEqualTo(post.ts());
    assertThat(Json.text(payload.path("message"), "text")).isEqualTo("We need a job aid");
    assertThat(Json.text(payload.path("channel"), "id")).isEqualTo("C0GENERAL");
    workspace.usesShortcut("ken", "new_priority");
    JsonNode global = nextPayload("shortcut");
    assertThat(global.has("channel")).isFalse();
    assertThat(global.has("response_url")).isFalse();
    assertOk(open(Json.text(global, "trigger_id"), MODAL));
  }

  @Test
  void pressesInTheHomeCarryTheViewAndItsHashConflicts() {
    String home =
        "{\"type\":\"home\",\"blocks\":[{\"type\":\"actions\",\"block_id\":\"h\",\"elements\":["
            + "{\"type\":\"button\",\"action_id\":\"go\",\"text\":"
            + "{\"type\":\"plain_text\",\"text\":\"Go\"}}]}]}";
    JsonNode published =
        assertOk(slack.call("views.publish", "user_id", "U0ANA", "view", home));
    String hash = Json.text(published.path("view"), "hash");
    Form shown = workspace.home("ana");
    assertThat(shown).isNotNull();
    shown.press("go");
    JsonNode payload = nextPayload("block_actions");
    assertThat(Json.text(payload.path("container"), "type")).isEqualTo("view");
    assertThat(Json.text(payload.path("view"), "hash")).isEqualTo(hash);
    assertThat(payload.has("message")).isFalse();
    assertThat(payload.has("response_url")).isFalse();
    assertOk(
        slack.call("views.publish", "user_id", "U0ANA", "view", home, "hash", hash));
    assertRefused(
        slack.call("views.publish", "user_id", "U0ANA", "view", home, "hash", hash),
        "hash_conflict");
    sandbox.changeApp(a -> a.withTabs(false, true));
    assertRefused(
        slack.call("views.publish", "user_id", "U0ANA", "view", home), "not_enabled");
  }

  private Post postWithButtons() {
    JsonNode posted =
        assertOk(
            slack.call(
                "chat.postMessage",
                "channel",
                "C0LEARNING",
                "text",
                "Homework",
                "blocks",
                """
                [{"type":"actions","block_id":"b1","elements":[
                  {"type":"button","action_id":"claim","value":"R1",
                   "text":{"type":"plain_text","text":"I'm designing this"}},
                  {"type":"overflow","action_id":"more","options":[
                   {"text":{"type":"plain_text","text":"Snooze"},"value":"snooze"},
                   {"text":{"type":"plain_text","text":"Why"},"value":"why"}]}]}]"""));
    return workspace.post("#learning", Json.text(posted, "ts"));
  }

  private Acted submit() {
    return workspace.form("ana").enter("goal", "a goal").submit();
  }

  private void answerSubmissions(String body) {
    app.answers =
        got -> PretendApp.Reply.ok(got.text().contains("view_submission") ? body : "");
  }

  private String trigger(String who) {
    workspace.runs(who, "#general", "/advocate");
    return app.next().form().get("trigger_id");
  }

  private JsonNode open(String trigger, String view) {
    return slack.call("views.open", "trigger_id", trigger, "view", view);
  }

  private JsonNode nextPayload(String type) {
    while (true) {
      JsonNode payload = app.next().json();
      if (Json.text(payload, "type").equals(type)) {
        return payload;
      }
    }
  }

  private HttpResponse<String> respond(String url, String body) {
    return slack.post(url, "application/json", body, false);
  }

  @Test
  void commandsDoNotWorkInThreads() {
    Acted acted =
        Acted.of(
            workspace
                .people
                .command(
                    workspace.world.member("ana"),
                    workspace.world.room("#learning"),
                    "/advocate help",
                    "1795420800.000100")
                .join());
    assertThat(acted.error()).isEqualTo("not_supported_in_thread");
    assertThat(List.copyOf(app.all)).isEmpty();
  }
}
