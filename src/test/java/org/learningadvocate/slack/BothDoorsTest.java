package org.learningadvocate.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.learningadvocate.chat.Answer;
import org.learningadvocate.chat.Control;
import org.learningadvocate.chat.Form;
import org.learningadvocate.chat.HomeView;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Incoming.Asked;
import org.learningadvocate.chat.Incoming.Deleted;
import org.learningadvocate.chat.Incoming.Edited;
import org.learningadvocate.chat.Incoming.Pointed;
import org.learningadvocate.chat.Incoming.Pressed;
import org.learningadvocate.chat.Incoming.Said;
import org.learningadvocate.chat.Incoming.Submitted;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Reception;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.chat.Wanted;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.chat.Words;
import org.learningadvocate.delivery.Courier;
import org.learningadvocate.delivery.Crew;
import org.learningadvocate.delivery.Inbox;
import org.learningadvocate.delivery.Outbox;
import org.learningadvocate.delivery.Signal;
import org.learningadvocate.sandbox.AppSetup;
import org.learningadvocate.sandbox.Company;
import org.learningadvocate.sandbox.Fault;
import org.learningadvocate.sandbox.Member;
import org.learningadvocate.sandbox.Options;
import org.learningadvocate.sandbox.Place;
import org.learningadvocate.sandbox.Post;
import org.learningadvocate.sandbox.Sandbox;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Json;

/** The Slack side against the local workspace, with Slack's own limits, by either door. */
class BothDoorsTest {

  private static final Duration SOON = Duration.ofSeconds(15);

  @TempDir Path folder;
  private Sandbox sandbox;
  private Db db;
  private Outbox outbox;
  private SlackSide side;
  private SocketDoor socket;
  private Server server;
  private Crew crew;
  private volatile HouseRules rules = Rules.of("", "");

  private void open(boolean bySocket) throws Exception {
    var setup =
        AppSetup.named("Learning Advocate", "learning-advocate")
            .withScopes(
                "chat:write",
                "commands",
                "channels:history",
                "channels:read",
                "groups:history",
                "groups:read",
                "im:history",
                "app_mentions:read",
                "reactions:write",
                "users:read",
                "usergroups:read",
                "files:write")
            .withEvents(
                "message.channels",
                "message.groups",
                "message.im",
                "app_mention",
                "app_home_opened",
                "member_joined_channel")
            .withCommand("/priorities", "Priorities", "words")
            .withMessageShortcut(
                "ask_for_business_context", "Ask for context", "Homework for this request")
            .withSocketMode(bySocket);
    sandbox =
        Sandbox.start(
            Company.named("Acme", setup)
                .with(
                    Member.person("ana", "Ana Ruiz").withZone("Europe/Madrid"),
                    Member.person("ken", "Ken Abara").withZone("America/Chicago"))
                .with(
                    Place.open("learning").withMembers("ana", "ken").withBot(),
                    Place.open("general").withMembers("ana", "ken"),
                    Place.open("briefs").withMembers("ana").withBot())
                .withGroup("learning-team", "Learning team", "ken"),
            Options.likeSlack()
                .withDeliveries(
                    Duration.ofSeconds(3),
                    Duration.ZERO,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(3)));
    db = Db.open("jdbc:sqlite:" + folder.resolve("test.db"), null, null);
    var wishes = new Signal();
    outbox = new Outbox(db, Clock.systemUTC(), wishes);
    var inbox = new Inbox(db, Clock.systemUTC(), new Signal());
    var app = sandbox.app();
    side =
        new SlackSide(
            new SlackSettings(
                app.botToken(),
                app.appToken(),
                app.signingSecret(),
                sandbox.apiUrl(),
                Proxies.NONE),
            () -> rules,
            db,
            outbox,
            Wording.of("en"),
            Clock.systemUTC(),
            new SimpleMeterRegistry());
    var identity = side.installation().identify();
    assertThat(identity.user()).isEqualTo(app.botUserId());
    assertThat(identity.app()).isEqualTo(app.id());
    assertThat(identity.scopes()).contains("chat:write", "users:read");
    var joined = side.channels().joined();
    assertThat(joined).extracting(Channel::name).contains("learning", "briefs");
    rules = rules(identity.team(), identity.user(), sandbox.workspace().channel("learning").id());
    var doors = side.doors(inbox, this::receive, thread -> false, gap -> {});
    if (bySocket) {
      socket = doors.socket();
      socket.start();
      await(() -> socket.connected());
    } else {
      server = new Server();
      var connector = new ServerConnector(server);
      connector.setHost("127.0.0.1");
      server.addConnector(connector);
      server.setHandler(doors.http());
      server.start();
      sandbox.register(
          URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/slack/events"));
    }
    crew = Crew.start("sender", 2, wishes, new Courier(outbox, side.carrier(), "test"));
  }

  @AfterEach
  void close() throws Exception {
    if (crew != null) {
      crew.close();
    }
    if (socket != null) {
      socket.close();
    }
    if (server != null) {
      server.stop();
    }
    side.close();
    sandbox.close();
    db.close();
  }

  private static HouseRules rules(String team, String bot, String channel) {
    var usual = Rules.of(team, bot);
    return new HouseRules(
        team,
        bot,
        Set.of(channel),
        null,
        List.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        usual.zone(),
        usual.locale(),
        usual.opens(),
        usual.shuts(),
        usual.workingDays(),
        usual.holidays(),
        usual.digestDay(),
        usual.digestTime(),
        List.of(),
        List.of(),
        0.35,
        0.65,
        usual.doubtAsk(),
        false);
  }

  private Reception.Reply receive(Incoming asked) {
    if (asked instanceof Asked command) {
      return Reception.Reply.show(
          Answer.show("You asked for <" + command.text() + ">, " + command.user()));
    }
    if (asked instanceof Pressed press && press.action().equals("form")) {
      return Reception.Reply.show(
          new Answer.OpenForm(
              new Form(
                  "answers",
                  "What is known",
                  "Send",
                  press.value(),
                  List.of(
                      new Form.Field.Text(
                          "outcome", "What changes?", "hint", null, 3_000, true, false),
                      new Form.Field.Day("due", "Due", null, null, true)))));
    }
    if (asked instanceof Submitted sent && sent.values().getOrDefault("outcome", "").length() < 5) {
      return Reception.Reply.show(
          new Answer.FieldErrors(java.util.Map.of("outcome", "Say a little more")));
    }
    if (asked instanceof Pressed) {
      return Reception.Reply.keep(Answer.show("Noted"));
    }
    return Reception.Reply.keep();
  }

  private void await(BooleanSupplier fact) {
    assertThat(sandbox.workspace().await(fact, SOON)).isTrue();
  }

  private <T extends Incoming> List<T> kept(Class<T> kind) {
    return db
        .read(
            tx ->
                tx.query(
                    "SELECT body FROM inbox ORDER BY position",
                    row -> Json.read(row.text("body"), Incoming.class)))
        .stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private void want(Slot slot, Wanted wanted) {
    db.change(tx -> outbox.want(tx, rules.team(), slot, wanted));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void livesOneRequest(boolean bySocket) throws Exception {
    open(bySocket);
    var workspace = sandbox.workspace();
    Post request = workspace.says("ana", "learning", "We need a job aid & a <b>video</b>");
    await(() -> kept(Said.class).size() == 1);
    Said said = kept(Said.class).get(0);
    assertThat(said.text()).isEqualTo("We need a job aid &amp; a &lt;b&gt;video&lt;/b&gt;");
    assertThat(said.kind()).isEqualTo(Incoming.ChannelKind.PUBLIC);

    workspace.says("ana", "general", "nothing to us");
    request.edit("We need a job aid by Friday");
    await(() -> kept(Edited.class).size() == 1);

    var id = new ThreadId(said.channel(), said.ts());
    var slot = Slot.thread(id);
    var message =
        new Message(
            List.of(
                new Part.Header("A little homework"),
                Part.line(Words.of("For ").name(said.user()).then(" · ").bold("small")),
                new Part.Quote("We <!channel> need\na job aid"),
                Part.controls(
                    Control.primary("form", "Answer in a form", id.toString()),
                    new Control.More(
                        "more", List.of(new Control.Choice("Snooze", id + " snooze"))))));
    // Slack does what it is asked, and its answer is lost: found again, not posted twice.
    sandbox.faults().next("chat.postMessage", 1, Fault.status(500, Fault.Moment.AFTER));
    want(slot, new Wanted.Post(said.channel(), said.ts(), message));
    want(
        Slot.reaction(said.channel(), said.ts(), "eyes"),
        new Wanted.Reaction(said.channel(), said.ts(), "eyes", true));
    await(() -> outbox.place(rules.team(), slot).isPresent());
    assertThat(request.replies()).hasSize(1);
    Post thread = request.replies().get(0);
    assertThat(thread.text()).contains("A little homework", "For Ana");
    assertThat(thread.json().toString()).doesNotContain("<!channel>");
    await(() -> request.reactions("learning-advocate").contains("eyes"));

    assertThat(thread.press("ken", "form").ok()).isTrue();
    await(() -> !workspace.forms("ken").isEmpty());
    var form = workspace.form("ken");
    assertThat(form.enter("outcome", "x").submit().errors())
        .containsEntry("outcome", "Say a little more");
    var sent = form.enter("outcome", "fewer days to close").enter("due", "2026-12-01").submit();
    assertThat(sent.ok()).as(sent.toString()).isTrue();
    assertThat(sent.result()).isEqualTo("closed");
    assertThat(kept(Submitted.class).get(0).values())
        .containsEntry("outcome", "fewer days to close")
        .containsEntry("due", "2026-12-01");

    assertThat(thread.select("ken", "more", id + " snooze").ok()).isTrue();
    await(() -> workspace.channel("learning").whispersTo("ken").size() == 1);
    assertThat(kept(Pressed.class).get(0).argument()).isEqualTo("snooze");

    var command = workspace.runs("ana", "general", "/priorities “close books”");
    assertThat(command.ok()).as(command.toString()).isTrue();
    await(() -> !workspace.channel("general").whispersTo("ana").isEmpty());
    assertThat(workspace.channel("general").whispersTo("ana").get(0).text())
        .contains("\"close books\"");

    Post elsewhere = workspace.says("ken", "general", "Could we have a workshop?");
    assertThat(elsewhere.shortcut("ken", "ask_for_business_context").ok()).isTrue();
    await(() -> kept(Pointed.class).size() == 1);

    want(
        Slot.home(said.user()),
        new Wanted.Home(said.user(), new HomeView(List.of(Part.line(Words.of("My requests"))))));
    await(() -> workspace.home("ana") != null);

    var pictures = side.pictures();
    byte[] png =
        java.util.Base64.getDecoder()
            .decode(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    assertThat(pictures.show(said.channel(), said.ts(), "months.png", "Three months", "A bar", png))
        .isTrue();
    assertThat(side.members().inGroup("@learning-team", workspace.idOf("ken"))).isTrue();
    assertThat(side.members().inGroup("@learning-team", workspace.idOf("ana"))).isFalse();
    assertThat(side.members().person(workspace.idOf("ken")).orElseThrow().zone())
        .isEqualTo(java.time.ZoneId.of("America/Chicago"));

    request.delete();
    await(() -> kept(Deleted.class).size() == 1);
    assertThat(kept(Said.class)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"refresh_requested", "warning", "drop"})
  void staysConnectedWhateverTheSocketsDo(String how) throws Exception {
    open(true);
    var workspace = sandbox.workspace();
    workspace.says("ana", "learning", "before");
    await(() -> kept(Said.class).size() == 1);
    sandbox.faults().next("apps.connections.open", 1, Fault.error("internal_error"));
    if (how.equals("drop")) {
      sandbox.dropSockets();
    } else {
      sandbox.disconnectSockets(how);
    }
    workspace.says("ana", "learning", "meanwhile");
    await(() -> kept(Said.class).size() == 2);
    await(() -> sandbox.openSockets() >= 1 && socket.connected());
    workspace.says("ana", "learning", "after");
    await(() -> kept(Said.class).size() == 3);
  }

  @Test
  void aWarningAndTheRequestItselfLeadToOneNewConnection() throws Exception {
    open(true);
    var workspace = sandbox.workspace();
    sandbox.disconnectOldestSocket("warning");
    await(() -> sandbox.openSockets() == 2);

    sandbox.disconnectOldestSocket("refresh_requested");
    workspace.says("ana", "learning", "after");

    await(() -> kept(Said.class).size() == 1);
    assertThat(workspace.awaitQuiet(SOON)).isTrue();
    assertThat(sandbox.openSockets()).isEqualTo(1);
    assertThat(socket.connected()).isTrue();
  }
}
