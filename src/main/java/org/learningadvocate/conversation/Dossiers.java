package org.learningadvocate.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.brief.Dossier;
import org.learningadvocate.chat.Days;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Incoming.ChannelKind;
import org.learningadvocate.chat.Members;
import org.learningadvocate.chat.Stamp;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.homework.Finding;
import org.learningadvocate.homework.PastRequests;
import org.learningadvocate.homework.PastVectors;
import org.learningadvocate.homework.Subject;
import org.learningadvocate.question.Answer;
import org.learningadvocate.question.AnswerReader;
import org.learningadvocate.question.Answers;
import org.learningadvocate.question.Given;
import org.learningadvocate.question.Known;
import org.learningadvocate.question.Names;
import org.learningadvocate.question.Planner;
import org.learningadvocate.question.Remark;
import org.learningadvocate.question.Reply;
import org.learningadvocate.request.Act;
import org.learningadvocate.request.Acts;
import org.learningadvocate.request.Deliverable;
import org.learningadvocate.request.EarlierAnswer;
import org.learningadvocate.request.EarlierAnswers;
import org.learningadvocate.request.KeptMessage;
import org.learningadvocate.request.Messages;
import org.learningadvocate.request.Reader;
import org.learningadvocate.request.Reading;
import org.learningadvocate.request.Request;
import org.learningadvocate.request.Requests;
import org.learningadvocate.request.Size;
import org.learningadvocate.request.Topic;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Tx;

/**
 * What a thread means, derived from its kept words and acts in the order of Slack's {@code ts}. So
 * an edit, a deletion, a late reply or a reply before its parent need no case of their own.
 */
public final class Dossiers {

  /** An edit makes a request of a message no older than this. */
  private static final Duration FRESH = Duration.ofDays(1);

  /** An answer older than this is asked for anew. */
  private static final Duration STILL_FRESH = Duration.ofDays(90);

  private static final double NEARLY_THE_SAME = 0.75;
  private static final int MOST_EARLIER = 40;

  /** What people say of these holds for all that is made for one initiative. */
  private static final Set<Topic> OF_AN_INITIATIVE =
      EnumSet.of(Topic.HORIZON, Topic.PARALLEL, Topic.PEOPLE);

  private final Db db;
  private final Supplier<HouseRules> rules;
  private final Function<String, Optional<String>> channelNames;
  private final Members members;
  private final Supplier<Reader> reader;
  private final Researcher researcher;
  private final PastVectors pastVectors;
  private final Planner planner;
  private final Supplier<AnswerReader> replies;
  private final Supplier<Names> names;
  private final Messages messages = new Messages();
  private final Acts acts = new Acts();
  private final Requests requests = new Requests();
  private final EarlierAnswers earlierAnswers = new EarlierAnswers();

  /** Does the homework on one request. */
  @FunctionalInterface
  public interface Researcher {
    List<Finding> findings(Subject subject, PastRequests past);
  }

  /**
   * @param channelNames a channel's name by its id, where it is known
   * @param reader asked for when it is needed: it may still be loading
   * @param replies likewise
   */
  public Dossiers(
      Db db,
      Supplier<HouseRules> rules,
      Function<String, Optional<String>> channelNames,
      Members members,
      Supplier<Reader> reader,
      Researcher researcher,
      PastVectors pastVectors,
      Planner planner,
      Supplier<AnswerReader> replies,
      Supplier<Names> names) {
    this.db = db;
    this.rules = rules;
    this.channelNames = channelNames;
    this.members = members;
    this.reader = reader;
    this.researcher = researcher;
    this.pastVectors = pastVectors;
    this.planner = planner;
    this.replies = replies;
    this.names = names;
  }

  /** What is kept of a thread. */
  record Kept(ThreadId id, List<KeptMessage> messages, List<Act> acts, Optional<Request> before) {

    Optional<KeptMessage> first() {
      return messages.stream().filter(message -> message.ts().equals(id.ts())).findFirst();
    }

    List<Act> deeds(Deed deed) {
      return acts.stream().filter(act -> act.what().equals(deed.name())).toList();
    }

    Optional<Act> last(Deed deed) {
      return deeds(deed).stream().reduce((earlier, later) -> later);
    }
  }

  /** Reads what is kept of a thread. */
  Kept kept(ThreadId id) {
    String team = rules.get().team();
    return db.read(tx -> kept(tx, team, id));
  }

  private Kept kept(Tx tx, String team, ThreadId id) {
    return new Kept(
        id, messages.of(tx, team, id), acts.of(tx, team, id), requests.find(tx, team, id));
  }

  /** The request of a thread; empty where the thread is none. */
  public Optional<Dossier> of(ThreadId id) {
    return derive(kept(id));
  }

  /** How likely the thread's first message is a request, 0 to 1. */
  double likelihood(KeptMessage first) {
    return reader.get().likelihood(first.text(), posted(first.ts()), rules.get().locale());
  }

  /** The same, pure but for look-ups of names and of similar requests. */
  Optional<Dossier> derive(Kept kept) {
    var house = rules.get();
    var first = kept.first().orElse(null);
    if (first == null || !isRequest(kept, first)) {
      return Optional.empty();
    }
    String since = opening(kept, first);
    String text = textOf(kept, first, since);
    var posted = posted(first.ts());
    var reading = reader.get().read(text, posted, house.locale());
    var corrected = Corrections.of(kept.deeds(Deed.CORRECT));
    var size = corrected.size().orElse(reading.size());
    var due = corrected.dueKnown() ? corrected.due() : reading.due();
    var audience = corrected.audience().orElse(reading.audience());
    var corrections =
        new Reading(
            reading.likelihood(),
            corrected.deliverable().orElse(reading.deliverable()),
            size,
            due,
            reading.dueWords(),
            audience,
            reading.answered(),
            reading.reasons());
    var verdicts = kept.deeds(Deed.PRIORITY);
    var denied = verdict(verdicts, "no");
    var confirmed = verdict(verdicts, "yes");
    var findings =
        researcher.findings(
            new Subject(
                text,
                corrections,
                posted.toLocalDate(),
                channelNames.apply(kept.id().channel()).orElse(null),
                confirmed,
                denied),
            past(kept.id()));
    var days = new Days(posted.toLocalDate(), house.locale());
    var room = corrected.size().orElse(reading.least());
    var plan = planner.plan(room, due, days, findings, known(kept, reading, findings));
    var designer = designer(kept);
    var answers = answers(kept, first, since, plan.numbering(), designer, house);
    var closing = closing(kept, first);
    return Optional.of(
        new Dossier(
            house.team(),
            kept.id(),
            stays(kept.id(), first),
            first.author(),
            designer,
            text,
            Dossier.said(text, members),
            Dossier.title(text, reading, members),
            posted.toLocalDate(),
            Stamp.toInstant(first.ts()),
            reading,
            corrections.deliverable(),
            size,
            due,
            audience,
            corrected.by(),
            findings,
            confirmed,
            denied,
            plan,
            answers,
            closing == null ? null : closing.closed(),
            closing == null ? null : closing.by(),
            kept.last(Deed.SNOOZE)
                .map(act -> Instant.parse(act.detail().get("until")))
                .orElse(null),
            days));
  }

  private Known known(Kept kept, Reading reading, List<Finding> findings) {
    var asked = kept.before().map(Request::asked).orElse(List.of());
    var settled = new HashSet<>(asked);
    kept.before().ifPresent(before -> settled.removeAll(before.pending()));
    for (Act act : kept.deeds(Deed.ANSWER)) {
      act.detail().keySet().forEach(key -> Topic.of(key).ifPresent(settled::add));
    }
    return new Known(
        Known.told(reading, findings),
        earlier(kept.id(), findings),
        asked,
        settled,
        reading.perhaps());
  }

  /**
   * What other requests answered and may hold here too: of those about the same initiative what
   * concerns it, of those that ask for nearly the same everything.
   */
  private Map<Topic, EarlierAnswer> earlier(ThreadId id, List<Finding> findings) {
    var same =
        findings.stream()
            .filter(Finding.SimilarRequest.class::isInstance)
            .map(Finding.SimilarRequest.class::cast)
            .filter(one -> one.likeness() >= NEARLY_THE_SAME)
            .map(one -> ThreadId.parse(one.id()))
            .filter(java.util.Objects::nonNull)
            .toList();
    var about =
        findings.stream()
            .filter(Finding.About.class::isInstance)
            .map(one -> ((Finding.About) one).initiative().id())
            .findFirst();
    if (same.isEmpty() && about.isEmpty()) {
      return Map.of();
    }
    var house = rules.get();
    var since = Stamp.toInstant(id.ts()).minus(STILL_FRESH);
    return db.read(
        tx -> {
          var found = new EnumMap<Topic, EarlierAnswer>(Topic.class);
          for (var answer : earlierAnswers.of(tx, house.team(), same, MOST_EARLIER)) {
            if (Stamp.toInstant(answer.at()).isAfter(since)) {
              found.putIfAbsent(answer.topic(), answer);
            }
          }
          about.ifPresent(
              initiative ->
                  earlierAnswers
                      .about(tx, house.team(), initiative, since, id, MOST_EARLIER)
                      .stream()
                      .filter(answer -> OF_AN_INITIATIVE.contains(answer.topic()))
                      .forEach(answer -> found.putIfAbsent(answer.topic(), answer)));
          found.values().removeIf(answer -> answer.at().compareTo(id.ts()) >= 0);
          return found;
        });
  }

  private boolean isRequest(Kept kept, KeptMessage first) {
    if (kept.before().isPresent() || !kept.deeds(Deed.OPEN).isEmpty()) {
      return true;
    }
    if (first.deleted() || !kept.deeds(Deed.TALK).isEmpty()) {
      return false;
    }
    return first.mentionsUs() || mention(kept).isPresent() || noticed(kept, first);
  }

  /** Whether messages of this one's channel are looked at without being asked to. */
  boolean watched(ThreadId id, KeptMessage first) {
    var house = rules.get();
    return house.requests().contains(id.channel())
        && (!first.external() || house.external().contains(id.channel()));
  }

  /** Whether what stands in a thread is for its channel only. */
  boolean stays(ThreadId id, KeptMessage first) {
    return (first.external() || first.kind() != ChannelKind.PUBLIC)
        && !rules.get().sharePrivate().contains(id.channel());
  }

  private boolean noticed(Kept kept, KeptMessage first) {
    var house = rules.get();
    if (!watched(kept.id(), first) || !fresh(first)) {
      return false;
    }
    double needed = house.doubtAsk() == HouseRules.DoubtAsk.NOBODY ? 0.5 : house.doubtTo();
    return likelihood(first) >= needed;
  }

  private static boolean fresh(KeptMessage first) {
    var edited = first.edited();
    return edited == null
        || Duration.between(Stamp.toInstant(first.ts()), Stamp.toInstant(edited)).compareTo(FRESH)
            <= 0;
  }

  /** The first reply that calls the bot without asking it to look something up. */
  private static Optional<KeptMessage> mention(Kept kept) {
    return kept.messages().stream()
        .filter(message -> message.mentionsUs() && !message.deleted())
        .filter(message -> MentionCommand.in(message.text()).isEmpty())
        .findFirst();
  }

  /**
   * The message that made a request of the thread: its first one, or the reply that called the bot
   * into a thread which was talk until then. Once found, it stays that one.
   */
  String opening(Kept kept, KeptMessage first) {
    var known = kept.last(Deed.OPENED).map(act -> act.detail().getOrDefault("from", first.ts()));
    if (known.isPresent()) {
      return known.get();
    }
    boolean byItself =
        kept.before().isPresent() || !kept.deeds(Deed.OPEN).isEmpty() || noticed(kept, first);
    return byItself ? first.ts() : mention(kept).map(KeptMessage::ts).orElse(first.ts());
  }

  /** Opened by a mention, the request is what was said up to it, and not the mention alone. */
  private static String textOf(Kept kept, KeptMessage first, String until) {
    if (until.equals(first.ts())) {
      return MentionCommand.without(first.text());
    }
    return kept.messages().stream()
        .filter(message -> message.bot() == null && !message.deleted())
        .filter(message -> message.ts().compareTo(until) <= 0)
        .map(message -> MentionCommand.without(message.text()))
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("\n"));
  }

  private Answers answers(
      Kept kept,
      KeptMessage first,
      String since,
      List<Topic> asked,
      @Nullable String designer,
      HouseRules house) {
    var said =
        kept.messages().stream()
            .filter(message -> message.ts().compareTo(since) > 0)
            .filter(message -> message.bot() == null && !message.deleted())
            .filter(
                message -> !(message.mentionsUs() && MentionCommand.in(message.text()).isPresent()))
            .toList();
    var given =
        replies
            .get()
            .given(
                asked,
                said.stream()
                    .map(
                        message ->
                            new Remark(
                                message.author(),
                                by(message, first, designer, house),
                                message.ts(),
                                message.text()))
                    .toList(),
                names.get(),
                members);
    for (Act act : kept.deeds(Deed.ANSWER)) {
      for (Topic topic : Topic.values()) {
        String value = act.detail().get(topic.key());
        if (value != null) {
          given.add(
              new Given(
                  topic,
                  act.who(),
                  act.at(),
                  value,
                  AnswerReader.kind(value) != Answer.Kind.GIVEN,
                  null));
        }
      }
    }
    return Answers.of(given);
  }

  private Reply.By by(
      KeptMessage message, KeptMessage first, @Nullable String designer, HouseRules house) {
    String who = message.author();
    if (who.equals(first.author())) {
      return Reply.By.REQUESTER;
    }
    return who.equals(designer)
            || house.designers().stream().anyMatch(named -> isOrIsIn(named, who))
        ? Reply.By.DESIGNER
        : Reply.By.OTHER;
  }

  /** Whether the person may take requests on. */
  boolean mayDesign(String user) {
    var designers = rules.get().designers();
    return designers.isEmpty() || designers.stream().anyMatch(named -> isOrIsIn(named, user));
  }

  /** Whether it cannot be told just now who else may design, since Slack does not say. */
  boolean unsureWhoDesigns() {
    return rules.get().designers().stream()
        .anyMatch(
            named -> (named.startsWith("S") || named.startsWith("@")) && !members.tells(named));
  }

  /** Whether the person is the one named, or in the user group named. */
  private boolean isOrIsIn(String named, String user) {
    return named.equals(user)
        || ((named.startsWith("S") || named.startsWith("@")) && members.inGroup(named, user));
  }

  private @Nullable String designer(Kept kept) {
    @Nullable String designer = null;
    for (Act act : kept.acts()) {
      if (act.what().equals(Deed.CLAIM.name())) {
        designer = act.who();
      } else if (act.what().equals(Deed.UNCLAIM.name())) {
        designer = null;
      }
    }
    return designer;
  }

  private record Closing(Request.Closed closed, @Nullable String by) {}

  private static @Nullable Closing closing(Kept kept, KeptMessage first) {
    if (first.deleted()) {
      return new Closing(Request.Closed.DELETED, null);
    }
    @Nullable Closing closing = null;
    for (Act act : kept.acts()) {
      if (act.what().equals(Deed.WITHDRAW.name())) {
        closing = new Closing(Request.Closed.WITHDRAWN, act.who());
      } else if (act.what().equals(Deed.UNDO.name()) || act.what().equals(Deed.OPEN.name())) {
        closing = null;
      } else if (act.what().equals(Deed.PAST.name()) && closing == null) {
        closing = new Closing(Request.Closed.PAST, null);
      }
    }
    return closing;
  }

  private static Set<String> verdict(List<Act> verdicts, String wanted) {
    var latest = new java.util.HashMap<String, String>();
    for (Act act : verdicts) {
      latest.put(act.detail().get("id"), act.detail().get("verdict"));
    }
    var ids = new HashSet<String>();
    latest.forEach(
        (id, verdict) -> {
          if (verdict.equals(wanted)) {
            ids.add(id);
          }
        });
    return ids;
  }

  private PastRequests past(ThreadId id) {
    String team = rules.get().team();
    var zone = rules.get().zone();
    return (text, most) ->
        db.read(
            tx -> {
              var alike = requests.like(tx, team, text, id, most);
              var vectors = pastVectors.of(tx, team, alike);
              return alike.stream()
                  .map(
                      request ->
                          new PastRequests.Past(
                              request.id().toString(),
                              request.title(),
                              request.opened().atZone(zone).toLocalDate(),
                              request.designer(),
                              vectors.get(request.id())))
                  .toList();
            });
  }

  private ZonedDateTime posted(String ts) {
    return Stamp.toInstant(ts).atZone(rules.get().zone());
  }

  /** What people corrected, the latest of each. */
  private record Corrections(
      Optional<Size> size,
      Optional<Deliverable> deliverable,
      boolean dueKnown,
      @Nullable LocalDate due,
      Optional<String> audienceOrEmpty,
      @Nullable String by) {

    static Corrections of(List<Act> acts) {
      var latest = new java.util.HashMap<String, String>();
      @Nullable String by = null;
      for (Act act : acts) {
        latest.putAll(act.detail());
        by = act.who();
      }
      String due = latest.get("due");
      return new Corrections(
          Optional.ofNullable(latest.get("size")).map(Size::valueOf),
          Optional.ofNullable(latest.get("deliverable")).map(Deliverable::valueOf),
          due != null,
          due == null || due.isEmpty() ? null : LocalDate.parse(due),
          Optional.ofNullable(latest.get("audience")),
          by);
    }

    Optional<String> audience() {
      return audienceOrEmpty.filter(words -> !words.isEmpty());
    }
  }

  /** For maps that a caller fills in; keeps the reading of acts in one place. */
  static Map<String, String> until(Instant moment) {
    return Map.of("until", moment.toString());
  }
}
