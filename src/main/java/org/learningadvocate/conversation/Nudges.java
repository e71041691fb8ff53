package org.learningadvocate.conversation;

import java.time.Instant;
import java.util.Optional;
import org.learningadvocate.brief.Dossier;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Members;
import org.learningadvocate.chat.Person;
import org.learningadvocate.chat.Stamp;
import org.learningadvocate.reminder.Reminders;

/** When the person who owes an answer may next be reminded, from what is kept of a thread. */
final class Nudges {

  private Nudges() {}

  static Optional<Instant> next(
      Dossiers.Kept kept, Dossier dossier, HouseRules rules, Members members, Instant now) {
    if (rules.shadow()) {
      return Optional.empty(); // Nobody saw the questions.
    }
    String lastSaid =
        kept.messages().stream()
            .filter(message -> !message.deleted() && message.bot() == null)
            .map(message -> message.ts())
            .max(String::compareTo)
            .orElse(kept.id().ts());
    String lastAct =
        kept.acts().stream()
            .filter(act -> !act.who().isEmpty())
            .map(act -> act.at())
            .max(String::compareTo)
            .orElse(kept.id().ts());
    var lastActivity = Stamp.toInstant(lastSaid.compareTo(lastAct) > 0 ? lastSaid : lastAct);
    var zone = members.person(dossier.requester()).map(Person::zone).orElse(rules.zone());
    var sent = kept.deeds(Deed.NUDGE).stream().map(act -> Stamp.toInstant(act.at())).toList();
    return Reminders.next(dossier, lastActivity, sent, rules, zone, now);
  }
}
