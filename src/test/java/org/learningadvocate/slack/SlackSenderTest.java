package org.learningadvocate.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.learningadvocate.slack.ScriptedSlack.limited;
import static org.learningadvocate.slack.ScriptedSlack.no;
import static org.learningadvocate.slack.ScriptedSlack.ok;
import static org.learningadvocate.slack.ScriptedSlack.status;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
        "chat.postMessage", new ScriptedSlack.Says(200, "<html>proxy</html>", Map.of()), POSTED);
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
    at.slack.says("chat.postMessage", ok("\"channel\":\"C0LEARN\",\"ts\":\"1796000000.000900\""));
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

  // How often

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "0", "-5", "1.5", "Wed, 21 Oct 2026 07:28:00 GMT"})
  void aLimitWithoutSecondsIsWaitedForAWhile(String header) {
    at.slack.says(
        "chat.postMessage",
        new ScriptedSlack.Says(
            429,
            "{\"ok\":false,\"error\":\"ratelimited\"}",
            header.isEmpty() ? Map.of() : Map.of("Retry-After", header)),
        POSTED);
    wantBrief("text");
    assertThat(at.slot(SLOT).state()).isEqualTo("OPEN");
    at.clock.ahead(Duration.ofSeconds(11));
    at.carry();
    assertThat(at.slot(SLOT).state()).isEqualTo("SETTLED");
    assertThat(at.slack.asked("chat.postMessage")).hasSize(2);
    assertThat(at.slack.asked("conversations.history")).as("certainly not posted").isEmpty();
  }

  @Test
  void aLimitSaidWithoutTheStatusIsOneToo() {
    at.slack.says(
        "chat.postMessage",
        new ScriptedSlack.Says(
            200, "{\"ok\":false,\"error\":\"ratelimited\"}", Map.of("Retry-After", "40")),
        POSTED);
    wantBrief("text");
    at.clock.ahead(Duration.ofSeconds(39));
    at.carry();
    assertThat(at.slack.asked("chat.postMessage")).hasSize(1);
    at.clock.ahead(Duration.ofSeconds(2));
    at.carry();
    assertThat(at.slot(SLOT).state()).isEqualTo("SETTLED");
  }

  @Test
  void aLimitHoldsForEveryPostOfTheWorkspaceAndNoCallIsMade() {
    at.slack.says("chat.postMessage", limited(30));
    wantBrief("text");
    at.want(new Slot("x:1"), new Wanted.Post("C0OTHER", null, Message.of("text")));
    at.clock.ahead(Duration.ofSeconds(20));
    at.carry();
    assertThat(at.slack.asked("chat.postMessage")).hasSize(1);
  }

  @Test
  void whatAPersonWaitsForObeysALimitToo() {
    at.slack.says("users.info", limited(30));
    assertThat(at.side.members().person("U0KEN")).isEmpty();
    at.clock.ahead(Duration.ofSeconds(20));
    assertThat(at.side.members().person("U0KEN")).isEmpty();
    assertThat(at.slack.asked("users.info")).hasSize(1);
  }

  @Test
  void aChannelWithManyPostsHoldsUpNoOther() {
    for (int i = 0; i < 50; i++) {
      at.want(new Slot("x:" + i), new Wanted.Post("C0BUSY", null, Message.of("text " + i)));
    }
    wantBrief("text");
    assertThat(at.slack.asked("chat.postMessage"))
        .extracting(call -> call.field("channel"))
        .containsExactlyInAnyOrder("C0BUSY", "C0BRIEFS");
  }

  @Test
  void aMethodsTierIsKeptByAllProcessesTogether() {
    for (int i = 0; i < 60; i++) {
      at.want(
          Slot.reaction("C" + i, "1.0", "eyes"), new Wanted.Reaction("C" + i, "1.0", "eyes", true));
    }
    try (var other = at.another()) {
      for (int i = 0; i < 60; i++) {
        at.carry();
        other.carry();
      }
    }
    assertThat(at.slack.asked("reactions.add").size()).isBetween(8, 11);
  }

  // Looking for it

  private static String page(String next, String... messages) {
    return "\"messages\":["
        + String.join(",", messages)
        + "],\"has_more\":"
        + !next.isEmpty()
        + (next.isEmpty() ? "" : ",\"response_metadata\":{\"next_cursor\":\"" + next + "\"}");
  }

  private static String other(String ts) {
    return "{\"ts\":\"" + ts + "\",\"text\":\"somebody\"}";
  }

  private static String ours(String ts) {
    return """
        {"ts":"%s","metadata":{"event_type":"advocate_slot",
        "event_payload":{"slot":"brief:C0LEARN:1.000100"}}}
        """
        .formatted(ts);
  }

  @Test
  void aSearchGoesOnWhereALimitStoppedIt() {
    at.slack.says("chat.postMessage", status(500), POSTED);
    at.slack.says(
        "conversations.history",
        ok(page("bmV4dA==", other("1796000009.000100"))),
        limited(60),
        ok(page("bW9yZQ==", other("1796000008.000100"))),
        limited(60),
        ok(page("", ours("1796000001.000100"))));
    wantBrief("text");
    for (int minutes = 0; minutes < 4; minutes++) {
      at.clock.ahead(Duration.ofSeconds(61));
      at.carry();
    }
    assertThat(at.slack.asked("conversations.history"))
        .extracting(call -> call.field("cursor"))
        .containsExactly("", "bmV4dA==", "bmV4dA==", "bW9yZQ==", "bW9yZQ==");
    assertThat(at.slack.asked("chat.postMessage")).hasSize(1);
    assertThat(at.slot(SLOT).ts()).isEqualTo("1796000001.000100");
  }

  @Test
  void aSearchWhoseCursorDiedGoesOnByTime() {
    at.slack.says("chat.postMessage", status(500), POSTED);
    at.slack.says(
        "conversations.history",
        ok(page("bmV4dA==", other("1796000009.000100"))),
        no("invalid_cursor"),
        ok(page("", ours("1796000001.000100"))));
    wantBrief("text");
    at.clock.ahead(Duration.ofSeconds(10));
    at.carry();
    assertThat(at.slack.asked("conversations.history").get(2).field("latest"))
        .isEqualTo("1796000009.000100");
    assertThat(at.slot(SLOT).ts()).isEqualTo("1796000001.000100");
  }

  @Test
  void aServerThatDropsMetadataAndBlocksLeadsToAnEnd() {
    at.slack.says("chat.postMessage", status(500), status(500), POSTED);
    at.slack.says("conversations.history", ok(page("", other("1796000001.000100"))));
    wantBrief("text");
    for (int i = 0; i < 10; i++) {
      at.clock.ahead(Duration.ofSeconds(30));
      at.carry();
    }
    assertThat(at.slack.asked("conversations.history")).hasSize(2);
    assertThat(at.slack.asked("chat.postMessage")).hasSize(3);
    assertThat(at.slot(SLOT).state()).isEqualTo("SETTLED");
  }

  @Test
  void aStrayWhoseAnswerWasLostIsRemovedFromTheChannel() {
    at.slack.says("chat.postMessage", status(500), POSTED);
    at.slack.says("conversations.replies", no("thread_not_found"));
    at.slack.says("conversations.history", ok(page("", ours("1796000001.000100"))));
    at.want(SLOT, new Wanted.Post("C0BRIEFS", "1795000000.000100", Message.of("text")));
    at.carry();
    at.clock.ahead(Duration.ofSeconds(10));
    at.carry();
    assertThat(at.slack.asked("chat.postMessage")).hasSize(1);
    assertThat(at.slack.asked("chat.delete"))
        .extracting(call -> call.field("ts"))
        .containsExactly("1796000001.000100");
    assertThat(at.slot(SLOT).reason()).isEqualTo("deleted in Slack");
  }

  @Test
  void anAnswerThatDoesNotSayWhereItLandedIsLookedFor() {
    at.slack.says("conversations.replies", status(503), no("thread_not_found"));
    at.slack.says("conversations.history", ok(page("", ours("1796000001.000100"))));
    at.want(SLOT, new Wanted.Post("C0BRIEFS", "1795000000.000100", Message.of("text")));
    at.carry();
    assertThat(at.slot(SLOT).state()).isEqualTo("OPEN");
    at.clock.ahead(Duration.ofSeconds(10));
    at.carry();
    assertThat(at.slack.asked("chat.delete")).hasSize(1);
    assertThat(at.slot(SLOT).state()).isEqualTo("CLOSED");
  }

  // What is gone, and what comes back

  @Test
  void whatStandsBelowSomethingThatRestsRestsWithItAndComesBackWithIt() {
    var details = new Slot("details:1");
    at.slack.says("conversations.replies", ok("\"messages\":[{\"ts\":\"1796000001.000100\"}]"));
    at.slack.says("chat.postMessage", no("is_archived"));
    wantBrief("head");
    at.want(details, new Wanted.Below(SLOT, Message.of("details")));
    at.clock.ahead(Duration.ofSeconds(2));
    at.carry();
    assertThat(at.slot(SLOT).state()).isEqualTo("CLOSED");
    assertThat(at.slot(details).state()).isEqualTo("CLOSED");
    assertThat(at.slot(details).reason()).contains("is_archived");
    at.slack.says("chat.postMessage", POSTED);
    at.db.change(tx -> at.outbox.back(tx, "T0ACME", "C0BRIEFS"));
    for (int i = 0; i < 3; i++) {
      at.clock.ahead(Duration.ofSeconds(2));
      at.carry();
    }
    assertThat(at.slot(SLOT).state()).isEqualTo("SETTLED");
    assertThat(at.slot(details).state()).isEqualTo("SETTLED");
    assertThat(at.slack.asked("chat.postMessage").get(2).field("thread_ts"))
        .isEqualTo("1796000001.000100");
  }

  @Test
  void belowWhatAPersonDeletedNothingIsPosted() {
    wantBrief("head");
    at.db.change(tx -> at.outbox.gone(tx, "T0ACME", "C0BRIEFS", "1796000001.000100"));
    at.want(new Slot("details:1"), new Wanted.Below(SLOT, Message.of("details")));
    at.clock.ahead(Duration.ofSeconds(2));
    at.carry();
    assertThat(at.slack.asked("chat.postMessage")).hasSize(1);
    assertThat(at.slot(new Slot("details:1")).reason()).isEqualTo("deleted in Slack");
  }

  @Test
  void whatStandsInAnotherChannelNowWantedMovesThere() {
    wantBrief("text");
    at.slack.says("chat.postMessage", ok("\"channel\":\"C0NEW\",\"ts\":\"1796000002.000100\""));
    at.want(SLOT, new Wanted.Post("C0NEW", null, Message.of("text")));
    at.carry();
    assertThat(at.slot(SLOT).channel()).isEqualTo("C0NEW");
    assertThat(at.slack.asked("chat.delete"))
        .extracting(call -> call.field("channel"), call -> call.field("ts"))
        .containsExactly(tuple("C0BRIEFS", "1796000001.000100"));
  }

  // What stands twice

  private void posted(String ts) {
    at.event(
        "Ev" + ts,
        """
        {"type":"message","channel":"C0BRIEFS","channel_type":"channel","user":"U0ADVBOT",
        "text":"text","ts":"%s","metadata":{"event_type":"advocate_slot",
        "event_payload":{"slot":"brief:C0LEARN:1.000100"}}}
        """
            .formatted(ts));
  }

  @Test
  void aPostThatSlackTookAfterItWasGivenUpIsRemoved() {
    wantBrief("text");
    posted("1796000001.000100");
    posted("1796000077.000100");
    at.carry();
    assertThat(at.slack.asked("chat.delete")).as("its answer may be under way").isEmpty();
    at.clock.ahead(Duration.ofSeconds(21));
    at.carry();
    at.carry();
    assertThat(at.slack.asked("chat.delete"))
        .extracting(call -> call.field("ts"))
        .containsExactly("1796000077.000100");
    assertThat(at.slot(SLOT).ts()).isEqualTo("1796000001.000100");
  }

  @Test
  void aTwinIsRemovedAfterARestartAndALimitToo() {
    wantBrief("text");
    posted("1796000077.000100");
    at.clock.ahead(Duration.ofSeconds(21));
    at.slack.says("chat.delete", limited(30), status(500), ok(""));
    try (var next = at.another()) {
      for (int i = 0; i < 4; i++) {
        next.carry();
        at.clock.ahead(Duration.ofSeconds(31));
      }
    }
    assertThat(at.slack.asked("chat.delete")).hasSize(3);
  }

  @Test
  void theEventOfALostAnswerSavesTheSearch() {
    at.slack.says("chat.postMessage", status(500), POSTED);
    at.slack.says("conversations.history", limited(600));
    wantBrief("text");
    posted("1796000001.000100");
    at.clock.ahead(Duration.ofSeconds(30));
    at.carry();
    at.clock.ahead(Duration.ofSeconds(30));
    at.carry();
    assertThat(at.slot(SLOT))
        .extracting(Fixture.SlotRow::state, Fixture.SlotRow::ts)
        .containsExactly("SETTLED", "1796000001.000100");
    assertThat(at.slack.asked("chat.postMessage")).hasSize(1);
  }

  @Test
  void deletedBeforeItsAnswerWasKnownItIsNotPostedAgain() {
    at.slack.says("chat.postMessage", status(500), POSTED);
    at.slack.says("conversations.history", ok(page("")));
    wantBrief("text");
    posted("1796000001.000100");
    at.event(
        "EvDeleted",
        """
        {"type":"message","subtype":"message_deleted","channel":"C0BRIEFS",
        "deleted_ts":"1796000001.000100","event_ts":"1796000002.000100","previous_message":{
        "user":"U0ADVBOT","ts":"1796000001.000100","text":"text","metadata":{
        "event_type":"advocate_slot","event_payload":{"slot":"brief:C0LEARN:1.000100"}}}}
        """);
    at.clock.ahead(Duration.ofSeconds(60));
    at.carry();
    assertThat(at.slack.asked("chat.postMessage")).hasSize(1);
    assertThat(at.slot(SLOT).reason()).isEqualTo("deleted in Slack");
  }

  @Test
  void anotherProcessKnowsWhatWasSentLast() {
    wantBrief("one");
    try (var other = at.another()) {
      at.want(SLOT, new Wanted.Post("C0BRIEFS", null, Message.of("two")));
      other.carry();
      at.want(SLOT, new Wanted.Post("C0BRIEFS", null, Message.of("one")));
      at.carry();
    }
    assertThat(at.slack.asked("chat.update")).hasSize(2);
    assertThat(at.slack.asked("chat.update").get(1).field("text")).isEqualTo("one");
  }

  @Test
  void aLinkThatSlackDidNotTellIsLookedUpAgain() {
    at.slack.says(
        "chat.getPermalink",
        status(503),
        status(503),
        ok("\"permalink\":\"https://acme.slack.com/archives/C/p1\""));
    at.want(
        SLOT,
        new Wanted.Post(
            "C0BRIEFS", null, Message.of(Words.of("see ").linkToMessage("C0LEARN", "1.0", "it"))));
    at.carry();
    assertThat(at.slack.asked("chat.postMessage").get(0).field("text")).isEqualTo("see it");
    assertThat(at.slot(SLOT).state()).isEqualTo("OPEN");
    at.clock.ahead(Duration.ofSeconds(31));
    at.carry();
    assertThat(at.slack.asked("chat.update").get(0).field("text"))
        .isEqualTo("see <https://acme.slack.com/archives/C/p1|it>");
    assertThat(at.slot(SLOT).state()).isEqualTo("SETTLED");
  }

  @Test
  void aNameThatSlackNeverTellsIsLeftInTheEnd() {
    at.slack.says("users.info", status(503));
    at.want(SLOT, new Wanted.Post("C0BRIEFS", null, Message.of(Words.NONE.name("U0KEN"))));
    for (int i = 0; i < 12; i++) {
      at.carry();
      at.clock.ahead(Duration.ofHours(3));
    }
    assertThat(at.slack.asked("chat.postMessage")).hasSize(1);
    assertThat(at.slack.asked("chat.update")).isEmpty();
    assertThat(at.slot(SLOT).state()).isEqualTo("SETTLED");
  }

  @Test
  void whatSlackNeverTakesIsSetAsideAndAskedForMoreAndMoreSlowly() {
    wantBrief("one");
    at.slack.says("chat.update", status(500));
    wantBrief("two");
    at.clock.ahead(Duration.ofMinutes(1));
    for (int i = 0; i < 60; i++) {
      at.carry();
      at.clock.ahead(Duration.ofMinutes(1));
    }
    assertThat(at.slack.asked("chat.update")).hasSizeBetween(12, 25);
    for (int i = 0; i < 200; i++) {
      at.carry();
      at.clock.ahead(Duration.ofMinutes(6));
    }
    assertThat(at.slot(SLOT).state()).isEqualTo("ASIDE");
    assertThat(at.slot(SLOT).reason()).contains("500");
  }
}
