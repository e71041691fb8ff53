package org.learningadvocate.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.learningadvocate.slack.ScriptedSlack.limited;
import static org.learningadvocate.slack.ScriptedSlack.no;
import static org.learningadvocate.slack.ScriptedSlack.ok;
import static org.learningadvocate.slack.ScriptedSlack.status;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.learningadvocate.chat.HomeView;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.Wanted;
import org.learningadvocate.chat.Words;

class SlackSenderTest {

  private static final Slot SLOT = new Slot("brief:C0LEARN:1.000100");
  private static final ScriptedSlack.Says POSTED =
      ok(
          "\"channel\":\"C0BRIEFS\",\"ts\":\"1796000001.000100\",\"message\":{\"ts\":\"1796000001.000100\"}");

  @TempDir Path folder;
  private Fixture at;

  @BeforeEach
  void start() {
    at = new Fixture(folder);
    at.slack.says("chat.postMessage", POSTED);
  }

  @AfterEach
  void stop() {
    at.close();
  }

  private void wantBrief(String text) {
    at.want(SLOT, new Wanted.Post("C0BRIEFS", null, Message.of(text)));
    at.carry();
  }

  @Test
  void postsOnceWithItsSlotAndUpdatesAfterwards() {
    wantBrief("first <!channel> & more");
    assertThat(at.slot(SLOT).state()).isEqualTo("SETTLED");
    assertThat(at.slot(SLOT).ts()).isEqualTo("1796000001.000100");
    var post = at.slack.asked("chat.postMessage").get(0);
    assertThat(post.field("text")).isEqualTo("first &lt;!channel&gt; &amp; more");
    assertThat(post.field("metadata"))
        .isEqualTo(
            "{\"event_type\":\"advocate_slot\",\"event_payload\":{\"slot\":\"brief:C0LEARN:1.000100\"}}");
    assertThat(post.field("unfurl_links")).isIn("0", "false");
    assertThat(post.field("unfurl_media")).isIn("0", "false");
    wantBrief("second");
    assertThat(at.slack.asked("chat.postMessage")).hasSize(1);
    assertThat(at.slack.asked("chat.update").get(0).field("ts")).isEqualTo("1796000001.000100");
    assertThat(at.slack.asked("chat.update").get(0).field("blocks")).contains("second");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, -1})
  void looksForAPostOfUnknownOutcomeBeforeItRepeatsIt(int status) {
    at.slack.says("chat.postMessage", status < 0 ? ScriptedSlack.CUT : status(status), POSTED);
    at.slack.says(
        "conversations.history",
        ok(
            "\"messages\":[],\"has_more\":true,\"response_metadata\":{\"next_cursor\":\"dGVhbQ==\"}"),
        ok(
            """
            "messages":[{"ts":"1796000009.000100","metadata":{"event_type":"advocate_slot",
            "event_payload":{"slot":"brief:C0LEARN:1.000100"}}},{"ts":"1796000005.000100",
            "metadata":{"event_type":"advocate_slot","event_payload":{"slot":"brief:C0LEARN:1.000100"}}},
            {"ts":"1796000003.000100","text":"somebody"}],"has_more":false
            """));
    wantBrief("text");
    assertThat(at.slot(SLOT).state()).isEqualTo("OPEN");
    at.clock.ahead(Duration.ofSeconds(10));
    at.carry();
    assertThat(at.slot(SLOT).ts()).isEqualTo("1796000005.000100");
    assertThat(at.slack.asked("chat.postMessage")).hasSize(1);
    var pages = at.slack.asked("conversations.history");
    assertThat(pages).hasSize(2);
    assertThat(pages.get(0).field("oldest")).isEqualTo("1795999700.000000");
    assertThat(pages.get(0).field("include_all_metadata")).isIn("1", "true");
    assertThat(pages.get(1).field("cursor")).isEqualTo("dGVhbQ==");
    assertThat(at.slack.asked("chat.delete").get(0).field("ts")).isEqualTo("1796000009.000100");
  }

  @Test
  void findsAPostWhoseMetadataWasDropped() {
    at.slack.says("chat.postMessage", status(500), POSTED);
    at.slack.says(
        "conversations.history",
        ok(
            """
            "messages":[{"ts":"1796000005.000100","blocks":[{"type":"section",
            "block_id":"slot:brief:C0LEARN:1.000100","text":{"type":"mrkdwn","text":"text "}}]}]
            """));
    wantBrief("text");
    assertThat(at.slack.asked("chat.postMessage").get(0).field("blocks"))
        .contains("\"block_id\":\"slot:brief:C0LEARN:1.000100\"");
    at.clock.ahead(Duration.ofSeconds(10));
    at.carry();
    assertThat(at.slack.asked("chat.postMessage")).hasSize(1);
    assertThat(at.slot(SLOT).ts()).isEqualTo("1796000005.000100");
  }

  @Test
  void postsAgainWhatCannotBeFound() {
    at.slack.says("chat.postMessage", status(500), POSTED);
    at.slack.says("conversations.history", ok("\"messages\":[]"));
    wantBrief("text");
    at.clock.ahead(Duration.ofSeconds(10));
    at.carry();
    assertThat(at.slack.asked("chat.postMessage")).hasSize(2);
    assertThat(at.slot(SLOT).state()).isEqualTo("SETTLED");
  }

  @Test
  void takesAnAnswerThatIsNoJsonForAnUnknownOutcome() {
    at.slack.says(
        "chat.postMessage",
        new ScriptedSlack.Says(200, "<html>proxy</html>", java.util.Map.of()),
        POSTED);
    at.slack.says("conversations.history", ok("\"messages\":[]"));
    wantBrief("text");
    at.clock.ahead(Duration.ofSeconds(10));
    at.carry();
    assertThat(at.slack.asked("conversations.history")).hasSize(1);
    assertThat(at.slot(SLOT).state()).isEqualTo("SETTLED");
  }

  @Test
  void waitsAsLongAsSlackSays() {
    at.slack.says("chat.postMessage", limited(30), POSTED);
    wantBrief("text");
    at.clock.ahead(Duration.ofSeconds(29));
    at.carry();
    assertThat(at.slack.asked("chat.postMessage")).hasSize(1);
    at.clock.ahead(Duration.ofSeconds(2));
    at.carry();
    assertThat(at.slack.asked("chat.postMessage")).hasSize(2);
    assertThat(at.slack.asked("conversations.history")).as("certainly not posted").isEmpty();
  }

  @Test
  void aLimitOfOneMethodHoldsUpNoOther() {
    at.slack.says("chat.postMessage", limited(30));
    wantBrief("text");
    at.want(
        Slot.reaction("C0LEARN", "1.0", "white_check_mark"),
        new Wanted.Reaction("C0LEARN", "1.0", "white_check_mark", true));
    at.carry();
    assertThat(at.slack.asked("reactions.add")).hasSize(1);
  }

  @Test
  void postsAboutOneASecondInAChannel() {
    for (int i = 0; i < 3; i++) {
      at.want(new Slot("x:" + i), new Wanted.Post("C0BRIEFS", null, Message.of("text " + i)));
    }
    at.carry();
    assertThat(at.slack.asked("chat.postMessage")).hasSize(1);
    at.clock.ahead(Duration.ofMillis(1_100));
    at.carry();
    assertThat(at.slack.asked("chat.postMessage")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "channel_not_found, CLOSED",
    "not_in_channel, CLOSED",
    "is_archived, CLOSED",
    "restricted_action_read_only_channel, CLOSED",
    "invalid_blocks, ASIDE",
    "msg_blocks_too_long, ASIDE",
    "missing_scope, OPEN",
    "token_revoked, OPEN",
    "invalid_auth, OPEN",
    "ratelimited, OPEN",
    "fatal_error, OPEN"
  })
  void knowsWhatEachRefusalMeans(String error, String state) {
    at.slack.says("chat.postMessage", no(error));
    wantBrief("text");
    assertThat(at.slot(SLOT).state()).isEqualTo(state);
    assertThat(at.slot(SLOT).reason()).contains(error.startsWith("rate") ? "ratelimited" : error);
  }

  @Test
  void makesNoCallWhileTheTokenIsRefused() {
    at.slack.says("chat.postMessage", no("token_revoked"));
    wantBrief("text");
    assertThat(at.side.standing().refusal()).isPresent();
    at.want(new Slot("x:1"), new Wanted.Post("C0OTHER", null, Message.of("text")));
    at.carry();
    assertThat(at.slack.asked("chat.postMessage")).hasSize(1);
    at.slack.says("chat.postMessage", POSTED);
    at.clock.ahead(Duration.ofMinutes(6));
    at.carry();
    assertThat(at.side.standing().refusal()).isEmpty();
    assertThat(at.slot(SLOT).state()).isEqualTo("SETTLED");
  }

  @Test
  void doesNotPostAgainWhatAPersonDeleted() {
    wantBrief("first");
    at.slack.says("chat.update", no("message_not_found"));
    wantBrief("second");
    assertThat(at.slot(SLOT))
        .extracting(Fixture.SlotRow::state, Fixture.SlotRow::reason)
        .containsExactly("CLOSED", "deleted in Slack");
    assertThat(at.slack.asked("chat.postMessage")).hasSize(1);
  }

  @Test
  void takesBackAReplyWhoseThreadIsGone() {
    at.slack.says("conversations.replies", no("thread_not_found"));
    at.want(SLOT, new Wanted.Post("C0BRIEFS", "1795000000.000100", Message.of("text")));
    at.carry();
    assertThat(at.slack.asked("chat.delete").get(0).field("ts")).isEqualTo("1796000001.000100");
    assertThat(at.slot(SLOT).state()).isEqualTo("CLOSED");
  }

  @Test
  void leavesAReplyThatTheServerOnlyForgotToPlace() {
    at.slack.says("conversations.replies", ok("\"messages\":[{\"ts\":\"1795000000.000100\"}]"));
    at.want(SLOT, new Wanted.Post("C0BRIEFS", "1795000000.000100", Message.of("text")));
    at.carry();
    assertThat(at.slack.asked("chat.delete")).isEmpty();
    assertThat(at.slot(SLOT).state()).isEqualTo("SETTLED");
  }

  @Test
  void whatStandsBelowWaitsForWhatItStandsUnder() {
    var details = new Slot("details:1");
    at.want(details, new Wanted.Below(SLOT, Message.of("details")));
    at.carry();
    assertThat(at.slack.asked("chat.postMessage")).isEmpty();
    wantBrief("head");
    at.clock.ahead(Duration.ofSeconds(2));
    at.carry();
    assertThat(at.slack.asked("chat.postMessage").get(1).field("thread_ts"))
        .isEqualTo("1796000001.000100");
  }

  @Test
  void aReactionThatIsThereIsDone() {
    var slot = Slot.reaction("C0LEARN", "1.0", "eyes");
    at.slack.says("reactions.add", no("already_reacted"));
    at.slack.says("reactions.remove", no("no_reaction"));
    at.want(slot, new Wanted.Reaction("C0LEARN", "1.0", "eyes", true));
    at.carry();
    assertThat(at.slot(slot).state()).isEqualTo("SETTLED");
    at.want(slot, new Wanted.Reaction("C0LEARN", "1.0", "eyes", false));
    at.carry();
    assertThat(at.slot(slot).state()).isEqualTo("SETTLED");
    assertThat(at.slack.asked("reactions.remove")).hasSize(1);
  }

  @Test
  void publishesAHome() {
    var view = new HomeView(List.of(Part.line(Words.of("Hello ").name("U0KEN"))));
    at.slack.says(
        "users.info",
        ok(
            "\"user\":{\"id\":\"U0KEN\",\"team_id\":\"T0ACME\",\"name\":\"ken\",\"tz\":\"America/Chicago\",\"profile\":{\"display_name\":\"Ken <!here>\"}}"));
    at.want(Slot.home("U0KEN"), new Wanted.Home("U0KEN", view));
    at.carry();
    assertThat(at.slack.asked("views.publish").get(0).field("view"))
        .contains("Hello Ken &lt;!here&gt;".replace("&", "\\u0026"));
    assertThat(at.slot(Slot.home("U0KEN")).state()).isEqualTo("SETTLED");
  }

  @Test
  void linksToASlotOnceItStands() {
    at.slack.says(
        "chat.getPermalink",
        ok("\"permalink\":\"https://acme.slack.com/archives/C/p1?thread_ts=1&cid=C\""));
    var other = new Slot("thread:C0LEARN:1.000100");
    at.want(
        other,
        new Wanted.Post("C0LEARN", null, Message.of(Words.of("see ").linkTo(SLOT, "the brief"))));
    at.carry();
    assertThat(at.slack.asked("chat.postMessage").get(0).field("text")).isEqualTo("see the brief");
    at.slack.says("chat.postMessage", POSTED);
    wantBrief("brief");
    at.carry();
    assertThat(at.slack.asked("chat.update").get(0).field("text"))
        .isEqualTo("see <https://acme.slack.com/archives/C/p1?thread_ts=1&amp;cid=C|the brief>");
  }
}
