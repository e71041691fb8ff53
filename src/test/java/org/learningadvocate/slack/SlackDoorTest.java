package org.learningadvocate.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.learningadvocate.slack.ScriptedSlack.no;
import static org.learningadvocate.slack.ScriptedSlack.ok;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.learningadvocate.chat.Answer;
import org.learningadvocate.chat.Form;
import org.learningadvocate.chat.Gap;
import org.learningadvocate.chat.Incoming.Asked;
import org.learningadvocate.chat.Incoming.Pointed;
import org.learningadvocate.chat.Incoming.Pressed;
import org.learningadvocate.chat.Incoming.Said;
import org.learningadvocate.chat.Incoming.Submitted;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Reception.Reply;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.Wanted;

class SlackDoorTest {

  private static final String MESSAGE =
      "{\"type\":\"message\",\"channel\":\"C0LEARN\",\"channel_type\":\"channel\",\"user\":\"U0PRIYA\",\"text\":\"café – job aid\",\"ts\":\"%s\",\"event_ts\":\"%s\"}";

  private static final Form FORM =
      new Form(
          "answers",
          "Answers",
          "Send",
          "C0LEARN:1.000100",
          List.of(new Form.Field.Text("q", "Question", null, null, 3_000, true, true)));

  @TempDir Path folder;
  private Fixture at;

  @BeforeEach
  void start() {
    at = new Fixture(folder);
  }

  @AfterEach
  void stop() {
    at.close();
  }

  private static String said(String ts) {
    return MESSAGE.formatted(ts, ts);
  }

  private static void eventually(BooleanSupplier fact) {
    var end = Instant.now().plus(Duration.ofSeconds(10));
    while (!fact.getAsBoolean() && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(5_000_000);
    }
    assertThat(fact.getAsBoolean()).isTrue();
  }

  @Test
  void keepsAnEventOnceBeforeItIsAcknowledged() {
    assertThat(at.event("Ev1", said("1.000100")).statusCode()).isEqualTo(200);
    assertThat(at.event("Ev1", said("1.000100")).statusCode()).isEqualTo(200);
    assertThat(at.event("Ev2", said("1.000100")).statusCode()).isEqualTo(200);
    assertThat(at.kept()).hasSize(1);
    assertThat(((Said) at.kept().get(0)).text()).isEqualTo("café – job aid");
  }

  @Test
  void refusesWhatIsNotSlacks() {
    assertThat(at.post("{}", "1796000000", "v0=00").statusCode()).isEqualTo(401);
    assertThat(at.post("{}", "1795999000", null).statusCode()).isEqualTo(401);
    assertThat(at.post("{}", "1796001000", null).statusCode()).isEqualTo(401);
    assertThat(at.meters.counter("advocate.requests", "outcome", "unsigned").count()).isEqualTo(3);
  }

  @Test
  void answersSlacksOwnQuestions() {
    var verified =
        at.post("{\"token\":\"x\",\"challenge\":\"3eZb\",\"type\":\"url_verification\"}");
    assertThat(verified.body()).isEqualTo("3eZb");
    assertThat(at.post("ssl_check=1&token=x").statusCode()).isEqualTo(200);
    assertThat(
            at.post(
                    "{\"type\":\"app_rate_limited\",\"team_id\":\"T0ACME\",\"minute_rate_limited\":1}")
                .statusCode())
        .isEqualTo(200);
    assertThat(at.post("{\"type\":\"brand_new\"}").statusCode()).isEqualTo(200);
  }

  @Test
  void saysNothingAboutItselfWhenABodyIsBroken() {
    for (String body :
        new String[] {"{broken", "{", "payload=%7Bbroken", "payload=%zz", "x", "", "[1]"}) {
      var answer = at.post(body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(answer.body()).isEmpty();
    }
  }

  @Test
  void refusesWhatIsTooLarge() throws IOException {
    assertThat(at.post("x".repeat(1_000_001)).statusCode()).isEqualTo(413);
    // Without a length, and never ending: refused as soon as it is too much.
    try (var socket = new Socket("127.0.0.1", at.port())) {
      socket.setSoTimeout(10_000);
      var out = socket.getOutputStream();
      out.write(
          "POST /slack/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      byte[] chunk =
          ("186A0\r\n" + "x".repeat(100_000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      try {
        for (int i = 0; i < 11; i++) {
          out.write(chunk);
        }
        out.flush();
      } catch (IOException e) {
        // Closed already: the answer is there to be read.
      }
      byte[] head = socket.getInputStream().readNBytes(12);
      assertThat(new String(head, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
    }
  }

  private String send(String head, String body) throws IOException {
    try (var socket = new Socket("127.0.0.1", at.port())) {
      socket.setSoTimeout(15_000);
      var out = socket.getOutputStream();
      out.write(
          ("POST /slack/events HTTP/1.1\r\nHost: x\r\n" + head + "\r\n\r\n" + body)
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }
  }

  @Test
  void aLengthThatIsALieIsNoWayRound() throws IOException {
    long start = System.nanoTime();
    assertThat(send("Content-Length: 2000000", "{")).endsWith("413");
    assertThat(send("Content-Length: 9999999999999999999", "{")).endsWith("400");
    assertThat(send("Content-Length: -1", "{")).endsWith("400");
    assertThat(send("Content-Length: 10", "x".repeat(200_000))).endsWith("401");
    assertThat(send("Content-Length: 10\r\nTransfer-Encoding: chunked", "0\r\n\r\n"))
        .endsWith("400");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    assertThat(at.kept()).isEmpty();
  }

  @Test
  void clientsThatSendSlowlyHoldUpNobody() throws IOException {
    var slow = new ArrayList<Socket>();
    try {
      // More of them than the server has threads.
      for (int i = 0; i < 250; i++) {
        var socket = new Socket("127.0.0.1", at.port());
        socket.setSoTimeout(15_000);
        slow.add(socket);
        socket
            .getOutputStream()
            .write(
                (i % 2 == 0
                        ? "POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n{\"ty"
                        : "POST /slack/events HTTP/1.1\r\nHo")
                    .getBytes(StandardCharsets.US_ASCII));
      }
      long start = System.nanoTime();
      assertThat(at.event("Ev1", said("1.000100")).statusCode()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
      // It sends on, a byte now and then, and is cut off all the same.
      var first = slow.get(0);
      long end = System.nanoTime() + Duration.ofSeconds(14).toNanos();
      first.setSoTimeout(500);
      int answered = -1;
      while (answered < 0 && System.nanoTime() < end) {
        try {
          first.getOutputStream().write('x');
          answered = first.getInputStream().read();
        } catch (SocketTimeoutException e) {
          continue;
        }
      }
      assertThat(answered).isEqualTo('H');
      assertThat(new String(first.getInputStream().readNBytes(11), StandardCharsets.US_ASCII))
          .isEqualTo("TTP/1.1 408");
    } finally {
      for (var socket : slow) {
        socket.close();
      }
    }
  }

  static List<ScriptedSlack.Says> troubles() {
    return List.of(
        no("invalid_auth"),
        no("token_revoked"),
        ScriptedSlack.limited(60),
        ScriptedSlack.status(503),
        new ScriptedSlack.Says(200, "<html>", Map.of()),
        ScriptedSlack.CUT,
        ScriptedSlack.HANG);
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void whateverSlacksApiDoesAnEventIsKeptAndAcknowledgedInTime(ScriptedSlack.Says trouble) {
    at.slack.usually(trouble);
    at.rules = Rules.of("", "");
    long start = System.nanoTime();
    assertThat(at.event("Ev1", said("1.000100")).statusCode()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(
            at.event(
                    "Ev2",
                    "{\"type\":\"app_mention\",\"channel\":\"C0NEW\",\"user\":\"U0PRIYA\","
                        + "\"text\":\"<@U0ADVBOT> help\",\"ts\":\"2.000100\"}")
                .statusCode())
        .isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .as("Slack waits three seconds")
        .isLessThan(Duration.ofSeconds(3));
    assertThat(at.kept()).hasSize(2);
  }

  @Test
  void aTimestampIsGoodForFiveMinutesEitherWay() {
    long now = at.clock.instant().getEpochSecond();
    String body = "{\"type\":\"brand_new\"}";
    for (long apart : new long[] {-300, 300}) {
      assertThat(at.post(body, Long.toString(now + apart), null).statusCode()).isEqualTo(200);
    }
    for (long apart : new long[] {-301, 301, 86_400_000}) {
      assertThat(at.post(body, Long.toString(now + apart), null).statusCode()).isEqualTo(401);
    }
    for (String broken : new String[] {"now", "-1", "1796000000.5", "99999999999999"}) {
      assertThat(at.post(body, broken, "v0=00").statusCode()).as(broken).isEqualTo(401);
    }
    assertThat(at.meters.counter("advocate.requests", "outcome", "unsigned").count()).isEqualTo(7);
    assertThat(at.meters.counter("advocate.requests", "outcome", "unknown").count()).isEqualTo(2);
    assertThat(at.slack.asked).isEmpty();
  }

  @Test
  void asksSlackToSendAgainWhatCannotBeKept() {
    at.db.close();
    assertThat(at.event("Ev1", said("1.000100")).statusCode()).isEqualTo(503);
    assertThat(at.gaps).as("and looks by itself later").contains(Gap.REFUSED);
  }

  @Test
  void leavesOtherWorkspacesAndUnwatchedChannelsAlone() {
    assertThat(at.event("Ev1", said("1.0").replace("C0LEARN", "C0TALK")).statusCode())
        .isEqualTo(200);
    at.rules = Rules.of("T0OTHER", "U0ADVBOT");
    assertThat(at.event("Ev2", said("1.0")).statusCode()).isEqualTo(200);
    assertThat(at.kept()).isEmpty();
    assertThat(at.meters.counter("advocate.events", "outcome", "foreign").count()).isEqualTo(1);
  }

  @Test
  void doesNotPostAgainWhatAPersonDeleted() {
    at.slack.says("chat.postMessage", ok("\"channel\":\"C0BRIEFS\",\"ts\":\"5.000100\""));
    var slot = new Slot("brief:x");
    at.want(slot, new Wanted.Post("C0BRIEFS", null, Message.of("x")));
    at.carry();
    at.event(
        "Ev1",
        "{\"type\":\"message\",\"subtype\":\"message_deleted\",\"channel\":\"C0BRIEFS\",\"deleted_ts\":\"5.000100\",\"event_ts\":\"6.0\",\"previous_message\":{\"app_id\":\"A0ADVOC\",\"ts\":\"5.000100\"}}");
    assertThat(at.slot(slot).state()).isEqualTo("CLOSED");
  }

  // Commands

  private static String command(String command, String text) {
    return "token=x&team_id=T0ACME&team_domain=acme&channel_id=C0LEARN&channel_name=ask&user_id=U0PRIYA"
        + "&user_name=priya&command=%2F"
        + command
        + "&text="
        + text
        + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2Fx&trigger_id=1.2.a"
        + "&api_app_id=A0ADVOC&is_enterprise_install=false";
  }

  @Test
  void answersACommandInItsAcknowledgement() {
    at.reception = asked -> Reply.show(Answer.show("Three priorities <here>"));
    var answer = at.post(command("priorities", "%E2%80%9Cclose+books%E2%80%9D"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type").orElse("")).contains("application/json");
    assertThat(answer.body())
        .contains("\"response_type\":\"ephemeral\"", "Three priorities &lt;here&gt;");
    var asked = (Asked) at.received.get(0);
    assertThat(asked.command()).isEqualTo("/priorities");
    assertThat(asked.text()).isEqualTo("\"close books\"");
    assertThat(at.kept()).isEmpty();
  }

  @Test
  void aCommandThatFailsIsAnsweredAllTheSame() {
    at.reception =
        asked -> {
          throw new IllegalStateException("StoreException");
        };
    var answer = at.post(command("advocate", "open"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("Please try again").doesNotContain("StoreException");
  }

  @Test
  void aCommandOpensAForm() {
    at.reception = asked -> Reply.show(new Answer.OpenForm(FORM));
    assertThat(at.post(command("advocate", "settings")).body()).isEmpty();
    eventually(() -> !at.slack.asked("views.open").isEmpty());
    assertThat(at.slack.asked("views.open").get(0).field("trigger_id")).isEqualTo("1.2.a");
    assertThat(at.slack.asked("views.open").get(0).field("view")).contains("\"block_id\":\"q\"");
  }

  // Presses

  private String press(String more) {
    return """
        {"type":"block_actions","api_app_id":"A0ADVOC","trigger_id":"1.2.c",
         "team":{"id":"T0ACME","domain":"acme"},
         "user":{"id":"U0KEN","username":"ken","team_id":"T0ACME"},%s
         "actions":[{"type":"button","block_id":"b1","action_id":"claim",
           "value":"C0LEARN:1795420800.000100 yes","action_ts":"1795421102.1"}]}
        """
        .formatted(more);
  }

  private String inThread(boolean ephemeral) {
    return press(
        """
        "channel":{"id":"C0LEARN","name":"ask-learning"},"container":{"type":"message",
        "message_ts":"1795420805.000200","channel_id":"C0LEARN","is_ephemeral":%s,
        "thread_ts":"1795420800.000100"},%s"response_url":"%s/hook",
        """
            .formatted(
                ephemeral,
                ephemeral
                    ? ""
                    : "\"message\":{\"ts\":\"1795420805.000200\",\"thread_ts\":\"1795420800.000100\",\"text\":\"x\",\"blocks\":[]},",
                at.slack.address()));
  }

  @Test
  void keepsAPressThatChangesSomething() {
    at.reception = asked -> Reply.keep();
    var answer = at.interact(inThread(false));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(at.kept()).hasSize(1);
    var press = (Pressed) at.kept().get(0);
    assertThat(press)
        .isEqualTo(
            new Pressed(
                "T0ACME",
                "U0KEN",
                "claim",
                "C0LEARN:1795420800.000100 yes",
                "C0LEARN",
                "1795420805.000200",
                "1795420800.000100",
                false,
                "1795421102.1"));
    assertThat(press.lane()).isEqualTo("C0LEARN:1795420800.000100");
  }

  @Test
  void keepsAPressThatCouldNotBeLookedAt() {
    at.reception =
        asked -> {
          throw new IllegalStateException("the database was away for a moment");
        };
    var answer = at.interact(inThread(false));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(at.kept()).singleElement().isInstanceOf(Pressed.class);
    eventually(() -> !at.slack.asked("chat.postEphemeral").isEmpty());
  }

  @Test
  void answersAPressWhereItWasMade() {
    at.reception = asked -> Reply.show(Answer.show("because"));
    at.interact(inThread(false));
    eventually(() -> !at.slack.asked("chat.postEphemeral").isEmpty());
    var whisper = at.slack.asked("chat.postEphemeral").get(0);
    assertThat(whisper.field("thread_ts")).isEqualTo("1795420800.000100");
    assertThat(whisper.field("user")).isEqualTo("U0KEN");
  }

  @Test
  void answersByTheResponseUrlWhereTheBotIsNoMember() {
    at.slack.says("chat.postEphemeral", no("not_in_channel"));
    at.reception = asked -> Reply.show(Answer.show("because"));
    at.interact(inThread(false));
    eventually(() -> !at.slack.asked("hook").isEmpty());
    assertThat(at.slack.asked("hook").get(0).body()).contains("\"replace_original\":false");
  }

  @Test
  void asksToBeInvitedWhereAShortcutIsUsedWithoutIt() {
    at.slack.says("chat.postEphemeral", no("not_in_channel"));
    at.reception = asked -> Reply.keep(Answer.show("Looking into it"));
    at.interact(
        """
        {"type":"message_action","callback_id":"ask_for_business_context","trigger_id":"1.2.b",
         "action_ts":"1795421101.1","message_ts":"1795420801.000100","response_url":"%s/hook",
         "channel":{"id":"C0TALK","name":"talk"},"team":{"id":"T0ACME","domain":"acme"},
         "user":{"id":"U0KEN","name":"ken"},"message":{"type":"message","user":"U0PRIYA",
         "ts":"1795420801.000100","text":"We need a job aid"}}
        """
            .formatted(at.slack.address()));
    eventually(() -> !at.slack.asked("hook").isEmpty());
    assertThat(at.slack.asked("hook").get(0).body()).contains("Invite me");
  }

  @Test
  void acknowledgesAPressInTimeWhileTheAnswerWaitsForSlack() {
    var slow = new CountDownLatch(1);
    at.reception =
        asked -> {
          try {
            slow.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Reply.keep(Answer.show("because"));
        };
    assertThat(at.interact(inThread(false)).statusCode()).isEqualTo(200);
    assertThat(at.kept()).as("what is acknowledged is kept").hasSize(1);
    slow.countDown();
    eventually(() -> !at.slack.asked("chat.postEphemeral").isEmpty());
    assertThat(at.kept()).as("and once").hasSize(1);
  }

  @Test
  void turnsThePageOfWhatOnlyOnePersonSees() {
    at.reception = asked -> Reply.show(new Answer.ShowInstead(Message.of("page 2")));
    at.interact(inThread(true));
    eventually(() -> !at.slack.asked("hook").isEmpty());
    assertThat(at.slack.asked("hook").get(0).body())
        .contains("\"replace_original\":true", "page 2");
    assertThat(at.slack.asked("chat.postEphemeral")).isEmpty();
  }

  @Test
  void neverReplacesWhatEverybodySees() {
    at.reception = asked -> Reply.show(new Answer.ShowInstead(Message.of("page 2")));
    at.interact(inThread(false));
    eventually(() -> !at.slack.asked("chat.postEphemeral").isEmpty());
    assertThat(at.slack.asked("hook")).isEmpty();
  }

  @Test
  void saysThatATriggerCameTooLate() {
    at.slack.says("views.open", no("expired_trigger_id"));
    at.reception = asked -> Reply.show(new Answer.OpenForm(FORM));
    at.interact(inThread(false));
    eventually(() -> !at.slack.asked("chat.postEphemeral").isEmpty());
    assertThat(at.slack.asked("chat.postEphemeral").get(0).field("text")).contains("once more");
  }

  @Test
  void answersAPressInTheHomeWithAModal() {
    at.reception = asked -> Reply.show(Answer.show("because"));
    at.interact(
        press(
            "\"container\":{\"type\":\"view\",\"view_id\":\"V0H\"},\"view\":{\"id\":\"V0H\",\"type\":\"home\",\"hash\":\"1.a\",\"blocks\":[]},"));
    eventually(() -> !at.slack.asked("views.open").isEmpty());
    assertThat(at.slack.asked("views.open").get(0).field("view")).contains("because");
    assertThat(((Pressed) at.received.get(0)).channel()).isNull();
  }

  // Forms

  private static final String SENT =
      """
      {"type":"view_submission","api_app_id":"A0ADVOC","trigger_id":"1.2.d",
       "team":{"id":"T0ACME","domain":"acme"},"user":{"id":"U0KEN","name":"ken"},
       "response_urls":[],"is_enterprise_install":false,
       "view":{"id":"V0A","root_view_id":"V0A","previous_view_id":null,"type":"modal",
        "callback_id":"answers","external_id":"","hash":"1795421103.ab",
        "private_metadata":"C0LEARN:1.000100 x",
        "state":{"values":{"outcome":{"outcome":{"type":"plain_text_input","value":"fewer days"}},
          "due":{"due":{"type":"datepicker","selected_date":"2026-11-27"}},
          "blank":{"blank":{"type":"plain_text_input","value":null}},
          "who":{"who":{"type":"users_select","selected_user":"U0PRIYA"}},
          "size":{"size":{"type":"static_select","selected_option":{"text":{"type":"plain_text",
            "text":"Small"},"value":"SMALL"}}}}},
        "blocks":[{"type":"input","block_id":"outcome","label":{"type":"plain_text","text":"?"},
          "element":{"type":"plain_text_input","action_id":"outcome"}}]}}
      """;

  @Test
  void theSameFormSentAgainWithOtherWordsIsKeptToo() {
    at.reception = asked -> Reply.keep();

    at.interact(SENT);
    at.interact(SENT);
    at.interact(SENT.replace("fewer days", "two days instead of five"));

    assertThat(at.kept())
        .extracting(sent -> ((Submitted) sent).values().get("outcome"))
        .containsExactlyInAnyOrder("fewer days", "two days instead of five");
  }

  @Test
  void keepsAFormAndClosesIt() {
    at.reception = asked -> Reply.keep();
    assertThat(at.interact(SENT).body()).isEmpty();
    var sent = (Submitted) at.kept().get(0);
    assertThat(sent.values())
        .isEqualTo(
            Map.of(
                "outcome", "fewer days", "due", "2026-11-27", "who", "U0PRIYA", "size", "SMALL"));
    assertThat(sent.form()).isEqualTo("answers");
    assertThat(sent.argument()).isEqualTo("x");
  }

  @Test
  void saysAtAFieldWhatToMend() {
    at.reception = asked -> Reply.show(new Answer.FieldErrors(Map.of("outcome", "Say more")));
    assertThat(at.interact(SENT).body())
        .isEqualTo("{\"response_action\":\"errors\",\"errors\":{\"outcome\":\"Say more\"}}");
    at.reception = asked -> Reply.show(new Answer.FieldErrors(Map.of("elsewhere", "Say more")));
    assertThat(at.interact(SENT).body()).contains("\"outcome\":\"Say more\"");
  }

  @Test
  void putsAnotherFormInItsPlace() {
    at.reception = asked -> Reply.show(new Answer.ReplaceForm(FORM));
    assertThat(at.interact(SENT).body())
        .contains("\"response_action\":\"update\"", "\"callback_id\":\"answers\"");
  }

  @Test
  void keepsAFormOpenThatCouldNotBeSaved() {
    at.reception = asked -> Reply.keep();
    at.db.close();
    assertThat(at.interact(SENT).body())
        .contains("\"response_action\":\"errors\"", "could not be saved");
  }

  // The shortcut

  @Test
  void opensARequestFromAMessage() {
    at.reception = asked -> Reply.keep(Answer.show("Looking into it"));
    var answer =
        at.interact(
            """
            {"type":"message_action","callback_id":"ask_for_business_context","trigger_id":"1.2.b",
             "action_ts":"1795421101.1","message_ts":"1795420801.000100","response_url":"%s/hook",
             "channel":{"id":"C0TALK","name":"talk"},"team":{"id":"T0ACME","domain":"acme"},
             "user":{"id":"U0KEN","name":"ken"},"message":{"type":"message","user":"U0PRIYA",
             "ts":"1795420801.000100","thread_ts":"1795420800.000100","text":"We need a job aid"}}
            """
                .formatted(at.slack.address()));
    assertThat(answer.statusCode()).isEqualTo(200);
    var pointed = (Pointed) at.kept().get(0);
    assertThat(pointed.thread()).isEqualTo("1795420800.000100");
    assertThat(pointed.author()).isEqualTo("U0PRIYA");
    at.event(
        "Ev9",
        "{\"type\":\"message\",\"channel\":\"C0TALK\",\"channel_type\":\"channel\",\"user\":\"U0KEN\",\"text\":\"for sales\",\"thread_ts\":\"1795420800.000100\",\"ts\":\"1795421200.0\"}");
    assertThat(at.kept()).as("a reply there is kept from now on").hasSize(2);
  }

  @Test
  void acknowledgesWhatItDoesNotOffer() {
    for (String type : new String[] {"shortcut", "view_closed", "block_suggestion", "new_kind"}) {
      var answer =
          at.interact(
              "{\"type\":\""
                  + type
                  + "\",\"callback_id\":\"x\",\"trigger_id\":\"1\",\"user\":{\"id\":\"U1\"},\"team\":{\"id\":\"T0ACME\"},\"view\":{\"id\":\"V\",\"callback_id\":\"x\"}}");
      assertThat(answer.statusCode()).as(type).isEqualTo(200);
      assertThat(answer.body()).as(type).isEmpty();
    }
  }
}
