package org.learningadvocate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The Web API over real HTTP, against what Slack documents. */
class WebApiTest extends SandboxCase {

  @Test
  void tellsWhoTheTokenIsAndItsScopes() {
    HttpResponse<String> response = slack.raw("auth.test");
    JsonNode answer = assertOk(Client.json(response));
    assertThat(Json.text(answer, "team_id")).isEqualTo("T0ACME");
    assertThat(Json.text(answer, "user_id")).isEqualTo(sandbox.app().botUserId());
    assertThat(Json.text(answer, "bot_id")).isEqualTo(sandbox.app().botId());
    assertThat(response.headers().firstValue("x-oauth-scopes").orElse(""))
        .contains("chat:write", "users:read");
    assertThat(response.headers().firstValue("x-slack-req-id")).isPresent();
  }

  @Test
  void refusesMissingUnknownRevokedAndWrongTokens() {
    slack.token = "";
    assertRefused(slack.call("auth.test"), "not_authed");
    slack.token = "xoxb-unknown-unknown-unknown";
    assertRefused(slack.call("auth.test"), "invalid_auth");
    slack.token = sandbox.app().appToken();
    assertRefused(slack.call("chat.postMessage", "channel", "C0LEARNING"),
        "not_allowed_token_type");
    slack.token = sandbox.app().botToken();
    assertRefused(slack.call("apps.connections.open"), "not_allowed_token_type");
    sandbox.addUserToken("xoxp-a-person-and-her-token", Set.of("chat:write"));
    slack.token = "xoxp-a-person-and-her-token";
    assertRefused(slack.call("conversations.list"), "not_allowed_token_type");
    slack.token = sandbox.app().botToken();
    sandbox.revoke(slack.token);
    assertRefused(slack.call("auth.test"), "account_inactive");
  }

  @Test
  void takesTheTokenFromTheFormButNeverFromTheQuery() {
    String token = slack.token;
    slack.token = "";
    assertOk(slack.call("auth.test", "token", token));
    assertRefused(slack.call("auth.test?token=" + token), "not_allowed_token_type");
  }

  @Test
  void saysWhichScopeIsMissing() {
    sandbox.changeApp(app -> app.withScopes("chat:write"));
    JsonNode answer = slack.call("users.list");
    assertRefused(answer, "missing_scope");
    assertThat(Json.text(answer, "needed")).isEqualTo("users:read");
    assertThat(Json.text(answer, "provided")).isEqualTo("chat:write");
    assertRefused(slack.call("conversations.list", "types", "public_channel"), "missing_scope");
  }

  @Test
  void oneTypeWithoutItsScopeRefusesTheWholeList() {
    JsonNode answer = slack.call("conversations.list", "types", "public_channel,mpim");
    assertRefused(answer, "missing_scope");
    assertThat(Json.text(answer, "needed")).isEqualTo("mpim:read");
  }

  @Test
  void refusesUnknownMethodsAndBrokenBodies() {
    assertRefused(slack.call("chat.shout"), "unknown_method");
    assertRefused(slack.callJson("chat.postMessage", "{\"channel\":"), "invalid_json");
    assertRefused(slack.callJson("chat.postMessage", "[]"), "json_not_object");
    assertRefused(slack.call("conversations.info"), "invalid_arguments");
  }

  @Test
  void readsJsonOnlyWhereSlackDoes() {
    assertOk(
        slack.callJson("chat.postMessage", "{\"channel\":\"C0LEARNING\",\"text\":\"hi\"}"));
    // users.info does not take JSON: it sees no argument.
    assertRefused(slack.callJson("users.info", "{\"user\":\"U0ANA\"}"), "invalid_arguments");
  }

  @Test
  void takesMultipartForms() {
    String body =
        "--X\r\nContent-Disposition: form-data; name=\"channel\"\r\n\r\nC0LEARNING\r\n"
            + "--X\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\ncafé\r\n--X--\r\n";
    HttpResponse<String> response =
        slack.post(
            sandbox.apiUrl() + "chat.postMessage",
            "multipart/form-data; boundary=X",
            body,
            true);
    assertOk(Client.json(response));
    assertThat(workspace.channel("#learning").last()).isEqualTo("café");
  }

  @Test
  void refusesPostsWhereTheBotMayNot() {
    assertRefused(post("C0GENERAL", "hi"), "not_in_channel");
    assertRefused(post("C0SECRET", "hi"), "channel_not_found");
    assertRefused(post("C0NOWHERE", "hi"), "channel_not_found");
    assertRefused(post("C0LEARNING", ""), "no_text");
    workspace.channel("#learning").archive("ana");
    assertRefused(post("C0LEARNING", "hi"), "is_archived");
    sandbox.changeApp(app -> app.withScopes("chat:write", "chat:write.public"));
    assertOk(post("C0GENERAL", "hi"));
  }

  @Test
  void postsToPeopleOpenTheirDirectMessages() {
    JsonNode answer = assertOk(post("U0ANA", "hello"));
    assertThat(Json.text(answer, "channel")).startsWith("D");
    sandbox.changeApp(app -> app.withTabs(true, false));
    assertRefused(post("U0ANA", "hello"), "messages_tab_disabled");
  }

  @Test
  void postsComeBackWithIdsAndDefaultsThatWereNotSent() {
    String blocks =
        """
        [{"type":"section","text":{"type":"mrkdwn","text":"*Hi*"}},
         {"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"Go"}}]}]""";
    JsonNode answer =
        assertOk(
            slack.call(
                "chat.postMessage", "channel", "C0LEARNING", "text", "Hi", "blocks", blocks));
    JsonNode message = answer.path("message");
    assertThat(Json.text(message.at("/blocks/0"), "block_id")).isNotEmpty();
    assertThat(message.at("/blocks/0/text/verbatim").isBoolean()).isTrue();
    assertThat(message.at("/blocks/1/elements/0/text/emoji").booleanValue()).isTrue();
    assertThat(Json.text(message.at("/blocks/1/elements/0"), "action_id")).isNotEmpty();
    assertThat(Json.text(message, "bot_id")).isEqualTo(sandbox.app().botId());
    assertThat(Json.text(message, "app_id")).isEqualTo(sandbox.app().id());
    assertThat(message.has("client_msg_id")).isFalse();
    assertThat(Json.text(answer, "ts")).matches("\\d{10}\\.\\d{6}");
  }

  @Test
  void timestampsAreUniqueInAChannelEvenWhenTimeStands() {
    Set<String> stamps = new java.util.HashSet<>();
    for (int i = 0; i < 5; i++) {
      stamps.add(Json.text(post("C0LEARNING", "n" + i), "ts"));
    }
    assertThat(stamps).hasSize(5);
  }

  @Test
  void cutsLongPostsAndRefusesLongUpdates() {
    String ts = Json.text(assertOk(post("C0LEARNING", "x".repeat(40_001))), "ts");
    assertThat(workspace.channel("#learning").last()).hasSize(40_000);
    assertRefused(update(ts, "text", "y".repeat(4_001)), "msg_too_long");
    assertOk(update(ts, "text", "y".repeat(4_000)));
  }

  @Test
  void updatingWithTextAloneRemovesBlocksAndKeepsMetadata() {
    String ts =
        Json.text(
            assertOk(
                slack.call(
                    "chat.postMessage",
                    "channel",
                    "C0LEARNING",
                    "text",
                    "one",
                    "blocks",
                    "[{\"type\":\"divider\"}]",
                    "metadata",
                    "{\"event_type\":\"slot\",\"event_payload\":{\"slot\":\"R1\"}}")),
            "ts");
    assertOk(update(ts, "text", "two"));
    JsonNode message = history("include_all_metadata", "true").path(0);
    assertThat(message.has("blocks")).isFalse();
    assertThat(Json.text(message, "text")).isEqualTo("two");
    assertThat(Json.text(message.at("/metadata/event_payload"), "slot")).isEqualTo("R1");
    assertOk(update(ts, "blocks", "[{\"type\":\"divider\"}]"));
    message = history().path(0);
    assertThat(message.has("blocks")).isTrue();
    assertThat(Json.text(message, "text")).isEqualTo("two");
    assertOk(update(ts, "text", "three", "metadata", "{}"));
    assertThat(history("include_all_metadata", "true").path(0).has("metadata")).isFalse();
  }

  @Test
  void metadataIsWholeOnlyWhereAskedFor() {
    slack.call(
        "chat.postMessage",
        "channel",
        "C0LEARNING",
        "text",
        "one",
        "metadata",
        "{\"event_type\":\"slot\",\"event_payload\":{\"slot\":\"R1\"}}");
    JsonNode bare = history().path(0).path("metadata");
    assertThat(Json.text(bare, "event_type")).isEqualTo("slot");
    assertThat(bare.has("event_payload")).isFalse();
    assertThat(history("include_all_metadata", "1").at("/0/metadata/event_payload").has("slot"))
        .isTrue();
    assertRefused(
        slack.call(
            "chat.postMessage", "channel", "C0LEARNING", "text", "x", "metadata", "{\"a\":1}"),
        "invalid_metadata_format");
  }

  @Test
  void onlyOwnMessagesCanBeChanged() {
    Post hers = workspace.says("ana", "#learning", "mine");
    assertRefused(update(hers.ts(), "text", "yours"), "cant_update_message");
    assertRefused(
        slack.call("chat.delete", "channel", "C0LEARNING", "ts", hers.ts()),
        "cant_delete_message");
    assertRefused(update("1000000000.000000", "text", "x"), "message_not_found");
  }

  @Test
  void historyIsNewestFirstAndWithoutRepliesButBroadcasts() {
    Post first = workspace.says("ana", "#learning", "first");
    workspace.says("ken", "#learning", "second");
    first.says("ken", "quiet reply");
    first.saysAlsoToChannel("ken", "loud reply");
    List<String> texts = texts(history());
    assertThat(texts).containsExactly("loud reply", "second", "first");
    JsonNode parent = history().path(2);
    assertThat(parent.path("reply_count").intValue()).isEqualTo(2);
    assertThat(Json.text(parent, "thread_ts")).isEqualTo(first.ts());
    assertThat(Json.text(parent, "latest_reply")).isGreaterThan(first.ts());
  }

  @Test
  void repliesAreOldestFirstWithTheParent() {
    Post first = workspace.says("ana", "#learning", "first");
    first.says("ken", "a");
    first.says("ana", "b");
    JsonNode answer =
        assertOk(
            slack.call("conversations.replies", "channel", "C0LEARNING", "ts", first.ts()));
    assertThat(texts(answer.path("messages"))).containsExactly("first", "a", "b");
    assertRefused(
        slack.call("conversations.replies", "channel", "C0LEARNING", "ts", "1000000000.000000"),
        "thread_not_found");
  }

  @Test
  void pagesWithCursorsThatEndInAnEqualsSign() {
    for (int i = 0; i < 5; i++) {
      workspace.says("ana", "#learning", "n" + i);
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          assertOk(
              slack.call(
                  "conversations.history",
                  "channel",
                  "C0LEARNING",
                  "limit",
                  2,
                  "cursor",
                  cursor));
      seen.addAll(texts(page.path("messages")));
      cursor = Json.text(page.path("response_metadata"), "next_cursor");
      assertThat(page.path("has_more").booleanValue()).isEqualTo(!cursor.isEmpty());
      if (!cursor.isEmpty()) {
        assertThat(cursor).endsWith("=");
      }
    } while (!cursor.isEmpty());
    assertThat(seen).containsExactly("n4", "n3", "n2", "n1", "n0");
    assertRefused(
        slack.call(
            "conversations.history", "channel", "C0LEARNING", "cursor", "bm9uc2Vuc2U="),
        "invalid_cursor");
  }

  @Test
  void oldestAndLatestLeaveOutTheirOwnUnlessInclusive() {
    Post one = workspace.says("ana", "#learning", "one");
    Post two = workspace.says("ana", "#learning", "two");
    assertThat(texts(history("oldest", one.ts()))).containsExactly("two");
    assertThat(texts(history("oldest", one.ts(), "inclusive", "1")))
        .containsExactly("two", "one");
    assertThat(texts(history("latest", two.ts()))).containsExactly("one");
  }

  @Test
  void historyNeedsMembership() {
    assertRefused(
        slack.call("conversations.history", "channel", "C0GENERAL"), "not_in_channel");
    assertRefused(
        slack.call("conversations.history", "channel", "C0SECRET"), "channel_not_found");
  }

  @Test
  void ephemeralMessagesAreSeenByOneAndFoundByNobody() {
    JsonNode answer =
        assertOk(
            slack.call(
                "chat.postEphemeral",
                "channel",
                "C0LEARNING",
                "user",
                "U0ANA",
                "text",
                "psst"));
    String ts = Json.text(answer, "message_ts");
    assertThat(workspace.channel("#learning").whispersTo("ana"))
        .extracting(Post::text)
        .containsExactly("psst");
    assertThat(workspace.channel("#learning").whispersTo("ken")).isEmpty();
    assertThat(history()).isEmpty();
    assertRefused(update(ts, "text", "loud"), "message_not_found");
    assertRefused(
        slack.call(
            "reactions.add", "channel", "C0LEARNING", "timestamp", ts, "name", "tada"),
        "message_not_found");
    assertRefused(
        slack.call(
            "chat.postEphemeral", "channel", "C0LEARNING", "user", "U0PRIYA", "text", "x"),
        "user_not_in_channel");
  }

  @Test
  void anAnswerToADeletedMessageLandsInTheChannel() {
    Post parent = workspace.says("ana", "#learning", "gone soon");
    parent.delete();
    assertOk(
        slack.call(
            "chat.postMessage",
            "channel",
            "C0LEARNING",
            "thread_ts",
            parent.ts(),
            "text",
            "stray"));
    assertThat(texts(history())).containsExactly("stray");
  }

  @Test
  void joinsCannotBeAnsweredInAThread() {
    workspace.channel("#learning").join("priya");
    Post join = workspace.channel("#learning").lastPost();
    assertRefused(
        slack.call(
            "chat.postMessage",
            "channel",
            "C0LEARNING",
            "thread_ts",
            join.ts(),
            "text",
            "welcome"),
        "cannot_reply_to_message");
    assertRefused(
        slack.call("conversations.replies", "channel", "C0LEARNING", "ts", join.ts()),
        "thread_not_found");
  }

  @Test
  void reactionsAreKeptOncePerPerson() {
    Post post = workspace.says("ana", "#learning", "done");
    Object[] heavyCheck = {
      "channel", "C0LEARNING", "timestamp", post.ts(), "name", "white_check_mark"
    };
    assertOk(slack.call("reactions.add", heavyCheck));
    assertRefused(slack.call("reactions.add", heavyCheck), "already_reacted");
    assertThat(post.reactions("learning-advocate")).containsExactly("white_check_mark");
    assertOk(slack.call("reactions.remove", heavyCheck));
    assertRefused(slack.call("reactions.remove", heavyCheck), "no_reaction");
    assertRefused(
        slack.call(
            "reactions.add",
            "channel",
            "C0LEARNING",
            "timestamp",
            post.ts(),
            "name",
            "no_such_thing_at_all"),
        "invalid_name");
  }

  @Test
  void membersIncludeSlackbotBotsAndTheDeactivatedAndMailOnlyWithItsScope() {
    JsonNode members = assertOk(slack.call("users.list")).path("members");
    assertThat(members.findValuesAsString("name"))
        .contains("slackbot", "workflow", "gone", "learning-advocate", "ana");
    assertThat(members.findValue("email")).isNull();
    JsonNode slackbot =
        assertOk(slack.call("users.info", "user", "USLACKBOT")).path("user");
    assertThat(slackbot.path("tz").isNull()).isTrue();
    assertThat(slackbot.path("is_bot").booleanValue()).isFalse();
    JsonNode ana = assertOk(slack.call("users.info", "user", "U0ANA")).path("user");
    assertThat(Json.text(ana, "tz")).isEqualTo("Europe/Madrid");
    assertThat(ana.path("tz_offset").intValue()).isEqualTo(3600);
    assertRefused(slack.call("users.info", "user", "U0NOBODY"), "user_not_found");
  }

  @Test
  void listsOwnChannelsAndUserGroups() {
    JsonNode own =
        assertOk(
            slack.call("users.conversations", "types", "public_channel,private_channel"));
    assertThat(own.path("channels").findValuesAsString("id"))
        .containsExactly("C0LEARNING", "C0BRIEFS");
    assertThat(own.at("/channels/0").has("is_member")).isFalse();
    JsonNode all =
        assertOk(
            slack.call("conversations.list", "types", "public_channel,private_channel"));
    assertThat(all.path("channels").findValuesAsString("id"))
        .containsExactly("C0LEARNING", "C0GENERAL", "C0BRIEFS");
    JsonNode users =
        assertOk(slack.call("usergroups.users.list", "usergroup", "S0LEARNINGTEAM"));
    assertThat(users.path("users").path(0).asString()).isEqualTo("U0KEN");
    assertRefused(
        slack.call("usergroups.users.list", "usergroup", "S0X"), "no_such_subteam");
  }

  @Test
  void uploadsInThreeStepsOnceAndTheMessageComesLater() throws Exception {
    byte[] bytes = "not really a picture".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertRefused(slack.call("files.getUploadURLExternal", "filename", "a.png"),
        "missing_argument");
    JsonNode ticket =
        assertOk(
            slack.call(
                "files.getUploadURLExternal", "filename", "a.png", "length", bytes.length));
    String id = Json.text(ticket, "file_id");
    HttpResponse<String> stored =
        slack.post(
            Json.text(ticket, "upload_url"),
            "application/octet-stream",
            "not really a picture",
            false);
    assertThat(stored.statusCode()).isEqualTo(200);
    String files = "[{\"id\":\"" + id + "\",\"title\":\"Plan\"}]";
    JsonNode done =
        assertOk(
            slack.call(
                "files.completeUploadExternal",
                "files",
                files,
                "channel_id",
                "C0LEARNING",
                "initial_comment",
                "the plan"));
    assertThat(Json.text(done.at("/files/0"), "title")).isEqualTo("Plan");
    assertRefused(
        slack.call("files.completeUploadExternal", "files", files), "file_not_found");
    assertThat(
            workspace.await(
                () -> workspace.channel("#learning").last().equals("the plan"),
                java.time.Duration.ofSeconds(2)))
        .isTrue();
    JsonNode file = assertOk(slack.call("files.info", "file", id)).path("file");
    assertThat(Json.text(file.at("/shares/public/C0LEARNING/0"), "ts"))
        .isEqualTo(workspace.channel("#learning").lastPost().ts());
    String url = Json.text(file, "url_private").replace(sandbox.baseUrl(), "");
    assertThat(slack.get(url).statusCode()).isEqualTo(302);
    assertThat(slack.get(url, "Authorization", "Bearer " + slack.token).body())
        .isEqualTo("not really a picture");
  }

  @Test
  void opensDirectMessagesAndJoinsPublicChannels() {
    JsonNode first = assertOk(slack.call("conversations.open", "users", "U0ANA"));
    assertThat(Json.text(first.path("channel"), "id")).startsWith("D");
    assertThat(
            assertOk(slack.call("conversations.open", "users", "U0ANA"))
                .path("already_open")
                .booleanValue())
        .isTrue();
    assertRefused(slack.call("conversations.open", "users", "U0GONE"), "user_disabled");
    assertOk(slack.call("conversations.join", "channel", "C0GENERAL"));
    assertThat(
            Json.text(
                assertOk(slack.call("conversations.join", "channel", "C0GENERAL")),
                "warning"))
        .isEqualTo("already_in_channel");
    assertRefused(
        slack.call("conversations.join", "channel", "C0BRIEFS"),
        "method_not_supported_for_channel_type");
  }

  @Test
  void permalinksNameChannelAndThread() {
    Post parent = workspace.says("ana", "#learning", "one");
    Post reply = parent.says("ken", "two");
    JsonNode answer =
        assertOk(
            slack.call(
                "chat.getPermalink", "channel", "C0LEARNING", "message_ts", reply.ts()));
    assertThat(Json.text(answer, "permalink"))
        .endsWith(
            "/archives/C0LEARNING/p"
                + reply.ts().replace(".", "")
                + "?thread_ts="
                + parent.ts()
                + "&cid=C0LEARNING");
  }

  private JsonNode post(String channel, String text) {
    return slack.call("chat.postMessage", "channel", channel, "text", text);
  }

  private JsonNode update(String ts, Object... more) {
    Object[] fields = new Object[more.length + 4];
    fields[0] = "channel";
    fields[1] = "C0LEARNING";
    fields[2] = "ts";
    fields[3] = ts;
    System.arraycopy(more, 0, fields, 4, more.length);
    return slack.call("chat.update", fields);
  }

  private JsonNode history(Object... more) {
    Object[] fields = new Object[more.length + 2];
    fields[0] = "channel";
    fields[1] = "C0LEARNING";
    System.arraycopy(more, 0, fields, 2, more.length);
    return assertOk(slack.call("conversations.history", fields)).path("messages");
  }

  private static List<String> texts(JsonNode messages) {
    return messages.valueStream().map(message -> Json.text(message, "text")).toList();
  }
}
