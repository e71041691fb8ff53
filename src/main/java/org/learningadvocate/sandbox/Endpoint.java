package org.learningadvocate.sandbox;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * One method of the Web API.
 *
 * @param scopes any of which the token needs; empty where the method needs none, or decides itself
 * @param takesJson whether JSON bodies are accepted
 */
record Endpoint(
    String name,
    RateLimits.Tier tier,
    boolean takesJson,
    Set<World.Token.Kind> tokens,
    List<String> scopes,
    Function<Call, ObjectNode> work) {

  static Endpoint form(
      String name, RateLimits.Tier tier, Function<Call, ObjectNode> work, String... scopes) {
    return new Endpoint(
        name, tier, false, Set.of(World.Token.Kind.BOT), List.of(scopes), work);
  }

  static Endpoint json(
      String name, RateLimits.Tier tier, Function<Call, ObjectNode> work, String... scopes) {
    return new Endpoint(name, tier, true, Set.of(World.Token.Kind.BOT), List.of(scopes), work);
  }

  Endpoint forTokens(World.Token.Kind... kinds) {
    return new Endpoint(name, tier, takesJson, Set.of(kinds), scopes, work);
  }
}
