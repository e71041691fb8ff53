package org.learningadvocate.sandbox;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Draws up all that one person sees, for the page. */
final class Snapshots {
  private final World world;
  private final Views views;
  private final Deliveries deliveries;
  private final Set<String> homeOpened = new HashSet<>();

  Snapshots(World world, Views views, Deliveries deliveries) {
    this.world = world;
    this.views = views;
    this.deliveries = deliveries;
  }

  void homeOpened(Member who) {
    synchronized (world) {
      homeOpened.add(who.id());
    }
  }

  /** Whom one may act as. */
  ArrayNode actors() {
    synchronized (world) {
      ArrayNode actors = Json.array();
      for (Member member : world.members.values()) {
        if (canActAs(member)) {
          actors
              .addObject()
              .put("id", member.id())
              .put("name", member.name())
              .put("real_name", member.realName())
              .put("title", member.title());
        }
      }
      return actors;
    }
  }

  private static boolean canActAs(Member member) {
    return member.actor() && !member.deleted();
  }

  ObjectNode of(Member me) {
    synchronized (world) {
      ObjectNode all =
          Json.object()
              .put("type", "snapshot")
              .put("version", world.version())
              .put("now", Room.formatTs(world.nowMicros()))
              .put("me", me.id());
      all.putObject("team")
          .put("id", world.teamId)
          .put("name", world.teamName)
          .put("domain", world.domain);
      app(all.putObject("app"));
      guide(all);
      ArrayNode users = all.putArray("users");
      world.members.values().forEach(member -> users.add(user(member)));
      ArrayNode groups = all.putArray("groups");
      for (World.Group group : world.groups.values()) {
        groups
            .addObject()
            .put("id", group.id)
            .put("handle", group.handle)
            .put("name", group.name)
            .set("users", Json.strings(group.users));
      }
      offers(all);
      ArrayNode channels = all.putArray("channels");
      for (Room room : world.rooms.values()) {
        if (room.kind == Room.Kind.CHANNEL || room.members.contains(me.id())) {
          channels.add(channel(room, me));
        }
      }
      ArrayNode modals = all.putArray("modals");
      views.stack(me.id()).forEach(shown -> modals.add(withPictures(shown.told())));
      Views.Shown home = views.home(me.id());
      if (home == null) {
        all.putNull("home");
      } else {
        all.set("home", withPictures(home.told()));
      }
      return all.put("home_opened", homeOpened.contains(me.id()));
    }
  }

  private void app(ObjectNode told) {
    AppSetup app = world.app;
    String connected = app.socketMode() ? "socket" : "http";
    told.put("id", app.id())
        .put("name", app.name())
        .put("bot_id", app.botId())
        .put("user_id", app.botUserId())
        .put("home_tab", app.homeTab())
        .put("messages_tab", app.messagesTab())
        .put("connected", deliveries.connected() ? connected : "none");
  }

  private void guide(ObjectNode all) {
    Company.Guide guide = world.guide;
    if (guide == null) {
      all.putNull("guide");
      return;
    }
    ObjectNode told = all.putObject("guide").put("title", guide.title());
    ArrayNode steps = told.putArray("steps");
    for (Company.Guide.Step step : guide.steps()) {
      ObjectNode one = steps.addObject().put("title", step.title()).put("text", step.text());
      Member as = step.as() == null ? null : world.findMember(step.as());
      Json.putText(one, "as", as == null ? null : as.id());
      Room room = step.channel() == null ? null : world.findRoom(step.channel());
      Json.putText(one, "channel", room == null ? null : room.id);
      Json.putText(one, "compose", step.compose());
      if (step.home()) {
        one.put("home", true);
      }
    }
  }

  private static ObjectNode user(Member member) {
    ObjectNode told =
        Json.object()
            .put("id", member.id())
            .put("name", member.name())
            .put("real_name", member.realName())
            .put("display_name", member.displayName())
            .put("title", member.title())
            .put("tz", member.zone())
            .put("email", member.email())
            .put("is_bot", member.isBot() || member.kind() == Member.Kind.SLACKBOT)
            .put("is_app", member.kind() == Member.Kind.APP)
            .put("deleted", member.deleted())
            .put(
                "is_guest",
                member.kind() == Member.Kind.GUEST
                    || member.kind() == Member.Kind.SINGLE_CHANNEL_GUEST)
            .put("is_external", member.isExternal())
            .put("color", "#" + World.color(member))
            .put("initials", initials(member.realName()))
            .put("can_act_as", canActAs(member))
            .put("status_text", member.status());
    Json.putText(told, "team_name", member.company());
    return told;
  }

  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.strip().split("\\s+", -1)) {
      if (!word.isEmpty() && initials.codePoints().count() < 2) {
        initials.appendCodePoint(word.codePointAt(0));
      }
    }
    return initials.toString().toUpperCase(Locale.ROOT);
  }

  private void offers(ObjectNode all) {
    ArrayNode commands = all.putArray("commands");
    for (AppSetup.Command command : world.app.commands()) {
      commands
          .addObject()
          .put("command", command.name())
          .put("description", command.description())
          .put("usage_hint", command.hint());
    }
    ArrayNode shortcuts = all.putArray("shortcuts");
    for (AppSetup.Shortcut shortcut : world.app.shortcuts()) {
      shortcuts
          .addObject()
          .put("type", shortcut.onMessage() ? "message" : "global")
          .put("callback_id", shortcut.callbackId())
          .put("name", shortcut.name())
          .put("description", shortcut.description());
    }
  }

  private ObjectNode channel(Room room, Member me) {
    String lastRead = room.lastRead.getOrDefault(me.id(), "");
    boolean member = room.members.contains(me.id());
    ObjectNode told =
        Json.object()
            .put("id", room.id)
            .put("name", room.name)
            .put("kind", room.kind.name().toLowerCase(Locale.ROOT))
            .put("is_external", room.external)
            .put("is_archived", room.archived)
            .put("is_member", member)
            .put("topic", room.topic)
            .put("purpose", room.purpose);
    told.set("members", Json.strings(room.members));
    if (room.kind == Room.Kind.IM) {
      told.put(
          "with",
          room.members.stream().filter(id -> !id.equals(me.id())).findFirst().orElse(me.id()));
    }
    int unread = 0;
    int mentions = 0;
    TreeMap<String, ObjectNode> shown = new TreeMap<>();
    for (ObjectNode message : room.all()) {
      String ts = Json.text(message, "ts");
      boolean isNew =
          member && ts.compareTo(lastRead) > 0 && !Json.text(message, "user").equals(me.id());
      if (Room.isTopLevel(message)) {
        shown.put(ts, message(room, message, me, lastRead));
        unread += isNew && Json.text(message, "subtype").indexOf("channel_") < 0 ? 1 : 0;
      }
      mentions += isNew && mentions(message, me) ? 1 : 0;
    }
    for (Room.Ephemeral whispered : room.ephemerals) {
      if (whispered.user().equals(me.id())
          && Json.text(whispered.message(), "thread_ts").isEmpty()) {
        shown.put(
            Json.text(whispered.message(), "ts"), message(room, whispered.message(), me, lastRead));
      }
    }
    told.put("last_read", lastRead).put("unread", unread).put("mentions", mentions);
    ArrayNode messages = told.putArray("messages");
    shown.values().forEach(messages::add);
    return told;
  }

  private static boolean mentions(ObjectNode message, Member me) {
    String text = Json.text(message, "text");
    return text.contains("<@" + me.id() + ">")
        || text.contains("<!channel>")
        || text.contains("<!here>")
        || text.contains("<!everyone>");
  }

  private ObjectNode message(Room room, ObjectNode message, Member me, String lastRead) {
    ObjectNode told = plain(room, message, me);
    if (Room.isReply(message)) {
      ObjectNode root = room.message(Json.text(message, "thread_ts"));
      if (root != null) {
        String text = Json.text(root, "text");
        told.put("root_text", text.length() <= 120 ? text : text.substring(0, 119) + "…");
      }
      return told;
    }
    String ts = Json.text(message, "ts");
    TreeMap<String, ObjectNode> replies = new TreeMap<>();
    int unread = 0;
    for (ObjectNode reply : room.replies(ts)) {
      replies.put(Json.text(reply, "ts"), plain(room, reply, me));
      unread +=
          Json.text(reply, "ts").compareTo(lastRead) > 0
                  && !Json.text(reply, "user").equals(me.id())
              ? 1
              : 0;
    }
    for (Room.Ephemeral whispered : room.ephemerals) {
      if (whispered.user().equals(me.id())
          && Json.text(whispered.message(), "thread_ts").equals(ts)) {
        replies.put(Json.text(whispered.message(), "ts"), plain(room, whispered.message(), me));
      }
    }
    ArrayNode all = told.putArray("replies");
    replies.values().forEach(all::add);
    return told.put("thread_unread", unread);
  }

  private ObjectNode plain(Room room, ObjectNode message, Member me) {
    ObjectNode told = withPictures(message.deepCopy());
    told.remove(List.of("metadata", "root", "client_msg_id"));
    // Slack does not show "(edited)" on messages with blocks of an app.
    if (told.has("bot_id") && told.has("blocks")) {
      told.remove("edited");
    }
    boolean own =
        Json.text(message, "user").equals(me.id())
            && (Json.text(message, "subtype").isEmpty()
                || Json.text(message, "subtype").equals("file_share")
                || Json.text(message, "subtype").equals("thread_broadcast"));
    return told.put("permalink", world.permalink(room, message)).put("is_own", own);
  }

  /** Lets pictures point at where the page may fetch them. */
  private ObjectNode withPictures(ObjectNode node) {
    point(node);
    return node;
  }

  private void point(JsonNode node) {
    if (node instanceof ObjectNode object) {
      JsonNode slackFile = object.path("slack_file");
      if (slackFile.isObject()) {
        String id = Json.text(slackFile, "id");
        String url = Json.text(slackFile, "url");
        for (StoredFile file : world.files.values()) {
          if (file.id.equals(id) || (!url.isEmpty() && url.contains(file.id))) {
            object.put("image_url", pagePath(file.id, file.name));
          }
        }
      }
      if (object.has("url_private")) {
        String path = pagePath(Json.text(object, "id"), Json.text(object, "name"));
        object.put("url_private", path).put("url_private_download", path);
      }
    }
    for (JsonNode child : node.values()) {
      if (child.isContainer()) {
        point(child);
      }
    }
  }

  private static String pagePath(String id, String name) {
    return "/files/" + id + "/" + World.urlPart(name);
  }
}
