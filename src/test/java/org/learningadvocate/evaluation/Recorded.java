package org.learningadvocate.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures of a run, kept so that a later one can say what changed.
 *
 * @param day when it ran
 * @param groups the figures of each company, and of those judged together, by their names
 */
record Recorded(LocalDate day, Map<String, Group> groups) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final double STEPS = 10_000;

  /**
   * The figures of some companies.
   *
   * @param companies which they are: others are not to be compared
   * @param figures each figure under its key, where there is anything to judge it by
   */
  record Group(List<String> companies, Map<String, Double> figures) {
    static Group of(List<String> companies, Map<Figure, Double> values) {
      var figures = new TreeMap<String, Double>();
      values.forEach(
          (figure, value) -> {
            if (Double.isFinite(value)) {
              figures.put(figure.key(), Math.round(value * STEPS) / STEPS);
            }
          });
      return new Group(companies, figures);
    }
  }

  /** What a file tells of the last recorded run; null where there is none. */
  static @Nullable Recorded read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    var root = JSON.readTree(Files.readString(file));
    var groups = new LinkedHashMap<String, Group>();
    for (var entry : root.get("groups").properties()) {
      var figures = new TreeMap<String, Double>();
      for (var figure : entry.getValue().get("figures").properties()) {
        figures.put(figure.getKey(), figure.getValue().asDouble());
      }
      var companies =
          entry.getValue().get("companies").valueStream().map(name -> name.asString()).toList();
      groups.put(entry.getKey(), new Group(companies, figures));
    }
    return new Recorded(LocalDate.parse(root.get("day").asString()), groups);
  }

  void write(Path file) throws IOException {
    var root = new LinkedHashMap<String, Object>();
    root.put("day", day.toString());
    root.put("groups", groups);
    Files.writeString(file, JSON.writeValueAsString(root) + "\n");
  }

  /** By how much a figure differs; not a number where there is nothing to compare it with. */
  double change(String group, List<String> companies, Figure figure, double now) {
    var before = groups.get(group);
    if (before == null || !before.companies().equals(companies)) {
      return Double.NaN;
    }
    return now - before.figures().getOrDefault(figure.key(), Double.NaN);
  }
}
