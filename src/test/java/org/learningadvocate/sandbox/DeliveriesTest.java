package org.learningadvocate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Events over HTTP: signatures, retries, and which event comes when. */
class DeliveriesTest extends SandboxCase {

  @Test
  void signsAsTheDocumentedVectorSays() {
    String secret = "learning-advocate-test-secret";
    assertThat(
            Signature.of(
                secret,
                1796000000L,
                "{\"type\":\"url_verification\",\"challenge\":\"abc\"}"
                    .getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("v0=654118b9888dc8a2cc865386c79b9e98efc4b282cea28d4516944ccd4364ef4a");
    assertThat(
            Signature.of(
                secret, 1796000000L, "{\"text\":\"café – ok\"}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("v0=f217fa4619aa1989e849c77aec03d8937f30fe22ebb8698f05c583adc59a4bbb");
  }

  @Test
  void everyDeliveryIsSignedOverItsRawBody() {
    workspace.says("ana", "#learning", "café & crème");
    PretendApp.Got got = app.next();
    long timestamp = Long.parseLong(got.headers().get("x-slack-request-timestamp"));
    assertThat(timestamp).isEqualTo(clock.instant().getEpochSecond());
    assertThat(got.headers().get("x-slack-signature"))
        .isEqualTo(Signature.of(sandbox.app().signingSecret(), timestamp, got.body()));
  }

  @Test
  void aMessageComesInSlacksEnvelopeEscapedAndWithRichText() {
    Post post = workspace.says("ana", "#learning", "a job aid & a <video>, see https://x.test/a");
    JsonNode envelope = app.next().json();
    assertThat(Json.text(envelope, "type")).isEqualTo("event_callback");
    assertThat(Json.text(envelope, "event_id")).startsWith("Ev");
    assertThat(Json.text(envelope, "api_app_id")).isEqualTo(sandbox.app().id());
    assertThat(envelope.path("event_time").longValue()).isEqualTo(clock.instant().getEpochSecond());
    assertThat(Json.text(envelope.at("/authorizations/0"), "team_id")).isEqualTo("T0ACME");
    assertThat(envelope.at("/authorizations/0/enterprise_id").isNull()).isTrue();
    JsonNode event = envelope.path("event");
    assertThat(Json.text(event, "text"))
        .isEqualTo("a job aid &amp; a &lt;video&gt;, see <https://x.test/a>");
    assertThat(Json.text(event, "channel_type")).isEqualTo("channel");
    assertThat(Json.text(event, "ts")).isEqualTo(post.ts());
    assertThat(Json.text(event, "client_msg_id")).isNotEmpty();
    assertThat(Json.text(event.at("/blocks/0"), "type")).isEqualTo("rich_text");
    assertThat(event.has("subtype")).isFalse();
  }

  @Test
  void repeatsAtOnceThenLaterWithNumberAndReason() {
    AtomicInteger times = new AtomicInteger();
    app.answers = got -> new PretendApp.Reply(times.incrementAndGet() < 4 ? 500 : 200, "", 0);
    workspace.says("ana", "#learning", "hello");
    PretendApp.Got first = app.next();
    assertThat(first.headers()).doesNotContainKey("x-slack-retry-num");
    for (int retry = 1; retry <= 3; retry++) {
      PretendApp.Got again = app.next();
      assertThat(again.headers())
          .containsEntry("x-slack-retry-num", Integer.toString(retry))
          .containsEntry("x-slack-retry-reason", "http_error");
      assertThat(Json.text(again.json(), "event_id"))
          .isEqualTo(Json.text(first.json(), "event_id"));
    }
  }

  @Test
  void countsWhatItSentRepeatedAndGaveUp() {
    app.answers = got -> new PretendApp.Reply(500, "", 0);
    workspace.says("ana", "#learning", "unheard");
    assertThat(workspace.await(() -> sandbox.tally().givenUp() == 1, Duration.ofSeconds(10)))
        .isTrue();
    assertThat(workspace.await(() -> sandbox.tally().idle(), Duration.ofSeconds(10))).isTrue();
    assertThat(sandbox.tally()).isEqualTo(new Sandbox.Tally(1, 3, 1, true));
  }

  @Test
  void aSlowAppGetsTheSameEventWhileItStillWorks() {
    AtomicInteger times = new AtomicInteger();
    app.answers = got -> new PretendApp.Reply(200, "", times.incrementAndGet() == 1 ? 2500 : 0);
    workspace.says("ana", "#learning", "hello");
    app.next();
    PretendApp.Got again = app.next();
    assertThat(again.headers()).containsEntry("x-slack-retry-reason", "http_timeout");
  }

  @Test
  void nothingIsSentWithoutARequestUrl() {
    sandbox.unregister();
    workspace.says("ana", "#learning", "unheard");
    assertThat(workspace.awaitQuiet(Duration.ofSeconds(2))).isTrue();
    assertThat(app.all).isEmpty();
  }

  @Test
  void registeringNeedsTheChallengesAnswer() {
    assertThatThrownBy(
            () -> sandbox.register(java.net.URI.create("http://127.0.0.1:9/slack/events")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("challenge");
  }

  @Test
  void anEditTellsBothTexts() {
    Post post = workspace.says("ana", "#learning", "due Monday");
    post.edit("due Friday");
    JsonNode event = app.nextEvent("message", "message_changed");
    assertThat(event.path("hidden").booleanValue()).isTrue();
    assertThat(Json.text(event.path("message"), "text")).isEqualTo("due Friday");
    assertThat(Json.text(event.path("previous_message"), "text")).isEqualTo("due Monday");
    assertThat(Json.text(event.path("message"), "ts")).isEqualTo(post.ts());
    assertThat(Json.text(event, "ts")).isNotEqualTo(post.ts());
    assertThat(event.at("/message/edited").has("ts")).isTrue();
  }

  @Test
  void aDeletedParentBecomesATombstoneAndAReplyIsDeleted() {
    Post parent = workspace.says("ana", "#learning", "one");
    Post reply = parent.says("ken", "two");
    parent.delete();
    JsonNode tombstone = app.nextEvent("message", "message_changed").path("message");
    assertThat(Json.text(tombstone, "subtype")).isEqualTo("tombstone");
    assertThat(Json.text(tombstone, "user")).isEqualTo("USLACKBOT");
    reply.delete();
    JsonNode deleted = app.nextEvent("message", "message_deleted");
    assertThat(Json.text(deleted, "deleted_ts")).isEqualTo(reply.ts());
    assertThat(deleted.has("user")).isFalse();
  }

  @Test
  void repliesNameTheirParentAndBroadcastsTheirRoot() {
    Post parent = workspace.says("ana", "#learning", "one");
    parent.says("ken", "two");
    app.next();
    JsonNode reply = app.nextEvent("message", "");
    assertThat(Json.text(reply, "thread_ts")).isEqualTo(parent.ts());
    assertThat(Json.text(reply, "parent_user_id")).isEqualTo("U0ANA");
    parent.saysAlsoToChannel("ken", "three");
    JsonNode loud = app.nextEvent("message", "thread_broadcast");
    assertThat(Json.text(loud.path("root"), "text")).isEqualTo("one");
  }

  @Test
  void filesComeAsFileShare() {
    String file = workspace.uploads("ana", "screen.png", new byte[] {1, 2, 3});
    workspace.shares("ana", "#learning", "please look", List.of(file));
    JsonNode event = app.nextEvent("message", "file_share");
    assertThat(Json.text(event.at("/files/0"), "id")).isEqualTo(file);
    assertThat(Json.text(event.at("/files/0"), "mimetype")).isEqualTo("image/png");
  }

  @Test
  void aMentionComesBesideTheMessageUnderAnotherEventId() {
    workspace.says("ana", "#learning", "@learning-advocate can you help?");
    JsonNode one = app.next().json();
    JsonNode two = app.next().json();
    assertThat(List.of(Json.text(one.path("event"), "type"), Json.text(two.path("event"), "type")))
        .containsExactlyInAnyOrder("message", "app_mention");
    assertThat(Json.text(one, "event_id")).isNotEqualTo(Json.text(two, "event_id"));
    assertThat(Json.text(one.path("event"), "ts")).isEqualTo(Json.text(two.path("event"), "ts"));
    assertThat(Json.text(one.path("event"), "text"))
        .isEqualTo("<@" + sandbox.app().botUserId() + "> can you help?");
  }

  @Test
  void theBotsOwnPostsEditsAndReactionsComeBack() {
    JsonNode posted = slack.call("chat.postMessage", "channel", "C0LEARNING", "text", "hi");
    String ts = Json.text(posted, "ts");
    JsonNode own = app.nextEvent("message", "");
    assertThat(Json.text(own, "bot_id")).isEqualTo(sandbox.app().botId());
    assertThat(Json.text(own, "user")).isEqualTo(sandbox.app().botUserId());
    slack.call("chat.update", "channel", "C0LEARNING", "ts", ts, "text", "ho");
    assertThat(Json.text(app.nextEvent("message", "message_changed").path("message"), "text"))
        .isEqualTo("ho");
    slack.call("reactions.add", "channel", "C0LEARNING", "timestamp", ts, "name", "eyes");
    JsonNode reaction = app.nextEvent("reaction_added", "");
    assertThat(Json.text(reaction, "user")).isEqualTo(sandbox.app().botUserId());
    assertThat(Json.text(reaction.path("item"), "ts")).isEqualTo(ts);
  }

  @Test
  void nothingComesFromChannelsWithoutTheBotOrWithoutTheScope() {
    workspace.says("ana", "#general", "not for you");
    sandbox.changeApp(a -> a.withScopes("chat:write"));
    workspace.says("ana", "#learning", "not yours either");
    assertThat(workspace.awaitQuiet(Duration.ofSeconds(2))).isTrue();
    assertThat(app.all).isEmpty();
  }

  @Test
  void joinsArchivesAndRenamesAreTold() {
    workspace.channel("#general").invite("ana", "learning-advocate");
    JsonNode joined = app.nextEvent("member_joined_channel", "");
    assertThat(Json.text(joined, "user")).isEqualTo(sandbox.app().botUserId());
    assertThat(Json.text(joined, "inviter")).isEqualTo("U0ANA");
    workspace.channel("#learning").rename("ana", "ask-learning");
    assertThat(Json.text(app.nextEvent("channel_rename", "").path("channel"), "name"))
        .isEqualTo("ask-learning");
    workspace.channel("#ask-learning").archive("ana");
    assertThat(Json.text(app.nextEvent("channel_archive", ""), "channel")).isEqualTo("C0LEARNING");
  }

  @Test
  void openingTheHomeIsToldEachTimeWithTheViewOncePublished() {
    workspace.opensHome("ken");
    assertThat(app.nextEvent("app_home_opened", "").has("view")).isFalse();
    assertOk(
        slack.call(
            "views.publish",
            "user_id",
            "U0KEN",
            "view",
            "{\"type\":\"home\",\"blocks\":[{\"type\":\"divider\"}]}"));
    workspace.opensHome("ken");
    JsonNode event = app.nextEvent("app_home_opened", "");
    assertThat(Json.text(event.path("view"), "type")).isEqualTo("home");
    assertThat(Json.text(event, "channel")).startsWith("D");
  }

  @Test
  void otherBotsPostWithABotIdAndWithoutAClientId() {
    workspace.says("workflow", "#learning", "A form was filled");
    JsonNode event = app.nextEvent("message", "");
    assertThat(Json.text(event, "bot_id")).isEqualTo("B0WORKFLOW");
    assertThat(event.has("client_msg_id")).isFalse();
  }

  @Test
  void faultsDuplicateSwapAndLoseEvents() {
    sandbox.faults().duplicateNext(1);
    workspace.says("ana", "#learning", "twice");
    JsonNode one = app.next().json();
    JsonNode two = app.next().json();
    assertThat(Json.text(one.path("event"), "ts")).isEqualTo(Json.text(two.path("event"), "ts"));
    assertThat(Json.text(one, "event_id")).isNotEqualTo(Json.text(two, "event_id"));
    sandbox.faults().swapNext(1);
    workspace.says("ana", "#learning", "first");
    workspace.says("ana", "#learning", "second");
    assertThat(Json.text(app.next().event(), "text")).isEqualTo("second");
    assertThat(Json.text(app.next().event(), "text")).isEqualTo("first");
    sandbox.faults().loseNext(1);
    workspace.says("ana", "#learning", "lost");
    workspace.says("ana", "#learning", "kept");
    assertThat(Json.text(app.next().event(), "text")).isEqualTo("kept");
  }

  @Test
  void theSeededPastIsSilent() {
    Post old =
        workspace
            .past(clock.instant().minus(Duration.ofDays(3)))
            .says("ana", "#learning", "long ago");
    workspace.past(clock.instant().minus(Duration.ofDays(2))).replies("ken", old, "then");
    assertThat(workspace.awaitQuiet(Duration.ofSeconds(2))).isTrue();
    assertThat(app.all).isEmpty();
    assertThat(old.ts()).startsWith("179");
    assertThat(old.replies()).extracting(Post::text).containsExactly("then");
  }
}
