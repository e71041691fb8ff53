package org.learningadvocate.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Incoming.Change;
import org.learningadvocate.chat.Incoming.ChannelChanged;
import org.learningadvocate.chat.Incoming.ChannelKind;
import org.learningadvocate.chat.Incoming.Deleted;
import org.learningadvocate.chat.Incoming.Edited;
import org.learningadvocate.chat.Incoming.HomeOpened;
import org.learningadvocate.chat.Incoming.Said;
import org.learningadvocate.chat.ThreadId;

class EventReaderTest {

  private HouseRules rules = Rules.USUAL;
  private final Set<ThreadId> held = new HashSet<>();
  private final EventReader reader =
      new EventReader(() -> rules, () -> "A0ADVOC", held::contains, id -> ChannelKind.PRIVATE);

  private Heard read(String event) {
    return readFrom("\"is_ext_shared_channel\":false", event);
  }

  private Heard readFrom(String more, String event) {
    try {
      return reader.read(
          Payload.read(
              """
              {"type":"event_callback","token":"legacy","team_id":"T0ACME","api_app_id":"A0ADVOC",
               "event":%s,"event_id":"Ev0AB12CD34","event_time":1795420800,
               "authorizations":[{"enterprise_id":null,"team_id":"T0ACME","user_id":"U0ADVBOT",
                 "is_bot":true,"is_enterprise_install":false}],
               "context_team_id":"T0ACME","context_enterprise_id":null,%s}
              """
                  .formatted(event, more)));
    } catch (Payload.MalformedException e) {
      throw new AssertionError(e);
    }
  }

  private <T extends Incoming> T kept(Class<T> as, String event) {
    var heard = read(event);
    assertThat(heard).isInstanceOf(Heard.Keep.class);
    return as.cast(((Heard.Keep) heard).incoming());
  }

  @Test
  void takesARequest() {
    var said =
        kept(
            Said.class,
            """
            {"type":"message","channel":"C0LEARN","channel_type":"channel","user":"U0PRIYA",
             "team":"T0ACME","client_msg_id":"7f0c","text":"We need a job aid &amp; a video",
             "blocks":[{"type":"rich_text","block_id":"x1","elements":[]}],
             "ts":"1795420800.000100","event_ts":"1795420800.000100"}
            """);
    assertThat(said.text()).isEqualTo("We need a job aid &amp; a video");
    assertThat(said.kind()).isEqualTo(ChannelKind.PUBLIC);
    assertThat(said.thread()).isNull();
    assertThat(said.bot()).isNull();
    assertThat(said.key()).isEqualTo("said:C0LEARN:1795420800.000100");
  }

  @Test
  void takesFilesAndBroadcastReplies() {
    var file =
        kept(
            Said.class,
            """
            {"type":"message","subtype":"file_share","channel":"C0LEARN","channel_type":"group",
             "user":"U0PRIYA","text":"","files":[{"id":"F1","name":"plan.pdf"},
             {"id":"F0X","mode":"file_access","file_access":"check_file_info"}],
             "ts":"1.000100","event_ts":"1.000100"}
            """);
    assertThat(file.files()).containsExactly("plan.pdf", "F0X");
    assertThat(file.kind()).isEqualTo(ChannelKind.PRIVATE);
    var broadcast =
        kept(
            Said.class,
            """
            {"type":"message","subtype":"thread_broadcast","channel":"C0LEARN","user":"U0PRIYA",
             "text":"also here","thread_ts":"1.000100","root":{"ts":"1.000100"},"ts":"2.000100"}
            """);
    assertThat(broadcast.thread()).isEqualTo("1.000100");
  }

  @Test
  void aParentWithRepliesIsNoReply() {
    assertThat(
            kept(
                    Said.class,
                    """
                    {"type":"message","channel":"C0LEARN","user":"U0PRIYA","text":"x",
                     "thread_ts":"1.000100","ts":"1.000100"}
                    """)
                .thread())
        .isNull();
  }

  @Test
  void leavesHousekeepingBotsAndItselfAlone() {
    for (String event :
        new String[] {
          "{\"type\":\"message\",\"subtype\":\"channel_join\",\"channel\":\"C0LEARN\",\"user\":\"U0KEN\",\"text\":\"joined\",\"ts\":\"1.0\"}",
          "{\"type\":\"message\",\"subtype\":\"brand_new\",\"channel\":\"C0LEARN\",\"user\":\"U0KEN\",\"text\":\"?\",\"ts\":\"1.0\"}",
          "{\"type\":\"message\",\"channel\":\"C0LEARN\",\"user\":\"U0OTHER\",\"bot_id\":\"B0OTHER\",\"text\":\"beep\",\"ts\":\"1.0\"}",
          "{\"type\":\"message\",\"subtype\":\"bot_message\",\"channel\":\"C0LEARN\",\"username\":\"x\",\"text\":\"beep\",\"ts\":\"1.0\"}",
          "{\"type\":\"message\",\"channel\":\"C0LEARN\",\"user\":\"U0ADVBOT\",\"bot_id\":\"B0ADV\",\"app_id\":\"A0ADVOC\",\"text\":\"hi\",\"ts\":\"1.0\"}",
          "{\"type\":\"message\",\"channel\":\"C0LEARN\",\"user\":\"USLACKBOT\",\"text\":\"hi\",\"ts\":\"1.0\"}",
          "{\"type\":\"message\"}",
          "{\"type\":\"reaction_added\",\"user\":\"U0KEN\"}",
          "{}"
        }) {
      assertThat(read(event)).as(event).isEqualTo(Heard.NOTHING);
    }
  }

  @Test
  void takesAFormsPostWhereTheHouseAllowsIt() {
    var said =
        kept(
            Said.class,
            """
            {"type":"message","subtype":"bot_message","channel":"C0LEARN","bot_id":"B0FORM",
             "text":"","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"*What* R&amp;D"}},
             {"type":"rich_text","elements":[{"type":"rich_text_section",
              "elements":[{"type":"text","text":"a < b"}]}]}],"ts":"1.0"}
            """);
    assertThat(said.user()).isEqualTo("B0FORM");
    assertThat(said.bot()).isEqualTo("B0FORM");
    assertThat(said.text()).isEqualTo("*What* R&amp;D\na &lt; b");
  }

  @Test
  void forgetsWhatIsNotWatchedUnlessCalledOrHeld() {
    String reply =
        "{\"type\":\"message\",\"channel\":\"C0TALK\",\"channel_type\":\"channel\",\"user\":\"U0KEN\",\"text\":\"hm\",\"thread_ts\":\"1.0\",\"ts\":\"2.0\"}";
    assertThat(read(reply)).isEqualTo(Heard.NOTHING);
    held.add(new ThreadId("C0TALK", "1.0"));
    assertThat(read(reply)).isInstanceOf(Heard.Keep.class);
    var called =
        kept(
            Said.class,
            "{\"type\":\"message\",\"channel\":\"C0TALK\",\"channel_type\":\"channel\",\"user\":\"U0KEN\",\"text\":\"<@U0ADVBOT> help\",\"ts\":\"3.0\"}");
    assertThat(called.mentionsUs()).isTrue();
  }

  @Test
  void aMentionAndItsMessageAreTheSame() {
    var mention =
        kept(
            Said.class,
            """
            {"type":"app_mention","user":"U0PRIYA","text":"<@U0ADVBOT> can you help?",
             "ts":"1795421000.000500","channel":"C0LEARN","thread_ts":"1795420800.000100",
             "event_ts":"1795421000000500"}
            """);
    assertThat(mention.mentionsUs()).isTrue();
    assertThat(mention.key()).isEqualTo("said:C0LEARN:1795421000.000500");
    assertThat(mention.kind()).isEqualTo(ChannelKind.PRIVATE);
  }

  @Test
  void knowsEditsFromUnfurls() {
    String edit =
        """
        {"type":"message","subtype":"message_changed","hidden":true,"channel":"C0LEARN",
         "channel_type":"channel","ts":"1795420900.000300","event_ts":"1795420900.000300",
         "message":{"type":"message","user":"U0PRIYA","text":"%s","ts":"1795420800.000100",
           "edited":{"user":"U0PRIYA","ts":"1795420900.000000"}},
         "previous_message":%s}
        """;
    var edited =
        kept(
            Edited.class,
            edit.formatted("due Friday", "{\"text\":\"due Monday\",\"ts\":\"1795420800.000100\"}"));
    assertThat(edited.previous()).isEqualTo("due Monday");
    assertThat(edited.editedTs()).isEqualTo("1795420900.000000");
    assertThat(read(edit.formatted("same", "{\"text\":\"same\",\"ts\":\"1795420800.000100\"}")))
        .isEqualTo(Heard.NOTHING);
    assertThat(kept(Edited.class, edit.formatted("new", "[]")).previous()).isNull();
    assertThat(
            read(
                "{\"type\":\"message\",\"subtype\":\"message_changed\",\"channel\":\"C0LEARN\",\"message\":{\"user\":\"U1\",\"text\":\"x\",\"ts\":\"1.0\"}}"))
        .as("a change without an edit and without what was before")
        .isEqualTo(Heard.NOTHING);
  }

  @Test
  void takesDeletionsAndTombstones() {
    var deleted =
        kept(
            Deleted.class,
            """
            {"type":"message","subtype":"message_deleted","hidden":true,"channel":"C0LEARN",
             "ts":"1795420950.000400","event_ts":"1795420950.000400",
             "deleted_ts":"1795420800.000100","previous_message":{"user":"U0PRIYA","text":"x",
             "ts":"1795420800.000100","thread_ts":"1795420000.000100"}}
            """);
    assertThat(deleted.thread()).isEqualTo("1795420000.000100");
    assertThat(deleted.at()).isEqualTo("1795420950.000400");
    var tomb =
        kept(
            Deleted.class,
            """
            {"type":"message","subtype":"message_changed","channel":"C0LEARN","event_ts":"9.000000",
             "message":{"subtype":"tombstone","user":"USLACKBOT","text":"This message was deleted.",
               "hidden":true,"ts":"1.000100","thread_ts":"1.000100"},
             "previous_message":{"user":"U0PRIYA","text":"x","ts":"1.000100","thread_ts":"1.000100"}}
            """);
    assertThat(tomb.ts()).isEqualTo("1.000100");
    assertThat(tomb.thread()).isNull();
  }

  @Test
  void noticesThatAPersonDeletedOurMessage() {
    assertThat(
            read(
                """
                {"type":"message","subtype":"message_deleted","channel":"C0BRIEFS",
                 "deleted_ts":"5.000100","event_ts":"6.0","previous_message":{"user":"U0ADVBOT",
                 "bot_id":"B0ADV","app_id":"A0ADVOC","text":"x","ts":"5.000100"}}
                """))
        .isEqualTo(new Heard.OursDeleted("T0ACME", "", "C0BRIEFS", "5.000100"));
    assertThat(
            read(
                "{\"type\":\"message\",\"subtype\":\"message_deleted\",\"channel\":\"C0BRIEFS\",\"deleted_ts\":\"5.000100\",\"event_ts\":\"6.0\"}"))
        .isEqualTo(new Heard.OursDeleted("T0ACME", "", "C0BRIEFS", "5.000100"));
  }

  @Test
  void seesWhichSlotItsOwnPostBelongsTo() {
    assertThat(
            read(
                """
                {"type":"message","channel":"C0LEARN","user":"U0ADVBOT","bot_id":"B0ADV",
                 "app_id":"A0ADVOC","text":"A little homework","thread_ts":"1.0","ts":"2.0",
                 "metadata":{"event_type":"advocate_slot","event_payload":{"slot":"thread:R1"}}}
                """))
        .isEqualTo(new Heard.OursPosted("T0ACME", "thread:R1", "C0LEARN", "2.0", "1.0"));
  }

  @Test
  void watchesSharedChannelsOnlyWhereListed() {
    String said =
        "{\"type\":\"message\",\"channel\":\"%s\",\"channel_type\":\"channel\",\"user\":\"U0OUT\",\"team\":\"T0OTHER\",\"text\":\"a video please\",\"ts\":\"1.0\"}";
    String shared = "\"is_ext_shared_channel\":true";
    assertThat(readFrom(shared, said.formatted("C0LEARN"))).isEqualTo(Heard.NOTHING);
    var heard = readFrom(shared, said.formatted("C0PARTNER"));
    assertThat(heard).isInstanceOf(Heard.Keep.class);
    assertThat(((Said) ((Heard.Keep) heard).incoming()).external()).isTrue();
  }

  @Test
  void leavesOtherWorkspacesAndAppsAlone() throws Exception {
    String elsewhere =
        """
        {"type":"event_callback","team_id":"%s","api_app_id":"%s","event":{"type":"app_uninstalled"},
         "authorizations":[{"team_id":"%s"}]}
        """;
    assertThat(reader.read(Payload.read(elsewhere.formatted("T0X", "A0ADVOC", "T0X"))))
        .isEqualTo(Heard.FOREIGN);
    assertThat(reader.read(Payload.read(elsewhere.formatted("T0ACME", "A0X", "T0ACME"))))
        .isEqualTo(Heard.FOREIGN);
    assertThat(reader.read(Payload.read(elsewhere.formatted("T0X", "A0ADVOC", "T0ACME"))))
        .as("happened in a partner's workspace, installed in ours")
        .isInstanceOf(Heard.Uninstalled.class);
  }

  @Test
  void keepsEverythingBeforeSlackHasSaidWhoWeAre() {
    rules = Rules.of("", "");
    var said =
        kept(
            Said.class,
            "{\"type\":\"message\",\"channel\":\"C0ANY\",\"channel_type\":\"channel\",\"user\":\"U0KEN\",\"text\":\"<@U0ADVBOT> hi\",\"ts\":\"1.0\"}");
    assertThat(said.team()).isEqualTo("T0ACME");
    assertThat(said.mentionsUs()).isTrue();
  }

  @Test
  void followsChannels() {
    assertThat(
            kept(
                ChannelChanged.class,
                "{\"type\":\"member_joined_channel\",\"user\":\"U0ADVBOT\",\"channel\":\"C0NEW\",\"event_ts\":\"1.000000\"}"))
        .isEqualTo(new ChannelChanged("T0ACME", "C0NEW", Change.JOINED, null, "1.000000"));
    assertThat(
            read(
                "{\"type\":\"member_joined_channel\",\"user\":\"U0KEN\",\"channel\":\"C0NEW\",\"event_ts\":\"1.0\"}"))
        .isEqualTo(Heard.NOTHING);
    assertThat(
            kept(
                ChannelChanged.class,
                "{\"type\":\"group_rename\",\"channel\":{\"id\":\"C0LEARN\",\"name\":\"ask\"},\"event_ts\":\"1.000000\"}"))
        .isEqualTo(new ChannelChanged("T0ACME", "C0LEARN", Change.RENAMED, "ask", "1.000000"));
    assertThat(
            kept(
                ChannelChanged.class,
                "{\"type\":\"channel_id_changed\",\"old_channel_id\":\"G0OLD\",\"new_channel_id\":\"C0NEW\",\"event_ts\":\"1.000000\"}"))
        .isEqualTo(new ChannelChanged("T0ACME", "G0OLD", Change.MOVED, "C0NEW", "1.000000"));
  }

  @Test
  void readsHomeAndTimesWithoutADot() {
    assertThat(
            kept(
                HomeOpened.class,
                "{\"type\":\"app_home_opened\",\"user\":\"U0KEN\",\"channel\":\"D1\",\"tab\":\"home\",\"event_ts\":\"1515449522000016\"}"))
        .isEqualTo(new HomeOpened("T0ACME", "U0KEN", "1515449522.000016"));
    assertThat(
            read(
                "{\"type\":\"app_home_opened\",\"user\":\"U0KEN\",\"tab\":\"messages\",\"event_ts\":\"1.0\"}"))
        .isEqualTo(Heard.NOTHING);
  }
}
