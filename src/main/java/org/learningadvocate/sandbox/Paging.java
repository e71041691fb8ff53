package org.learningadvocate.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cursors: opaque words that end in {@code =} and name the next thing to show. */
final class Paging {
  private Paging() {}

  /** Puts one page of these things into the answer, and the cursor of the next. */
  static <T> void page(
      Call call,
      ObjectNode answer,
      String field,
      List<T> all,
      int limit,
      Function<T, String> key,
      Function<T, JsonNode> told) {
    int from = start(call, all, key);
    int to = Math.min(all.size(), from + limit);
    ArrayNode page = answer.putArray(field);
    all.subList(from, to).forEach(one -> page.add(told.apply(one)));
    String next = to < all.size() ? cursor(call.method(), key.apply(all.get(to))) : "";
    answer.putObject("response_metadata").put("next_cursor", next);
  }

  static <T> int start(Call call, List<T> all, Function<T, String> key) {
    String cursor = call.text("cursor");
    if (cursor.isEmpty()) {
      return 0;
    }
    for (int i = 0; i < all.size(); i++) {
      if (cursor(call.method(), key.apply(all.get(i))).equals(cursor)) {
        return i;
      }
    }
    throw SlackError.of("invalid_cursor");
  }

  private static String cursor(String method, String key) {
    // Padded so that it ends in "=" as Slack's do: callers must encode it.
    String plain = method.substring(method.indexOf('.') + 1) + ":next:" + key;
    while (plain.length() % 3 == 0) {
      plain += " ";
    }
    return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }
}
