package org.learningadvocate.app;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.learningadvocate.app.Problem.Place;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The YAML file, as values by dotted name, each with the place where it stands. */
final class ConfigFile {

  /** As much as a careless link to something else may cost. */
  private static final long LARGEST = 1 << 20;

  private final Path path;
  private final Set<String> known;
  private final List<Problem> problems;
  private final Map<String, Value> values = new LinkedHashMap<>();

  private ConfigFile(Path path, Set<String> known, List<Problem> problems) {
    this.path = path;
    this.known = known;
    this.problems = problems;
  }

  /** One text, and where it stands. */
  record Item(String text, Place where) {}

  /**
   * What a name was set to: one text, or a list.
   *
   * @param where where the value stands
   */
  record Value(List<Item> items, boolean list, Place where) {}

  /**
   * Reads the file; what cannot be read is among the problems, and the rest is in the answer.
   *
   * @param known every dotted name there is
   */
  static Map<String, Value> read(Path path, Set<String> known, List<Problem> problems) {
    var file = new ConfigFile(path, known, problems);
    file.read();
    return file.values;
  }

  private void read() {
    String text;
    try {
      if (Files.size(path) > LARGEST) {
        problems.add(
            new Problem(Place.in(path.toString()), "is too large for a settings file (over 1 MB)"));
        return;
      }
      text = Files.readString(path);
    } catch (CharacterCodingException e) {
      problems.add(
          new Problem(Place.in(path.toString()), "is not a text in UTF-8; save it as UTF-8"));
      return;
    } catch (IOException e) {
      problems.add(new Problem(Place.in(path.toString()), "could not be read: " + reason(e)));
      return;
    }
    try {
      root(text).ifPresent(root -> mapping("", root));
    } catch (MarkedYamlEngineException e) {
      problems.add(new Problem(where(e.getProblemMark()), syntax(e)));
    } catch (YamlEngineException e) {
      problems.add(new Problem(Place.in(path.toString()), "is not YAML: " + e.getMessage()));
    }
  }

  private static Optional<Node> root(String text) {
    return new Compose(LoadSettings.builder().setUseMarks(true).build()).composeString(text);
  }

  private static String reason(IOException e) {
    return e instanceof java.nio.file.AccessDeniedException
        ? "no permission"
        : e.getClass().getSimpleName() + " " + e.getMessage();
  }

  private static String syntax(MarkedYamlEngineException e) {
    var said = "is not YAML here: " + e.getProblem();
    boolean names =
        said.contains("'@'") || said.contains("',' or ']'") || said.contains("<stream end>");
    return names ? said + "; put names that start with # or @ in quotes" : said;
  }

  private void mapping(String prefix, Node node) {
    if (!(node instanceof MappingNode map)) {
      if (!absent(node)) {
        problems.add(
            new Problem(
                where(node),
                prefix.isEmpty()
                    ? "the file should consist of names with values, like \"catalog: company.yaml\""
                    : prefix + " should have names below it: " + String.join(", ", below(prefix))));
      }
      return;
    }
    var seen = new LinkedHashMap<String, Place>();
    for (var pair : map.getValue()) {
      if (pair.getKeyNode() instanceof ScalarNode key) {
        var name = prefix.isEmpty() ? key.getValue() : prefix + "." + key.getValue();
        var before = seen.putIfAbsent(name, where(key));
        if (before == null) {
          entry(name, key, pair.getValueNode());
        } else {
          problems.add(new Problem(where(key), name + " is set twice; the first is at " + before));
        }
      } else {
        problems.add(new Problem(where(pair.getKeyNode()), "a name should be a plain text"));
      }
    }
  }

  private void entry(String name, ScalarNode key, Node node) {
    if (known.contains(name)) {
      value(name, node);
    } else if (!below(name).isEmpty()) {
      mapping(name, node);
    } else {
      problems.add(new Problem(where(key), unknown(name)));
    }
  }

  private String unknown(String name) {
    return name + " is not a setting" + Spelling.hint(name, namesAndSections());
  }

  private Set<String> namesAndSections() {
    var names = new TreeSet<>(known);
    for (String name : known) {
      for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
        names.add(name.substring(0, dot));
      }
    }
    return names;
  }

  /** The names directly or further below a prefix, without it. */
  private List<String> below(String prefix) {
    return known.stream()
        .filter(name -> name.startsWith(prefix + "."))
        .map(name -> name.substring(prefix.length() + 1))
        .sorted()
        .toList();
  }

  private void value(String name, Node node) {
    if (absent(node)) {
      problems.add(
          new Problem(
              where(node),
              name
                  + " has no value; leave the line out, or put a name that starts with # in quotes,"
                  + " since # begins a comment"));
    } else if (node instanceof ScalarNode scalar) {
      var item = new Item(scalar.getValue().strip(), where(scalar));
      values.put(name, new Value(List.of(item), false, where(scalar)));
    } else if (node instanceof SequenceNode sequence) {
      list(name, sequence);
    } else {
      problems.add(new Problem(where(node), name + " should be one value or a list of them"));
    }
  }

  private void list(String name, SequenceNode sequence) {
    var items = new ArrayList<Item>();
    for (var node : sequence.getValue()) {
      if (node instanceof ScalarNode scalar && !absent(scalar)) {
        items.add(new Item(scalar.getValue().strip(), where(scalar)));
      } else {
        problems.add(
            new Problem(
                where(node),
                name
                    + " should be a list of plain texts; put a name that starts with # in quotes"));
      }
    }
    values.put(name, new Value(List.copyOf(items), true, where(sequence)));
  }

  private static boolean absent(Node node) {
    return node instanceof ScalarNode scalar && Tag.NULL.equals(scalar.getTag());
  }

  private Place where(Node node) {
    return where(node.getStartMark());
  }

  private Place where(Optional<Mark> mark) {
    return mark.map(at -> new Place(path.toString(), at.getLine() + 1, at.getColumn() + 1))
        .orElseGet(() -> Place.in(path.toString()));
  }

  /** A value that was set elsewhere, written as people do: a list has commas between its items. */
  static Value typed(String text, Place where, boolean list) {
    if (!list) {
      return new Value(List.of(new Item(text.strip(), where)), false, where);
    }
    var items = new ArrayList<Item>();
    for (String part : text.split("[,\n]", -1)) {
      if (!part.isBlank()) {
        items.add(new Item(part.strip(), where));
      }
    }
    return new Value(List.copyOf(items), true, where);
  }
}
