package org.learningadvocate.slack;

import static org.learningadvocate.slack.Payload.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Incoming.Change;
import org.learningadvocate.chat.Incoming.ChannelChanged;
import org.learningadvocate.chat.Incoming.ChannelKind;
import org.learningadvocate.chat.Incoming.Deleted;
import org.learningadvocate.chat.Incoming.Edited;
import org.learningadvocate.chat.Incoming.HomeOpened;
import org.learningadvocate.chat.Incoming.Said;
import org.learningadvocate.chat.Stamp;
import org.learningadvocate.chat.ThreadId;
import tools.jackson.databind.JsonNode;

/**
 * Reads the events of Slack's Events API, as both doors get them: what goes on in a channel that is
 * not watched, and in no thread of ours, is nothing to us.
 */
final class EventReader {

  private static final String SLACKBOT = "USLACKBOT";

  private final Supplier<HouseRules> rules;
  private final Supplier<String> app;
  private final Predicate<ThreadId> held;
  private final Function<String, ChannelKind> kinds;

  /**
   * @param rules as they are now; the team is empty until Slack has said who we are
   * @param app our app's id; empty while it is not known
   * @param held whether we hold the thread; asked only about threads of channels not watched
   * @param kinds of what kind a channel is, where the event does not say
   */
  EventReader(
      Supplier<HouseRules> rules,
      Supplier<String> app,
      Predicate<ThreadId> held,
      Function<String, ChannelKind> kinds) {
    this.rules = rules;
    this.app = app;
    this.held = held;
    this.kinds = kinds;
  }

  /** What goes with every event. */
  private record Envelope(
      HouseRules rules, String team, String bot, String app, boolean external, String time) {}

  /** Reads an {@code event_callback}, as delivered. */
  Heard read(JsonNode callback) {
    var now = rules.get();
    var installed = callback.path("authorizations").path(0);
    String team =
        first(
            text(installed, "team_id"),
            text(callback, "context_team_id"),
            text(callback, "team_id"));
    String ourApp = app.get();
    String forApp = text(callback, "api_app_id");
    if ((!now.team().isEmpty() && !team.isEmpty() && !now.team().equals(team))
        || (!ourApp.isEmpty() && !forApp.isEmpty() && !ourApp.equals(forApp))) {
      return Heard.FOREIGN;
    }
    var event = callback.path("event");
    var envelope =
        new Envelope(
            now,
            first(now.team(), team),
            first(
                now.bot(),
                installed.path("is_bot").asBoolean(false) ? text(installed, "user_id") : ""),
            first(ourApp, forApp),
            callback.path("is_ext_shared_channel").asBoolean(false),
            time(callback, event));
    return switch (text(event, "type")) {
      case "message" -> message(envelope, event);
      case "app_mention" -> said(envelope, event, true);
      case "app_home_opened" -> homeOpened(envelope, event);
      case "member_joined_channel" -> membership(envelope, event, Change.JOINED);
      case "member_left_channel" -> membership(envelope, event, Change.LEFT);
      case "channel_archive", "group_archive", "channel_deleted", "group_deleted" ->
          channel(envelope, event, Change.ARCHIVED);
      case "channel_unarchive", "group_unarchive" -> channel(envelope, event, Change.UNARCHIVED);
      case "channel_rename", "group_rename" -> renamed(envelope, event);
      case "channel_id_changed" -> moved(envelope, event);
      case "tokens_revoked" ->
          event.path("tokens").path("bot").isEmpty()
              ? Heard.NOTHING
              : new Heard.Uninstalled("token_revoked");
      case "app_uninstalled" -> new Heard.Uninstalled("account_inactive");
      case "subteam_updated", "subteam_members_changed" -> new Heard.GroupsChanged();
      default -> Heard.NOTHING;
    };
  }

  private Heard message(Envelope envelope, JsonNode event) {
    return switch (text(event, "subtype")) {
      case "", "file_share", "me_message", "thread_broadcast", "bot_message" ->
          said(envelope, event, false);
      case "message_changed" -> changed(envelope, event);
      case "message_deleted" -> deleted(envelope, event, event.path("previous_message"));
      // New kinds of housekeeping appear: what is not known is not for us.
      default -> Heard.NOTHING;
    };
  }

  private Heard said(Envelope envelope, JsonNode event, boolean mention) {
    String channel = text(event, "channel");
    String ts = text(event, "ts");
    if (channel.isEmpty() || ts.isEmpty()) {
      return Heard.NOTHING;
    }
    if (ours(envelope, event)) {
      String slot = slot(event);
      return slot.isEmpty()
          ? Heard.NOTHING
          : new Heard.OursPosted(envelope.team(), slot, channel, ts, thread(event));
    }
    String bot = bot(event);
    if (!heeded(envelope, event, bot)) {
      return Heard.NOTHING;
    }
    String thread = thread(event);
    String words = words(event, bot);
    boolean calls = mention || calls(envelope, words);
    var kind = kind(event, channel);
    if (!calls && !concerns(envelope, channel, kind, thread, ts, thread != null)) {
      return Heard.NOTHING;
    }
    return new Heard.Keep(
        new Said(
            envelope.team(),
            channel,
            kind == null ? kinds.apply(channel) : kind,
            envelope.external(),
            first(text(event, "user"), bot),
            bot.isEmpty() ? null : bot,
            ts,
            thread,
            words,
            files(event),
            calls));
  }

  private Heard changed(Envelope envelope, JsonNode event) {
    var message = event.path("message");
    // Sometimes it is missing, sometimes an empty array.
    var previous = event.path("previous_message");
    String subtype = text(message, "subtype");
    if (subtype.equals("tombstone")) {
      return deleted(envelope, event, previous);
    }
    String channel = text(event, "channel");
    String ts = text(message, "ts");
    String bot = bot(message);
    boolean told = previous.isObject() && previous.has("text");
    boolean edited = !text(message.path("edited"), "ts").isEmpty();
    if (channel.isEmpty()
        || ts.isEmpty()
        || !List.of("", "file_share", "me_message", "thread_broadcast", "bot_message")
            .contains(subtype)
        || ours(envelope, message)
        || !heeded(envelope, message, bot)
        // Unfurled links and a detected language come as changes too.
        || (told ? words(message, bot).equals(words(previous, bot)) : !edited)) {
      return Heard.NOTHING;
    }
    String thread = thread(message);
    String words = words(message, bot);
    boolean calls = calls(envelope, words);
    var kind = kind(event, channel);
    if (!calls && !concerns(envelope, channel, kind, thread, ts, true)) {
      return Heard.NOTHING;
    }
    return new Heard.Keep(
        new Edited(
            envelope.team(),
            channel,
            kind == null ? kinds.apply(channel) : kind,
            envelope.external(),
            first(text(message, "user"), bot),
            ts,
            thread,
            words,
            told ? words(previous, bot) : null,
            first(text(message.path("edited"), "ts"), envelope.time()),
            calls));
  }

  /** The slot that a message of ours names, also where its metadata was dropped; empty without. */
  private static String slot(JsonNode message) {
    var metadata = message.path("metadata");
    if (text(metadata, "event_type").equals(SlackSender.EVENT_TYPE)) {
      String slot = text(metadata.path("event_payload"), "slot");
      if (!slot.isEmpty()) {
        return slot;
      }
    }
    for (JsonNode block : message.path("blocks")) {
      String id = text(block, "block_id");
      if (id.startsWith(SlackSender.MARK)) {
        return id.substring(SlackSender.MARK.length());
      }
    }
    return "";
  }

  private Heard deleted(Envelope envelope, JsonNode event, JsonNode previous) {
    String channel = text(event, "channel");
    String ts =
        first(text(event, "deleted_ts"), text(event.path("message"), "ts"), text(previous, "ts"));
    if (channel.isEmpty() || ts.isEmpty()) {
      return Heard.NOTHING;
    }
    if (ours(envelope, previous)) {
      return new Heard.OursDeleted(envelope.team(), slot(previous), channel, ts);
    }
    String thread = thread(previous.isObject() ? previous : event.path("message"));
    if (!concerns(envelope, channel, kind(event, channel), thread, ts, true)) {
      // Whose it was is not said: if it was ours, it is not posted again.
      return previous.isObject()
          ? Heard.NOTHING
          : new Heard.OursDeleted(envelope.team(), "", channel, ts);
    }
    return new Heard.Keep(new Deleted(envelope.team(), channel, ts, thread, envelope.time()));
  }

  private static Heard homeOpened(Envelope envelope, JsonNode event) {
    String user = text(event, "user");
    String tab = text(event, "tab");
    return user.isEmpty() || !(tab.isEmpty() || tab.equals("home"))
        ? Heard.NOTHING
        : new Heard.Keep(new HomeOpened(envelope.team(), user, envelope.time()));
  }

  private static Heard membership(Envelope envelope, JsonNode event, Change change) {
    return !envelope.bot().isEmpty() && text(event, "user").equals(envelope.bot())
        ? channel(envelope, event, change)
        : Heard.NOTHING;
  }

  private static Heard channel(Envelope envelope, JsonNode event, Change change) {
    return channelChanged(envelope, text(event, "channel"), change, null);
  }

  private static Heard renamed(Envelope envelope, JsonNode event) {
    var channel = event.path("channel");
    return channelChanged(envelope, text(channel, "id"), Change.RENAMED, text(channel, "name"));
  }

  private static Heard moved(Envelope envelope, JsonNode event) {
    return channelChanged(
        envelope, text(event, "old_channel_id"), Change.MOVED, text(event, "new_channel_id"));
  }

  private static Heard channelChanged(
      Envelope envelope, String channel, Change change, @Nullable String now) {
    return channel.isEmpty() || (now != null && now.isEmpty())
        ? Heard.NOTHING
        : new Heard.Keep(
            new ChannelChanged(envelope.team(), channel, change, now, envelope.time()));
  }

  /** Whether what is said there may matter: nothing else is kept. */
  private boolean concerns(
      Envelope envelope,
      String channel,
      @Nullable ChannelKind kind,
      @Nullable String thread,
      String ts,
      boolean mayBeHeld) {
    var house = envelope.rules();
    if (house.team().isEmpty()) {
      return true; // Channels are not known yet: decided later, in its lane.
    }
    boolean watched =
        house.requests().contains(channel)
            && (!envelope.external() || house.external().contains(channel));
    return watched
        || kind == ChannelKind.DIRECT
        || (mayBeHeld && held.test(ThreadId.of(channel, ts, thread)));
  }

  /** Whether a message is our own. */
  private static boolean ours(Envelope envelope, JsonNode message) {
    String by = first(text(message, "app_id"), text(message.path("bot_profile"), "app_id"));
    return (!envelope.app().isEmpty() && by.equals(envelope.app()))
        || (!envelope.bot().isEmpty() && text(message, "user").equals(envelope.bot()));
  }

  /** Whether we listen to its author: people, and bots that a channel's forms post by. */
  private static boolean heeded(Envelope envelope, JsonNode message, String bot) {
    String user = text(message, "user");
    return bot.isEmpty()
        ? !user.isEmpty() && !user.equals(SLACKBOT) && !message.path("hidden").asBoolean(false)
        : envelope.rules().workflowBots().contains(bot)
            || (!user.isEmpty() && envelope.rules().workflowBots().contains(user));
  }

  private static String bot(JsonNode message) {
    String bot = first(text(message, "bot_id"), text(message.path("bot_profile"), "id"));
    return bot.isEmpty() && text(message, "subtype").equals("bot_message")
        ? first(text(message, "user"), "unknown")
        : bot;
  }

  private static boolean calls(Envelope envelope, String text) {
    return calls(envelope.bot(), text);
  }

  /** Whether a text mentions the bot; never where nobody knows yet who that is. */
  static boolean calls(String bot, String text) {
    return !bot.isEmpty() && (text.contains("<@" + bot + ">") || text.contains("<@" + bot + "|"));
  }

  /** The parent's ts of a reply; null for a message at the top level, with replies or without. */
  private static @Nullable String thread(JsonNode message) {
    String thread = text(message, "thread_ts");
    return thread.isEmpty() || thread.equals(text(message, "ts")) ? null : thread;
  }

  private static @Nullable ChannelKind kind(JsonNode event, String channel) {
    return switch (text(event, "channel_type")) {
      case "channel" -> ChannelKind.PUBLIC;
      case "group", "mpim" -> ChannelKind.PRIVATE;
      case "im", "app_home" -> ChannelKind.DIRECT;
      default ->
          channel.startsWith("D")
              ? ChannelKind.DIRECT
              : channel.startsWith("G") ? ChannelKind.PRIVATE : null;
    };
  }

  /** The message's text; a form's post may carry its words in blocks alone. */
  static String words(JsonNode message, String bot) {
    String text = text(message, "text");
    if (!text.isBlank() || bot.isEmpty()) {
      return text;
    }
    var lines = new ArrayList<String>();
    collect(message.path("blocks"), lines);
    return String.join("\n", lines);
  }

  private static void collect(JsonNode node, List<String> lines) {
    String type = text(node, "type");
    var text = node.path("text");
    if (text.isString() && !text.stringValue().isBlank()) {
      lines.add(
          type.equals("mrkdwn")
              ? text.stringValue()
              : text.stringValue().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }
    for (JsonNode child : node) {
      if (child.isContainer()) {
        collect(child, lines);
      }
    }
  }

  private static List<String> files(JsonNode message) {
    var names = new ArrayList<String>();
    for (JsonNode file : message.path("files")) {
      names.add(first(text(file, "name"), text(file, "title"), text(file, "id"), "file"));
    }
    return names;
  }

  /** When it happened, as a Slack timestamp: some old events leave out the dot. */
  private static String time(JsonNode callback, JsonNode event) {
    String time = text(event, "event_ts");
    if (time.contains(".")) {
      return time;
    }
    if (time.length() == 16) {
      return time.substring(0, 10) + "." + time.substring(10);
    }
    String seconds = text(callback, "event_time");
    return seconds.length() >= 10
        ? Stamp.of(Instant.ofEpochSecond(Long.parseLong(seconds.substring(0, 10))))
        : first(text(event, "ts"), "0.000000");
  }

  private static String first(String... texts) {
    for (String text : texts) {
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }
}
