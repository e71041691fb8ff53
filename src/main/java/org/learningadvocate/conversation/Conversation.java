package org.learningadvocate.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.brief.Brief;
import org.learningadvocate.brief.Dossier;
import org.learningadvocate.brief.ThreadMessage;
import org.learningadvocate.catalog.Catalogues;
import org.learningadvocate.chat.Answer;
import org.learningadvocate.chat.Control;
import org.learningadvocate.chat.History;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Members;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Plain;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.Stamp;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.chat.Wanted;
import org.learningadvocate.chat.Whispers;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.chat.Words;
import org.learningadvocate.delivery.Handler;
import org.learningadvocate.delivery.Inbox;
import org.learningadvocate.delivery.Outbox;
import org.learningadvocate.homework.PastVectors;
import org.learningadvocate.homework.Verdicts;
import org.learningadvocate.question.AnswerForm;
import org.learningadvocate.question.Given;
import org.learningadvocate.question.Tap;
import org.learningadvocate.reminder.Reminders;
import org.learningadvocate.request.Act;
import org.learningadvocate.request.Acts;
import org.learningadvocate.request.Doubt;
import org.learningadvocate.request.Doubts;
import org.learningadvocate.request.EarlierAnswer;
import org.learningadvocate.request.EarlierAnswers;
import org.learningadvocate.request.KeptMessage;
import org.learningadvocate.request.Messages;
import org.learningadvocate.request.Request;
import org.learningadvocate.request.Requests;
import org.learningadvocate.request.Topic;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Tx;

/**
 * One request, from its first message to its last answer: what was said or done is kept, the thread
 * is read again, and what should stand in Slack follows from what it means now.
 */
public final class Conversation implements Handler {

  /** The emoji under a reply that answered something. */
  static final String TICK = "white_check_mark";

  /** So many working days later a request is still answered; after that the digest lists it. */
  static final int ANSWERED_WITHIN = 2;

  /** The clock's word for: dates in the catalogue changed. */
  public static final String MOVED = "moved";

  /** The clock's word for: briefs stand in another channel now. */
  public static final String BRIEFS = "briefs";

  /** Of a message that may be a request, so much is shown. */
  private static final int TITLE = 140;

  /** Asked in doubt whether a message is a request: yes. */
  public static final String IS_REQUEST = "doubt.yes";

  /** Asked in doubt: no. */
  public static final String IS_TALK = "doubt.no";

  private static final int MOST_ASKED = 8;

  private final Db db;
  private final Clock clock;
  private final Supplier<HouseRules> rules;
  private final Members members;
  private final Dossiers dossiers;
  private final Verdicts verdicts;
  private final PastVectors pastVectors;
  private final Catalogues catalogues;
  private final Inbox inbox;
  private final Outbox outbox;
  private final Whispers whispers;
  private final History history;
  private final LookUps lookUps;
  private final ThreadMessage threadMessage;
  private final Brief brief;
  private final Reminders reminders;
  private final AskForm askForm;
  private final TalkTexts texts;
  private final Messages messages = new Messages();
  private final Acts acts = new Acts();
  private final Requests requests = new Requests();
  private final EarlierAnswers earlierAnswers = new EarlierAnswers();
  private final Doubts doubts = new Doubts();

  /** Answers a look-up that somebody asked for by calling the bot. */
  @FunctionalInterface
  public interface LookUps {
    Answer answer(String user, String word, String rest);
  }

  public Conversation(
      Db db,
      Clock clock,
      Supplier<HouseRules> rules,
      Members members,
      Dossiers dossiers,
      Verdicts verdicts,
      PastVectors pastVectors,
      Catalogues catalogues,
      Inbox inbox,
      Outbox outbox,
      Whispers whispers,
      History history,
      LookUps lookUps,
      Wording wording) {
    this.db = db;
    this.clock = clock;
    this.rules = rules;
    this.members = members;
    this.dossiers = dossiers;
    this.verdicts = verdicts;
    this.pastVectors = pastVectors;
    this.catalogues = catalogues;
    this.inbox = inbox;
    this.outbox = outbox;
    this.whispers = whispers;
    this.history = history;
    this.lookUps = lookUps;
    this.threadMessage = new ThreadMessage(wording);
    this.brief = new Brief(wording);
    this.reminders = new Reminders(wording);
    this.askForm = new AskForm(wording);
    this.texts = wording.texts(TalkTexts.class);
  }

  @Override
  public Consequence think(Incoming incoming) {
    if (incoming instanceof Incoming.Said said) {
      return heard(said);
    }
    if (incoming instanceof Incoming.Edited edited) {
      db.change(tx -> messages.keep(tx, edited));
      return follow(thread(edited.lane()));
    }
    if (incoming instanceof Incoming.Deleted deleted) {
      return deleted(deleted);
    }
    if (incoming instanceof Incoming.Pointed pointed) {
      return pointed(pointed);
    }
    if (incoming instanceof Incoming.Pressed pressed) {
      return pressed(pressed);
    }
    if (incoming instanceof Incoming.Submitted submitted) {
      return submitted(submitted);
    }
    if (incoming instanceof Incoming.Tick tick && tick.subject() != null) {
      return struck(tick, tick.subject());
    }
    return Consequence.NONE;
  }

  private Consequence heard(Incoming.Said said) {
    db.change(tx -> messages.keep(tx, said));
    var lookUp =
        said.mentionsUs() ? MentionCommand.in(said.text()) : Optional.<MentionCommand>empty();
    if (lookUp.isPresent()) {
      // Days later nobody waits for the answer any more.
      return isTooLate(said.ts()) ? Consequence.NONE : lookedUp(said, lookUp.get());
    }
    var thread = thread(said.lane());
    if (said.mentionsUs() && dossiers.kept(thread).first().isEmpty()) {
      catchUp(thread);
    }
    if (said.kind() == Incoming.ChannelKind.DIRECT) {
      return lookedUp(said, new MentionCommand("help", ""));
    }
    return said.mentionsUs() ? followAgain(said.team(), thread) : follow(thread);
  }

  private Consequence lookedUp(Incoming.Said said, MentionCommand command) {
    var answer =
        command.word().equals("brief")
            ? brief(thread(said.lane()))
            : lookUps.answer(said.user(), command.word(), command.rest());
    return tx -> {
      if (answer instanceof Answer.Show show) {
        tx.afterCommit(
            () -> whispers.whisper(said.channel(), said.thread(), said.user(), show.message()));
      }
    };
  }

  private Answer brief(ThreadId thread) {
    return dossiers
        .of(thread)
        .<Answer>map(dossier -> new Answer.Show(brief.of(dossier)))
        .orElseGet(() -> new Answer.Show(Message.of(texts.briefNone())));
  }

  private Consequence deleted(Incoming.Deleted deleted) {
    var kept =
        db.read(tx -> messages.threadOf(tx, deleted.team(), deleted.channel(), deleted.ts()));
    var thread = kept.orElse(thread(deleted.lane()));
    if (!thread.toString().equals(deleted.lane())) {
      // Slack did not say whose reply it was; now that we know, its thread's lane takes it.
      return tx ->
          inbox.keep(
              tx,
              new Incoming.Deleted(
                  deleted.team(), deleted.channel(), deleted.ts(), thread.ts(), deleted.at()),
              null);
    }
    db.change(tx -> messages.keep(tx, deleted));
    return follow(thread);
  }

  private Consequence pointed(Incoming.Pointed pointed) {
    var thread = thread(pointed.lane());
    if (dossiers.kept(thread).first().isEmpty()) {
      catchUp(thread);
    }
    act(thread, Deed.OPEN, pointed.user(), pointed.at(), Map.of());
    return followAgain(pointed.team(), thread);
  }

  /** Somebody calls: what could not be posted in the thread, or was deleted there, is due anew. */
  private Consequence followAgain(String team, ThreadId thread) {
    var consequence = follow(thread);
    return tx -> {
      outbox.again(tx, team, Slot.thread(thread));
      consequence.save(tx);
    };
  }

  private Consequence pressed(Incoming.Pressed pressed) {
    var thread = pressed.subject();
    if (thread == null) {
      return Consequence.NONE;
    }
    switch (pressed.action()) {
      case ThreadMessage.CLAIM -> {
        // The button says which: asked after the first try, the request would say the opposite.
        var deed = pressed.argument().equals(ThreadMessage.GIVE) ? Deed.UNCLAIM : Deed.CLAIM;
        // Looked at again: what had to be acknowledged was kept before anybody could tell.
        if (dossiers.mayDesign(pressed.user())) {
          act(thread, deed, pressed.user(), pressed.at(), Map.of());
        } else if (dossiers.unsureWhoDesigns()) {
          throw new IllegalStateException("Slack does not say just now who is in the group");
        }
      }
      case ThreadMessage.UNDO -> act(thread, Deed.UNDO, pressed.user(), pressed.at(), Map.of());
      case ThreadMessage.PRIORITY -> {
        String[] verdict = pressed.argument().split(" ", 2);
        if (verdict.length == 2) {
          act(
              thread,
              Deed.PRIORITY,
              pressed.user(),
              pressed.at(),
              Map.of("verdict", verdict[0], "id", verdict[1]));
        }
      }
      case ThreadMessage.MORE, Reminders.SNOOZE -> more(pressed, thread);
      case IS_REQUEST -> act(thread, Deed.OPEN, pressed.user(), pressed.at(), Map.of());
      case IS_TALK -> act(thread, Deed.TALK, pressed.user(), pressed.at(), Map.of());
      default -> {
        if (pressed.action().startsWith(ThreadMessage.TAP)) {
          tapped(pressed, thread);
          return follow(thread);
        }
        if (!pressed.action().startsWith(ThreadMessage.DOUBT)) {
          return Consequence.NONE;
        }
        var deed = pressed.argument().equals(ThreadMessage.YES) ? Deed.OPEN : Deed.TALK;
        act(thread, deed, pressed.user(), pressed.at(), Map.of());
      }
    }
    return follow(thread);
  }

  /** An answer by one tap; a priority chosen that way is confirmed too. */
  private void tapped(Incoming.Pressed pressed, ThreadId thread) {
    String[] said = pressed.argument().split(" ", 2);
    var topic = said.length < 2 ? Optional.<Topic>empty() : Topic.of(said[0]);
    var question = topic.flatMap(one -> dossiers.of(thread).flatMap(d -> d.plan().about(one)));
    var tap =
        question.stream()
            .flatMap(one -> one.taps().stream())
            .filter(one -> one.code().equals(said[1]))
            .findFirst();
    if (question.isEmpty() || tap.isEmpty()) {
      return; // The question has changed since: what it says now is not what was tapped.
    }
    act(
        thread,
        Deed.ANSWER,
        pressed.user(),
        pressed.at(),
        Map.of(question.get().topic().key(), tap.get().text()));
    if (tap.get().code().startsWith(Tap.PRIORITY)) {
      act(
          thread,
          Deed.PRIORITY,
          pressed.user(),
          pressed.at(),
          Map.of("verdict", "yes", "id", tap.get().code().substring(Tap.PRIORITY.length())));
    }
  }

  private void more(Incoming.Pressed pressed, ThreadId thread) {
    if (pressed.argument().equals(ThreadMessage.WITHDRAW)) {
      act(thread, Deed.WITHDRAW, pressed.user(), pressed.at(), Map.of());
    } else if (pressed.argument().equals(ThreadMessage.SNOOZE)) {
      var until = Stamp.toInstant(pressed.at()).plus(Duration.ofDays(7));
      act(thread, Deed.SNOOZE, pressed.user(), pressed.at(), Dossiers.until(until));
    }
  }

  private Consequence submitted(Incoming.Submitted sent) {
    var thread = sent.subject();
    var dossier = thread == null ? null : dossiers.of(thread).orElse(null);
    if (thread == null || dossier == null) {
      return Consequence.NONE;
    }
    switch (sent.form()) {
      case AnswerForm.ID -> {
        var detail = new java.util.HashMap<String, String>();
        AnswerForm.filled(sent.news(), dossier.answers())
            .forEach((topic, text) -> detail.put(topic.key(), text));
        if (!detail.isEmpty()) {
          act(thread, Deed.ANSWER, sent.user(), sent.at(), detail);
        }
      }
      case CorrectForm.ID -> {
        var changes = CorrectForm.changes(sent, dossier);
        if (!changes.isEmpty()) {
          act(thread, Deed.CORRECT, sent.user(), sent.at(), changes);
        }
      }
      case AskForm.ID -> {
        String who = sent.values().getOrDefault("who", "");
        String topic = sent.values().getOrDefault("topic", Topic.OUTCOME.name());
        if (!who.isEmpty()) {
          act(thread, Deed.ASK, sent.user(), sent.at(), Map.of("who", who, "topic", topic));
        }
      }
      default -> {
        return Consequence.NONE;
      }
    }
    return follow(thread);
  }

  private Consequence struck(Incoming.Tick tick, ThreadId thread) {
    String at = Stamp.of(tick.due());
    if (tick.what().equals(Reminders.NUDGE)) {
      var kept = dossiers.kept(thread);
      var dossier = dossiers.derive(kept);
      if (dossier.isEmpty()) {
        return Consequence.NONE;
      }
      var now = clock.instant();
      var when = Nudges.next(kept, dossier.get(), rules.get(), members, now);
      if (when.isPresent() && !when.get().isAfter(now)) {
        act(thread, Deed.NUDGE, "", at, Map.of());
      }
    } else if (tick.what().equals(MOVED)) {
      headsUp(thread, at);
    } else if (tick.what().equals(Reminders.PAST)) {
      act(thread, Deed.PAST, "", at, Map.of());
    }
    return follow(thread);
  }

  /** The catalogue's dates changed: what matters of that to this request is said once. */
  private void headsUp(ThreadId thread, String at) {
    var kept = dossiers.kept(thread);
    dossiers
        .derive(kept)
        .ifPresent(
            dossier -> {
              var moves =
                  db.read(tx -> catalogues.movesSince(tx, dossier.team(), dossier.opened()));
              for (var detail : HeadsUp.of(dossier, moves, kept.deeds(Deed.MOVED))) {
                String key = Deed.MOVED.name() + ":" + detail.get("id");
                db.change(
                    tx ->
                        acts.keep(
                            tx,
                            dossier.team(),
                            thread,
                            new Act(at, key, "", Deed.MOVED.name(), detail)));
              }
            });
  }

  private void act(ThreadId thread, Deed deed, String who, String at, Map<String, String> detail) {
    String key = deed.name() + ":" + who;
    db.change(
        tx ->
            acts.keep(tx, rules.get().team(), thread, new Act(at, key, who, deed.name(), detail)));
  }

  /** Reads from Slack what was said in a thread that the bot did not follow. */
  private void catchUp(ThreadId thread) {
    var said = history.thread(thread);
    db.change(tx -> said.forEach(message -> messages.keep(tx, message)));
  }

  /** What should stand in Slack, now that the thread means what it means. */
  private Consequence follow(ThreadId thread) {
    var kept = dossiers.kept(thread);
    var dossier = dossiers.derive(kept);
    if (dossier.isEmpty()) {
      return inDoubt(kept);
    }
    String opening =
        kept.deeds(Deed.OPENED).isEmpty()
            ? kept.first().map(first -> dossiers.opening(kept, first)).orElse(null)
            : null;
    boolean found =
        opening != null
            && kept.before().isEmpty()
            && kept.deeds(Deed.OPEN).isEmpty()
            && isTooLate(opening);
    boolean late = found || isLeftAlone(kept);
    // Asks Slack for the requester's zone, so not while the database's only writer is held.
    var nudge =
        late
            ? null
            : Nudges.next(kept, dossier.get(), rules.get(), members, clock.instant()).orElse(null);
    return tx -> {
      save(tx, kept, dossier.get(), opening, nudge);
      if (found) {
        String what = Deed.LATE.name();
        var now = Stamp.of(clock.instant());
        acts.keep(tx, dossier.get().team(), thread, new Act(now, what, "", what, Map.of()));
      }
      if (!kept.deeds(Deed.DOUBT).isEmpty()) {
        doubts.settle(tx, dossier.get().team(), dossier.get().id());
      }
      if (!kept.deeds(Deed.PRIORITY).isEmpty()) {
        learn(tx, dossier.get());
      }
      if (!late && !rules.get().shadow()) {
        show(tx, kept, dossier.get());
      }
    };
  }

  /** Whether an answer to what was said then would come more than two working days later. */
  private boolean isTooLate(String ts) {
    var house = rules.get();
    var latest = clock.instant().atZone(house.zone());
    int worked = 0;
    // A year without working days means that there are none: then every day counts.
    for (int days = 0; worked < ANSWERED_WITHIN && days < 366; days++) {
      latest = latest.minusDays(1);
      worked += house.worksOn(latest.toLocalDate()) ? 1 : 0;
    }
    return Stamp.toInstant(ts).isBefore(latest.toInstant());
  }

  /** Found too late, and nobody has called the bot since. */
  private static boolean isLeftAlone(Dossiers.Kept kept) {
    var late = kept.last(Deed.LATE).map(Act::at).orElse(null);
    return late != null
        && kept.deeds(Deed.OPEN).stream().noneMatch(act -> act.at().compareTo(late) > 0)
        && kept.messages().stream()
            .noneMatch(message -> message.mentionsUs() && message.ts().compareTo(late) > 0);
  }

  private void save(
      Tx tx,
      Dossiers.Kept kept,
      Dossier dossier,
      @Nullable String opening,
      @Nullable Instant nudge) {
    if (opening != null) {
      String what = Deed.OPENED.name();
      acts.keep(
          tx,
          dossier.team(),
          dossier.id(),
          new Act(opening, what, "", what, Map.of("from", opening)));
    }
    String words =
        dossier.title()
            + " "
            + dossier.text()
            + " "
            + (dossier.audience() == null ? "" : dossier.audience());
    var request = dossier.request(closes(kept, dossier));
    requests.save(tx, request, words, nudge, clock.instant());
    pastVectors.want(tx, request);
    earlierAnswers.keep(tx, dossier.team(), dossier.id(), forLater(dossier));
  }

  /** What a later request need not ask anew; what stays in its channel is told nowhere else. */
  private static List<EarlierAnswer> forLater(Dossier dossier) {
    boolean none =
        dossier.closed() == Request.Closed.DELETED || dossier.closed() == Request.Closed.WITHDRAWN;
    return none || dossier.stays()
        ? List.of()
        : dossier.answers().standing().stream()
            .filter(given -> !given.unknown())
            .map(
                given ->
                    new EarlierAnswer(
                        dossier.id(),
                        dossier.title(),
                        given.topic(),
                        given.who(),
                        given.at(),
                        given.text()))
            .toList();
  }

  /** A person's word on a priority counts for later requests, unless this was none. */
  private void learn(Tx tx, Dossier dossier) {
    boolean none =
        dossier.closed() == Request.Closed.DELETED || dossier.closed() == Request.Closed.WITHDRAWN;
    verdicts.keep(
        tx,
        dossier.team(),
        dossier.id(),
        dossier.text(),
        none ? Set.of() : dossier.confirmed(),
        none ? Set.of() : dossier.denied());
  }

  /**
   * 30 days after it was due, or 90 after it came where nobody said when; and no earlier than 30
   * days after somebody opened it again.
   */
  private Instant closes(Dossiers.Kept kept, Dossier dossier) {
    var due = dossier.due();
    var zone = rules.get().zone();
    var closes =
        due == null
            ? dossier.opened().plus(Duration.ofDays(90))
            : due.plusDays(30).atTime(LocalTime.MAX).atZone(zone).toInstant();
    return Stream.of(Deed.OPEN, Deed.UNDO)
        .flatMap(deed -> kept.last(deed).stream())
        .map(act -> Stamp.toInstant(act.at()).plus(Duration.ofDays(30)))
        .reduce(closes, (one, other) -> one.isAfter(other) ? one : other);
  }

  private void show(Tx tx, Dossiers.Kept kept, Dossier dossier) {
    String team = dossier.team();
    var id = dossier.id();
    var slot = Slot.thread(id);
    boolean gone = dossier.closed() == Request.Closed.DELETED;
    if (gone) {
      dropUnposted(tx, kept, team);
    }
    // Below a deleted parent a first post would show up in the channel itself.
    if (!gone || outbox.has(tx, team, slot)) {
      outbox.want(
          tx, team, slot, new Wanted.Post(id.channel(), id.ts(), threadMessage.of(dossier)));
    }
    var summary = rules.get().summary();
    var briefSlot = Slot.brief(id);
    boolean briefStands = outbox.has(tx, team, briefSlot);
    if (summary != null && !dossier.stays() && (!gone || briefStands)) {
      outbox.want(tx, team, briefSlot, new Wanted.Post(summary, null, brief.of(dossier)));
    }
    reactions(tx, kept, dossier);
    if (dossier.closed() == null) {
      asides(tx, kept, dossier);
    }
  }

  /** What was wanted of a thread and is not posted yet, now that its first message is gone. */
  private void dropUnposted(Tx tx, Dossiers.Kept kept, String team) {
    outbox.drop(tx, team, Slot.thread(kept.id()));
    outbox.drop(tx, team, Slot.brief(kept.id()));
    kept.deeds(Deed.ASK).forEach(act -> outbox.drop(tx, team, asked(kept.id(), act)));
    kept.deeds(Deed.NUDGE).forEach(act -> outbox.drop(tx, team, nudged(kept.id(), act)));
  }

  private static Slot asked(ThreadId id, Act act) {
    return Slot.aside(id, "ask-" + act.at());
  }

  private static Slot nudged(ThreadId id, Act act) {
    return Slot.aside(id, "nudge-" + act.at());
  }

  /** A tick under each reply that answers something, taken back where it no longer does. */
  private void reactions(Tx tx, Dossiers.Kept kept, Dossier dossier) {
    var answering =
        dossier.answers().standing().stream()
            .map(Given::message)
            .filter(java.util.Objects::nonNull)
            .collect(Collectors.toSet());
    String channel = dossier.id().channel();
    for (var message : kept.messages()) {
      if (message.deleted() || message.ts().equals(dossier.id().ts())) {
        continue;
      }
      var slot = Slot.reaction(channel, message.ts(), TICK);
      boolean there = answering.contains(message.ts());
      if (there || outbox.has(tx, dossier.team(), slot)) {
        outbox.want(
            tx, dossier.team(), slot, new Wanted.Reaction(channel, message.ts(), TICK, there));
      }
    }
  }

  /** Questions brought to somebody, and reminders. Said once, they stand as they were said. */
  private void asides(Tx tx, Dossiers.Kept kept, Dossier dossier) {
    var id = dossier.id();
    for (Act act : kept.deeds(Deed.ASK)) {
      var slot = asked(id, act);
      if (!outbox.has(tx, dossier.team(), slot)) {
        var message =
            askForm.message(
                dossier,
                act.who(),
                act.detail().getOrDefault("who", ""),
                Topic.valueOf(act.detail().getOrDefault("topic", Topic.OUTCOME.name())));
        outbox.want(tx, dossier.team(), slot, new Wanted.Post(id.channel(), id.ts(), message));
      }
    }
    for (Act act : kept.deeds(Deed.MOVED)) {
      var slot = Slot.aside(id, "moved-" + act.at() + "-" + act.detail().get("id"));
      if (!outbox.has(tx, dossier.team(), slot)) {
        var days = rules.get().days(clock.instant());
        outbox.want(
            tx,
            dossier.team(),
            slot,
            new Wanted.Post(id.channel(), id.ts(), HeadsUp.message(act, days, texts)));
      }
    }
    int number = 0;
    for (Act act : kept.deeds(Deed.NUDGE)) {
      number++;
      var slot = nudged(id, act);
      if (!outbox.has(tx, dossier.team(), slot)) {
        outbox.want(
            tx,
            dossier.team(),
            slot,
            new Wanted.Post(id.channel(), id.ts(), reminders.message(dossier, number)));
      }
    }
  }

  /** Neither clearly a request nor clearly talk: noted, and asked about once, in private. */
  private Consequence inDoubt(Dossiers.Kept kept) {
    var house = rules.get();
    var first = kept.first().orElse(null);
    if (first == null || isTooLate(first.ts())) {
      return Consequence.NONE;
    }
    if (!kept.deeds(Deed.DOUBT).isEmpty()) {
      boolean settled = first.deleted() || !kept.deeds(Deed.TALK).isEmpty();
      return settled ? tx -> doubts.settle(tx, house.team(), kept.id()) : Consequence.NONE;
    }
    if (!doubtful(kept, first, house)) {
      return Consequence.NONE;
    }
    var asked = house.shadow() ? Set.<String>of() : whomToAsk(first, house);
    var act =
        new Act(
            Stamp.of(clock.instant()),
            Deed.DOUBT.name(),
            first.author(),
            Deed.DOUBT.name(),
            Map.of());
    var doubt =
        new Doubt(
            kept.id(),
            Plain.shorten(Plain.of(first.text(), members), TITLE),
            Stamp.toInstant(first.ts()),
            !asked.isEmpty());
    return tx -> {
      acts.keep(tx, house.team(), kept.id(), act);
      doubts.note(tx, house.team(), doubt, dossiers.stays(kept.id(), first));
      tx.afterCommit(
          () ->
              asked.forEach(
                  user ->
                      whispers.whisper(
                          kept.id().channel(), null, user, doubt(kept.id(), first.ts()))));
    };
  }

  private boolean doubtful(Dossiers.Kept kept, KeptMessage first, HouseRules house) {
    if (first.deleted()
        || first.edited() != null
        || !kept.deeds(Deed.TALK).isEmpty()
        || !dossiers.watched(kept.id(), first)
        || kept.messages().size() > 1) {
      return false;
    }
    double likelihood = dossiers.likelihood(first);
    return likelihood >= house.doubtFrom() && likelihood < house.doubtTo();
  }

  /** Who can tell; more of the designers than a few would be a crowd. */
  private Set<String> whomToAsk(KeptMessage first, HouseRules house) {
    return switch (house.doubtAsk()) {
      case POSTER -> first.bot() == null ? Set.of(first.author()) : Set.of();
      case DESIGNERS ->
          house.designers().stream()
              .flatMap(named -> members.behind(named).stream().sorted())
              .limit(MOST_ASKED)
              .collect(Collectors.toUnmodifiableSet());
      case NOBODY -> Set.of();
    };
  }

  private Message doubt(ThreadId id, @Nullable String ts) {
    return new Message(
        List.of(
            Part.line(
                texts.doubt(
                    Words.NONE.linkToMessage(
                        id.channel(), ts == null ? id.ts() : ts, texts.doubtMessage()))),
            Part.controls(
                Control.primary(IS_REQUEST, texts.doubtYes(), id.toString()),
                Control.button(IS_TALK, texts.doubtNo(), id.toString()))));
  }

  private static ThreadId thread(String lane) {
    return java.util.Objects.requireNonNull(ThreadId.parse(lane), lane);
  }
}
