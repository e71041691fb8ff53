package org.learningadvocate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the page is shown, and what it may do. */
class PageTest extends SandboxCase {

  @Test
  void showsEverythingThePersonSeesAndEachChange() {
    Live live = new Live("U0ANA");
    JsonNode first = live.until(snapshot -> true);
    assertThat(first.path("channels").findValuesAsString("name"))
        .contains("learning", "general")
        .doesNotContain("briefs", "secret");
    assertThat(Json.text(first.path("app"), "connected")).isEqualTo("http");
    workspace.says("ken", "#learning", "hello @ana");
    JsonNode next = live.until(s -> !channel(s, "C0LEARNING").path("messages").isEmpty());
    JsonNode channel = channel(next, "C0LEARNING");
    assertThat(channel.path("unread").intValue()).isEqualTo(1);
    assertThat(channel.path("mentions").intValue()).isEqualTo(1);
    act("\"do\":\"read\",\"channel\":\"C0LEARNING\"");
    live.until(s -> channel(s, "C0LEARNING").path("unread").intValue() == 0);
  }

  @Test
  void nestsRepliesAndMarksWhispersAndForms() {
    Live live = new Live("U0ANA");
    Post post = workspace.says("ana", "#learning", "parent");
    post.says("ken", "child");
    slack.call(
        "chat.postEphemeral", "channel", "C0LEARNING", "user", "U0ANA", "text", "psst",
        "thread_ts", post.ts());
    JsonNode snapshot =
        live.until(s -> channel(s, "C0LEARNING").at("/messages/0/replies").size() == 2);
    JsonNode message = channel(snapshot, "C0LEARNING").at("/messages/0");
    assertThat(message.at("/replies/1/is_ephemeral").booleanValue()).isTrue();
    assertThat(message.path("is_own").booleanValue()).isTrue();
  }

  @Test
  void actsAndSaysWhatSlackWouldSay() {
    JsonNode said = act("\"do\":\"say\",\"channel\":\"C0LEARNING\",\"text\":\"from the page\"");
    assertOk(said);
    assertThat(workspace.channel("#learning").last()).isEqualTo("from the page");
    assertRefused(
        act("\"do\":\"say\",\"channel\":\"C0LEARNING\",\"text\":\"  \""), "no_text");
    assertRefused(
        act("\"do\":\"say\",\"channel\":\"C0BRIEFS\",\"text\":\"x\""), "channel_not_found");
    assertRefused(
        act(
            "\"do\":\"command\",\"channel\":\"C0LEARNING\",\"text\":\"/advocate\","
                + "\"thread_ts\":\"1.2\""),
        "not_supported_in_thread");
    assertOk(
        act(
            "\"do\":\"react\",\"channel\":\"C0LEARNING\",\"name\":\"tada\",\"ts\":\""
                + Json.text(said, "ts")
                + "\""));
    assertRefused(act("\"do\":\"dance\""), "invalid_arguments");
  }

  @Test
  void refusesOtherSitesAndForeignHosts() {
    HttpRequest foreign =
        HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/page/act"))
            .header("Content-Type", "application/json")
            .header("Origin", "https://evil.test")
            .POST(HttpRequest.BodyPublishers.ofString("{\"as\":\"U0ANA\",\"do\":\"read\"}"))
            .build();
    assertThat(slack.send(foreign).statusCode()).isEqualTo(403);
    HttpRequest form =
        HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/page/act"))
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString("{\"as\":\"U0ANA\",\"do\":\"read\"}"))
            .build();
    assertThat(slack.send(form).statusCode()).isEqualTo(415);
  }

  @Test
  void servesEmojiPeopleAndUploads() {
    JsonNode emoji = Client.json(slack.get("/page/emoji.json"));
    assertThat(Json.text(emoji, "tada")).isEqualTo("\uD83C\uDF89");
    assertThat(Json.text(emoji, "white_check_mark")).isEqualTo("\u2705");
    assertThat(Client.json(slack.get("/page/people")).findValuesAsString("name"))
        .contains("ana", "ken")
        .doesNotContain("gone", "workflow", "slackbot");
    HttpResponse<String> uploaded =
        slack.post(
            sandbox.baseUrl() + "/page/upload?as=U0ANA&name=note.txt",
            "application/octet-stream",
            "words",
            false);
    String id = Json.text(Client.json(uploaded).path("file"), "id");
    assertThat(slack.get("/files/" + id + "/note.txt").body()).isEqualTo("words");
    assertOk(
        act(
            "\"do\":\"say\",\"channel\":\"C0LEARNING\",\"text\":\"\",\"files\":[\""
                + id
                + "\"]"));
    HttpResponse<String> page = slack.get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .contains("default-src 'self'");
    assertThat(slack.get("/assets/../secret").statusCode()).isIn(400, 404);
  }

  private JsonNode act(String fields) {
    return Client.json(
        slack.post(
            sandbox.baseUrl() + "/page/act",
            "application/json",
            "{\"as\":\"U0ANA\"," + fields + "}",
            false));
  }

  private static JsonNode channel(JsonNode snapshot, String id) {
    return snapshot
        .path("channels")
        .valueStream()
        .filter(channel -> Json.text(channel, "id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private final class Live implements WebSocket.Listener {
    private final StringBuilder partial = new StringBuilder();
    private volatile JsonNode last;

    Live(String as) {
      URI url = URI.create(sandbox.baseUrl().replace("http", "ws") + "/page/live?as=" + as);
      slack.http().newWebSocketBuilder().buildAsync(url, this).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean end) {
      partial.append(data);
      if (end) {
        last = Objects.requireNonNull(Json.parse(partial.toString()));
        partial.setLength(0);
      }
      socket.request(1);
      return null;
    }

    JsonNode until(Predicate<JsonNode> shown) {
      assertThat(workspace.await(() -> last != null && shown.test(last), Duration.ofSeconds(5)))
          .as("%s", last)
          .isTrue();
      return last;
    }
  }
}
