package org.learningadvocate.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that stands in the workspace. Its monitor guards all of it: whoever reads or changes a
 * room, a file or a view holds {@code synchronized (world)}; nobody waits for the network meanwhile.
 */
final class World {
  /** A user group whose members may change. */
  static final class Group {
    final String id;
    final String handle;
    final String name;
    final Set<String> users = new LinkedHashSet<>();

    Group(String id, String handle, String name) {
      this.id = id;
      this.handle = handle;
      this.name = name;
    }
  }

  /** A token and what it may do. */
  record Token(String value, Kind kind, Set<String> scopes, boolean revoked) {
    enum Kind {
      BOT,
      APP,
      USER
    }
  }

  final Clock clock;
  final String teamId;
  final String teamName;
  final String domain;
  final Map<String, Member> members = new LinkedHashMap<>();
  final Map<String, Room> rooms = new LinkedHashMap<>();
  final Map<String, Group> groups = new LinkedHashMap<>();
  final Map<String, StoredFile> files = new LinkedHashMap<>();
  final Map<String, Token> tokens = new LinkedHashMap<>();
  AppSetup app;
  String baseUrl = "";
  Company.@Nullable Guide guide;
  private final Random random;
  private final Object dice = new Object();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private long version;
  private int counter;

  World(Company company, Options options) {
    this.clock = options.clock();
    this.random = new Random(options.seed());
    this.teamId = company.teamId;
    this.teamName = company.name;
    this.domain = company.domain;
    this.app = company.app;
    this.guide = company.guide;
    members.put("USLACKBOT", Member.slackbot());
    for (Member member : company.members) {
      members.put(member.id(), member);
    }
    members.put(app.botUserId(), Member.app(app.botUserId(), app.botName(), app.name()));
    for (Place place : company.places) {
      open(place);
    }
    for (Company.Group group : company.groups) {
      Group made = new Group(group.id(), group.handle(), group.name());
      group.members().forEach(name -> made.users.add(member(name).id()));
      groups.put(made.id, made);
    }
    grant();
  }

  private void open(Place place) {
    Room room =
        new Room(
            place.id(),
            place.isPrivate() ? Room.Kind.PRIVATE : Room.Kind.CHANNEL,
            place.name(),
            clock.instant().getEpochSecond());
    room.external = place.isExternal();
    room.archived = place.isArchived();
    room.topic = place.topic();
    room.purpose = place.purpose();
    place.members().forEach(name -> room.members.add(member(name).id()));
    if (place.hasBot()) {
      room.members.add(app.botUserId());
    }
    rooms.put(room.id, room);
  }

  /** Makes the tokens anew from the app's setup. */
  void grant() {
    tokens.put(
        app.botToken(), new Token(app.botToken(), Token.Kind.BOT, app.scopes(), false));
    tokens.put(
        app.appToken(),
        new Token(app.appToken(), Token.Kind.APP, Set.of("connections:write"), false));
  }

  // Changes

  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  synchronized long version() {
    return version;
  }

  /** Tells everybody who waits or watches that something changed. */
  void changed() {
    synchronized (this) {
      version++;
      notifyAll();
    }
    listeners.forEach(Runnable::run);
  }

  // Time and chance

  long nowMicros() {
    Instant now = clock.instant();
    return now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
  }

  long nowSeconds() {
    return clock.instant().getEpochSecond();
  }

  /** A new id with this prefix, such as {@code Ev0…}: upper case, eleven characters. */
  String newId(String prefix) {
    synchronized (dice) {
      StringBuilder id = new StringBuilder(prefix).append('0');
      String number = Integer.toString(++counter, 36).toUpperCase(Locale.ROOT);
      while (id.length() + number.length() < 11) {
        id.append("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ".charAt(random.nextInt(34)));
      }
      return id.append(number).toString();
    }
  }

  /** Random letters and digits, as in block ids and secrets of addresses. */
  String letters(int length) {
    synchronized (dice) {
      StringBuilder letters = new StringBuilder();
      for (int i = 0; i < length; i++) {
        letters.append(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                .charAt(random.nextInt(62)));
      }
      return letters.toString();
    }
  }

  // Finding things

  /** The member with this id or name; an {@link IllegalArgumentException} where there is none. */
  Member member(String nameOrId) {
    Member found = findMember(nameOrId);
    if (found == null) {
      throw new IllegalArgumentException("No member " + nameOrId + " in " + teamName);
    }
    return found;
  }

  @Nullable Member findMember(String nameOrId) {
    Member byId = members.get(nameOrId);
    if (byId != null) {
      return byId;
    }
    String name = nameOrId.startsWith("@") ? nameOrId.substring(1) : nameOrId;
    for (Member member : members.values()) {
      if (member.name().equalsIgnoreCase(name)) {
        return member;
      }
    }
    return null;
  }

  @Nullable Member byBotId(String botId) {
    for (Member member : members.values()) {
      if (member.isBot() && botIdOf(member).equals(botId)) {
        return member;
      }
    }
    return null;
  }

  String botIdOf(Member member) {
    return member.kind() == Member.Kind.APP ? app.botId() : member.botId();
  }

  String appIdOf(Member member) {
    return member.kind() == Member.Kind.APP ? app.id() : "A0" + member.id().substring(2);
  }

  /** The channel with this id or {@code #name}; an {@link IllegalArgumentException} if none. */
  Room room(String nameOrId) {
    Room found = findRoom(nameOrId);
    if (found == null) {
      throw new IllegalArgumentException("No channel " + nameOrId + " in " + teamName);
    }
    return found;
  }

  @Nullable Room findRoom(String nameOrId) {
    Room byId = rooms.get(nameOrId);
    if (byId != null) {
      return byId;
    }
    String name = nameOrId.startsWith("#") ? nameOrId.substring(1) : nameOrId;
    for (Room room : rooms.values()) {
      if (!room.isDirect() && room.name.equals(name)) {
        return room;
      }
    }
    return null;
  }

  /** The direct conversation of exactly these people, if it is open. */
  @Nullable Room findDirect(Set<String> people) {
    for (Room room : rooms.values()) {
      if (room.isDirect() && room.members.equals(people)) {
        return room;
      }
    }
    return null;
  }

  /** The direct conversation of exactly these people, opened where it is not. */
  Room direct(Set<String> people) {
    Room open = findDirect(people);
    if (open != null) {
      return open;
    }
    Room.Kind kind = people.size() > 2 ? Room.Kind.MPIM : Room.Kind.IM;
    List<String> names = new ArrayList<>();
    people.forEach(id -> names.add(member(id).name()));
    String name = kind == Room.Kind.IM ? "" : "mpdm-" + String.join("--", names) + "-1";
    Room room = new Room(newId(kind.letter), kind, name, nowSeconds());
    room.members.addAll(people);
    rooms.put(room.id, room);
    return room;
  }

  /** Whether the bot may see this channel at all: public ones, and what it is in. */
  boolean visibleToBot(Room room) {
    return room.kind == Room.Kind.CHANNEL || room.members.contains(app.botUserId());
  }

  boolean botIn(Room room) {
    return room.members.contains(app.botUserId());
  }

  String permalink(Room room, ObjectNode message) {
    String ts = Json.text(message, "ts");
    String link = "/archives/" + room.id + "/p" + ts.replace(".", "");
    return Room.isReply(message)
        ? link + "?thread_ts=" + Json.text(message, "thread_ts") + "&cid=" + room.id
        : link;
  }

  // Telling

  /** The user as {@code users.info} tells it; the address only where asked for. */
  ObjectNode tellUser(Member member, boolean withEmail) {
    boolean slackbot = member.kind() == Member.Kind.SLACKBOT;
    ObjectNode user =
        Json.object()
            .put("id", member.id())
            .put("team_id", member.teamId() == null ? teamId : member.teamId())
            .put("name", member.name())
            .put("deleted", member.deleted());
    ObjectNode profile =
        Json.object()
            .put("title", member.title())
            .put("phone", "")
            .put("skype", "")
            .put("real_name", member.realName())
            .put("real_name_normalized", member.realName())
            .put("display_name", member.isBot() ? "" : member.displayName())
            .put("display_name_normalized", member.isBot() ? "" : member.displayName())
            .put("status_text", member.status())
            .put("status_emoji", "")
            .put("status_expiration", 0)
            .put("avatar_hash", "g" + Integer.toHexString(member.id().hashCode()))
            .put("team", member.teamId() == null ? teamId : member.teamId());
    if (withEmail && member.email() != null) {
      profile.put("email", member.email());
    }
    if (member.isBot()) {
      profile.put("bot_id", botIdOf(member)).put("api_app_id", appIdOf(member));
    }
    user.set("profile", profile);
    if (!member.deleted()) {
      user.put("color", color(member)).put("real_name", member.realName());
      String zone = member.zone();
      ZoneId zoneId = zoneOf(zone);
      if (slackbot || zone == null || zoneId == null) {
        user.putNull("tz");
      } else {
        user.put("tz", zone);
        user.put("tz_label", zone.substring(zone.indexOf('/') + 1).replace('_', ' ') + " Time");
        user.put(
            "tz_offset", zoneId.getRules().getOffset(clock.instant()).getTotalSeconds());
      }
      user.put("is_admin", member.kind() == Member.Kind.ADMIN);
      user.put("is_owner", false).put("is_primary_owner", false);
      user.put(
          "is_restricted",
          member.kind() == Member.Kind.GUEST
              || member.kind() == Member.Kind.SINGLE_CHANNEL_GUEST);
      user.put("is_ultra_restricted", member.kind() == Member.Kind.SINGLE_CHANNEL_GUEST);
    }
    if (member.isExternal()) {
      user.put("is_stranger", rooms.values().stream().noneMatch(
          room -> room.members.contains(member.id()) && botIn(room)));
    }
    // Slack says is_bot false of its own USLACKBOT.
    return user.put("is_bot", member.isBot())
        .put("is_app_user", false)
        .put("updated", nowSeconds())
        .put("is_email_confirmed", !member.isBot());
  }

  private static @Nullable ZoneId zoneOf(@Nullable String zone) {
    if (zone == null) {
      return null;
    }
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      return null;
    }
  }

  static String color(Member member) {
    String[] colors = {
      "9f69e7", "4bbe2e", "e7392d", "3c989f", "674b1b", "e96699", "5b89d5", "a2a5dc", "2b6836",
      "99a949", "df3dc0", "84b22f", "c386df", "385a86", "d58247", "902d59"
    };
    return colors[Math.floorMod(member.id().hashCode(), colors.length)];
  }

  /** The channel as {@code conversations.info} tells it. */
  ObjectNode tellRoom(Room room, boolean withMembership) {
    ObjectNode told = Json.object().put("id", room.id);
    if (room.kind == Room.Kind.IM) {
      String with =
          room.members.stream().filter(id -> !id.equals(app.botUserId())).findFirst().orElse("");
      return told.put("created", room.created)
          .put("is_archived", room.archived)
          .put("is_im", true)
          .put("is_org_shared", false)
          .put("context_team_id", teamId)
          .put("updated", room.created * 1000)
          .put("user", with)
          .put("is_user_deleted", with.isEmpty() ? false : member(with).deleted())
          .put("priority", 0);
    }
    boolean closed = room.kind != Room.Kind.CHANNEL;
    told.put("name", room.name)
        .put("is_channel", true)
        .put("is_group", false)
        .put("is_im", false)
        .put("is_mpim", room.kind == Room.Kind.MPIM)
        .put("is_private", closed)
        .put("created", room.created)
        .put("is_archived", room.archived)
        .put("is_general", room.name.equals("general"))
        .put("unlinked", 0)
        .put("name_normalized", room.name)
        .put("is_shared", room.external)
        .put("is_ext_shared", room.external)
        .put("is_org_shared", false)
        .put("is_pending_ext_shared", false)
        .put("context_team_id", teamId)
        .put("updated", room.created * 1000)
        .put("creator", room.members.stream().findFirst().orElse("USLACKBOT"));
    told.set("pending_shared", Json.array());
    told.set("previous_names", Json.array());
    if (withMembership) {
      told.put("is_member", botIn(room));
    }
    told.putObject("topic").put("value", room.topic).put("creator", "").put("last_set", 0);
    told.putObject("purpose").put("value", room.purpose).put("creator", "").put("last_set", 0);
    return told;
  }

  /** The app that speaks, as it stands beside its messages. */
  ObjectNode botProfile(Member bot) {
    return Json.object()
        .put("id", botIdOf(bot))
        .put("deleted", bot.deleted())
        .put("name", bot.realName())
        .put("updated", 0)
        .put("app_id", appIdOf(bot))
        .put("user_id", bot.id())
        .put("team_id", teamId);
  }

  static String urlPart(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
