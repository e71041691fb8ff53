package org.learningadvocate.sandbox;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code views.*}. */
final class ViewMethods {
  private final World world;
  private final Views views;

  ViewMethods(World world, Views views) {
    this.world = world;
    this.views = views;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.json("views.open", RateLimits.Tier.T4, this::open),
        Endpoint.json("views.push", RateLimits.Tier.T4, this::push),
        Endpoint.json("views.update", RateLimits.Tier.T4, this::update),
        Endpoint.json("views.publish", RateLimits.Tier.T4, this::publish));
  }

  private static JsonNode view(Call call) {
    JsonNode view = call.json("view", "invalid_arguments");
    if (view == null) {
      throw SlackError.invalidArgument("missing required field: view");
    }
    return view;
  }

  private static ObjectNode answer(ObjectNode view) {
    ObjectNode answer = Call.ok();
    answer.set("view", view);
    return answer;
  }

  private ObjectNode open(Call call) {
    JsonNode view = view(call);
    return answer(views.open(call.required("trigger_id"), view));
  }

  private ObjectNode push(Call call) {
    JsonNode view = view(call);
    return answer(views.push(call.required("trigger_id"), view));
  }

  private ObjectNode update(Call call) {
    JsonNode view = view(call);
    if (!call.has("view_id") && !call.has("external_id")) {
      throw SlackError.invalidArgument("missing required field: view_id");
    }
    return answer(
        views.update(
            call.text("view_id"), call.text("external_id"), call.text("hash"), view));
  }

  private ObjectNode publish(Call call) {
    JsonNode view = view(call);
    String user = call.required("user_id");
    if (world.members.get(user) == null) {
      throw SlackError.of("user_not_found");
    }
    return answer(views.publish(user, view, call.text("hash")));
  }
}
