package org.learningadvocate.sandbox;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code users.*}, {@code usergroups.*}, {@code dnd.*} and {@code bots.info}. */
final class PeopleMethods {
  private final World world;

  PeopleMethods(World world) {
    this.world = world;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.form("users.info", RateLimits.Tier.T4, this::info, "users:read"),
        Endpoint.form("users.list", RateLimits.Tier.T2, this::list, "users:read"),
        Endpoint.form(
            "users.lookupByEmail", RateLimits.Tier.T3, this::byEmail, "users:read.email"),
        Endpoint.form(
            "users.profile.get", RateLimits.Tier.T4, this::profile, "users.profile:read"),
        Endpoint.form("usergroups.list", RateLimits.Tier.T2, this::groups, "usergroups:read"),
        Endpoint.form(
            "usergroups.users.list", RateLimits.Tier.T2, this::groupUsers, "usergroups:read"),
        Endpoint.form("dnd.info", RateLimits.Tier.T3, this::dnd, "dnd:read"),
        Endpoint.form("bots.info", RateLimits.Tier.T3, this::bot, "users:read"));
  }

  private Member member(String id) {
    Member member = world.members.get(id);
    if (member == null) {
      throw SlackError.of("user_not_found");
    }
    return member;
  }

  private ObjectNode told(Call call, Member member) {
    ObjectNode told = world.tellUser(member, call.scopes().contains("users:read.email"));
    if (call.flag("include_locale", false) && !member.isExternal()) {
      told.put("locale", "en-US");
    }
    return told;
  }

  private ObjectNode info(Call call) {
    ObjectNode answer = Call.ok();
    answer.set("user", told(call, member(call.required("user"))));
    return answer;
  }

  private ObjectNode list(Call call) {
    ObjectNode answer = Call.ok();
    List<Member> all = List.copyOf(world.members.values());
    Paging.page(call, answer, "members", all, call.limit(200, 1000), Member::id,
        member -> told(call, member));
    return answer.put("cache_ts", world.nowSeconds());
  }

  private ObjectNode byEmail(Call call) {
    String email = call.required("email");
    for (Member member : world.members.values()) {
      if (email.equalsIgnoreCase(member.email()) && !member.deleted()) {
        ObjectNode answer = Call.ok();
        answer.set("user", world.tellUser(member, true));
        return answer;
      }
    }
    throw SlackError.of("users_not_found");
  }

  private ObjectNode profile(Call call) {
    String user = call.has("user") ? call.text("user") : world.app.botUserId();
    ObjectNode answer = Call.ok();
    answer.set(
        "profile",
        world
            .tellUser(member(user), call.scopes().contains("users:read.email"))
            .path("profile"));
    return answer;
  }

  private ObjectNode groups(Call call) {
    ObjectNode answer = Call.ok();
    ArrayNode groups = answer.putArray("usergroups");
    for (World.Group group : world.groups.values()) {
      ObjectNode told =
          groups
              .addObject()
              .put("id", group.id)
              .put("team_id", world.teamId)
              .put("is_usergroup", true)
              .put("name", group.name)
              .put("description", "")
              .put("handle", group.handle)
              .put("is_external", false)
              .put("date_create", 0)
              .put("date_update", 0)
              .put("date_delete", 0)
              .putNull("auto_type");
      if (call.flag("include_users", false)) {
        told.set("users", Json.strings(group.users));
      }
      if (call.flag("include_count", false)) {
        told.put("user_count", group.users.size());
      }
    }
    return answer;
  }

  private ObjectNode groupUsers(Call call) {
    World.Group group = world.groups.get(call.required("usergroup"));
    if (group == null) {
      throw SlackError.of("no_such_subteam");
    }
    ObjectNode answer = Call.ok();
    answer.set("users", Json.strings(group.users));
    return answer;
  }

  private ObjectNode dnd(Call call) {
    if (call.has("user")) {
      member(call.text("user"));
    }
    return Call.ok()
        .put("dnd_enabled", false)
        .put("next_dnd_start_ts", 1)
        .put("next_dnd_end_ts", 1)
        .put("snooze_enabled", false);
  }

  private ObjectNode bot(Call call) {
    String id = call.has("bot") ? call.text("bot") : world.app.botId();
    Member bot = world.byBotId(id);
    if (bot == null) {
      throw SlackError.of("bot_not_found");
    }
    ObjectNode answer = Call.ok();
    answer
        .putObject("bot")
        .put("id", id)
        .put("deleted", bot.deleted())
        .put("name", bot.realName())
        .put("updated", world.nowSeconds())
        .put("app_id", world.appIdOf(bot))
        .put("user_id", bot.id())
        .putObject("icons");
    return answer;
  }
}
