package org.learningadvocate.request;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The labelled messages under {@code src/eval}, company by company. */
final class Cases {
  /** The messages of one company, and how its people write dates. */
  record Company(String name, Locale locale, List<Case> cases) {}

  /** One message and what a person says it means; the labels say nothing where it is no request. */
  record Case(
      String company,
      String id,
      ZonedDateTime postedAt,
      Locale locale,
      String text,
      boolean request,
      Deliverable deliverable,
      Size size,
      @Nullable LocalDate due,
      @Nullable String audience,
      Set<Topic> answered) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  private Cases() {}

  /** Every folder under {@code root} that holds {@code messages.jsonl}, in order of its path. */
  static List<Company> under(Path root) throws IOException {
    var files = new ArrayList<Path>();
    try (var paths = Files.walk(root)) {
      paths.filter(path -> path.endsWith("messages.jsonl")).sorted().forEach(files::add);
    }
    var companies = new ArrayList<Company>();
    for (var file : files) {
      companies.add(company(file.getParent()));
    }
    return companies;
  }

  private static Company company(Path folder) throws IOException {
    var name = folder.getFileName().toString();
    var lines = Files.readAllLines(folder.resolve("messages.jsonl"));
    var locale = locale(folder, lines);
    var cases = new ArrayList<Case>();
    for (var line : lines) {
      if (!line.isBlank()) {
        cases.add(read(name, locale, JSON.readTree(line)));
      }
    }
    return new Company(name, locale, cases);
  }

  /**
   * The locale of the company's file. Folders without one get it from the offset of their messages:
   * whoever lives west of the Atlantic writes the month first.
   */
  private static Locale locale(Path folder, List<String> lines) throws IOException {
    var file = folder.resolve("company.yaml");
    if (Files.exists(file)) {
      for (var line : Files.readAllLines(file)) {
        if (line.startsWith("locale:")) {
          return Locale.forLanguageTag(line.substring(7).replaceAll("#.*", "").strip());
        }
      }
    }
    var posted = OffsetDateTime.parse(JSON.readTree(lines.get(0)).get("posted_at").asString());
    return posted.getOffset().getTotalSeconds() <= -4 * 3600 ? Locale.US : Locale.UK;
  }

  private static Case read(String company, Locale locale, JsonNode row) {
    var label = row.get("label");
    boolean request = label.get("request").asBoolean();
    var answered = new HashSet<Topic>();
    Deliverable deliverable = Deliverable.UNSPECIFIED;
    Size size = Size.MEDIUM;
    LocalDate due = null;
    String audience = null;
    if (request) {
      deliverable =
          Deliverable.valueOf(label.get("deliverable").asString().toUpperCase(Locale.ROOT));
      size = Size.valueOf(label.get("size").asString().toUpperCase(Locale.ROOT));
      due = label.get("due").isNull() ? null : LocalDate.parse(label.get("due").asString());
      audience = label.get("audience").isNull() ? null : label.get("audience").asString();
      for (var topic : label.get("answered")) {
        answered.add(Topic.valueOf(topic.asString().toUpperCase(Locale.ROOT)));
      }
    }
    return new Case(
        company,
        row.get("id").asString(),
        OffsetDateTime.parse(row.get("posted_at").asString()).toZonedDateTime(),
        locale,
        row.get("text").asString(),
        request,
        deliverable,
        size,
        due,
        audience,
        Set.copyOf(answered));
  }
}
