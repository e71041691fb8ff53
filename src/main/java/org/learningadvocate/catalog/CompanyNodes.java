package org.learningadvocate.catalog;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.catalog.CompanyFile.Faulty;
import org.learningadvocate.catalog.CompanyFile.Good;
import org.learningadvocate.catalog.CompanyFile.Mistake;
import org.learningadvocate.catalog.CompanyFile.Result;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Turns the nodes of one catalogue file into a company, noting every mistake on the way. */
final class CompanyNodes {
  private static final Set<String> COMPANY = ordered("company", "timezone", "locale");
  private static final Set<String> PARTS =
      ordered("priorities", "initiatives", "people", "audiences");
  private static final Set<String> PRIORITY =
      ordered("id", "title", "description", "owner", "starts", "ends");
  private static final Set<String> INITIATIVE =
      ordered("id", "title", "description", "owner", "audience", "starts", "ends");
  private static final Set<String> SOURCED = ordered("source", "reviewed", "aliases");
  private static final Set<String> PERSON = ordered("name", "role", "covers");
  private static final Set<String> REACHED = ordered("slack", "email");

  private final List<Mistake> mistakes = new ArrayList<>();

  Result read(Node root) {
    var file = Fields.of(root, "the file", COMPANY, PARTS, mistakes);
    if (file == null) {
      return new Faulty(mistakes);
    }
    var name = file.text("company");
    var zone = zone(file);
    var locale = locale(file);
    var catalogue =
        new Catalogue(
            entries(file, "priorities", "{id: …, title: …}", this::priority),
            entries(file, "initiatives", "{id: …, title: …}", this::initiative),
            entries(file, "people", "{name: …, role: …}", this::person),
            audiences(file));
    if (!mistakes.isEmpty() || name == null || zone == null || locale == null) {
      mistakes.sort(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column));
      return new Faulty(mistakes);
    }
    return new Good(new Company(name, zone, locale, catalogue));
  }

  /** Reads a list; the second argument of {@code one} holds the keys seen so far, with lines. */
  private <T> List<T> entries(
      Fields file,
      String key,
      String example,
      BiFunction<Node, Map<String, Integer>, @Nullable T> one) {
    var found = new ArrayList<T>();
    var seen = new HashMap<String, Integer>();
    for (var node : file.items(key, example)) {
      T entry = one.apply(node, seen);
      if (entry != null) {
        found.add(entry);
      }
    }
    return found;
  }

  private @Nullable Priority priority(Node node, Map<String, Integer> seen) {
    var fields = Fields.of(node, named(node, "priority"), PRIORITY, SOURCED, mistakes);
    if (fields == null) {
      return null;
    }
    var id = once(fields, "id", seen);
    var title = fields.text("title");
    var description = fields.text("description");
    var owner = fields.text("owner");
    var starts = fields.day("starts");
    var ends = ends(fields, starts);
    var source = fields.linkIfAny("source");
    var reviewed = fields.dayIfAny("reviewed");
    var aliases = fields.texts("aliases");
    if (id == null || title == null || description == null || owner == null) {
      return null;
    }
    return starts == null || ends == null
        ? null
        : new Priority(id, title, description, owner, starts, ends, source, reviewed, aliases);
  }

  private @Nullable Initiative initiative(Node node, Map<String, Integer> seen) {
    var fields = Fields.of(node, named(node, "initiative"), INITIATIVE, SOURCED, mistakes);
    if (fields == null) {
      return null;
    }
    var id = once(fields, "id", seen);
    var title = fields.text("title");
    var description = fields.text("description");
    var owner = fields.text("owner");
    var audience = audience(fields);
    var starts = fields.day("starts");
    var ends = ends(fields, starts);
    var source = fields.linkIfAny("source");
    var reviewed = fields.dayIfAny("reviewed");
    var aliases = fields.texts("aliases");
    if (id == null || title == null || description == null || owner == null) {
      return null;
    }
    return starts == null || ends == null
        ? null
        : new Initiative(
            id, title, description, owner, audience, starts, ends, source, reviewed, aliases);
  }

  private @Nullable Contact person(Node node, Map<String, Integer> seen) {
    var fields = Fields.of(node, named(node, "person"), PERSON, REACHED, mistakes);
    if (fields == null) {
      return null;
    }
    var name = once(fields, "name", seen);
    var role = fields.text("role");
    var covers = fields.texts("covers");
    var slack = fields.textIfAny("slack");
    if (slack != null && !slack.matches("[UW][A-Z0-9]+")) {
      fields.note("slack", "slack is \"" + slack + "\" and should be a user id like U012ABCDEF");
    }
    var email = fields.textIfAny("email");
    if (email != null && !email.matches("[^@\\s]+@[^@\\s]+")) {
      fields.note("email", "email is \"" + email + "\" and should be like ana@example.com");
    }
    return name == null || role == null ? null : new Contact(name, role, covers, slack, email);
  }

  private Map<String, List<String>> audiences(Fields file) {
    var node = file.node("audiences");
    var found = new LinkedHashMap<String, List<String>>();
    if (node == null || Fields.isEmpty(node)) {
      return found;
    }
    if (!(node instanceof MappingNode map)) {
      Fields.note(
          mistakes,
          node,
          "audiences should be a map like sales: [field reps, inside sales], but is "
              + Fields.kind(node));
      return found;
    }
    for (var tuple : map.getValue()) {
      var name = Fields.key(tuple);
      if (name == null || name.isBlank()) {
        Fields.note(
            mistakes, tuple.getKeyNode(), "audiences: the name of a group should be a text");
        continue;
      }
      var words = Fields.texts(tuple.getValueNode(), "audiences: " + name, mistakes);
      if (found.putIfAbsent(name, words) != null) {
        Fields.note(mistakes, tuple.getKeyNode(), "audiences has " + name + " twice; keep one");
      }
    }
    return found;
  }

  private List<String> audience(Fields fields) {
    var audience = fields.texts("audience");
    var node = fields.node("audience");
    if (node != null && audience.isEmpty() && !(node instanceof MappingNode)) {
      if (Fields.isEmpty(node) || Fields.kind(node).equals("a list")) {
        fields.note("audience", "audience is empty; name whom it reaches, or [everyone]");
      }
    }
    return audience;
  }

  private static @Nullable String once(Fields fields, String key, Map<String, Integer> seen) {
    var value = fields.text(key);
    var node = fields.node(key);
    if (value == null || node == null) {
      return value;
    }
    int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    var before = seen.putIfAbsent(value, line);
    if (before != null) {
      fields.note(
          key, key + " " + value + " stands already in line " + before + "; choose another");
    }
    return value;
  }

  private static @Nullable LocalDate ends(Fields fields, @Nullable LocalDate starts) {
    var ends = fields.day("ends");
    if (starts != null && ends != null && ends.isBefore(starts)) {
      fields.note("ends", "ends " + ends + " lies before starts " + starts);
    }
    return ends;
  }

  private static @Nullable ZoneId zone(Fields file) {
    var value = file.text("timezone");
    if (value == null) {
      return null;
    }
    var known = new TreeSet<>(ZoneId.getAvailableZoneIds());
    if (known.contains(value)) {
      return ZoneId.of(value);
    }
    var meant = Spelling.nearest(value, known).map(z -> "; did you mean " + z + "?").orElse("");
    file.note(
        "timezone",
        "timezone is \"" + value + "\" and should be a zone like America/Chicago" + meant);
    return null;
  }

  private static @Nullable Locale locale(Fields file) {
    var value = file.text("locale");
    if (value == null) {
      return null;
    }
    try {
      var locale = new Locale.Builder().setLanguageTag(value).build();
      if (Set.of(Locale.getISOLanguages()).contains(locale.getLanguage())) {
        return locale;
      }
    } catch (IllformedLocaleException e) {
      // Said below, in a person's words.
    }
    file.note("locale", "locale is \"" + value + "\" and should be like en-US or de-CH");
    return null;
  }

  /** The entry as a person would call it: by its id or name where it has one. */
  private static String named(Node node, String what) {
    if (node instanceof MappingNode map) {
      for (var key : List.of("id", "name", "title")) {
        for (var tuple : map.getValue()) {
          if (key.equals(Fields.key(tuple))
              && Fields.kind(tuple.getValueNode()).startsWith("the")) {
            var kind = Fields.kind(tuple.getValueNode());
            return what + " " + kind.substring(kind.indexOf('"') + 1, kind.length() - 1);
          }
        }
      }
    }
    return what;
  }

  private static Set<String> ordered(String... keys) {
    return new LinkedHashSet<>(List.of(keys));
  }
}
