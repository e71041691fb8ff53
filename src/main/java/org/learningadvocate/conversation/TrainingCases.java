package org.learningadvocate.conversation;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.brief.Dossier;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Stamp;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.homework.Finding;
import org.learningadvocate.request.Acts;
import org.learningadvocate.request.Deliverable;
import org.learningadvocate.request.KeptMessage;
import org.learningadvocate.request.Request;
import org.learningadvocate.request.Size;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Json;

/**
 * What people corrected, as cases to learn from, in the form of the evaluation's messages: a line
 * for each message of which somebody said that it is a request or none, or put right its size, its
 * kind, its date, its audience or its priority. What nobody corrected in it is as the bot read it.
 */
public final class TrainingCases {

  // An offset of zero is written as digits too, which every reader understands.
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  private static final Set<String> CORRECTING =
      Set.of(
          Deed.OPEN.name(),
          Deed.TALK.name(),
          Deed.WITHDRAW.name(),
          Deed.CORRECT.name(),
          Deed.PRIORITY.name());

  private final Db db;
  private final Supplier<HouseRules> rules;
  private final Dossiers dossiers;
  private final Function<String, Optional<String>> channelNames;
  private final Acts acts = new Acts();

  /**
   * @param channelNames a channel's name by its id, where it is known
   */
  public TrainingCases(
      Db db,
      Supplier<HouseRules> rules,
      Dossiers dossiers,
      Function<String, Optional<String>> channelNames) {
    this.db = db;
    this.rules = rules;
    this.dossiers = dossiers;
    this.channelNames = channelNames;
  }

  /**
   * The cases there are.
   *
   * @param lines one JSON object each
   * @param leftOut how many corrected messages are none: deleted, of a private channel, or saying
   *     what a case cannot say
   */
  public record Found(List<String> lines, int leftOut) {
    public Found {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Reads everything that was corrected.
   *
   * @param documented whether there is a catalogue, so that a case says what a request serves
   */
  public Found all(boolean documented) {
    var lines = new ArrayList<String>();
    var texts = new HashSet<String>();
    int leftOut = 0;
    for (var id : db.read(tx -> acts.threadsWith(tx, rules.get().team(), CORRECTING))) {
      var told = row(id, documented);
      if (told != null
          && texts.add(String.valueOf(told.get("text")).strip().toLowerCase(Locale.ROOT))) {
        lines.add(Json.write(told));
      } else {
        leftOut++;
      }
    }
    return new Found(lines, leftOut);
  }

  private @Nullable Map<String, Object> row(ThreadId id, boolean documented) {
    var kept = dossiers.kept(id);
    var first = kept.first().orElse(null);
    if (first == null || first.deleted() || dossiers.stays(id, first)) {
      return null;
    }
    var dossier = dossiers.derive(kept).orElse(null);
    if (dossier == null || dossier.closed() == Request.Closed.WITHDRAWN) {
      var text = dossier == null ? MentionCommand.without(first.text()) : dossier.text();
      return row(id, first, text, Map.of("request", false));
    }
    return sayable(dossier) ? row(id, first, dossier.text(), label(dossier, documented)) : null;
  }

  /**
   * The rules of the cases: nothing is due before it is asked for, and a one-pager is not large.
   */
  private static boolean sayable(Dossier dossier) {
    var due = dossier.due();
    boolean little =
        dossier.deliverable() == Deliverable.JOB_AID || dossier.deliverable() == Deliverable.UPDATE;
    return (due == null || !due.isBefore(dossier.posted()))
        && !(little && dossier.size() == Size.LARGE);
  }

  private Map<String, Object> row(
      ThreadId id, KeptMessage first, String text, Map<String, Object> label) {
    var row = new LinkedHashMap<String, Object>();
    row.put("id", id.channel() + "-" + id.ts());
    row.put("channel", channelNames.apply(id.channel()).orElse(id.channel()));
    row.put("user", first.author());
    row.put("posted_at", MOMENT.format(Stamp.toInstant(id.ts()).atZone(rules.get().zone())));
    row.put("text", text);
    row.put("label", label);
    return row;
  }

  private static Map<String, Object> label(Dossier dossier, boolean documented) {
    var audience = dossier.audience();
    // A case names the learners in the text's own words; what somebody wrote elsewhere is none.
    boolean inText =
        audience != null
            && dossier.text().toLowerCase(Locale.ROOT).contains(audience.toLowerCase(Locale.ROOT));
    var label = new LinkedHashMap<String, @Nullable Object>();
    label.put("request", true);
    label.put("deliverable", dossier.deliverable().key());
    label.put("size", dossier.size().key());
    label.put("due", dossier.due() == null ? null : dossier.due().toString());
    label.put("audience", inText ? audience : null);
    if (documented) {
      label.put("priorities", dossier.serves());
      label.put("about", dossier.about().map(found -> found.initiative().id()).orElse(null));
      label.put(
          "overlaps",
          inText
              ? dossier.found(Finding.Overlap.class).stream()
                  .map(found -> found.initiative().id())
                  .toList()
              : null);
    }
    label.put("answered", dossier.reading().answered().stream().map(topic -> topic.key()).toList());
    return label;
  }
}
