package org.learningadvocate.conversation;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.learningadvocate.brief.Dossier;
import org.learningadvocate.brief.ThreadMessage;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.catalog.Priority;
import org.learningadvocate.chat.Answer;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Reception;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.chat.Words;
import org.learningadvocate.question.AnswerForm;
import org.learningadvocate.reminder.Reminders;

/**
 * What somebody who presses, sends or points at something in a request sees at once. What changes
 * the request is kept; what only shows something is answered here.
 */
public final class FrontDesk implements Reception {

  private final Supplier<HouseRules> rules;
  private final Supplier<Catalogue> catalogue;
  private final Dossiers dossiers;
  private final Predicate<ThreadId> rests;

  private final TalkTexts texts;
  private final AnswerForm answerForm;
  private final AskForm askForm;
  private final CorrectForm correctForm;

  /**
   * @param rests whether the message in a request's thread could not be posted, or was deleted
   */
  public FrontDesk(
      Supplier<HouseRules> rules,
      Supplier<Catalogue> catalogue,
      Dossiers dossiers,
      Predicate<ThreadId> rests,
      Wording wording) {
    this.texts = wording.texts(TalkTexts.class);
    this.answerForm = new AnswerForm(wording);
    this.askForm = new AskForm(wording);
    this.correctForm = new CorrectForm(wording);
    this.rules = rules;
    this.catalogue = catalogue;
    this.dossiers = dossiers;
    this.rests = rests;
  }

  /** Whether a press, a form or a shortcut is about a request. */
  public static boolean takes(Incoming incoming) {
    return incoming instanceof Incoming.Pointed
        || (incoming instanceof Incoming.Pressed pressed && pressed.subject() != null)
        || (incoming instanceof Incoming.Submitted sent && sent.subject() != null);
  }

  @Override
  public Reply receive(Incoming asked) {
    if (asked instanceof Incoming.Pressed pressed && pressed.subject() != null) {
      return pressed(pressed, pressed.subject());
    }
    if (asked instanceof Incoming.Submitted sent && sent.subject() != null) {
      return dossiers.of(sent.subject()).map(dossier -> sent(sent, dossier)).orElseGet(this::gone);
    }
    if (asked instanceof Incoming.Pointed pointed) {
      return pointed(pointed);
    }
    return Reply.show(Answer.NOTHING);
  }

  private Reply pressed(Incoming.Pressed pressed, ThreadId id) {
    switch (pressed.action()) {
      case Conversation.IS_REQUEST -> {
        return Reply.keep(new Answer.ShowInstead(Message.of(texts.doubtThanksYes())));
      }
      case Conversation.IS_TALK -> {
        return Reply.keep(new Answer.ShowInstead(Message.of(texts.doubtThanksNo())));
      }
      case ThreadMessage.UNDO, ThreadMessage.PRIORITY -> {
        return Reply.keep();
      }
      case Reminders.SNOOZE -> {
        return Reply.keep(show(texts.snoozed()));
      }
      default -> {
        if (pressed.action().startsWith(ThreadMessage.TAP)) {
          return Reply.keep();
        }
        return dossiers.of(id).map(dossier -> pressed(pressed, dossier)).orElseGet(this::gone);
      }
    }
  }

  private Reply gone() {
    return Reply.show(show(texts.gone()));
  }

  private static Answer show(Words words) {
    return new Answer.Show(Message.of(words));
  }

  private Reply pressed(Incoming.Pressed pressed, Dossier dossier) {
    return switch (pressed.action()) {
      case ThreadMessage.ANSWER -> Reply.show(new Answer.OpenForm(form(dossier)));
      case ThreadMessage.CLAIM -> claim(pressed.user());
      case ThreadMessage.MORE -> more(pressed.argument(), dossier);
      default -> Reply.show(Answer.NOTHING);
    };
  }

  private org.learningadvocate.chat.Form form(Dossier dossier) {
    var from = dossier.posted();
    var titles =
        catalogue.get().priorities().stream()
            .filter(priority -> priority.inForce(from, from.plusDays(90)))
            .map(Priority::title)
            .toList();
    return answerForm.of(dossier.id().toString(), dossier.plan(), dossier.answers(), titles);
  }

  private Reply claim(String user) {
    // Where that cannot be told now, the press is kept and looked at when it can.
    if (!dossiers.mayDesign(user) && !dossiers.unsureWhoDesigns()) {
      return Reply.show(show(texts.claimRefused()));
    }
    return Reply.keep();
  }

  private Reply more(String choice, Dossier dossier) {
    return switch (choice) {
      case ThreadMessage.ASK ->
          Reply.show(
              dossier.plan().nothingToAsk()
                  ? show(texts.askNothing())
                  : new Answer.OpenForm(askForm.of(dossier)));
      case ThreadMessage.CORRECT -> Reply.show(new Answer.OpenForm(correctForm.of(dossier)));
      case ThreadMessage.SNOOZE -> Reply.keep(show(texts.snoozed()));
      case ThreadMessage.WITHDRAW -> Reply.keep();
      case ThreadMessage.WHY -> Reply.show(new Answer.Show(why(dossier)));
      default -> Reply.show(Answer.NOTHING);
    };
  }

  private Message why(Dossier dossier) {
    var reasons = dossier.reading().reasons();
    var words = dossier.reading().isRequest() ? texts.whyRequest() : texts.whyAsked();
    for (String reason : reasons) {
      words = words.then("\n• " + reason);
    }
    if (reasons.isEmpty()) {
      words = words.then("\n• " + texts.whyNone());
    }
    var due = dossier.reading().dueWords();
    if (due != null && dossier.reading().due() != null) {
      String day = dossier.days().sayWithWeekday(dossier.reading().due());
      words = words.then("\n• " + texts.whyDue(day, due));
    }
    return new Message(java.util.List.of(Part.line(words), Part.note(texts.whyNote())));
  }

  private Reply sent(Incoming.Submitted sent, Dossier dossier) {
    var errors =
        switch (sent.form()) {
          case CorrectForm.ID -> correctForm.errors(sent.values(), dossier.posted());
          case AskForm.ID -> askForm.errors(sent.values(), rules.get().bot());
          default -> java.util.Map.<String, String>of();
        };
    return errors.isEmpty() ? Reply.keep() : Reply.show(new Answer.FieldErrors(errors));
  }

  private Reply pointed(Incoming.Pointed pointed) {
    var id = ThreadId.of(pointed.channel(), pointed.ts(), pointed.thread());
    Optional<Dossier> known = dossiers.of(id);
    if (known.isPresent() && known.get().closed() == null && !rests.test(id)) {
      return Reply.show(show(texts.known()));
    }
    return Reply.keep(show(texts.looking()));
  }
}
