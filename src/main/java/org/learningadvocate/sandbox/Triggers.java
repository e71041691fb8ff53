package org.learningadvocate.sandbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The trigger ids given out: each lives three seconds and opens one view. */
final class Triggers {

  /**
   * What a trigger stands for.
   *
   * @param view id of the modal it was given in, or null
   */
  record Trigger(String user, @Nullable String view, long issuedAt) {}

  private final World world;
  private final Duration life;
  private final Map<String, Trigger> open = new LinkedHashMap<>();
  private final Map<String, Trigger> used = new LinkedHashMap<>();

  Triggers(World world, Duration life) {
    this.world = world;
    this.life = life;
  }

  synchronized String issue(String user, @Nullable String view) {
    String id = world.clock.millis() + "." + (1000 + open.size()) + "." + world.letters(24);
    open.put(id, new Trigger(user, view, world.clock.millis()));
    return id;
  }

  /** Uses this trigger up, or refuses as Slack does. */
  synchronized Trigger use(String id) {
    if (used.containsKey(id)) {
      throw SlackError.of("exchanged_trigger_id");
    }
    Trigger trigger = open.get(id);
    if (trigger == null) {
      throw SlackError.of("invalid_trigger_id");
    }
    if (world.clock.millis() - trigger.issuedAt() > life.toMillis()) {
      throw SlackError.of("expired_trigger_id");
    }
    open.remove(id);
    used.put(id, trigger);
    return trigger;
  }
}
