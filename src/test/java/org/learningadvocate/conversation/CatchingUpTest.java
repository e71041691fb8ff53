package org.learningadvocate.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.learningadvocate.SettableClock;
import org.learningadvocate.chat.Gap;
import org.learningadvocate.chat.History;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.Stamp;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.chat.Wanted;
import org.learningadvocate.delivery.Inbox;
import org.learningadvocate.delivery.Outbox;
import org.learningadvocate.delivery.Signal;
import org.learningadvocate.request.Deliverable;
import org.learningadvocate.request.Messages;
import org.learningadvocate.request.Request;
import org.learningadvocate.request.Requests;
import org.learningadvocate.request.Size;
import org.learningadvocate.store.Json;
import org.learningadvocate.store.TestDatabase;

/** Catching up with a Slack that is as slow, as short of words and as wrong as it may be. */
class CatchingUpTest {

  private static final String TEAM = "T1";
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private final SettableClock clock = new SettableClock(NOW);
  private final TestDatabase database = TestDatabase.sqlite();
  private final Inbox inbox = new Inbox(database.db(), clock, new Signal());
  private final Outbox outbox = new Outbox(database.db(), clock, new Signal());
  private final Messages messages = new Messages();
  private final PastSlack slack = new PastSlack();
  private final CatchingUp catchingUp = process();

  private CatchingUp process() {
    return new CatchingUp(
        database.db(),
        clock,
        CatchingUpTest::rules,
        slack,
        inbox,
        outbox,
        new Requests(),
        new Signal());
  }

  /** What stands in one channel; kinder than Slack in that it is never unsure. */
  private final class PastSlack implements History {

    private final TreeMap<String, Past> standing = new TreeMap<>();
    private int page = 200;
    private Duration between = Duration.ZERO;
    private Instant open = Instant.MIN;
    private boolean lies;
    private boolean whole = true;
    private int asked;
    private final List<String> threadsAsked = new ArrayList<>();

    @Override
    public List<Incoming.Said> thread(ThreadId thread) {
      throw new IllegalStateException("nobody waits for it");
    }

    @Override
    public Read channel(String channel, String after, String from) {
      var newestFirst =
          standing.descendingMap().values().stream()
              .filter(past -> past.said().channel().equals(channel))
              .filter(past -> past.said().thread() == null)
              .filter(past -> past.said().ts().compareTo(after) > 0)
              .filter(past -> from == null || past.said().ts().compareTo(from) < 0)
              .toList();
      return read(newestFirst);
    }

    @Override
    public Read thread(ThreadId thread, String after, String from) {
      if (!standing.containsKey(thread.ts())) {
        return limited().orElseGet(Read.Gone::new);
      }
      threadsAsked.add(thread.ts());
      return read(
          standing.values().stream()
              .filter(
                  past ->
                      past.said().ts().equals(thread.ts())
                          || thread.ts().equals(past.said().thread()))
              .filter(past -> from == null || past.said().ts().compareTo(from) > 0)
              .toList());
    }

    @Override
    public Read message(String channel, String ts, String thread) {
      return read(standing.values().stream().filter(past -> past.said().ts().equals(ts)).toList());
    }

    private java.util.Optional<Read> limited() {
      if (clock.instant().isBefore(open)) {
        return java.util.Optional.of(
            new Read.Later(Duration.between(clock.instant(), open), "limited"));
      }
      open = clock.instant().plus(between);
      asked++;
      return java.util.Optional.empty();
    }

    private Read read(List<Past> all) {
      return limited()
          .orElseGet(
              () -> {
                if (lies) {
                  lies = false;
                  return new Read.Page(List.of(), Set.of(), List.of(), null, true);
                }
                var some = all.stream().limit(page).toList();
                return new Read.Page(
                    some,
                    some.stream().map(past -> past.said().ts()).collect(Collectors.toSet()),
                    List.of(),
                    all.size() > page ? some.get(page - 1).said().ts() : null,
                    whole);
              });
    }

    private Incoming.Said says(Instant at, String thread, String text) {
      return put(said(Stamp.of(at), thread, text), null);
    }

    private Incoming.Said put(Incoming.Said said, String edited) {
      standing.put(said.ts(), new Past(said, edited, null, 0));
      if (said.thread() != null) {
        var parent = standing.get(said.thread());
        standing.put(
            said.thread(),
            new Past(parent.said(), parent.edited(), said.ts(), parent.replies() + 1));
      }
      return said;
    }
  }

  private static Incoming.Said said(String ts, String thread, String text) {
    return new Incoming.Said(
        TEAM,
        "C1",
        Incoming.ChannelKind.PUBLIC,
        false,
        "U1",
        null,
        ts,
        thread,
        text,
        List.of(),
        false);
  }

  private static HouseRules rules() {
    return new HouseRules(
        TEAM,
        "UBOT",
        Set.of("C1"),
        null,
        List.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        ZoneId.of("UTC"),
        Locale.UK,
        LocalTime.of(9, 0),
        LocalTime.of(17, 0),
        Set.of(DayOfWeek.values()),
        Set.of(),
        DayOfWeek.MONDAY,
        LocalTime.of(9, 0),
        List.of(),
        List.of(),
        0.35,
        0.65,
        HouseRules.DoubtAsk.NOBODY,
        false);
  }

  @BeforeEach
  void listen() {
    database
        .db()
        .change(tx -> messages.watch(tx, TEAM, "C1", Stamp.of(NOW.minus(Duration.ofDays(30)))));
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** As if its event had come. */
  private Incoming.Said heard(Incoming.Said said) {
    database.db().change(tx -> messages.keep(tx, said));
    return said;
  }

  private static Instant ago(Duration time) {
    return NOW.minus(time);
  }

  /** Goes on until nothing is left to read; how long that took. */
  private Duration catchUp(Gap why) {
    catchingUp.missed(why);
    return catchUp(catchingUp);
  }

  private Duration catchUp(CatchingUp process) {
    Instant began = clock.instant();
    int idle = 0;
    while (idle < 100) {
      if (process.round()) {
        idle = 0;
      } else {
        idle++;
        clock.advance(Duration.ofSeconds(1));
      }
    }
    return Duration.between(began, clock.instant()).minusSeconds(100);
  }

  private List<String> kept() {
    return database
        .db()
        .read(
            tx ->
                tx.query(
                    "SELECT body FROM inbox ORDER BY key",
                    row -> Json.read(row.text("body"), Incoming.class).key()));
  }

  @Test
  void anAppThatMayReadOnePageOfFifteenAMinuteCatchesUpAllTheSame() {
    slack.page = 15;
    slack.between = Duration.ofMinutes(1);
    var wanted = new HashSet<String>();
    for (int i = 0; i < 100; i++) {
      wanted.add(slack.says(ago(Duration.ofHours(100 - i)), null, "text " + i).key());
    }
    String parent = slack.standing.firstKey();
    wanted.add(slack.says(ago(Duration.ofMinutes(30)), parent, "a reply").key());

    var took = catchUp(Gap.START);

    assertThat(kept()).containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(slack.asked).isEqualTo(8);
    assertThat(took).isLessThan(Duration.ofMinutes(12));
  }

  @Test
  void whatIsKnownIsNotTakenAgainAndNothingIsReadTwice() {
    var first = heard(slack.says(ago(Duration.ofHours(3)), null, "known"));
    heard(slack.says(ago(Duration.ofHours(2)), first.ts(), "a known reply"));

    catchUp(Gap.START);
    catchUp(Gap.SILENCE);

    assertThat(kept()).isEmpty();
    assertThat(slack.asked).as("the channel's page, each time").isEqualTo(2);
  }

  @Test
  void onlyAWeekIsReadAndNothingFromBeforeTheBotListened() {
    slack.says(ago(Duration.ofDays(8)), null, "too old");
    var young = slack.says(ago(Duration.ofDays(6)), null, "young enough");

    catchUp(Gap.START);

    assertThat(kept()).containsExactly(young.key());
  }

  @Test
  void anEditThatIsNewerIsTakenAndAKnownOneIsNot() {
    var said = heard(slack.says(ago(Duration.ofHours(3)), null, "first"));
    String edited = Stamp.of(ago(Duration.ofHours(1)));
    slack.put(said(said.ts(), null, "second"), edited);

    catchUp(Gap.RECONNECTED);
    assertThat(kept()).containsExactly("edited:C1:" + said.ts() + ":" + edited);
    database
        .db()
        .change(
            tx ->
                messages.keep(
                    tx,
                    new Incoming.Edited(
                        TEAM,
                        "C1",
                        Incoming.ChannelKind.PUBLIC,
                        false,
                        "U1",
                        said.ts(),
                        null,
                        "second",
                        null,
                        edited,
                        false)));
    catchUp(Gap.RECONNECTED);

    assertThat(kept()).hasSize(1);
  }

  @Test
  void whatIsMissingTwiceWasDeleted() {
    var gone = heard(said(Stamp.of(ago(Duration.ofHours(3))), null, "gone"));
    var stays = heard(slack.says(ago(Duration.ofHours(2)), null, "stays"));
    var reply = heard(said(Stamp.of(ago(Duration.ofHours(1))), stays.ts(), "a reply that is gone"));

    catchUp(Gap.REFUSED);

    assertThat(kept())
        .containsExactlyInAnyOrder(
            "deleted:C1:" + gone.ts(), "deleted:C1:" + reply.ts() + ":" + stays.ts());
  }

  @Test
  void whatOnePageLacksIsStillThere() {
    heard(slack.says(ago(Duration.ofHours(3)), null, "one"));
    heard(slack.says(ago(Duration.ofHours(2)), null, "two"));
    slack.lies = true;

    catchUp(Gap.START);

    assertThat(kept()).isEmpty();
  }

  @Test
  void whereThePagesAreNotTheWholeNothingIsMissing() {
    heard(said(Stamp.of(ago(Duration.ofHours(3))), null, "somewhere"));
    slack.whole = false;

    catchUp(Gap.START);

    assertThat(kept()).isEmpty();
  }

  @Test
  void whatIsYoungerThanAMinuteMayOnlyBeLateAndIsLookedAtAgain() {
    heard(said(Stamp.of(ago(Duration.ofSeconds(30))), null, "just said"));

    catchingUp.missed(Gap.START);
    for (int second = 0; second < 25; second++) {
      while (catchingUp.round()) {}
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(kept()).isEmpty();

    catchUp(catchingUp);
    assertThat(kept()).singleElement(InstanceOfAssertFactories.STRING).startsWith("deleted:");
  }

  @Test
  void whatRestsInAChannelThatCanBeReadAgainIsTriedAgain() {
    var slot = new Slot("brief:x");
    database
        .db()
        .change(
            tx -> {
              outbox.want(
                  tx,
                  TEAM,
                  slot,
                  new Wanted.Post("C1", null, org.learningadvocate.chat.Message.of("x")));
              tx.update("UPDATE slot SET state = 'CLOSED', reason = 'is_archived'");
            });

    catchUp(Gap.SILENCE);
    assertThat(state()).isEqualTo("CLOSED");
    catchUp(Gap.START);
    assertThat(state()).isEqualTo("OPEN");
  }

  private String state() {
    return database
        .db()
        .read(tx -> tx.first("SELECT state FROM slot", row -> row.text("state")).orElseThrow());
  }

  /** Requests that somebody replied to, all of it heard; the oldest first. */
  private List<String> requests(int howMany) {
    var threads = new ArrayList<String>();
    for (int i = howMany; i > 0; i--) {
      var said = heard(slack.says(ago(Duration.ofHours(2 + i)), null, "request " + i));
      heard(slack.says(ago(Duration.ofMinutes(90)).plusSeconds(i), said.ts(), "reply " + i));
      open(said.ts());
      threads.add(said.ts());
    }
    return threads;
  }

  private void open(String ts) {
    var at = Stamp.toInstant(ts);
    var request =
        new Request(
            TEAM,
            new ThreadId("C1", ts),
            false,
            "U1",
            null,
            Request.State.OPEN,
            null,
            Deliverable.UNSPECIFIED,
            Size.SMALL,
            null,
            null,
            "a request",
            at,
            null,
            at.plus(Duration.ofDays(90)),
            List.of(),
            null,
            List.of(),
            List.of(),
            List.of());
    database.db().change(tx -> new Requests().save(tx, request, "", null, at));
  }

  private void edit(String thread) {
    var reply =
        slack.standing.values().stream()
            .filter(past -> thread.equals(past.said().thread()))
            .findFirst()
            .orElseThrow()
            .said();
    slack.standing.put(
        reply.ts(), new History.Past(reply, Stamp.of(ago(Duration.ofMinutes(1))), null, 0));
  }

  @Test
  void anEditInAnyOfAHundredThreadsIsFoundWithinThreeMinutes() {
    var threads = requests(100);
    edit(threads.get(0));

    var took = catchUp(Gap.START);

    assertThat(kept()).hasSize(1);
    assertThat(took).isLessThan(Duration.ofMinutes(3));
    assertThat(slack.threadsAsked).containsExactlyInAnyOrderElementsOf(threads);
  }

  @Test
  void aThreadThatNobodyRepliedToHidesNoEdit() {
    var said = heard(slack.says(ago(Duration.ofHours(3)), null, "a request"));
    open(said.ts());

    catchUp(Gap.START);

    assertThat(slack.threadsAsked).isEmpty();
  }

  @Test
  void whatOneProcessReadSinceTheGapTheOthersDoNotReadAgain() {
    var threads = requests(5);
    var other = process();
    other.missed(Gap.START);
    clock.advance(Duration.ofSeconds(30));
    catchUp(Gap.START);

    catchUp(other);

    assertThat(slack.threadsAsked).containsExactlyInAnyOrderElementsOf(threads);
  }

  @Test
  void anInterruptedPassIsTakenUpWhereItEnded() {
    var threads = requests(20);
    catchingUp.missed(Gap.START);
    while (slack.threadsAsked.size() < 12) {
      if (!catchingUp.round()) {
        clock.advance(Duration.ofSeconds(1));
      }
    }
    var before = List.copyOf(slack.threadsAsked);
    slack.threadsAsked.clear();
    var next = process();
    next.missed(Gap.START);

    catchUp(next);

    // All of them, since the second gap may hide an edit as well; those not reached come first.
    assertThat(slack.threadsAsked).containsExactlyInAnyOrderElementsOf(threads);
    assertThat(slack.threadsAsked.subList(0, 8)).doesNotContainAnyElementsOf(before);
  }

  @Test
  void newsOfALaterGapDoesNotWaitForTheThreadsOfAnEarlierOne() {
    requests(60);
    catchingUp.missed(Gap.START);
    while (slack.threadsAsked.size() < 20) {
      if (!catchingUp.round()) {
        clock.advance(Duration.ofSeconds(1));
      }
    }
    var news = slack.says(clock.instant(), null, "said in the second gap");

    catchingUp.missed(Gap.RECONNECTED);
    while (kept().isEmpty()) {
      if (!catchingUp.round()) {
        clock.advance(Duration.ofSeconds(1));
      }
    }

    assertThat(kept()).containsExactly(news.key());
    assertThat(slack.threadsAsked).hasSizeLessThan(35);
  }

  @Test
  void aDatabaseThatIsAwayIsWaitedFor() {
    var said = slack.says(ago(Duration.ofHours(1)), null, "said meanwhile");
    database.db().change(tx -> tx.update("ALTER TABLE inbox RENAME TO away"));
    catchingUp.missed(Gap.REFUSED);
    var rounds = new ArrayList<Boolean>();
    for (int i = 0; i < 50; i++) {
      rounds.add(catchingUp.round());
      clock.advance(Duration.ofSeconds(20));
    }
    database.db().change(tx -> tx.update("ALTER TABLE away RENAME TO inbox"));

    catchUp(Gap.SILENCE);

    assertThat(kept()).containsExactly(said.key());
  }
}
