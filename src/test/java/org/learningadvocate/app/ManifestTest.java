package org.learningadvocate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The manifest as Slack would take it: its form, its limits, its scopes. */
class ManifestTest {

  /** Which scopes an event needs, one of them at least; none where Slack asks for none. */
  private static final Map<String, Set<String>> SCOPES_OF_EVENTS =
      Map.ofEntries(
          Map.entry("app_home_opened", Set.of()),
          Map.entry("app_uninstalled", Set.of()),
          Map.entry("tokens_revoked", Set.of()),
          Map.entry("channel_id_changed", Set.of()),
          Map.entry("app_mention", Set.of("app_mentions:read")),
          Map.entry("message.channels", Set.of("channels:history")),
          Map.entry("message.groups", Set.of("groups:history")),
          Map.entry("message.im", Set.of("im:history")),
          Map.entry("channel_rename", Set.of("channels:read")),
          Map.entry("channel_archive", Set.of("channels:read")),
          Map.entry("channel_unarchive", Set.of("channels:read")),
          Map.entry("channel_deleted", Set.of("channels:read")),
          Map.entry("group_deleted", Set.of("groups:read")),
          Map.entry("subteam_members_changed", Set.of("usergroups:read")),
          Map.entry("subteam_updated", Set.of("usergroups:read")),
          Map.entry("group_rename", Set.of("groups:read")),
          Map.entry("group_archive", Set.of("groups:read")),
          Map.entry("group_unarchive", Set.of("groups:read")),
          Map.entry("member_joined_channel", Set.of("channels:read", "groups:read")),
          Map.entry("member_left_channel", Set.of("channels:read", "groups:read")));

  /** Which scopes a method needs, all of them; the app-level token has its own. */
  private static final Map<String, Set<String>> SCOPES_OF_METHODS =
      Map.ofEntries(
          Map.entry("apps.connections.open", Set.of()),
          Map.entry("auth.test", Set.of()),
          Map.entry("bots.info", Set.of("users:read")),
          Map.entry("chat.delete", Set.of("chat:write")),
          Map.entry("chat.getPermalink", Set.of()),
          Map.entry("chat.postEphemeral", Set.of("chat:write")),
          Map.entry("chat.postMessage", Set.of("chat:write")),
          Map.entry("chat.update", Set.of("chat:write")),
          Map.entry("conversations.history", Set.of("channels:history", "groups:history")),
          Map.entry("conversations.info", Set.of("channels:read", "groups:read")),
          Map.entry("conversations.replies", Set.of("channels:history", "groups:history")),
          Map.entry("files.completeUploadExternal", Set.of("files:write")),
          Map.entry("files.getUploadURLExternal", Set.of("files:write")),
          Map.entry("reactions.add", Set.of("reactions:write")),
          Map.entry("reactions.remove", Set.of("reactions:write")),
          Map.entry("usergroups.list", Set.of("usergroups:read")),
          Map.entry("usergroups.users.list", Set.of("usergroups:read")),
          Map.entry("users.conversations", Set.of("channels:read", "groups:read")),
          Map.entry("users.info", Set.of("users:read")),
          Map.entry("views.open", Set.of()),
          Map.entry("views.publish", Set.of()),
          Map.entry("views.push", Set.of()),
          Map.entry("views.update", Set.of()));

  /** A method's name in the only package that calls Slack. */
  private static final Pattern METHOD =
      Pattern.compile(
          "\"((?:apps|auth|bots|chat|conversations|files|reactions|usergroups|users|views)"
              + "\\.[A-Za-z.]+)\"");

  private static final Pattern EVENT = Pattern.compile("case ((?:\"[a-z_]+\"(?:, )?)+) ->");

  /** Names of the top level and below, as Slack documents them. */
  private static final Map<String, Set<String>> KNOWN =
      Map.of(
          "",
          Set.of("_metadata", "display_information", "features", "oauth_config", "settings"),
          "display_information",
          Set.of("name", "description", "long_description", "background_color"),
          "features",
          Set.of("bot_user", "app_home", "slash_commands", "shortcuts", "unfurl_domains"),
          "oauth_config",
          Set.of("redirect_urls", "scopes"),
          "settings",
          Set.of(
              "event_subscriptions",
              "interactivity",
              "org_deploy_enabled",
              "socket_mode_enabled",
              "token_rotation_enabled"));

  private String text;
  private Object root;

  @BeforeEach
  void read() throws IOException {
    text = Files.readString(Path.of("manifest.yml"));
    root = new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  @Test
  void itsNamesAreSlacks() {
    KNOWN.forEach(
        (section, names) ->
            assertThat(names).containsAll(keys(section.isEmpty() ? root : at(section))));
  }

  @Test
  void itIntroducesItselfWithinTheLimits() {
    assertThat(text("display_information", "name")).hasSizeBetween(1, 35);
    assertThat(text("display_information", "description")).hasSizeBetween(1, 140);
    assertThat(text("display_information", "long_description")).hasSizeBetween(175, 4000);
    assertThat(text("display_information", "background_color")).matches("#[0-9a-fA-F]{6}");
    assertThat(text("features", "bot_user", "display_name"))
        .hasSizeBetween(1, 80)
        .matches("[A-Za-z0-9._-]+");
  }

  @Test
  void peopleCanWriteToItAndOpenItsHome() {
    assertThat(at("features", "app_home"))
        .isEqualTo(
            Map.of(
                "home_tab_enabled", true,
                "messages_tab_enabled", true,
                "messages_tab_read_only_enabled", false));
  }

  @Test
  void itsCommandsAreThoseOfTheDesignWithinTheLimits() {
    var commands = list("features", "slash_commands");
    assertThat(commands)
        .extracting(command -> value(command, "command"))
        .containsExactlyInAnyOrder("/priorities", "/rollouts", "/advocate");
    for (var command : commands) {
      assertThat(value(command, "command")).hasSizeBetween(2, 32);
      assertThat(value(command, "description")).hasSizeBetween(1, 2000);
      assertThat(value(command, "usage_hint")).hasSizeBetween(1, 1000);
      // Else mentions of people and channels come as bare words.
      assertThat(value(command, "should_escape")).isEqualTo("true");
    }
  }

  @Test
  void itsShortcutIsThatOfTheDesignWithinTheLimits() {
    var shortcuts = list("features", "shortcuts");
    assertThat(shortcuts).hasSize(1);
    assertThat(value(shortcuts.get(0), "callback_id")).isEqualTo("ask_for_business_context");
    assertThat(value(shortcuts.get(0), "type")).isEqualTo("message");
    assertThat(value(shortcuts.get(0), "name")).hasSizeBetween(1, 24);
    assertThat(value(shortcuts.get(0), "description")).hasSizeBetween(1, 150);
  }

  @Test
  void eachEventHasItsScope() {
    var manifest = Manifest.parse(text);
    assertThat(manifest.events()).hasSizeLessThanOrEqualTo(100);
    for (String event : manifest.events()) {
      assertThat(SCOPES_OF_EVENTS).as("what %s needs", event).containsKey(event);
      var needed = SCOPES_OF_EVENTS.get(event);
      assertThat(needed.isEmpty() || needed.stream().anyMatch(manifest.scopes()::contains))
          .as("%s needs one of %s", event, needed)
          .isTrue();
    }
  }

  @Test
  void itAsksForTheScopesOfWhatIsCalledAndHeardAndForNoOther() throws IOException {
    var manifest = Manifest.parse(text);
    var needed = new TreeSet<String>(Set.of("commands"));
    for (String method : methodsCalled()) {
      assertThat(SCOPES_OF_METHODS).as("what %s needs", method).containsKey(method);
      needed.addAll(SCOPES_OF_METHODS.get(method));
    }
    manifest.events().forEach(event -> needed.addAll(SCOPES_OF_EVENTS.get(event)));

    assertThat(manifest.scopes()).containsExactlyInAnyOrderElementsOf(needed);
  }

  @Test
  void itSubscribesToTheEventsThatAreHandledAndToNoOther() throws IOException {
    var subscribed = new TreeSet<String>();
    for (String event : Manifest.parse(text).events()) {
      subscribed.add(event.startsWith("message.") ? "message" : event);
    }

    assertThat(subscribed).containsExactlyElementsOf(eventsHandled());
  }

  private static Set<String> methodsCalled() throws IOException {
    var methods = new TreeSet<String>();
    try (var files = Files.list(Path.of("src/main/java/org/learningadvocate/slack"))) {
      for (var file : files.toList()) {
        METHOD.matcher(Files.readString(file)).results().forEach(m -> methods.add(m.group(1)));
      }
    }
    return methods;
  }

  /** The cases of the first switch in the class that reads events. */
  private static TreeSet<String> eventsHandled() throws IOException {
    var source =
        Files.readString(Path.of("src/main/java/org/learningadvocate/slack/EventReader.java"));
    int from = source.indexOf("switch (text(event, \"type\"))");
    var cases = source.substring(from, source.indexOf("default ->", from));
    var events = new TreeSet<String>();
    EVENT
        .matcher(cases)
        .results()
        .forEach(m -> events.addAll(List.of(m.group(1).replace("\"", "").split(", "))));
    return events;
  }

  @Test
  void eachScopeHasItsReasonAbove() {
    var lines = text.lines().map(String::strip).toList();
    var scopes = new TreeSet<>(Manifest.parse(text).scopes());
    assertThat(scopes).isNotEmpty().hasSizeLessThanOrEqualTo(255);
    for (String scope : scopes) {
      int line = lines.indexOf("- " + scope);
      assertThat(lines.get(line - 1)).as("reason of %s", scope).startsWith("# ").endsWith(".");
    }
  }

  @Test
  void nothingStandsInItTwice() {
    for (var names :
        List.of(
            list("oauth_config", "scopes", "bot"),
            list("settings", "event_subscriptions", "bot_events"))) {
      assertThat(new HashSet<>(names)).hasSameSizeAs(names);
    }
  }

  @Test
  void socketModeNeedsNoAddress() {
    assertThat(at("settings", "socket_mode_enabled")).isEqualTo(true);
    assertThat(at("settings", "interactivity", "is_enabled")).isEqualTo(true);
    assertThat(text).contains("For HTTP instead").doesNotContain("\n  request_url");
  }

  private Object at(String... path) {
    Object at = root;
    for (String step : path) {
      assertThat(at).as(String.join(".", path)).isInstanceOf(Map.class);
      at = ((Map<?, ?>) at).get(step);
    }
    assertThat(at).as(String.join(".", path)).isNotNull();
    return at;
  }

  private String text(String... path) {
    return String.valueOf(at(path));
  }

  private List<Object> list(String... path) {
    return new ArrayList<>((List<?>) at(path));
  }

  private static String value(Object map, String key) {
    return String.valueOf(((Map<?, ?>) map).get(key));
  }

  private static Set<String> keys(Object map) {
    var keys = new TreeSet<String>();
    ((Map<?, ?>) map).keySet().forEach(key -> keys.add(String.valueOf(key)));
    return keys;
  }
}
