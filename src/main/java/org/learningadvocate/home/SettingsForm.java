package org.learningadvocate.home;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Control.Choice;
import org.learningadvocate.chat.Form;
import org.learningadvocate.chat.Form.Field;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Wording;

/** The form in which an admin sets what the bot does; what the file sets is only shown. */
final class SettingsForm {

  static final String ID = "home.settings";

  private static final int MOST = 1_000;
  private final SettingsTexts texts;
  private final List<Entry> entries;
  private final BiFunction<String, String, Optional<String>> objection;

  private record Entry(String name, String label, @Nullable String hint, List<Choice> choices) {}

  /**
   * @param objection what a value of a setting should be, where it would not do
   */
  SettingsForm(BiFunction<String, String, Optional<String>> objection, Wording wording) {
    this.objection = objection;
    this.texts = wording.texts(SettingsTexts.class);
    this.entries = entries(texts);
  }

  private static List<Entry> entries(SettingsTexts texts) {
    return List.of(
        typed("channels.requests", texts.requests(), texts.requestsHint()),
        typed("channels.summary", texts.summary(), null),
        typed("channels.designers", texts.designers(), texts.designersHint()),
        typed("editors", texts.editors(), texts.editorsHint()),
        typed("admins", texts.admins(), texts.adminsHint()),
        typed("workspace.zone", texts.zone(), texts.zoneHint()),
        typed("workspace.locale", texts.locale(), texts.localeHint()),
        typed("workspace.working-hours", texts.workingHours(), texts.workingHoursHint()),
        typed("workspace.working-days", texts.workingDays(), texts.workingDaysHint()),
        typed("workspace.holidays", texts.holidays(), texts.holidaysHint()),
        new Entry("digest.day", texts.digestDay(), null, days()),
        typed("digest.time", texts.digestTime(), texts.digestTimeHint()),
        new Entry(
            "doubt.ask",
            texts.doubtAsk(),
            null,
            List.of(
                new Choice(texts.doubtAskPoster(), "poster"),
                new Choice(texts.doubtAskDesigners(), "designers"),
                new Choice(texts.doubtAskNobody(), "nobody"))),
        typed("doubt.from", texts.doubtFrom(), texts.doubtHint()),
        typed("doubt.to", texts.doubtTo(), texts.doubtHint()),
        typed("channels.share-private", texts.sharePrivate(), texts.sharePrivateHint()),
        typed("channels.external", texts.external(), texts.externalHint()),
        typed("channels.workflow-bots", texts.workflowBots(), texts.workflowBotsHint()),
        new Entry(
            "shadow",
            texts.shadow(),
            texts.shadowHint(),
            List.of(new Choice(texts.shadowOff(), "false"), new Choice(texts.shadowOn(), "true"))));
  }

  private static Entry typed(String name, String label, @Nullable String hint) {
    return new Entry(name, label, hint, List.of());
  }

  /** The days of the week by name, with the settings' words for them. */
  private static List<Choice> days() {
    return Arrays.stream(DayOfWeek.values())
        .map(
            day ->
                new Choice(
                    day.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                    day.name().substring(0, 3).toLowerCase(Locale.ROOT)))
        .toList();
  }

  /**
   * @param fromSlack what was set from Slack, by name
   * @param fromFile what the file sets, by name; that is shown and cannot be changed here
   */
  Form open(Map<String, String> fromSlack, Map<String, String> fromFile) {
    var fields = new ArrayList<Field>();
    fields.add(new Field.Explanation(fromFile.isEmpty() ? texts.intro() : texts.introFile()));
    for (var entry : entries) {
      var fixed = fromFile.get(entry.name());
      fields.add(
          fixed == null
              ? field(entry, fromSlack.get(entry.name()))
              : new Field.Explanation(texts.fixed(entry.label(), shown(fixed))));
    }
    return new Form(ID, texts.title(), texts.save(), "settings", fields);
  }

  /** What is wrong, by field; empty where nothing is. */
  Map<String, String> errors(Map<String, String> values, Map<String, String> fromFile) {
    var errors = new LinkedHashMap<String, String>();
    for (var entry : entries) {
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
    for (var entry : entries) {
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

  private String shown(String value) {
    return value.isBlank() ? texts.fixedNone() : value;
  }
}
