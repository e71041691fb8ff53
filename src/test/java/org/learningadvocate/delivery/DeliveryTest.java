package org.learningadvocate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.learningadvocate.SettableClock;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.chat.Wanted;
import org.learningadvocate.chat.Words;
import org.learningadvocate.store.Dialect;
import org.learningadvocate.store.TestDatabase;

class DeliveryTest {

  private static final String TEAM = "T1";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
  private TestDatabase database;
  private Inbox inbox;
  private Outbox outbox;

  private void on(Dialect dialect) {
    database = TestDatabase.of(dialect);
    inbox = new Inbox(database.db(), clock, new Signal());
    outbox = new Outbox(database.db(), clock, new Signal());
  }

  @AfterEach
  void close() {
    database.close();
  }

  static Incoming.Said said(String ts, String thread) {
    return new Incoming.Said(
        TEAM,
        "C1",
        Incoming.ChannelKind.PUBLIC,
        false,
        "U1",
        null,
        ts,
        thread,
        "text " + ts,
        List.of(),
        false);
  }

  private List<Incoming> workOff() {
    var worked = new ArrayList<Incoming>();
    var worker = new Worker(database.db(), clock, incoming -> tx -> worked.add(incoming), "test");
    while (worker.round()) {}
    return worked;
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void whatComesUnderOneIdIsTakenOnce(Dialect dialect) {
    on(dialect);

    assertThat(inbox.keep(said("1.000001", null), "Ev1")).isTrue();
    assertThat(inbox.keep(said("1.000001", null), "Ev1")).isFalse();

    assertThat(workOff()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void oneMessageUnderSeveralIdsIsTakenOnce(Dialect dialect) {
    on(dialect);

    inbox.keep(said("1.000001", null), "Ev1");
    inbox.keep(said("1.000001", null), "Ev2");
    assertThat(workOff()).hasSize(1);
    inbox.keep(said("1.000001", null), "Ev3");

    assertThat(workOff()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void aThreadIsTakenInTheOrderOfSlacksTimestamps(Dialect dialect) {
    on(dialect);

    inbox.keep(said("3.000001", "1.000001"), "Ev3");
    inbox.keep(said("1.000001", null), "Ev1");
    inbox.keep(said("2.000001", "1.000001"), "Ev2");

    assertThat(workOff())
        .extracting(Incoming::order)
        .containsExactly("1.000001", "2.000001", "3.000001");
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void aLaneIsWorkedByOneWorkerAtATime(Dialect dialect) {
    on(dialect);
    inbox.keep(said("1.000001", null), "Ev1");
    inbox.keep(said("2.000001", "1.000001"), "Ev2");
    var other = new AtomicInteger();
    var second = new Worker(database.db(), clock, incoming -> tx -> other.incrementAndGet(), "two");

    var first =
        new Worker(
            database.db(),
            clock,
            incoming -> {
              assertThat(second.round()).isFalse();
              return tx -> {};
            },
            "one");

    assertThat(first.round()).isTrue();
    assertThat(other).hasValue(0);
    assertThat(second.round()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void onePoisonousThingStopsNoOther(Dialect dialect) {
    on(dialect);
    inbox.keep(said("1.000001", null), "Ev1");
    inbox.keep(said("5.000001", null), "Ev5");
    var worked = new ArrayList<String>();
    var worker =
        new Worker(
            database.db(),
            clock,
            incoming -> {
              if (incoming.order().equals("1.000001")) {
                throw new IllegalStateException("what Ana wrote");
              }
              return tx -> worked.add(incoming.order());
            },
            "test");

    for (int i = 0; i < Lanes.TRIES + 2; i++) {
      while (worker.round()) {}
      clock.advance(Duration.ofMinutes(6));
    }

    assertThat(worked).containsExactly("5.000001");
    List<String> aside =
        database
            .db()
            .read(
                tx ->
                    tx.query(
                        "SELECT key, reason FROM inbox WHERE state = 'ASIDE'",
                        row -> row.text("key") + " " + row.text("reason")));
    assertThat(aside)
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("said:C1:1.000001 IllegalStateException at delivery.DeliveryTest")
        .doesNotContain("Ana");
  }

  private static final Slot SLOT = Slot.thread(new ThreadId("C1", "1.000001"));

  private void want(String text) {
    database
        .db()
        .change(
            tx -> outbox.want(tx, TEAM, SLOT, new Wanted.Post("C1", "1.000001", Message.of(text))));
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void tenQuickChangesBecomeOnePost(Dialect dialect) {
    on(dialect);
    for (int i = 1; i <= 10; i++) {
      want("version " + i);
    }
    var carried = new ArrayList<Wanted>();
    var courier =
        new Courier(
            outbox,
            claim -> {
              carried.add(claim.wanted());
              return new Carrier.Carried.Stands(new Carrier.Place("C1", "9.000001"));
            },
            "test");

    while (courier.round()) {}

    assertThat(carried)
        .containsExactly(new Wanted.Post("C1", "1.000001", Message.of("version 10")));
    assertThat(outbox.place(TEAM, SLOT)).contains(new Carrier.Place("C1", "9.000001"));
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void aPostOfUnknownOutcomeIsKnownAsSuchWhenItIsTriedAgain(Dialect dialect) {
    on(dialect);
    want("hello");
    var firstTries = new ArrayList<Instant>();
    var courier =
        new Courier(
            outbox,
            claim -> {
              firstTries.add(claim.firstTry());
              claim.aboutToPost();
              return firstTries.size() == 1
                  ? new Carrier.Carried.Unknown("timed out")
                  : new Carrier.Carried.Stands(new Carrier.Place("C1", "9.000001"));
            },
            "test");
    Instant before = clock.instant();

    courier.round();
    clock.advance(Duration.ofMinutes(1));
    courier.round();

    assertThat(firstTries).containsExactly(null, before);
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void aPostThatWasClearlyRefusedNeedsNoLookingFor(Dialect dialect) {
    on(dialect);
    want("hello");
    var firstTries = new ArrayList<Instant>();
    var courier =
        new Courier(
            outbox,
            claim -> {
              firstTries.add(claim.firstTry());
              claim.aboutToPost();
              return new Carrier.Carried.Later(Duration.ofSeconds(30), "ratelimited");
            },
            "test");

    courier.round();
    clock.advance(Duration.ofSeconds(31));
    courier.round();

    assertThat(firstTries).containsExactly(null, null);
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void aCourierThatWasOnlyPausedMayNotPost(Dialect dialect) {
    on(dialect);
    want("hello");
    var allowed = new ArrayList<Boolean>();
    var second =
        new Courier(
            outbox, claim -> new Carrier.Carried.Stands(new Carrier.Place("C1", "2.0")), "two");
    var paused =
        new Courier(
            outbox,
            claim -> {
              clock.advance(Outbox.LEASE.plusSeconds(1));
              second.round();
              allowed.add(claim.aboutToPost().isEmpty());
              return new Carrier.Carried.Closed("somebody else has it");
            },
            "one");

    paused.round();

    assertThat(allowed).containsExactly(false);
    assertThat(outbox.place(TEAM, SLOT)).contains(new Carrier.Place("C1", "2.0"));
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void whatLinksToASlotIsBroughtUpToDateWhenItGetsItsPlace(Dialect dialect) {
    on(dialect);
    var brief = Slot.brief(new ThreadId("C1", "1.000001"));
    database
        .db()
        .change(
            tx ->
                outbox.want(
                    tx,
                    TEAM,
                    SLOT,
                    new Wanted.Post(
                        "C1", "1.000001", Message.of(Words.NONE.linkTo(brief, "the brief")))));
    var carried = new ArrayList<Slot>();
    var courier =
        new Courier(
            outbox,
            claim -> {
              carried.add(claim.slot());
              return new Carrier.Carried.Stands(
                  new Carrier.Place("C1", claim.slot().equals(SLOT) ? "9.1" : "9.2"));
            },
            "test");
    while (courier.round()) {}

    database
        .db()
        .change(
            tx -> outbox.want(tx, TEAM, brief, new Wanted.Post("C2", null, Message.of("brief"))));
    while (courier.round()) {}

    assertThat(carried).containsExactly(SLOT, brief, SLOT);
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void newWordsDoNotWaitUntilAMissingNameIsLookedUpAgain(Dialect dialect) {
    on(dialect);
    var carried = new AtomicInteger();
    var courier =
        new Courier(
            outbox,
            claim -> {
              carried.incrementAndGet();
              return new Carrier.Carried.Stands(new Carrier.Place("C1", "9.1"), false);
            },
            "test");
    want("one question is open");
    while (courier.round()) {}
    clock.advance(Duration.ofSeconds(30));
    while (courier.round()) {}
    assertThat(carried).hasValue(2);

    want("it is answered");
    while (courier.round()) {}

    assertThat(carried).hasValue(3);
  }

  private static final Turn ONE_A_SECOND = new Turn("C1", Duration.ofSeconds(1), 1);

  private void wantIn(String channel, String name) {
    database
        .db()
        .change(
            tx ->
                outbox.want(
                    tx, TEAM, new Slot(name), new Wanted.Post(channel, null, Message.of(name))));
  }

  /** Posts where the turn is free. */
  private Carrier posting(List<String> posted) {
    return claim ->
        claim
            .aboutToPost(new Turn(claim.pace(), Duration.ofSeconds(1), 1))
            .orElseGet(
                () -> {
                  posted.add(claim.slot().name());
                  return new Carrier.Carried.Stands(
                      new Carrier.Place(claim.pace(), clock.instant() + claim.slot().name()));
                });
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void everyChannelGetsItsTurn(Dialect dialect) {
    on(dialect);
    for (int i = 0; i < 20; i++) {
      wantIn("BUSY", "busy" + (10 + i));
    }
    clock.advance(Duration.ofMillis(10));
    wantIn("QUIET", "quiet1");
    wantIn("QUIET", "quiet2");
    var posted = new ArrayList<String>();
    var courier = new Courier(outbox, posting(posted), "test");

    for (int second = 0; second < 3; second++) {
      while (courier.round()) {}
      clock.advance(Duration.ofSeconds(1));
    }

    assertThat(posted).containsExactlyInAnyOrder("busy10", "quiet1", "busy11", "quiet2", "busy12");
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void whatWaitsForATurnIsNotTouchedUntilItIsFree(Dialect dialect) {
    on(dialect);
    for (int i = 0; i < 30; i++) {
      wantIn("BUSY", "busy" + (10 + i));
    }
    var posted = new ArrayList<String>();
    var claims = new AtomicInteger();
    var carrier = posting(posted);
    var courier =
        new Courier(
            outbox,
            claim -> {
              claims.incrementAndGet();
              return carrier.carry(claim);
            },
            "test");
    while (courier.round()) {}
    claims.set(0);

    for (int second = 0; second < 10; second++) {
      clock.advance(Duration.ofSeconds(1));
      while (courier.round()) {}
    }

    assertThat(posted).hasSize(11);
    assertThat(claims.get()).isEqualTo(10);
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void aChannelWhoseCallHangsHoldsOneCourierOnly(Dialect dialect) {
    on(dialect);
    wantIn("HANGS", "hangs1");
    clock.advance(Duration.ofMillis(10));
    wantIn("HANGS", "hangs2");
    wantIn("FINE", "fine1");
    var posted = new ArrayList<String>();
    var second = new Courier(outbox, posting(posted), "two");
    var first =
        new Courier(
            outbox,
            claim -> {
              assertThat(claim.slot().name()).isEqualTo("hangs1");
              while (second.round()) {}
              return new Carrier.Carried.Unknown("timed out");
            },
            "one");

    first.round();

    assertThat(posted).containsExactly("fine1");
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void turnsComeInABurstAndThenEvenly(Dialect dialect) {
    on(dialect);
    var turn = new Turn("method", Duration.ofSeconds(2), 3);
    var turns = outbox.turns();

    for (int i = 0; i < 3; i++) {
      assertThat(turns.take(TEAM, turn)).isEmpty();
    }
    assertThat(turns.take(TEAM, turn)).contains(new Turns.Wait("method", Duration.ofSeconds(2)));
    assertThat(turns.take("T2", turn)).as("each workspace has its own").isEmpty();
    clock.advance(Duration.ofSeconds(2));
    assertThat(turns.take(TEAM, turn)).isEmpty();
    assertThat(turns.take(TEAM, turn)).isPresent();
    turns.bar(TEAM, "method", Duration.ofSeconds(60));
    clock.advance(Duration.ofSeconds(59));
    assertThat(turns.take(TEAM, turn)).contains(new Turns.Wait("method", Duration.ofSeconds(1)));
    assertThat(turns.take(TEAM, ONE_A_SECOND)).as("another may be used").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void whatAPausedCourierPostedAllTheSameIsRemoved(Dialect dialect) {
    on(dialect);
    want("hello");
    var removed = new ArrayList<Carrier.Place>();
    var remover =
        new Carrier() {
          @Override
          public Carried carry(Claim claim) {
            return new Carried.Stands(new Place("C1", "2.0"));
          }

          @Override
          public Carried remove(String team, Place twin) {
            removed.add(twin);
            return new Carried.Stands(null);
          }
        };
    var second = new Courier(outbox, remover, "two");
    var paused =
        new Courier(
            outbox,
            claim -> {
              clock.advance(Outbox.LEASE.plusSeconds(1));
              second.round();
              return new Carrier.Carried.Stands(new Carrier.Place("C1", "1.5"));
            },
            "one");

    paused.round();
    while (second.round()) {}

    assertThat(removed).containsExactly(new Carrier.Place("C1", "1.5"));
    assertThat(outbox.place(TEAM, SLOT)).contains(new Carrier.Place("C1", "2.0"));
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void whatAPausedCourierWroteOverNewerWordsIsWrittenAnew(Dialect dialect) {
    on(dialect);
    var place = new Carrier.Place("C1", "2.0");
    var shown = new AtomicReference<Message>();
    Carrier slack =
        claim -> {
          shown.set(((Wanted.Post) claim.wanted()).message());
          return new Carrier.Carried.Stands(place);
        };
    var second = new Courier(outbox, slack, "two");
    want("first");
    second.round();
    want("old");
    var paused =
        new Courier(
            outbox,
            claim -> {
              clock.advance(Outbox.LEASE.plusSeconds(1));
              want("new");
              second.round();
              return slack.carry(claim);
            },
            "one");

    paused.round();
    assertThat(shown).hasValue(Message.of("old"));
    while (second.round()) {}

    assertThat(shown).hasValue(Message.of("new"));
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void aMessageOfASlotThatTheDatabaseDoesNotKnowIsLeftAlone(Dialect dialect) {
    on(dialect);

    assertThat(outbox.stands(TEAM, new Slot("brief:x"), new Carrier.Place("C1", "1.0"), null))
        .isFalse();
    clock.advance(Duration.ofMinutes(1));

    assertThat(outbox.twins().next()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void aRefusedContentThatWasChangedMeanwhileIsTriedAgain(Dialect dialect) {
    on(dialect);
    want("too long");
    var carried = new ArrayList<Wanted>();
    var courier =
        new Courier(
            outbox,
            claim -> {
              carried.add(claim.wanted());
              if (carried.size() == 1) {
                want("short");
                return new Carrier.Carried.Aside("invalid_blocks");
              }
              return new Carrier.Carried.Stands(new Carrier.Place("C1", "9.0"));
            },
            "test");

    while (courier.round()) {}

    assertThat(carried).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void whatIsNotPostedYetIsDroppedWithWhatItWouldStandUnder(Dialect dialect) {
    on(dialect);
    want("a reminder");
    database.db().change(tx -> outbox.drop(tx, TEAM, SLOT));
    want("a reminder, changed");

    assertThat(outbox.take("test")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.learningadvocate.store.TestDatabase#engines")
  void whatLinksToASlotFollowsItWhereItMoves(Dialect dialect) {
    on(dialect);
    var brief = Slot.brief(new ThreadId("C1", "1.000001"));
    database
        .db()
        .change(
            tx -> {
              outbox.want(
                  tx,
                  TEAM,
                  SLOT,
                  new Wanted.Post(
                      "C1", "1.000001", Message.of(Words.NONE.linkTo(brief, "the brief"))));
              outbox.want(tx, TEAM, brief, new Wanted.Post("C2", null, Message.of("brief")));
            });
    var carried = new ArrayList<Slot>();
    var courier =
        new Courier(
            outbox,
            claim -> {
              carried.add(claim.slot());
              String channel = claim.wanted() instanceof Wanted.Post post ? post.channel() : "";
              return new Carrier.Carried.Stands(new Carrier.Place(channel, "9." + channel));
            },
            "test");
    while (courier.round()) {}
    carried.clear();

    database
        .db()
        .change(
            tx -> outbox.want(tx, TEAM, brief, new Wanted.Post("C3", null, Message.of("brief"))));
    while (courier.round()) {}

    assertThat(carried).containsExactly(brief, SLOT);
  }
}
