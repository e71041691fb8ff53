package org.learningadvocate.homework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.catalog.Contact;
import org.learningadvocate.catalog.Initiative;
import org.learningadvocate.catalog.Priority;
import org.learningadvocate.homework.Finding.About;
import org.learningadvocate.homework.Finding.Candidates;
import org.learningadvocate.homework.Finding.Overlap;
import org.learningadvocate.homework.Finding.PriorityServed;
import org.learningadvocate.homework.Finding.QuickWord;
import org.learningadvocate.homework.Finding.SimilarRequest;
import org.learningadvocate.meaning.WordsOnly;
import org.learningadvocate.request.Deliverable;
import org.learningadvocate.request.Reading;
import org.learningadvocate.request.Size;

/** By words only, so that the claims hold where no model can be loaded. */
class HomeworkTest {
  private static final LocalDate POSTED = LocalDate.of(2026, 9, 1);

  private static final Priority CLOSE =
      priority(
          "close", "Fewer days to close the books", "Month end from 9 days to 5.", "Ken Abara");
  private static final Priority SAFETY =
      priority("safe", "Everybody home", "Injuries on the dock from 8 to 2 a year.", "Ana Silva");

  private static final Initiative ERP =
      initiative(
          "erp", "Orbit ERP", "Finance leaves the old ledger for Orbit.", List.of("accountants"));
  private static final Initiative TILLS =
      initiative(
          "tills",
          "Loom point of sale",
          "New tills in all stores.",
          List.of("store managers", "cashiers"));
  private static final Initiative SURVEY =
      initiative("survey", "Yearly survey", "34 questions.", List.of("everyone"));
  private static final Initiative DOCK =
      initiative("dock", "Dock audit", "Auditors visit.", List.of("warehouse managers"));

  private static final Contact KEN =
      contact("Ken Abara", "Chief Financial Officer", "finance", "month end");
  private static final Contact ANA =
      contact("Ana Silva", "VP Logistics", "warehouse managers", "dock");
  private static final Contact LUZ =
      contact("Luz Prado", "Head of Stores", "store managers", "cashiers");

  private final Catalogue catalogue =
      new Catalogue(
          List.of(CLOSE, SAFETY), List.of(ERP, TILLS, SURVEY, DOCK), List.of(KEN, ANA, LUZ));
  private final Homework homework = Homework.over(catalogue, new WordsOnly());

  @Test
  void aPriorityNamedInTheTextComesFirst() {
    var served = priorities("A job aid for *fewer days to close the books* please", null);

    assertThat(served.get(0).priority()).isEqualTo(CLOSE);
    assertThat(served.get(0).confidence()).isBetween(0.5, 1.0);
  }

  @Test
  void aPriorityIsNamedOnlyWhereItsWholeNameIsSaid() {
    assertThat(priorities("It is for Fewer Days to close the books, a job aid please", null))
        .first()
        .matches(PriorityServed::named);
    assertThat(priorities("A job aid on how to close the books please", null))
        .noneMatch(PriorityServed::named);
  }

  @Test
  void whatServesNothingDocumentedIsShownNothing() {
    assertThat(priorities("Could someone teach the choir to read sheet music?", null)).isEmpty();
  }

  @Test
  void noneIsShownBelowTheStatedConfidenceButAPersonMayChooseAmongTheLikeliest() {
    var findings = findings("Could someone teach the choir to read sheet music?", null);

    assertThat(only(findings, PriorityServed.class)).isEmpty();
    assertThat(only(findings, Candidates.class).get(0).likeliest())
        .extracting(one -> one.id())
        .containsExactlyInAnyOrder("close", "safe");
  }

  @Test
  void whatAPersonConfirmedStandsFirstAndWhatOneDeniedIsGone() {
    var text = "A job aid for fewer days to close the books please";
    var reading =
        new Reading(1, Deliverable.JOB_AID, Size.SMALL, null, null, null, Set.of(), List.of());
    var said = new Subject(text, reading, POSTED, null, Set.of("safe"), Set.of("close"));

    var findings = homework.about(said, PastRequests.NONE);

    assertThat(only(findings, PriorityServed.class))
        .extracting(PriorityServed::priority)
        .containsExactly(SAFETY);
  }

  @Test
  void whatPeopleConfirmedMakesALaterRequestLikeItFindIt() {
    var before = "Gloves and visors refresher for the picking line";
    var later = "Refresher on gloves and visors for the night shift";
    var other = "A job aid for fewer days to close the books please";
    var told =
        homework.taught(
            List.of(new Lesson("safe", true, before), new Lesson("close", false, before)));

    assertThat(priorities(homework, later, null)).isEmpty();
    assertThat(priorities(told, later, null))
        .extracting(PriorityServed::priority)
        .containsExactly(SAFETY);
    // What is like neither is judged as before.
    assertThat(priorities(told, other, null)).isEqualTo(priorities(homework, other, null));
  }

  @Test
  void whatPeopleDeniedIsNotShownAgainForARequestLikeIt() {
    var before = "A one-pager on closing the dock books of the yard cats";
    var later = "One-pager on the yard cats' dock books, for closing them";
    var other = "A job aid for fewer days to close the books please";
    var told = homework.taught(List.of(new Lesson("close", false, before)));

    assertThat(confidence(told, later, CLOSE)).isLessThan(confidence(homework, later, CLOSE));
    assertThat(priorities(told, other, null).get(0).priority()).isEqualTo(CLOSE);
  }

  @Test
  void onlyPrioritiesInForceInTheWindowAreShown() {
    var over =
        new Priority(
            "close",
            CLOSE.title(),
            CLOSE.description(),
            CLOSE.owner(),
            LocalDate.of(2026, 1, 1),
            POSTED.minusDays(1),
            null,
            null,
            List.of());
    var later =
        new Priority(
            "soon",
            CLOSE.title(),
            CLOSE.description(),
            CLOSE.owner(),
            POSTED.plusDays(90),
            LocalDate.of(2027, 12, 31),
            null,
            null,
            List.of());
    var text = "A job aid for fewer days to close the books please";

    assertThat(priorities(with(over), text, null)).isEmpty();
    assertThat(priorities(with(later), text, null)).hasSize(1);
    // With a due date the window ends 30 days after it.
    assertThat(priorities(with(later), text, POSTED.plusDays(10))).isEmpty();
  }

  @Test
  void anInitiativeNamedInTheTextIsWhatItIsAboutAndNoOverlap() {
    var findings =
        findings("Loom point of sale quick reference for cashiers before go-live", "cashiers");

    assertThat(only(findings, About.class))
        .extracting(a -> a.initiative().id())
        .containsExactly("tills");
    assertThat(overlaps(findings)).containsExactly("survey");
  }

  @Test
  void storeManagersAreNoWarehouseManagers() {
    assertThat(
            overlaps(
                findings("A workshop on feedback for our store managers", "our store managers")))
        .containsExactlyInAnyOrder("tills", "survey");
  }

  @Test
  void everyoneMeetsAllAndAllMeetEveryone() {
    assertThat(overlaps(findings("A course on feedback for everyone", "everyone")))
        .containsExactlyInAnyOrder("erp", "tills", "survey", "dock");
    assertThat(overlaps(findings("A course on feedback for the choir", "the choir")))
        .containsExactly("survey");
  }

  @Test
  void withoutAnAudienceNothingOverlaps() {
    assertThat(overlaps(findings("A course on feedback", null))).isEmpty();
  }

  @Test
  void theCompanysOwnWordsForPeopleCount() {
    var text = "A course on feedback for the blue shirts";
    var table = Map.of("store managers", List.of("blue shirts"));
    var knowing =
        homework.over(
            new Catalogue(
                catalogue.priorities(), catalogue.initiatives(), catalogue.people(), table));

    assertThat(overlaps(findings(homework, text, "the blue shirts", Size.MEDIUM)))
        .containsExactly("survey");
    assertThat(overlaps(findings(knowing, text, "the blue shirts", Size.MEDIUM)))
        .containsExactlyInAnyOrder("tills", "survey");
  }

  @Test
  void whomBothReachIsTheGroupThatIsMeantNotTheOneThatSoundsAlike() {
    var peak = initiative("peak", "Peak", "Long days.", List.of("blue cap buyers", "store staff"));
    var knowing =
        homework.over(
            new Catalogue(
                List.of(),
                List.of(peak),
                List.of(),
                Map.of("store staff", List.of("blue shirts"))));

    assertThat(
            only(
                findings(knowing, "A course for the blue shirts", "blue shirts", Size.MEDIUM),
                Overlap.class))
        .extracting(Overlap::people)
        .containsExactly("store staff");
  }

  @Test
  void whatSaysNothingIsGuessedToServeNothing() {
    for (var text : List.of("", "<@U0ADVOCATE>", ":pray:", "https://acme.test/x")) {
      assertThat(priorities(text, null)).as(text).isEmpty();
      assertThat(only(findings(text, null), About.class)).as(text).isEmpty();
    }
  }

  @Test
  void aSmallRequestIsSentToNoChiefWhoDoesNotOwnIt() {
    var text = "A one-pager on gloves for warehouse managers";
    var small = findings(homework, text, "warehouse managers", Size.SMALL);
    var large = findings(homework, text, "warehouse managers", Size.LARGE);

    assertThat(only(small, QuickWord.class))
        .extracting(q -> q.contact().name())
        .doesNotContain("Ken Abara");
    assertThat(only(small, QuickWord.class)).hasSizeLessThanOrEqualTo(2);
    assertThat(only(large, QuickWord.class))
        .extracting(q -> q.contact().name())
        .contains("Ana Silva");
  }

  @Test
  void theOwnerOfWhatWasFoundIsNamedWithTheReason() {
    var findings = findings("A job aid for fewer days to close the books please", null);

    assertThat(only(findings, QuickWord.class))
        .anySatisfy(
            word -> {
              assertThat(word.contact()).isEqualTo(KEN);
              assertThat(word.reasons())
                  .containsExactly(
                      new QuickWord.Reason(
                          QuickWord.Why.OWNS_PRIORITY, "Fewer days to close the books"));
            });
  }

  @Test
  void similarRequestsOfThePastAreRankedAndTheUnlikeLeftOut() {
    PastRequests past =
        (text, most) ->
            List.of(
                new PastRequests.Past(
                    "r1", "Lunch menu for the canteen", POSTED.minusDays(9), null),
                new PastRequests.Past(
                    "r2", "Forklift checklist for the dock crew", POSTED.minusDays(8), null));
    var findings =
        homework.about(subject("Forklift checklist for the dock", null, null, Size.SMALL), past);

    assertThat(only(findings, SimilarRequest.class))
        .extracting(SimilarRequest::id)
        .containsExactly("r2");
  }

  @Test
  void similarRequestsAreRankedByTheirKeptVectorsWhereThereAreAny() {
    var words = new WordsOnly();
    PastRequests past =
        (text, most) ->
            List.of(
                new PastRequests.Past(
                    "r1", "Forklift checklist for the dock", POSTED.minusDays(9), null),
                new PastRequests.Past(
                    "r2",
                    "Something named otherwise",
                    POSTED.minusDays(8),
                    null,
                    words.of("Forklift checklist for the dock")),
                new PastRequests.Past(
                    "r3",
                    "Forklift checklist for the dock",
                    POSTED.minusDays(7),
                    null,
                    words.of("Lunch menu for the canteen")));
    var findings =
        homework.about(subject("Forklift checklist for the dock", null, null, Size.SMALL), past);

    assertThat(only(findings, SimilarRequest.class))
        .extracting(SimilarRequest::id)
        .containsExactlyInAnyOrder("r1", "r2");
  }

  @Test
  void anEmptyCatalogueFindsNothing() {
    var empty = Homework.over(Catalogue.EMPTY, new WordsOnly());

    assertThat(findings(empty, "A course for everyone", "everyone", Size.LARGE)).isEmpty();
  }

  private Homework with(Priority priority) {
    return homework.over(new Catalogue(List.of(priority), List.of(), List.of()));
  }

  private List<PriorityServed> priorities(String text, @Nullable LocalDate due) {
    return priorities(homework, text, due);
  }

  private static List<PriorityServed> priorities(
      Homework homework, String text, @Nullable LocalDate due) {
    return only(
        homework.about(subject(text, null, due, Size.SMALL), PastRequests.NONE),
        PriorityServed.class);
  }

  private static double confidence(Homework homework, String text, Priority priority) {
    return priorities(homework, text, null).stream()
        .filter(served -> served.priority().equals(priority))
        .mapToDouble(PriorityServed::confidence)
        .findFirst()
        .orElse(0);
  }

  private List<Finding> findings(String text, @Nullable String audience) {
    return findings(homework, text, audience, Size.MEDIUM);
  }

  private static List<Finding> findings(
      Homework homework, String text, @Nullable String audience, Size size) {
    return homework.about(subject(text, audience, null, size), PastRequests.NONE);
  }

  private static List<String> overlaps(List<Finding> findings) {
    return only(findings, Overlap.class).stream().map(o -> o.initiative().id()).toList();
  }

  private static Subject subject(
      String text, @Nullable String audience, @Nullable LocalDate due, Size size) {
    var reading =
        new Reading(1, Deliverable.JOB_AID, size, due, null, audience, Set.of(), List.of());
    return new Subject(text, reading, POSTED, null);
  }

  private static <T extends Finding> List<T> only(List<Finding> findings, Class<T> kind) {
    return findings.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static Priority priority(String id, String title, String description, String owner) {
    return new Priority(
        id,
        title,
        description,
        owner,
        LocalDate.of(2026, 1, 1),
        LocalDate.of(2027, 12, 31),
        null,
        null,
        List.of());
  }

  private static Initiative initiative(
      String id, String title, String description, List<String> audience) {
    return new Initiative(
        id,
        title,
        description,
        "Nobody Known",
        audience,
        POSTED,
        POSTED.plusDays(60),
        null,
        null,
        List.of());
  }

  private static Contact contact(String name, String role, String... covers) {
    return new Contact(name, role, List.of(covers), null, null);
  }
}
