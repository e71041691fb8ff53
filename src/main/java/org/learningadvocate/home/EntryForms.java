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
import org.learningadvocate.chat.Wording;

/**
 * The forms in which a priority, a rollout or a person is typed or changed: how they look, what is
 * wrong with what was typed, and the entry it makes. Pure functions of what is known.
 */
final class EntryForms {

  private static final int SHORT = 150;
  private static final int LONG = 3_000;
  private static final int LINK = 500;
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

  private final EntryTexts texts;

  EntryForms(Wording wording) {
    this.texts = wording.texts(EntryTexts.class);
  }

  /** The form's context: "add", or "edit" and the id. */
  Form priority(@Nullable Priority known, LocalDate today) {
    return new Form(
        EntryKind.PRIORITY.form(),
        known == null ? texts.addPriority() : texts.changePriority(),
        texts.save(),
        context(known == null ? null : known.id()),
        List.of(
            text("title", texts.title(), null, known == null ? null : known.title(), SHORT),
            lines(
                "description",
                texts.description(),
                texts.descriptionHint(),
                known == null ? null : known.description()),
            text(
                "owner",
                texts.owner(),
                texts.ownerHint(),
                known == null ? null : known.owner(),
                SHORT),
            new Field.Day(
                "starts",
                texts.startsPriority(),
                null,
                known == null ? today : known.starts(),
                false),
            new Field.Day("ends", texts.ends(), null, known == null ? null : known.ends(), false),
            source(known == null ? null : known.source()),
            aliases(known == null ? List.of() : known.aliases()),
            reviewed(today)));
  }

  Form initiative(@Nullable Initiative known, LocalDate today) {
    return new Form(
        EntryKind.INITIATIVE.form(),
        known == null ? texts.addRollout() : texts.changeRollout(),
        texts.save(),
        context(known == null ? null : known.id()),
        List.of(
            text("title", texts.title(), null, known == null ? null : known.title(), SHORT),
            lines(
                "description",
                texts.description(),
                texts.descriptionHint(),
                known == null ? null : known.description()),
            text(
                "owner",
                texts.owner(),
                texts.ownerHint(),
                known == null ? null : known.owner(),
                SHORT),
            text(
                "audience",
                texts.audience(),
                texts.audienceHint(),
                known == null ? null : String.join(", ", known.audience()),
                LONG),
            new Field.Day(
                "starts",
                texts.startsRollout(),
                null,
                known == null ? null : known.starts(),
                false),
            new Field.Day("ends", texts.ends(), null, known == null ? null : known.ends(), false),
            source(known == null ? null : known.source()),
            aliases(known == null ? List.of() : known.aliases()),
            reviewed(today)));
  }

  Form contact(@Nullable Contact known) {
    return new Form(
        EntryKind.CONTACT.form(),
        known == null ? texts.addPerson() : texts.changePerson(),
        texts.save(),
        context(known == null ? null : known.name()),
        List.of(
            text(
                "name",
                texts.personName(),
                texts.personNameHint(),
                known == null ? null : known.name(),
                SHORT),
            text("role", texts.personRole(), null, known == null ? null : known.role(), SHORT),
            text(
                "covers",
                texts.personCovers(),
                texts.personCoversHint(),
                known == null ? null : String.join(", ", known.covers()),
                LONG),
            new Field.Member(
                "slack", texts.personSlack(), null, known == null ? null : known.slack(), true),
            optional(
                "email", texts.personEmail(), null, known == null ? null : known.email(), SHORT)));
  }

  /**
   * @param name the group's name; null for a new one
   * @param words other words for it, and the groups within it
   */
  Form audience(@Nullable String name, List<String> words) {
    return new Form(
        EntryKind.AUDIENCE.form(),
        name == null ? texts.addGroup() : texts.changeGroup(),
        texts.save(),
        context(name),
        List.of(
            text("name", texts.groupName(), texts.groupNameHint(), name, SHORT),
            text(
                "words",
                texts.groupWords(),
                texts.groupWordsHint(),
                words.isEmpty() ? null : String.join(", ", words),
                LONG)));
  }

  Form remove(EntryKind kind, String id, String title) {
    return new Form(
        "home.remove",
        texts.remove(kind),
        texts.remove(),
        "remove " + kind.key() + " " + id,
        List.of(new Field.Explanation(texts.removeWhat(title))));
  }

  /**
   * What is wrong, by field; empty where nothing is.
   *
   * @param id the entry that is changed; null for a new one
   */
  Map<String, String> errors(
      EntryKind kind, Map<String, String> values, @Nullable String id, Catalogue catalogue) {
    var errors = new LinkedHashMap<String, String>();
    if (kind == EntryKind.AUDIENCE) {
      required(errors, values, "name", "words");
      var name = value(values, "name");
      if (catalogue.audiences().keySet().stream()
          .anyMatch(one -> !one.equals(id) && one.equalsIgnoreCase(name))) {
        errors.put("name", texts.wrongGroupTaken());
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
        errors.put("name", texts.wrongPersonTaken());
      }
      var email = value(values, "email");
      if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
        errors.put("email", texts.wrongEmail());
      }
      return errors;
    }
    required(errors, values, "title", "description", "owner");
    if (kind == EntryKind.INITIATIVE && list(values.get("audience")).isEmpty()) {
      errors.put("audience", texts.wrongAudience());
    }
    if (taken(kind, value(values, "title"), id, catalogue)) {
      errors.put(
          "title",
          kind == EntryKind.PRIORITY ? texts.wrongPriorityTaken() : texts.wrongRolloutTaken());
    }
    var starts = day(values.get("starts"));
    var ends = day(values.get("ends"));
    if (starts == null) {
      errors.put("starts", texts.wrongDay());
    }
    if (ends == null) {
      errors.put("ends", texts.wrongDay());
    }
    if (starts != null && ends != null && ends.isBefore(starts)) {
      errors.put("ends", texts.wrongEnds());
    }
    var source = value(values, "source");
    if (!source.isEmpty() && !isWeb(source)) {
      errors.put("source", texts.wrongSource());
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

  private Field.Text source(@Nullable String initial) {
    return optional("source", texts.source(), null, initial, LINK);
  }

  private Field.Text aliases(List<String> initial) {
    return optional(
        "aliases",
        texts.aliases(),
        texts.aliasesHint(),
        initial.isEmpty() ? null : String.join(", ", initial),
        LONG);
  }

  private Field.Day reviewed(LocalDate today) {
    return new Field.Day("reviewed", texts.reviewed(), texts.reviewedHint(), today, true);
  }

  private void required(Map<String, String> errors, Map<String, String> values, String... fields) {
    for (var field : fields) {
      if (value(values, field).isEmpty()) {
        errors.put(field, texts.wrongNeeded());
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
