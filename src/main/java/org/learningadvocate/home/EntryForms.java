package org.learningadvocate.home;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.catalog.Contact;
import org.learningadvocate.catalog.Initiative;
import org.learningadvocate.catalog.Priority;
import org.learningadvocate.chat.Form;
import org.learningadvocate.chat.Form.Field;
import org.learningadvocate.chat.Words;

/**
 * The forms in which a priority, a rollout or a person is typed or changed: how they look, what is
 * wrong with what was typed, and the entry it makes. Pure functions of what is known.
 */
final class EntryForms {

  private static final int SHORT = 150;
  private static final int LONG = 3_000;
  private static final int LINK = 500;
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

  private EntryForms() {}

  /** The form's context: "add", or "edit" and the id. */
  static Form priority(@Nullable Priority known, LocalDate today) {
    return new Form(
        EntryKind.PRIORITY.form(),
        known == null ? "Add a priority" : "Change a priority",
        "Save",
        context(known == null ? null : known.id()),
        List.of(
            text("title", "Title", null, known == null ? null : known.title(), SHORT),
            lines(
                "description",
                "The line as it is documented",
                "Quoted to people as it is.",
                known == null ? null : known.description()),
            text(
                "owner",
                "Who answers for it",
                "A full name.",
                known == null ? null : known.owner(),
                SHORT),
            new Field.Day(
                "starts", "In force from", null, known == null ? today : known.starts(), false),
            new Field.Day("ends", "Last day", null, known == null ? null : known.ends(), false),
            source(known == null ? null : known.source()),
            aliases(known == null ? List.of() : known.aliases()),
            reviewed(today)));
  }

  static Form initiative(@Nullable Initiative known, LocalDate today) {
    return new Form(
        EntryKind.INITIATIVE.form(),
        known == null ? "Add a rollout" : "Change a rollout",
        "Save",
        context(known == null ? null : known.id()),
        List.of(
            text("title", "Title", null, known == null ? null : known.title(), SHORT),
            lines(
                "description",
                "The line as it is documented",
                "Quoted to people as it is.",
                known == null ? null : known.description()),
            text(
                "owner",
                "Who answers for it",
                "A full name.",
                known == null ? null : known.owner(),
                SHORT),
            text(
                "audience",
                "Whom it reaches",
                "With commas between groups, for example: store associates, store managers. The"
                    + " word everyone is the whole company.",
                known == null ? null : String.join(", ", known.audience()),
                LONG),
            new Field.Day(
                "starts", "First day", null, known == null ? null : known.starts(), false),
            new Field.Day("ends", "Last day", null, known == null ? null : known.ends(), false),
            source(known == null ? null : known.source()),
            aliases(known == null ? List.of() : known.aliases()),
            reviewed(today)));
  }

  static Form contact(@Nullable Contact known) {
    return new Form(
        EntryKind.CONTACT.form(),
        known == null ? "Add a person" : "Change a person",
        "Save",
        context(known == null ? null : known.name()),
        List.of(
            text(
                "name",
                "Full name",
                "As priorities and rollouts name their owners.",
                known == null ? null : known.name(),
                SHORT),
            text("role", "Job title", null, known == null ? null : known.role(), SHORT),
            text(
                "covers",
                "Groups and themes",
                "What this person answers for, with commas between.",
                known == null ? null : String.join(", ", known.covers()),
                LONG),
            new Field.Member("slack", "In Slack", null, known == null ? null : known.slack(), true),
            optional("email", "E-mail", null, known == null ? null : known.email(), SHORT)));
  }

  /**
   * @param name the group's name; null for a new one
   * @param words other words for it, and the groups within it
   */
  static Form audience(@Nullable String name, List<String> words) {
    return new Form(
        EntryKind.AUDIENCE.form(),
        name == null ? "Add a group" : "Change a group",
        "Save",
        context(name),
        List.of(
            text(
                "name",
                "Group of people",
                "As rollouts name whom they reach, for example: store managers.",
                name,
                SHORT),
            text(
                "words",
                "Other words for it, and groups within it",
                "With commas between, for example: blue shirts, team of the harbour shop.",
                words.isEmpty() ? null : String.join(", ", words),
                LONG)));
  }

  static Form remove(EntryKind kind, String id, String title) {
    return new Form(
        "home.remove",
        "Remove " + (kind == EntryKind.CONTACT ? "a person" : "a " + kind.key()),
        "Remove",
        "remove " + kind.key() + " " + id,
        List.of(
            new Field.Explanation(
                Words.NONE
                    .bold(title)
                    .then(
                        " goes from the catalogue. Briefs that quote it keep their words until they"
                            + " change."))));
  }

  /**
   * What is wrong, by field; empty where nothing is.
   *
   * @param id the entry that is changed; null for a new one
   */
  static Map<String, String> errors(
      EntryKind kind, Map<String, String> values, @Nullable String id, Catalogue catalogue) {
    var errors = new LinkedHashMap<String, String>();
    if (kind == EntryKind.AUDIENCE) {
      required(errors, values, "name", "words");
      var name = value(values, "name");
      if (catalogue.audiences().keySet().stream()
          .anyMatch(one -> !one.equals(id) && one.equalsIgnoreCase(name))) {
        errors.put("name", "There is a group of this name already; change that one.");
      }
      return errors;
    }
    if (kind == EntryKind.CONTACT) {
      required(errors, values, "name", "role");
      boolean taken =
          catalogue.people().stream()
              .anyMatch(
                  one ->
                      !one.name().equals(id) && one.name().equalsIgnoreCase(value(values, "name")));
      if (taken) {
        errors.put("name", "There is a person of this name already; change that one.");
      }
      var email = value(values, "email");
      if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
        errors.put("email", "An address looks like dana@example.com.");
      }
      return errors;
    }
    required(errors, values, "title", "description", "owner");
    if (kind == EntryKind.INITIATIVE && list(values.get("audience")).isEmpty()) {
      errors.put("audience", "Name at least one group; everyone is the whole company.");
    }
    if (taken(kind, value(values, "title"), id, catalogue)) {
      errors.put("title", "There is a " + kind.key() + " of this title already; change that one.");
    }
    var starts = day(values.get("starts"));
    var ends = day(values.get("ends"));
    if (starts == null) {
      errors.put("starts", "Choose a day.");
    }
    if (ends == null) {
      errors.put("ends", "Choose a day.");
    }
    if (starts != null && ends != null && ends.isBefore(starts)) {
      errors.put("ends", "The last day is before the first.");
    }
    var source = value(values, "source");
    if (!source.isEmpty() && !isWeb(source)) {
      errors.put("source", "A link starts with https:// or http://.");
    }
    return errors;
  }

  /** The priority that values without errors make. */
  static Priority toPriority(
      Map<String, String> values, @Nullable String id, Catalogue catalogue, LocalDate today) {
    var known =
        catalogue.priorities().stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
    return new Priority(
        id != null
            ? id
            : newId(
                value(values, "title"),
                one -> catalogue.priorities().stream().anyMatch(p -> p.id().equals(one))),
        value(values, "title"),
        value(values, "description"),
        value(values, "owner"),
        dayOf(values, "starts"),
        dayOf(values, "ends"),
        blankToNull(value(values, "source")),
        reviewed(values, known == null ? null : known.reviewed(), today),
        list(values.get("aliases")));
  }

  /** The initiative that values without errors make. */
  static Initiative toInitiative(
      Map<String, String> values, @Nullable String id, Catalogue catalogue, LocalDate today) {
    var known =
        catalogue.initiatives().stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElse(null);
    return new Initiative(
        id != null
            ? id
            : newId(
                value(values, "title"),
                one -> catalogue.initiatives().stream().anyMatch(i -> i.id().equals(one))),
        value(values, "title"),
        value(values, "description"),
        value(values, "owner"),
        list(values.get("audience")),
        dayOf(values, "starts"),
        dayOf(values, "ends"),
        blankToNull(value(values, "source")),
        reviewed(values, known == null ? null : known.reviewed(), today),
        list(values.get("aliases")));
  }

  /** The person that values without errors make. */
  static Contact toContact(Map<String, String> values) {
    return new Contact(
        value(values, "name"),
        value(values, "role"),
        list(values.get("covers")),
        blankToNull(value(values, "slack")),
        blankToNull(value(values, "email")));
  }

  private static String context(@Nullable String id) {
    return id == null ? "add" : "edit " + id;
  }

  private static Field.Text text(
      String id, String label, @Nullable String hint, @Nullable String initial, int most) {
    return new Field.Text(id, label, hint, initial, most, false, false);
  }

  private static Field.Text optional(
      String id, String label, @Nullable String hint, @Nullable String initial, int most) {
    return new Field.Text(id, label, hint, initial, most, false, true);
  }

  private static Field.Text lines(
      String id, String label, @Nullable String hint, @Nullable String initial) {
    return new Field.Text(id, label, hint, initial, LONG, true, false);
  }

  private static Field.Text source(@Nullable String initial) {
    return optional("source", "Link to where it is documented", null, initial, LINK);
  }

  private static Field.Text aliases(List<String> initial) {
    return optional(
        "aliases",
        "Other words people use for it",
        "With commas between. They help most to find what a request serves.",
        initial.isEmpty() ? null : String.join(", ", initial),
        LONG);
  }

  private static Field.Day reviewed(LocalDate today) {
    return new Field.Day(
        "reviewed", "Last reviewed", "When somebody last made sure that it holds.", today, true);
  }

  private static void required(
      Map<String, String> errors, Map<String, String> values, String... fields) {
    for (var field : fields) {
      if (value(values, field).isEmpty()) {
        errors.put(field, "This is needed.");
      }
    }
  }

  private static boolean taken(
      EntryKind kind, String title, @Nullable String id, Catalogue catalogue) {
    return kind == EntryKind.PRIORITY
        ? catalogue.priorities().stream()
            .anyMatch(one -> !one.id().equals(id) && one.title().equalsIgnoreCase(title))
        : catalogue.initiatives().stream()
            .anyMatch(one -> !one.id().equals(id) && one.title().equalsIgnoreCase(title));
  }

  private static String newId(String title, Predicate<String> taken) {
    var plain = Normalizer.normalize(title, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    var slug =
        plain.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    var id = slug.isEmpty() ? "entry" : slug.length() > 60 ? slug.substring(0, 60) : slug;
    int number = 2;
    var free = id;
    while (taken.test(free)) {
      free = id + "-" + number++;
    }
    return free;
  }

  /** Items with commas between, each once, without blanks. */
  static List<String> list(@Nullable String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split("[,;\\n]"))
            .map(String::strip)
            .filter(item -> !item.isEmpty())
            .distinct()
            .toList();
  }

  private static String value(Map<String, String> values, String field) {
    return values.getOrDefault(field, "").strip();
  }

  private static @Nullable String blankToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static LocalDate dayOf(Map<String, String> values, String field) {
    return LocalDate.parse(value(values, field));
  }

  // Nobody can have reviewed it tomorrow.
  private static @Nullable LocalDate reviewed(
      Map<String, String> values, @Nullable LocalDate before, LocalDate today) {
    var day = day(values.get("reviewed"));
    return day == null ? before : day.isAfter(today) ? today : day;
  }

  private static boolean isWeb(String text) {
    try {
      var uri = new URI(text);
      return uri.getHost() != null
          && ("https".equalsIgnoreCase(uri.getScheme())
              || "http".equalsIgnoreCase(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
