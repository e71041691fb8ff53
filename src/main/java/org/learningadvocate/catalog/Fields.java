package org.learningadvocate.catalog;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.catalog.CompanyFile.Mistake;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The keys of one YAML map, read one by one; what is wrong is noted and reading goes on. A value
 * that could not be read comes back as null, and then its mistake has been noted.
 */
final class Fields {
  private final String what;
  private final MappingNode map;
  private final List<Mistake> mistakes;
  private final Map<String, NodeTuple> byKey = new LinkedHashMap<>();

  private Fields(String what, MappingNode map, List<Mistake> mistakes) {
    this.what = what;
    this.map = map;
    this.mistakes = mistakes;
  }

  /** The keys of a map, or null where the node is none; unknown and double keys are noted. */
  static @Nullable Fields of(
      Node node, String what, Set<String> required, Set<String> optional, List<Mistake> mistakes) {
    if (!(node instanceof MappingNode map)) {
      note(
          mistakes,
          node,
          what + " should be a map with " + list(required) + ", but is " + kind(node));
      return null;
    }
    var fields = new Fields(what, map, mistakes);
    var known = new ArrayList<>(required);
    known.addAll(optional);
    for (var tuple : map.getValue()) {
      var key = key(tuple);
      if (key == null || !known.contains(key)) {
        note(mistakes, tuple.getKeyNode(), unknown(what, key, known));
      } else if (fields.byKey.putIfAbsent(key, tuple) != null) {
        note(mistakes, tuple.getKeyNode(), what + " has " + key + " twice; keep one");
      }
    }
    required.stream()
        .filter(key -> !fields.byKey.containsKey(key))
        .forEach(key -> note(mistakes, map, what + " has no " + key + "; add " + key + ": …"));
    return fields;
  }

  /** A text that must be there. */
  @Nullable String text(String key) {
    var node = node(key);
    return node == null ? null : text(node, what + ": " + key, mistakes);
  }

  /** A text that may be missing or empty. */
  @Nullable String textIfAny(String key) {
    var node = node(key);
    return node == null || isEmpty(node) ? null : text(node, what + ": " + key, mistakes);
  }

  /** A day that must be there. */
  @Nullable LocalDate day(String key) {
    var value = text(key);
    return value == null ? null : day(key, value);
  }

  /** A day that may be missing or empty. */
  @Nullable LocalDate dayIfAny(String key) {
    var value = textIfAny(key);
    return value == null ? null : day(key, value);
  }

  /** A web address that may be missing or empty. */
  @Nullable String linkIfAny(String key) {
    var value = textIfAny(key);
    if (value == null || isLink(value)) {
      return value;
    }
    note(key, key + " is \"" + value + "\" and should be a link that starts with https://");
    return null;
  }

  /** A list of texts; empty where the key is missing. */
  List<String> texts(String key) {
    var node = node(key);
    return node == null || isEmpty(node) ? List.of() : texts(node, what + ": " + key, mistakes);
  }

  /** The nodes of a list; empty where the key is missing. */
  List<Node> items(String key, String example) {
    var node = node(key);
    if (node == null || isEmpty(node)) {
      return List.of();
    }
    if (node instanceof SequenceNode list) {
      return list.getValue();
    }
    note(
        mistakes,
        node,
        key + " should be a list, each entry like " + example + ", but is " + kind(node));
    return List.of();
  }

  /** The value of a key, or null where the key is missing. */
  @Nullable Node node(String key) {
    var tuple = byKey.get(key);
    return tuple == null ? null : tuple.getValueNode();
  }

  /** Notes a mistake at the value of a key, or at the map where the key is missing. */
  void note(String key, String message) {
    var node = node(key);
    note(mistakes, node == null ? map : node, what + ": " + message);
  }

  static void note(List<Mistake> mistakes, Node node, String message) {
    var mark = node.getStartMark();
    mistakes.add(
        new Mistake(
            mark.map(Mark::getLine).orElse(0) + 1,
            mark.map(Mark::getColumn).orElse(0) + 1,
            message));
  }

  static @Nullable String text(Node node, String where, List<Mistake> mistakes) {
    if (isEmpty(node)) {
      note(mistakes, node, where + " is empty; write its value behind the colon");
      return null;
    }
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    note(mistakes, node, where + " should be a text, but is " + kind(node));
    return null;
  }

  static List<String> texts(Node node, String where, List<Mistake> mistakes) {
    if (!(node instanceof SequenceNode list)) {
      note(mistakes, node, where + " should be a list like [one, two], but is " + kind(node));
      return List.of();
    }
    var found = new ArrayList<String>();
    for (var item : list.getValue()) {
      var value = text(item, where, mistakes);
      if (value != null) {
        found.add(value);
      }
    }
    return found;
  }

  static @Nullable String key(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : null;
  }

  static boolean isEmpty(Node node) {
    return node instanceof ScalarNode scalar
        && (scalar.getValue().isBlank() || scalar.getTag().equals(Tag.NULL));
  }

  static String kind(Node node) {
    if (isEmpty(node)) {
      return "empty";
    }
    return node instanceof ScalarNode scalar
        ? "the text \"" + scalar.getValue() + "\""
        : node instanceof SequenceNode ? "a list" : "a map";
  }

  private @Nullable LocalDate day(String key, String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      note(key, key + " is \"" + value + "\" and should be a date that exists, like 2026-09-30");
      return null;
    }
  }

  private static boolean isLink(String value) {
    try {
      var uri = new URI(value);
      return uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String unknown(String what, @Nullable String key, List<String> known) {
    if (key == null) {
      return what + " has a key that is no text; known are " + list(known);
    }
    var meant = Spelling.nearest(key, known);
    return what
        + " has an unknown key "
        + key
        + meant.map(m -> "; did you mean " + m + "?").orElse("; known are " + list(known));
  }

  private static String list(Iterable<String> words) {
    return String.join(", ", words);
  }
}
