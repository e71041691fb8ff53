package org.learningadvocate.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The learned weights of clues, and how likely they make it that a reply answers. */
final class Ear {
  // A vector has length one over hundreds of numbers; this puts it on the scale of other clues.
  static final float LOUDNESS = 4;

  private static final String WORDS = "v:";
  private static final String QUESTION = "pv:";

  private final Map<String, Float> clues = new HashMap<>();
  private final Map<String, float[]> directions = new HashMap<>();

  /** One weight for each clue; those of vectors are called {@code v:topic 17}. */
  Ear(Map<String, Float> weights) {
    weights.forEach(
        (name, weight) -> {
          int space = name.lastIndexOf(' ');
          if (name.startsWith("=") && space > 0) {
            int at = Integer.parseInt(name.substring(space + 1));
            var direction =
                directions.computeIfAbsent(name.substring(1, space), k -> new float[512]);
            direction[at] = weight;
          } else {
            clues.put(name, weight);
          }
        });
  }

  static Ear load(String name) {
    try (var stream = Ear.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      var weights = new HashMap<String, Float>();
      for (var line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        int tab = line.lastIndexOf('\t');
        if (tab > 0) {
          weights.put(line.substring(0, tab), Float.valueOf(line.substring(tab + 1)));
        }
      }
      return new Ear(weights);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + name, e);
    }
  }

  /** How likely it is, 0 to 1, that what was seen is an answer. */
  double probability(Clues.Seen seen) {
    boolean any = seen.topic().equals("any");
    double sum = clues.getOrDefault(any ? "ANY-BIAS" : "BIAS", 0f);
    for (var clue : seen.clues().entrySet()) {
      sum += clue.getValue() * clues.getOrDefault(any ? "ANY " + clue.getKey() : clue.getKey(), 0f);
    }
    sum +=
        along(WORDS + seen.topic(), seen.words()) + along(QUESTION + seen.topic(), seen.question());
    return 1 / (1 + Math.exp(-sum));
  }

  private double along(String name, float @Nullable [] vector) {
    var direction = directions.get(name);
    if (direction == null || vector == null) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += vector[i] * direction[i];
    }
    return sum * LOUDNESS;
  }
}
