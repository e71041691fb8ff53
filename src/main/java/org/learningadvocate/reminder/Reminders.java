package org.learningadvocate.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.learningadvocate.brief.Dossier;
import org.learningadvocate.chat.Control;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.chat.Words;

/**
 * Reminds the person who owes an answer, at most twice: the next working day, and about the third.
 * Only while a question is open and nobody has said or done anything meanwhile.
 */
public final class Reminders {

  /** The tick that a reminder may be due. */
  public static final String NUDGE = "nudge";

  /** The tick that a request is past. */
  public static final String PAST = "past";

  /** The button that asks for peace. */
  public static final String SNOOZE = "reminder.snooze";

  private static final int MOST = 2;
  private static final Duration FIRST = Duration.ofHours(20);
  private static final Duration BETWEEN = Duration.ofHours(44);

  private final ReminderTexts texts;

  public Reminders(Wording wording) {
    this.texts = wording.texts(ReminderTexts.class);
  }

  /**
   * When the next reminder may go out, now or later; empty where none may. What should have gone
   * out while the bot was down waits for working hours like any other.
   *
   * @param lastActivity when anybody last said or did something about the request
   * @param sent when reminders went out already, oldest first
   * @param zone where the person works who is reminded
   * @param now no moment before this one is given
   */
  public static Optional<Instant> next(
      Dossier dossier,
      Instant lastActivity,
      List<Instant> sent,
      HouseRules rules,
      ZoneId zone,
      Instant now) {
    if (dossier.closed() != null || dossier.pending().isEmpty() || sent.size() >= MOST) {
      return Optional.empty();
    }
    var quietUntil =
        sent.isEmpty() ? lastActivity.plus(FIRST) : later(lastActivity, sent.get(0)).plus(BETWEEN);
    var snoozed = dossier.snoozedUntil();
    var wished = snoozed == null ? quietUntil : later(snoozed, quietUntil);
    var earliest = later(wished, now);
    return Optional.of(rules.nextWorkingMoment(earliest.atZone(zone)).toInstant());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** What the reminder says. */
  public Message message(Dossier dossier, int number) {
    var open = dossier.pending();
    String id = dossier.id().toString();
    var words =
        texts.open(
            open.size(),
            Words.NONE.mention(dossier.requester()),
            open.isEmpty() ? Words.NONE : open.get(0).words());
    var parts = new ArrayList<Part>();
    parts.add(Part.line(words));
    parts.add(
        new Part.Controls(
            List.of(
                Control.primary(
                    org.learningadvocate.brief.ThreadMessage.ANSWER, texts.answer(), id),
                Control.button(
                    SNOOZE,
                    texts.snooze(),
                    id + " " + org.learningadvocate.brief.ThreadMessage.SNOOZE))));
    parts.add(Part.note(number >= MOST ? texts.noteLast() : texts.note()));
    return new Message(parts);
  }
}
