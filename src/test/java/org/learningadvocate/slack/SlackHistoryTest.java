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
import org.learningadvocate.chat.History;
import org.learningadvocate.chat.History.Read;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.ThreadId;

class SlackHistoryTest {

  private static final ThreadId THREAD = new ThreadId("C0LEARN", "1795000000.000100");

  @TempDir Path folder;
  private Fixture at;
  private History history;

  @BeforeEach
  void start() {
    at = new Fixture(folder);
    at.slack.says(
        "conversations.info",
        ok("\"channel\":{\"id\":\"C0LEARN\",\"name\":\"learning\",\"is_member\":true}"));
    history = at.side.history();
  }

  @AfterEach
  void stop() {
    at.close();
  }

  private static String said(String ts, String more) {
    return "{\"type\":\"message\",\"user\":\"U0PRIYA\",\"text\":\"text\",\"ts\":\""
        + ts
        + "\""
        + more
        + "}";
  }

  private static ScriptedSlack.Says page(String more, String... messages) {
    return ok("\"messages\":[" + String.join(",", messages) + "]" + more);
  }

  private static String cursor(String next) {
    return ",\"has_more\":true,\"response_metadata\":{\"next_cursor\":\"" + next + "\"}";
  }

  private Read.Page channel(String from) {
    return (Read.Page) history.channel("C0LEARN", "1795000000.000000", from);
  }

  @Test
  void aPageHoldsWhatPeopleSaidAndEverythingThatStands() {
    at.slack.says(
        "conversations.history",
        page(
            "",
            said("9.000100", ",\"edited\":{\"user\":\"U0PRIYA\",\"ts\":\"9.500000\"}"),
            said(
                "8.000100",
                ",\"reply_count\":2,\"latest_reply\":\"8.900000\",\"thread_ts\":\"8.000100\""),
            said("7.000100", ",\"subtype\":\"thread_broadcast\",\"thread_ts\":\"1.000100\""),
            said("6.000100", ",\"subtype\":\"channel_join\""),
            said("5.000100", ",\"bot_id\":\"B0OTHER\""),
            "{\"ts\":\"4.000100\",\"subtype\":\"tombstone\",\"user\":\"USLACKBOT\",\"text\":\"This message was deleted.\"}",
            "{\"ts\":\"3.000100\",\"user\":\"U0ADVBOT\",\"bot_id\":\"B0ADV\",\"text\":\"x\",\"metadata\":{\"event_type\":\"advocate_slot\",\"event_payload\":{\"slot\":\"brief:R\"}}}"));

    var page = channel(null);

    assertThat(page.said())
        .extracting(past -> past.said().ts())
        .containsExactly("9.000100", "8.000100");
    assertThat(page.said().get(0).edited()).isEqualTo("9.500000");
    assertThat(page.said().get(1).latestReply()).isEqualTo("8.900000");
    assertThat(page.said().get(1).replies()).isEqualTo(2);
    assertThat(page.present())
        .containsExactlyInAnyOrder(
            "9.000100", "8.000100", "7.000100", "6.000100", "5.000100", "3.000100");
    assertThat(page.ours())
        .containsExactly(new History.Ours(new Slot("brief:R"), "C0LEARN", "3.000100", null));
    assertThat(page.next()).isNull();
    assertThat(page.whole()).isTrue();
  }

  @Test
  void aFormsPostIsReadAsItsEventIs() {
    at.slack.says(
        "conversations.history",
        page(
            "",
            """
            {"type":"message","subtype":"bot_message","bot_id":"B0FORM","text":"","ts":"9.000100",
             "blocks":[{"type":"section","text":{"type":"mrkdwn","text":"We need a *job aid*"}}]}
            """,
            """
            {"type":"message","subtype":"bot_message","bot_id":"B0OTHER","text":"x","ts":"8.000100"}
            """));

    var said = channel(null).said();

    assertThat(said).hasSize(1);
    assertThat(said.get(0).said().text()).isEqualTo("We need a *job aid*");
    assertThat(said.get(0).said().user()).isEqualTo("B0FORM");
    assertThat(said.get(0).said().bot()).isEqualTo("B0FORM");
  }

  @Test
  void goesOnWithTheCursorAndByTimeWhereThatDied() {
    at.slack.says(
        "conversations.history",
        page(cursor("bmV4dA=="), said("9.000100", "")),
        page(cursor("bW9yZQ==")),
        no("invalid_cursor"),
        page("", said("7.000100", "")));

    var first = channel(null);
    var empty = channel(first.next());
    var dead = channel(empty.next());
    var last = channel(dead.next());

    assertThat(empty.said()).isEmpty();
    assertThat(dead.said()).isEmpty();
    assertThat(last.said()).hasSize(1);
    assertThat(last.next()).isNull();
    assertThat(at.slack.asked("conversations.history"))
        .extracting(call -> call.field("cursor") + "|" + call.field("latest"))
        .containsExactly("|", "bmV4dA==|", "bW9yZQ==|", "|9.000100");
  }

  @Test
  void moreWithoutAWayToItIsNotTheWhole() {
    at.slack.says("conversations.history", page(",\"has_more\":true", said("9.000100", "")));
    assertThat(channel(null).whole()).isFalse();
  }

  @Test
  void anAnswerThatIsNoPageIsAskedForAgain() {
    at.slack.says(
        "conversations.history",
        ok(""),
        status(503),
        ScriptedSlack.CUT,
        no("internal_error"),
        no("token_revoked"));
    for (int i = 0; i < 5; i++) {
      assertThat(history.channel("C0LEARN", "1.0", null)).isInstanceOf(Read.Later.class);
    }
  }

  @Test
  void readsInItsTurnAndObeysALimitAlsoOfAnotherProcess() {
    at.slack.says("conversations.history", limited(60), page(""));
    assertThat(history.channel("C0LEARN", "1.0", null))
        .isEqualTo(new Read.Later(Duration.ofSeconds(60), "ratelimited"));
    try (var other = at.another()) {
      assertThat(other.history().channel("C0LEARN", "1.0", null)).isInstanceOf(Read.Later.class);
    }
    assertThat(at.slack.asked("conversations.history")).hasSize(1);
    at.slack.says("conversations.replies", page("", said(THREAD.ts(), "")));
    assertThat(history.thread(THREAD, "1.0", null)).isInstanceOf(Read.Page.class);
    at.clock.ahead(Duration.ofSeconds(61));
    assertThat(history.channel("C0LEARN", "1.0", null)).isInstanceOf(Read.Page.class);
  }

  @Test
  void knowsWhatIsGoneFromWhatIsClosed() {
    at.slack.says("conversations.replies", no("thread_not_found"));
    assertThat(history.thread(THREAD, "1.0", null)).isInstanceOf(Read.Gone.class);
    for (String error : List.of("not_in_channel", "channel_not_found", "missing_scope")) {
      at.slack.says("conversations.history", no(error));
      assertThat(history.channel("C0LEARN", "1.0", null)).as(error).isInstanceOf(Read.Closed.class);
    }
  }

  @Test
  void looksForOneMessage() {
    at.slack.says("conversations.history", page(""));
    at.slack.says(
        "conversations.replies", page("", said(THREAD.ts(), ""), said("1795000009.000100", "")));
    var alone = (Read.Page) history.message("C0LEARN", THREAD.ts(), null);
    assertThat(alone.present()).isEmpty();
    var reply = (Read.Page) history.message("C0LEARN", "1795000009.000100", THREAD.ts());
    assertThat(reply.present()).contains("1795000009.000100");
    var asked = at.slack.asked("conversations.replies").get(0);
    assertThat(asked.field("ts")).isEqualTo(THREAD.ts());
    assertThat(asked.field("oldest")).isEqualTo("1795000009.000100");
    assertThat(asked.field("latest")).isEqualTo("1795000009.000100");
  }
}
