package org.learningadvocate.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.learningadvocate.digest.Asked.request;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.catalog.Catalogues;
import org.learningadvocate.catalog.House;
import org.learningadvocate.catalog.Initiative;
import org.learningadvocate.catalog.Priority;
import org.learningadvocate.catalog.Read;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.Wanted;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.delivery.Outbox;
import org.learningadvocate.delivery.Signal;
import org.learningadvocate.request.Request;
import org.learningadvocate.request.Requests;
import org.learningadvocate.request.Topic;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Json;

class WeeklyDigestTest {

  /** A Monday, a quarter past nine in Chicago. */
  private static final Instant NOW = Instant.parse("2026-11-30T15:15:00Z");

  @TempDir Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
  private final Requests requests = new Requests();
  private HouseRules rules = House.rules().build();
  private Db db;
  private Catalogues catalogues;
  private Outbox outbox;
  private WeeklyDigest digest;

  @BeforeEach
  void open() {
    db = Db.open("jdbc:sqlite:" + folder.resolve("a.db"), null, null);
    catalogues = new Catalogues(db, clock);
    outbox = new Outbox(db, clock, new Signal());
    digest =
        new WeeklyDigest(
            db,
            requests,
            catalogues,
            outbox,
            () -> rules,
            (a, b) -> a.equals(b),
            Wording.of("en"),
            clock);
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void decisionsComeFirstThenWhatIsNewAndWhatComes() {
    documented(
        List.of(priority("keep", "Keep our people"), priority("shrink", "Plug the shrink")),
        List.of(initiative("loom", "Loom point of sale", "2026-11-09", "2026-12-18")));
    asked(
        request(1, "Expense tool quick guide")
            .audience("store managers")
            .due("2026-12-04")
            .serves("keep")
            .overlaps("loom")
            .pending(Topic.OUTCOME, Topic.ROLLOUTS)
            .opened("2026-11-24T15:00:00Z"),
        request(2, "Coaching workshop")
            .audience("store managers")
            .due("2026-12-18")
            .opened("2026-11-26T15:00:00Z"),
        request(3, "Price tags checklist")
            .opened("2026-11-02T15:00:00Z")
            .answered("2026-11-27T15:00:00Z"),
        request(4, "Something private").stays().opened("2026-11-27T15:00:00Z"));

    assertThat(Read.text(digest.asked()))
        .isEqualTo(
            """
            # The week in learning · Mon 30 Nov
            :warning: *Same people:* <C0ASK:1795000000.000001|Expense tool quick guide> (due Fri 4 Dec) and _Loom point of sale_ (9 Nov – 18 Dec), store managers: before, with or after?
            :warning: *Same people:* <C0ASK:1795000000.000001|Expense tool quick guide> (due Fri 4 Dec) and <C0ASK:1795000000.000002|Coaching workshop> (due Fri 18 Dec) both reach store managers
            :compass: *No learning work in 90 days:* _Plug the shrink_ (Dana Ruiz)
            :hourglass_flowing_sand: *Not known yet:* what should be different in the business, and what else rolls out to the same people, for <C0ASK:1795000000.000001|Expense tool quick guide> (due Fri 4 Dec)
            *New:* <C0ASK:1795000000.000002|Coaching workshop>, <C0ASK:1795000000.000001|Expense tool quick guide>; 1 request in private channels
            *Answered:* <C0ASK:1795000000.000003|Price tags checklist>
            *The next three months:* _Loom point of sale_ (9 Nov – 18 Dec)
            [Details]\
            """);
  }

  @Test
  void anEmptyWeekIsOneQuietLine() {
    assertThat(Read.text(digest.asked()))
        .isEqualTo("A quiet week in learning: nothing new and nothing to decide.");
  }

  @Test
  void howeverMuchThereIsTenLinesAreTheMost() {
    documented(
        IntStream.range(0, 8).mapToObj(n -> priority("p" + n, "Priority " + n)).toList(),
        IntStream.range(0, 9)
            .mapToObj(n -> initiative("i" + n, "Rollout " + n, "2026-12-01", "2027-01-31"))
            .toList());
    for (int n = 0; n < 30; n++) {
      asked(
          request(n, "Request " + "very ".repeat(40) + n)
              .audience("store managers")
              .due("2026-12-08")
              .overlaps("i1", "i2", "i3", "i4")
              .pending(Topic.OUTCOME)
              .opened("2026-11-27T15:00:00Z"));
    }
    asked(request(40, "Done").opened("2026-11-20T15:00:00Z").answered("2026-11-27T15:00:00Z"));

    assertThat(digest.due()).isPresent();
    post();
    var summary = (Wanted.Post) wanted("digest:2026-W49");
    assertThat(summary.message().parts()).hasSize(10);
    assertThat(Read.text(summary.message()))
        .contains("and 462 more in the thread", "and 28 more in the thread", "and 27 more");
    var details = detailSlots();
    assertThat(details).isNotEmpty();
    assertThat(details)
        .allSatisfy(
            name -> {
              var below = (Wanted.Below) wanted(name);
              assertThat(below.parent().name()).isEqualTo("digest:2026-W49");
              assertThat(below.message().parts()).hasSizeLessThanOrEqualTo(50);
            });
  }

  @Test
  void itIsPostedOnceAWeekWithItsDetailsBelow() {
    asked(request(1, "Expense tool quick guide").opened("2026-11-24T15:00:00Z"));

    post();
    assertThat(digest.due()).isEmpty();
    asked(request(2, "Later one").opened("2026-11-30T15:00:00Z"));
    db.change(digest.think(tick())::save);

    var post = (Wanted.Post) wanted("digest:2026-W49");
    assertThat(post.channel()).isEqualTo("C0SUM");
    assertThat(post.thread()).isNull();
    assertThat(Read.text(post.message())).contains("quick guide").doesNotContain("Later one");
    assertThat(Read.text(((Wanted.Below) wanted("digest:2026-W49:1")).message()))
        .isEqualTo(
            """
            # New requests
            <C0ASK:1795000000.000001|Expense tool quick guide> · job aid, small · asked by UANA · 1 question open · <brief:C0ASK:1795000000.000001|brief>\
            """);
  }

  @Test
  void withoutASharedChannelAndInShadowModeNothingIsPosted() {
    rules = House.rules().summary(null).build();
    assertThat(digest.due()).isEmpty();
    db.change(digest.think(tick())::save);
    rules = House.rules().shadow().build();
    assertThat(digest.due()).isEmpty();
    db.change(digest.think(tick())::save);

    assertThat(slots()).isEmpty();
  }

  @Test
  void aTickOfAnotherDayIsLeftToThatDaysOwn() {
    var late =
        new Incoming.Tick(House.TEAM, WeeklyDigest.TICK, null, NOW.minusSeconds(3L * 86_400));

    db.change(digest.think(late)::save);

    assertThat(slots()).isEmpty();
  }

  @Test
  void afterADigestThatWasLateNothingIsLeftOutAndNothingToldTwice() {
    rules = House.rules().holidays(LocalDate.parse("2026-11-23")).build();
    db.change(
        tx ->
            outbox.want(
                tx,
                House.TEAM,
                Slot.digest("2026-W48"),
                new Wanted.Post("C0SUM", null, Message.of("x"))));
    asked(
        request(1, "Told last Tuesday").opened("2026-11-24T14:00:00Z"),
        request(2, "Came after it").opened("2026-11-24T16:00:00Z"));

    post();

    assertThat(Read.text(((Wanted.Post) wanted("digest:2026-W49")).message()))
        .contains("Came after it")
        .doesNotContain("Told last Tuesday");
  }

  @Test
  void theDayAfterItWasDownItCatchesUpUnlessItWasNotThereYet() {
    rules = House.rules().digest(DayOfWeek.SUNDAY, LocalTime.of(9, 0)).build();
    assertThat(digest.due())
        .as("no working day from Sunday on, so Friday; today is Monday")
        .isEmpty();
    now.set(Instant.parse("2026-12-02T15:15:00Z"));
    rules = House.rules().build();
    assertThat(digest.due()).as("invited on a Wednesday").isEmpty();

    asked(request(1, "Asked last week").opened("2026-11-27T15:00:00Z"));

    assertThat(digest.due())
        .map(Incoming.Tick::due)
        .contains(Instant.parse("2026-12-02T15:00:00Z"));
  }

  @Test
  void whatWasWithdrawnOrDeletedIsNotSpokenOf() {
    asked(
        request(1, "Not a request").closed(Request.Closed.WITHDRAWN),
        request(2, "Deleted").closed(Request.Closed.DELETED));

    assertThat(Read.text(digest.asked())).startsWith("A quiet week");
  }

  @Test
  void aPrivateRequestIsNeverNamedInCollisionsOrDetails() {
    documented(
        List.of(), List.of(initiative("loom", "Loom point of sale", "2026-12-01", "2026-12-18")));
    asked(
        request(1, "Secret reorganisation")
            .stays()
            .audience("managers")
            .due("2026-12-04")
            .overlaps("loom")
            .pending(Topic.OUTCOME),
        request(2, "Public one").audience("managers").due("2026-12-05"));

    post();

    assertThat(slots())
        .allSatisfy(
            name -> assertThat(Json.write(wanted(name), Wanted.class)).doesNotContain("Secret"));
  }

  @Test
  void requestsFarApartInTimeDoNotCollide() {
    asked(
        request(1, "December one").audience("managers").due("2026-12-04"),
        request(2, "February one").audience("managers").due("2027-02-10"));

    assertThat(Read.text(digest.asked())).doesNotContain("Same people");
  }

  @Test
  void thePrivateDigestLeadsToItsDetailsAndBack() {
    asked(request(1, "Expense tool quick guide"));

    var details = press(Read.button(Read.shown(digest.asked()).parts(), "Details").value());
    assertThat(Read.text(digest.turned(details)))
        .startsWith("# New requests")
        .contains("[Summary]");
    assertThat(Read.text(digest.turned(press("summary")))).startsWith("# The week in learning");
  }

  @Test
  void thePictureSaysInWordsWhatItShows() {
    documented(
        List.of(), List.of(initiative("loom", "Loom point of sale", "2026-12-01", "2026-12-18")));
    asked(request(1, "Expense tool quick guide").due("2026-12-04"));

    var picture = digest.picture().orElseThrow();
    assertThat(picture.alt())
        .isEqualTo(
            "Timeline from 30 Nov to 28 Feb 2027. Rollouts: Loom point of sale, 1 Dec – 18 Dec,"
                + " store managers. Requests: Expense tool quick guide, due 4 Dec.");
    assertThat(picture.width()).isEqualTo(2_400);
    assertThat(picture.png()).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void withNothingPlannedThereIsNoPicture() {
    assertThat(digest.picture()).isEmpty();
  }

  private void post() {
    db.change(digest.think(digest.due().orElseThrow())::save);
  }

  private static Incoming.Tick tick() {
    return new Incoming.Tick(House.TEAM, WeeklyDigest.TICK, null, NOW);
  }

  private static Incoming.Pressed press(String value) {
    return new Incoming.Pressed(
        House.TEAM, "U1", WeeklyDigest.PAGE, value, "C1", "1.0", null, true, "2.0");
  }

  private void documented(List<Priority> priorities, List<Initiative> initiatives) {
    db.change(
        tx ->
            catalogues.replace(tx, House.TEAM, new Catalogue(priorities, initiatives, List.of())));
  }

  private void asked(Asked... all) {
    db.change(
        tx -> {
          for (var one : all) {
            var request = one.build();
            requests.save(tx, request, request.title(), null, request.opened());
          }
        });
  }

  private static Priority priority(String id, String title) {
    return new Priority(
        id,
        title,
        "A line.",
        "Dana Ruiz",
        LocalDate.parse("2026-07-01"),
        LocalDate.parse("2027-03-31"),
        null,
        null,
        List.of());
  }

  private static Initiative initiative(String id, String title, String from, String to) {
    return new Initiative(
        id,
        title,
        "A line.",
        "Ken Abara",
        List.of("store managers"),
        LocalDate.parse(from),
        LocalDate.parse(to),
        null,
        null,
        List.of());
  }

  private List<String> slots() {
    return db.read(tx -> tx.query("SELECT name FROM slot ORDER BY name", row -> row.text("name")));
  }

  private List<String> detailSlots() {
    return slots().stream().filter(name -> name.startsWith("digest:2026-W49:")).toList();
  }

  private Wanted wanted(String slot) {
    return db.read(
            tx ->
                tx.first(
                    "SELECT wanted FROM slot WHERE name = ?",
                    row -> Json.read(row.text("wanted"), Wanted.class),
                    slot))
        .orElseThrow();
  }
}
