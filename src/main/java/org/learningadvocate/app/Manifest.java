package org.learningadvocate.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The app's manifest as it was handed to Slack, as far as the bot itself goes by it.
 *
 * @param scopes what the bot token needs
 * @param events the bot events that Slack sends
 */
record Manifest(Set<String> scopes, Set<String> events) {

  Manifest {
    scopes = Set.copyOf(scopes);
    events = Set.copyOf(events);
  }

  /** The one that this program was built with. */
  static Manifest shipped() {
    try (var in = Manifest.class.getResourceAsStream("manifest.yml")) {
      if (in == null) {
        throw new IllegalStateException("This build lacks manifest.yml");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Manifest parse(String yaml) {
    var root = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return new Manifest(
        texts(root, "oauth_config", "scopes", "bot"),
        texts(root, "settings", "event_subscriptions", "bot_events"));
  }

  private static Set<String> texts(Object root, String... path) {
    Object at = root;
    for (String step : path) {
      at = at instanceof Map<?, ?> map && map.get(step) != null ? map.get(step) : Map.of();
    }
    var texts = new TreeSet<String>();
    if (at instanceof List<?> list) {
      list.forEach(item -> texts.add(String.valueOf(item)));
    }
    return texts;
  }
}
