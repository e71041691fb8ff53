package org.learningadvocate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Limits, and what goes wrong on purpose. */
class FaultsTest extends SandboxCase {

  @Override
  Options options() {
    return super.options().withLimits(Limits.likeSlack());
  }

  @Test
  void aboutOnePostASecondAndChannelWithASmallBurst() {
    for (int i = 0; i < 5; i++) {
      assertThat(post("C0LEARNING").statusCode()).isEqualTo(200);
    }
    HttpResponse<String> limited = post("C0LEARNING");
    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(limited.headers().firstValue("retry-after")).contains("1");
    assertRefused(Client.json(limited), "ratelimited");
    assertThat(post("C0BRIEFS").statusCode()).isEqualTo(200); // other channels go on
    clock.forward(Duration.ofSeconds(1));
    assertThat(post("C0LEARNING").statusCode()).isEqualTo(200);
    assertThat(post("C0LEARNING").statusCode()).isEqualTo(429);
  }

  @Test
  void aTierThreeMethodTakesFiftyAMinuteForTheWholeWorkspace() {
    int allowed = 0;
    while (slack.raw("conversations.info", "channel", "C0LEARNING").statusCode() == 200) {
      allowed++;
    }
    assertThat(allowed).isEqualTo(50);
    assertThat(slack.raw("conversations.info", "channel", "C0BRIEFS").statusCode()).isEqualTo(429);
    assertThat(slack.raw("auth.test").statusCode()).isEqualTo(200);
  }

  @Test
  void failsBeforeOrAfterThePostWasTaken() {
    sandbox.faults().next("chat.postMessage", 1, Fault.status(500, Fault.Moment.BEFORE));
    assertThat(post("C0LEARNING").statusCode()).isEqualTo(500);
    assertThat(workspace.channel("#learning").posts()).isEmpty();
    sandbox.faults().next("chat.postMessage", 1, Fault.status(500, Fault.Moment.AFTER));
    assertThat(post("C0LEARNING").statusCode()).isEqualTo(500);
    assertThat(workspace.channel("#learning").posts()).hasSize(1);
  }

  @Test
  void resetsTheConnectionThoughThePostWasTaken() {
    sandbox.faults().next("chat.postMessage", 1, Fault.reset(Fault.Moment.AFTER));
    assertThatThrownBy(() -> post("C0LEARNING")).isInstanceOf(UncheckedIOException.class);
    assertThat(workspace.channel("#learning").posts()).hasSize(1);
  }

  @Test
  void saysNothingForAWhileAndThenResetsWhetherThePostWasTakenOrNot() {
    sandbox
        .faults()
        .next("chat.postMessage", 1, Fault.silence(Duration.ofMillis(100), Fault.Moment.BEFORE));
    assertThatThrownBy(() -> post("C0LEARNING")).isInstanceOf(UncheckedIOException.class);
    assertThat(workspace.channel("#learning").posts()).isEmpty();
    sandbox
        .faults()
        .next("chat.postMessage", 1, Fault.silence(Duration.ofMillis(100), Fault.Moment.AFTER));
    assertThatThrownBy(() -> post("C0LEARNING")).isInstanceOf(UncheckedIOException.class);
    assertThat(workspace.channel("#learning").posts()).hasSize(1);
    assertThat(sandbox.faults().struck())
        .containsEntry("silence", 1)
        .containsEntry("silence after", 1);
  }

  @Test
  void answersWhatIsNotSlacks() {
    sandbox.faults().next("auth.test", 1, Fault.html(Fault.Moment.BEFORE));
    assertThat(slack.raw("auth.test").body()).startsWith("<!DOCTYPE html>");
    sandbox.faults().next("auth.test", 1, Fault.empty(Fault.Moment.BEFORE));
    assertThat(slack.raw("auth.test").body()).isEmpty();
    sandbox.faults().next("auth.test", 1, Fault.error("internal_error"));
    assertRefused(slack.call("auth.test"), "internal_error");
    sandbox.faults().next("auth.test", 1, Fault.rateLimited(30));
    assertThat(slack.raw("auth.test").headers().firstValue("retry-after")).contains("30");
    assertOk(slack.call("auth.test"));
  }

  @Test
  void delaysAndDropsMetadata() {
    sandbox.faults().next("auth.test", 1, Fault.delay(Duration.ofMillis(200), Fault.Moment.BEFORE));
    long start = System.nanoTime();
    assertOk(slack.call("auth.test"));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(190));
    sandbox.faults().next("chat.postMessage", 1, Fault.dropMetadata());
    JsonNode posted =
        assertOk(
            slack.call(
                "chat.postMessage",
                "channel",
                "C0LEARNING",
                "text",
                "x",
                "metadata",
                "{\"event_type\":\"slot\",\"event_payload\":{}}"));
    assertThat(posted.path("message").has("metadata")).isFalse();
  }

  @Test
  void anEmptyPageHasACursorToGoOn() {
    workspace.says("ana", "#learning", "still here");
    sandbox.faults().next("conversations.history", 1, Fault.emptyPage());
    JsonNode page = assertOk(slack.call("conversations.history", "channel", "C0LEARNING"));
    assertThat(page.path("messages")).isEmpty();
    String cursor = Json.text(page.path("response_metadata"), "next_cursor");
    JsonNode next =
        assertOk(slack.call("conversations.history", "channel", "C0LEARNING", "cursor", cursor));
    assertThat(next.path("messages").findValuesAsString("text")).contains("still here");
  }

  @Test
  void chanceIsSeeded() {
    assertThat(pattern(new Faults(7))).isEqualTo(pattern(new Faults(7)));
  }

  private static String pattern(Faults faults) {
    faults.sometimes("*", 0.5, Fault.error("internal_error"));
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      pattern.append(faults.forCall("auth.test") == null ? '.' : 'x');
    }
    return pattern.toString();
  }

  private HttpResponse<String> post(String channel) {
    return slack.raw("chat.postMessage", "channel", channel, "text", "x");
  }
}
