package org.learningadvocate.home;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Control.Choice;
import org.learningadvocate.chat.Form;
import org.learningadvocate.chat.Form.Field;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Words;

/** The form in which an admin sets what the bot does; what the file sets is only shown. */
final class SettingsForm {

  static final String ID = "home.settings";

  private static final int MOST = 1_000;
  private static final String NAMES = "Names or ids, with commas between.";
  private static final String SOMEBODY =
      "User ids, user groups like @learning-team, with commas between.";

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry("channels.requests", "Channels in which requests come", NAMES, List.of()),
          new Entry("channels.summary", "Channel for briefs and the digest", null, List.of()),
          new Entry(
              "channels.designers",
              "Who may take a request",
              SOMEBODY + " Left blank: anyone.",
              List.of()),
          new Entry("editors", "Who may change the catalogue", SOMEBODY, List.of()),
          new Entry(
              "admins",
              "Who may change these settings",
              SOMEBODY + " The workspace's own admins may in any case.",
              List.of()),
          new Entry("workspace.zone", "Time zone", "For example America/Chicago.", List.of()),
          new Entry(
              "workspace.locale",
              "Language and country",
              "How people here write 3/4, for example en-US or de-CH.",
              List.of()),
          new Entry(
              "workspace.working-hours", "Working hours", "For example 09:00-17:00.", List.of()),
          new Entry(
              "workspace.working-days",
              "Working days",
              "For example mon, tue, wed, thu, fri.",
              List.of()),
          new Entry(
              "workspace.holidays",
              "Holidays",
              "Days like 2026-11-26, with commas between.",
              List.of()),
          new Entry(
              "digest.day",
              "Day of the digest",
              null,
              List.of(
                  new Choice("Monday", "mon"),
                  new Choice("Tuesday", "tue"),
                  new Choice("Wednesday", "wed"),
                  new Choice("Thursday", "thu"),
                  new Choice("Friday", "fri"),
                  new Choice("Saturday", "sat"),
                  new Choice("Sunday", "sun"))),
          new Entry("digest.time", "Time of the digest", "For example 09:00.", List.of()),
          new Entry(
              "doubt.ask",
              "Whom to ask when in doubt whether it is a request",
              null,
              List.of(
                  new Choice("Who posted it, privately", "poster"),
                  new Choice("The designers, privately", "designers"),
                  new Choice("Nobody", "nobody"))),
          new Entry("doubt.from", "In doubt from", "A likelihood from 0 to 1.", List.of()),
          new Entry("doubt.to", "A request from", "A likelihood from 0 to 1.", List.of()),
          new Entry(
              "channels.share-private",
              "Private channels whose briefs others may see",
              NAMES,
              List.of()),
          new Entry(
              "channels.external",
              "Channels shared with another company to watch all the same",
              NAMES,
              List.of()),
          new Entry(
              "channels.workflow-bots",
              "Workflows whose posts may be requests",
              "Ids of bots, like B0FORMS12, with commas between.",
              List.of()),
          new Entry(
              "shadow",
              "Shadow mode",
              "In shadow mode I read and keep, and post nothing.",
              List.of(new Choice("Off", "false"), new Choice("On: post nothing", "true"))));

  private final BiFunction<String, String, Optional<String>> objection;

  private record Entry(String name, String label, @Nullable String hint, List<Choice> choices) {}

  /**
   * @param objection what a value of a setting should be, where it would not do
   */
  SettingsForm(BiFunction<String, String, Optional<String>> objection) {
    this.objection = objection;
  }

  /**
   * @param fromSlack what was set from Slack, by name
   * @param fromFile what the file sets, by name; that is shown and cannot be changed here
   */
  Form open(Map<String, String> fromSlack, Map<String, String> fromFile) {
    var fields = new ArrayList<Field>();
    fields.add(
        new Field.Explanation(
            Words.of(
                fromFile.isEmpty()
                    ? "What is left blank has its default."
                    : "What is left blank has its default. What the settings file says holds over"
                        + " what is set here, so it is only shown.")));
    for (var entry : ENTRIES) {
      var fixed = fromFile.get(entry.name());
      fields.add(
          fixed == null
              ? field(entry, fromSlack.get(entry.name()))
              : new Field.Explanation(
                  Words.NONE.bold(entry.label()).then(": " + shown(fixed) + " (from the file)")));
    }
    return new Form(ID, "Settings", "Save", "settings", fields);
  }

  /** What is wrong, by field; empty where nothing is. */
  Map<String, String> errors(Map<String, String> values, Map<String, String> fromFile) {
    var errors = new LinkedHashMap<String, String>();
    for (var entry : ENTRIES) {
      var value = values.getOrDefault(entry.name(), "").strip();
      if (!value.isEmpty() && !fromFile.containsKey(entry.name())) {
        objection.apply(entry.name(), value).ifPresent(why -> errors.put(entry.name(), why));
      }
    }
    return errors;
  }

  /** What is to be set, by name; empty where a value is taken back. */
  Map<String, Optional<String>> changes(
      Incoming.Submitted sent, Map<String, String> before, Map<String, String> fromFile) {
    var values = sent.values();
    var changes = new LinkedHashMap<String, Optional<String>>();
    for (var entry : ENTRIES) {
      if (fromFile.containsKey(entry.name()) || !sent.touched().contains(entry.name())) {
        continue;
      }
      var value = values.getOrDefault(entry.name(), "").strip();
      if (!value.equals(before.getOrDefault(entry.name(), ""))) {
        changes.put(entry.name(), Optional.of(value).filter(text -> !text.isEmpty()));
      }
    }
    return changes;
  }

  private static Field field(Entry entry, @Nullable String value) {
    if (entry.choices().isEmpty()) {
      return new Field.Text(entry.name(), entry.label(), entry.hint(), value, MOST, false, true);
    }
    boolean known = entry.choices().stream().anyMatch(choice -> choice.value().equals(value));
    return new Field.Choose(
        entry.name(), entry.label(), entry.hint(), entry.choices(), known ? value : null, true);
  }

  private static String shown(String value) {
    return value.isBlank() ? "none" : value;
  }
}
