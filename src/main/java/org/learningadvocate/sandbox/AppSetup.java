package org.learningadvocate.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the app's page at Slack would say: its scopes, the events it subscribed to, its commands and
 * shortcuts, and the secrets it was given.
 *
 * @param scopes granted to the bot token
 * @param events names as in a manifest's {@code bot_events}, such as {@code message.channels}
 * @param socketMode whether payloads go through sockets; then nothing goes over HTTP
 */
public record AppSetup(
    String id,
    String name,
    String botName,
    String botUserId,
    String botId,
    String botToken,
    String appToken,
    String signingSecret,
    Set<String> scopes,
    Set<String> events,
    List<Command> commands,
    List<Shortcut> shortcuts,
    boolean socketMode,
    boolean homeTab,
    boolean messagesTab) {

  /**
   * A slash command.
   *
   * @param name with the slash
   * @param escapes whether mentions arrive as {@code <@U…>} ({@code should_escape})
   */
  public record Command(String name, String description, String hint, boolean escapes) {}

  /** A message or global shortcut. */
  public record Shortcut(boolean onMessage, String callbackId, String name, String description) {}

  /** An app without scopes, events and commands. */
  public static AppSetup named(String name, String botName) {
    return new AppSetup(
        "A0ADVOCATE",
        name,
        botName,
        "U0ADVOCATEBOT",
        "B0ADVOCATE",
        "xoxb-sandbox-0001-bot-token",
        "xapp-sandbox-0001-app-token",
        "sandbox-signing-secret",
        Set.of(),
        Set.of(),
        List.of(),
        List.of(),
        false,
        true,
        true);
  }

  public AppSetup withScopes(String... names) {
    return withScopes(new TreeSet<>(List.of(names)));
  }

  public AppSetup withScopes(Set<String> names) {
    return new AppSetup(
        id,
        name,
        botName,
        botUserId,
        botId,
        botToken,
        appToken,
        signingSecret,
        names,
        events,
        commands,
        shortcuts,
        socketMode,
        homeTab,
        messagesTab);
  }

  public AppSetup withEvents(String... names) {
    return withEvents(new TreeSet<>(List.of(names)));
  }

  public AppSetup withEvents(Set<String> names) {
    return new AppSetup(
        id,
        name,
        botName,
        botUserId,
        botId,
        botToken,
        appToken,
        signingSecret,
        scopes,
        names,
        commands,
        shortcuts,
        socketMode,
        homeTab,
        messagesTab);
  }

  /** With this command, whose mentions arrive escaped. */
  public AppSetup withCommand(String command, String description, String hint) {
    return withCommand(new Command(command, description, hint, true));
  }

  public AppSetup withCommand(Command command) {
    List<Command> all = new ArrayList<>(commands);
    all.add(command);
    return new AppSetup(
        id,
        name,
        botName,
        botUserId,
        botId,
        botToken,
        appToken,
        signingSecret,
        scopes,
        events,
        List.copyOf(all),
        shortcuts,
        socketMode,
        homeTab,
        messagesTab);
  }

  public AppSetup withMessageShortcut(String callbackId, String label, String description) {
    return withShortcut(new Shortcut(true, callbackId, label, description));
  }

  public AppSetup withGlobalShortcut(String callbackId, String label, String description) {
    return withShortcut(new Shortcut(false, callbackId, label, description));
  }

  private AppSetup withShortcut(Shortcut shortcut) {
    List<Shortcut> all = new ArrayList<>(shortcuts);
    all.add(shortcut);
    return new AppSetup(
        id,
        name,
        botName,
        botUserId,
        botId,
        botToken,
        appToken,
        signingSecret,
        scopes,
        events,
        commands,
        List.copyOf(all),
        socketMode,
        homeTab,
        messagesTab);
  }

  public AppSetup withSocketMode(boolean on) {
    return new AppSetup(
        id,
        name,
        botName,
        botUserId,
        botId,
        botToken,
        appToken,
        signingSecret,
        scopes,
        events,
        commands,
        shortcuts,
        on,
        homeTab,
        messagesTab);
  }

  public AppSetup withTabs(boolean home, boolean messages) {
    return new AppSetup(
        id,
        name,
        botName,
        botUserId,
        botId,
        botToken,
        appToken,
        signingSecret,
        scopes,
        events,
        commands,
        shortcuts,
        socketMode,
        home,
        messages);
  }
}
