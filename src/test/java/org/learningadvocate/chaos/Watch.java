package org.learningadvocate.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Measures how long it takes until what people did is to be seen. Thread-safe. */
final class Watch {

  private final Map<String, Instant> waiting = new HashMap<>();
  private final Map<String, Instant> seen = new HashMap<>();
  private Duration longest = Duration.ZERO;

  /** Looks once: what was done since, and what of it stands. */
  synchronized void look(List<Wish> wishes, Comparison comparison, Instant now) {
    for (var wish : wishes) {
      var before = seen.put(wish.id(), wish.since());
      if (!wish.since().equals(before)) {
        waiting.putIfAbsent(wish.id(), wish.since());
      }
      var since = waiting.get(wish.id());
      if (since != null && comparison.with(wish).isEmpty()) {
        waiting.remove(wish.id());
        var took = Duration.between(since, now);
        longest = took.compareTo(longest) > 0 ? took : longest;
      }
    }
  }

  /** The longest time from something done to everything about it standing. */
  synchronized Duration longest() {
    return longest;
  }
}
