package org.learningadvocate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A small company with an app that may do all that is tested. */
abstract class SandboxCase {
  static final String[] SCOPES = {
    "chat:write", "commands", "channels:history", "channels:read", "channels:join",
    "groups:history", "groups:read", "im:history", "im:write", "app_mentions:read",
    "reactions:read", "reactions:write", "users:read", "usergroups:read", "files:write",
    "files:read", "team:read"
  };
  static final String[] EVENTS = {
    "message.channels", "message.groups", "message.im", "app_mention", "app_home_opened",
    "reaction_added", "reaction_removed", "member_joined_channel", "channel_archive",
    "channel_rename"
  };

  final MovableClock clock = new MovableClock();
  PretendApp app;
  Sandbox sandbox;
  Workspace workspace;
  Client slack;

  Options options() {
    return Options.likeSlack()
        .withClock(clock)
        .withLimits(Limits.none())
        .withDeliveries(
            Duration.ofMillis(1000), Duration.ZERO, Duration.ofMillis(50), Duration.ofMillis(100));
  }

  AppSetup setup() {
    return AppSetup.named("Learning Advocate", "learning-advocate")
        .withScopes(SCOPES)
        .withEvents(EVENTS)
        .withCommand("/advocate", "Briefs and settings", "brief | help")
        .withMessageShortcut("ask_context", "Ask for context", "Homework for this request")
        .withGlobalShortcut("new_priority", "New priority", "Write one down");
  }

  Company company() {
    return Company.named("Acme", setup())
        .with(
            Member.person("ana", "Ana Ruiz").withZone("Europe/Madrid"),
            Member.person("ken", "Ken Abara").withZone("America/Chicago"),
            Member.person("priya", "Priya Nair").admin(),
            Member.person("gone", "Gone Person").deactivated(),
            Member.bot("workflow", "Request form"))
        .with(
            Place.open("learning").withMembers("ana", "ken", "workflow").withBot(),
            Place.open("general").withMembers("ana", "ken", "priya"),
            Place.closed("briefs").withMembers("priya").withBot(),
            Place.closed("secret").withMembers("priya"))
        .withGroup("learning-team", "Learning team", "ken");
  }

  @BeforeEach
  void open() throws Exception {
    app = new PretendApp();
    sandbox = Sandbox.start(company(), options());
    workspace = sandbox.workspace();
    slack = new Client(sandbox);
    if (!sandbox.app().socketMode()) {
      sandbox.register(app.url());
    }
  }

  @AfterEach
  void shut() {
    sandbox.close();
    app.close();
  }

  static void assertRefused(JsonNode answer, String code) {
    assertThat(answer.path("ok").booleanValue()).as("%s", answer).isFalse();
    assertThat(Json.text(answer, "error")).as("%s", answer).isEqualTo(code);
  }

  static JsonNode assertOk(JsonNode answer) {
    assertThat(answer.path("ok").booleanValue()).as("%s", answer).isTrue();
    return answer;
  }
}
