package org.learningadvocate.sandbox;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Methods about the app itself: who it is, its team, its sockets. */
final class AppMethods {
  private final World world;
  private final Sockets sockets;
  private final Views views;

  AppMethods(World world, Sockets sockets, Views views) {
    this.world = world;
    this.sockets = sockets;
    this.views = views;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.json("auth.test", RateLimits.Tier.SPECIAL, this::whoAmI)
            .forTokens(World.Token.Kind.BOT, World.Token.Kind.APP),
        Endpoint.json("api.test", RateLimits.Tier.T4, this::test).forTokens(),
        Endpoint.json("team.info", RateLimits.Tier.T3, this::team, "team:read"),
        Endpoint.json(
                "apps.connections.open", RateLimits.Tier.T3, this::connect, "connections:write")
            .forTokens(World.Token.Kind.APP),
        Endpoint.json("blocks.validate", RateLimits.Tier.T3, this::validate));
  }

  private ObjectNode whoAmI(Call call) {
    World.Token token = call.token();
    ObjectNode answer =
        Call.ok()
            .put("url", world.baseUrl + "/")
            .put("team", world.teamName)
            .put("team_id", world.teamId);
    if (token != null && token.kind() == World.Token.Kind.APP) {
      return answer.put("app_name", world.app.name()).put("app_id", world.app.id());
    }
    return answer
        .put("user", world.app.botName())
        .put("user_id", world.app.botUserId())
        .put("bot_id", world.app.botId())
        .put("is_enterprise_install", false);
  }

  private ObjectNode test(Call call) {
    String error = call.text("error");
    if (!error.isEmpty()) {
      ObjectNode answer = Json.object().put("ok", false).put("error", error);
      answer.set("args", call.arguments());
      return answer;
    }
    ObjectNode answer = Call.ok();
    answer.set("args", call.arguments());
    return answer;
  }

  private ObjectNode team(Call call) {
    if (call.has("team") && !call.text("team").equals(world.teamId)) {
      throw SlackError.of("team_not_found");
    }
    ObjectNode answer = Call.ok();
    answer
        .putObject("team")
        .put("id", world.teamId)
        .put("name", world.teamName)
        .put("url", world.baseUrl + "/")
        .put("domain", world.domain)
        .put("email_domain", "")
        .put("is_verified", false);
    return answer;
  }

  private ObjectNode connect(Call call) {
    if (!world.app.socketMode()) {
      throw SlackError.of("socket_mode_disabled");
    }
    return Call.ok()
        .put(
            "url",
            world.baseUrl.replaceFirst("^http", "ws")
                + "/link/?ticket="
                + sockets.ticket()
                + "&app_id="
                + world.app.id());
  }

  private ObjectNode validate(Call call) {
    JsonNode blocks = call.json("blocks", "invalid_blocks");
    JsonNode view = call.json("view", "invalid_view");
    if ((blocks == null) == (view == null)) {
      throw SlackError.invalidArgument("exactly one of blocks, view is required");
    }
    List<BlockRules.Problem> problems;
    if (blocks != null) {
      problems =
          BlockRules.check(blocks, BlockRules.Surface.MESSAGE, "/blocks", views.fileIds());
    } else if (view != null) {
      problems = BlockRules.checkView(view, views.fileIds());
    } else {
      problems = List.of();
    }
    if (!problems.isEmpty()) {
      throw SlackError.ofBlocks(blocks != null ? "invalid_blocks" : "invalid_view", problems);
    }
    return Call.ok();
  }
}
