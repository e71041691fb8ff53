package org.learningadvocate.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.learningadvocate.chat.Answer;
import org.learningadvocate.chat.Control;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.meaning.SentenceModel;
import org.learningadvocate.meaning.WordsOnly;
import org.learningadvocate.store.Db;

class LookupTest {

  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-24T15:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private Db db;
  private Catalogues catalogues;
  private PriorityLookup priorities;
  private RolloutLookup rollouts;

  @BeforeEach
  void open() {
    db = Db.open("jdbc:sqlite:" + folder.resolve("a.db"), null, null);
    catalogues = new Catalogues(db, NOW);
    var rules = House.rules().build();
    priorities =
        new PriorityLookup(catalogues, () -> rules, new WordsOnly(), Wording.of("en"), NOW);
    rollouts = new RolloutLookup(catalogues, () -> rules, new WordsOnly(), Wording.of("en"), NOW);
  }

  @AfterEach
  void close() {
    db.close();
  }

  private static Priority priority(String id, String title, String line, String owner) {
    return new Priority(
        id,
        title,
        line,
        owner,
        LocalDate.parse("2026-07-01"),
        LocalDate.parse("2027-03-31"),
        "https://wiki.example.com/" + id,
        LocalDate.parse("2026-09-01"),
        List.of());
  }

  private void documented(Priority... all) {
    db.change(
        tx ->
            catalogues.replace(
                tx,
                House.TEAM,
                new Catalogue(
                    List.of(all),
                    List.of(),
                    List.of(
                        new Contact(
                            "Dana Ruiz",
                            "VP Store Operations",
                            List.of("retention"),
                            null,
                            null)))));
  }

  private void rollingOut(Initiative... all) {
    db.change(
        tx ->
            catalogues.replace(tx, House.TEAM, new Catalogue(List.of(), List.of(all), List.of())));
  }

  private static Initiative initiative(String title, String from, String to, String... audience) {
    return new Initiative(
        title.toLowerCase(Locale.ROOT).replace(' ', '-'),
        title,
        "Everything about " + title + ".",
        "Ken Abara",
        List.of(audience),
        LocalDate.parse(from),
        LocalDate.parse(to),
        null,
        null,
        List.of());
  }

  @Test
  void aPriorityIsQuotedWithOwnerDatesSourceAndReview() {
    documented(
        priority("keep", "Keep our frontline people", "Turnover from 61 % to 45 %.", "Dana Ruiz"));

    assertThat(Read.text(priorities.asked(House.TEAM, "")))
        .isEqualTo(
            """
            *Documented priorities* · 1
            *Keep our frontline people*
            > Turnover from 61 % to 45 %.
            (Dana Ruiz, VP Store Operations · 1 Jul – 31 Mar 2027 · <https://wiki.example.com/keep|source> · last reviewed 1 Sep)\
            """);
  }

  @Test
  void wordsAreFoundInflectedMistypedWithoutAccentsAndAsABeginning() {
    documented(
        priority("a", "Onboard new associates faster", "Signed off by day 30.", "Marisol Tate"),
        priority("b", "Café service", "NPS from 52 to 60.", "Beth Lindqvist"),
        priority("c", "Plug the shrink", "Theft and refund fraud.", "Curtis Boyle"));

    for (var words : List.of("onboarding", "onbaord", "associate", "ONBOARD", "marisol")) {
      assertThat(Read.text(priorities.asked(House.TEAM, words)))
          .as(words)
          .contains("Onboard new associates faster")
          .doesNotContain("Plug the shrink");
    }
    assertThat(Read.text(priorities.asked(House.TEAM, "cafe"))).contains("Café service");
    assertThat(Read.text(priorities.asked(House.TEAM, "what do we have about fraud?")))
        .contains("Plug the shrink")
        .doesNotContain("Café");
  }

  @Test
  void anAliasThatPeopleAddedIsFound() {
    documented(priority("c", "Plug the shrink", "Theft and refund fraud.", "Curtis Boyle"));
    assertThat(Read.text(priorities.asked(House.TEAM, "loss prevention"))).startsWith("No doc");

    db.change(tx -> catalogues.addPriorityAlias(tx, House.TEAM, "c", "loss prevention"));

    assertThat(Read.text(priorities.asked(House.TEAM, "loss prevention")))
        .contains("Plug the shrink");
  }

  @Test
  void whatHasNotBeenLookedAtForHalfAYearSaysSo() {
    documented(
        priority("c", "Plug the shrink", "Theft.", "Curtis Boyle")
            .reviewed(LocalDate.parse("2026-03-02")));

    assertThat(Read.text(priorities.asked(House.TEAM, "shrink")))
        .contains(
            "last reviewed 2 Mar :warning: that is 8 months ago: ask Curtis Boyle whether it still"
                + " holds");
  }

  @Test
  void nothingFoundSaysWhomToAskAndOffersTheWholeList() {
    documented(priority("c", "Plug the shrink", "Theft.", "Curtis Boyle"));

    assertThat(Read.text(priorities.asked(House.TEAM, "retention")))
        .isEqualTo(
            """
            No documented priority speaks of _retention_. That is worth knowing too.
            Who could know: Dana Ruiz (VP Store Operations).
            [All priorities]
            (Should one speak of it? Editors can add it, or these words as another name for it, in my Home tab.)\
            """);
  }

  @Test
  void whatNoWordNamesIsLookedForByItsMeaning() throws Exception {
    documented(
        priority("grow", "Grow our own", "Seven of ten openings filled from the bench.", "Mo Tate"),
        priority("c", "Plug the shrink", "Theft.", "Curtis Boyle"));
    try (var model = SentenceModel.load()) {
      var rules = House.rules().build();
      var lookup = new PriorityLookup(catalogues, () -> rules, model, Wording.of("en"), NOW);

      assertThat(Read.text(lookup.asked(House.TEAM, "stealing")))
          .startsWith(
              "No documented priority speaks of _stealing_. Nearest in meaning, perhaps:\n"
                  + "*Plug the shrink*")
          .doesNotContain("*Grow our own*");
      assertThat(Read.text(lookup.asked(House.TEAM, "pizza")))
          .startsWith("No documented priority speaks of _pizza_. That is worth knowing too.");
    }
  }

  @Test
  void pastOnesAreLeftOutUnlessAskedFor() {
    documented(
        new Priority(
            "old",
            "Close the no-receipt door",
            "Returns from 7 % to 3 %.",
            "Curtis Boyle",
            LocalDate.parse("2026-02-01"),
            LocalDate.parse("2026-08-31"),
            null,
            null,
            List.of()),
        priority("c", "Plug the shrink", "Theft.", "Curtis Boyle"));

    assertThat(Read.text(priorities.asked(House.TEAM, ""))).doesNotContain("no-receipt");
    assertThat(Read.text(priorities.asked(House.TEAM, "past")))
        .contains("*Close the no-receipt door* · past")
        .contains("ended 31 Aug: ask Curtis Boyle what came after it");
    var answer = priorities.asked(House.TEAM, "receipt");
    assertThat(Read.text(answer)).contains("One that is over does: _Close the no-receipt door_.");
    var button = Read.button(Read.shown(answer).parts(), "Show past ones too");
    assertThat(Read.text(priorities.turned(press(button)))).contains("> Returns from 7 % to 3 %.");
  }

  @Test
  void anEmptyCatalogueSaysHowToFillIt() {
    assertThat(Read.text(priorities.asked(House.TEAM, "crm")))
        .contains("No priorities are documented here yet.", "catalog import company.yaml");
    assertThat(Read.text(rollouts.asked(House.TEAM, "")))
        .contains("No rollouts are documented here yet.");
  }

  @Test
  void longListsComeInPagesThatReplaceEachOther() {
    documented(
        IntStream.rangeClosed(1, 12)
            .mapToObj(n -> priority("p" + n, "Number " + n, "Line.", "Dana Ruiz"))
            .toArray(Priority[]::new));

    var first = priorities.asked(House.TEAM, "");
    assertThat(Read.text(first))
        .contains("*Number 5*", "(1 to 5 of 12)")
        .doesNotContain("Number 6");
    assertThat(first).isInstanceOf(Answer.Show.class);

    var second = priorities.turned(press(Read.button(Read.shown(first).parts(), "Next")));
    assertThat(second).isInstanceOf(Answer.ShowInstead.class);
    assertThat(Read.text(second)).contains("*Number 6*", "(6 to 10 of 12)");

    var third = priorities.turned(press(Read.button(Read.shown(second).parts(), "Next")));
    assertThat(Read.text(third)).contains("*Number 12*", "[Previous]").doesNotContain("[Next]");
  }

  @Test
  void aSearchKeepsItsWordsWhenThePageIsTurned() {
    documented(
        IntStream.rangeClosed(1, 7)
            .mapToObj(n -> priority("p" + n, "Store " + n, "Line.", "Dana Ruiz"))
            .toArray(Priority[]::new));

    var next = Read.button(Read.shown(priorities.asked(House.TEAM, "stores")).parts(), "Next");
    assertThat(Read.text(priorities.turned(press(next)))).startsWith("7 priorities for _stores_");
  }

  @Test
  void rolloutsComeInTheOrderInWhichTheyReachPeople() {
    rollingOut(
        initiative("Cascade", "2027-01-18", "2027-04-30", "DC associates"),
        initiative("Loom", "2026-11-01", "2026-12-06", "store associates", "store managers"),
        initiative("Old thing", "2026-01-01", "2026-02-01", "everyone"));

    assertThat(Read.text(rollouts.asked(House.TEAM, "")))
        .isEqualTo(
            """
            *Documented rollouts* · 2 rollouts
            *Loom* · 1 Nov – 6 Dec · running now
            > Everything about Loom.
            (reaches store associates, store managers · Ken Abara · no review date)
            *Cascade* · 18 Jan – 30 Apr 2027 · starts in 7 weeks
            > Everything about Cascade.
            (reaches DC associates · Ken Abara · no review date)\
            """);
  }

  @Test
  void rolloutsOfATimeAreThoseThatRunThen() {
    rollingOut(
        initiative("Loom", "2026-11-01", "2026-12-06", "stores"),
        initiative("Cascade", "2027-01-18", "2027-04-30", "DCs"),
        initiative("Far away", "2027-06-01", "2027-08-01", "stores"));

    assertThat(Read.text(rollouts.asked(House.TEAM, "next 3 months")))
        .contains("2 rollouts, in the next 3 months", "Loom", "Cascade")
        .doesNotContain("Far away");
    assertThat(Read.text(rollouts.asked(House.TEAM, "stores in the next three months")))
        .contains("Loom")
        .doesNotContain("Cascade", "Far away");
    assertThat(Read.text(rollouts.asked(House.TEAM, "in July")))
        .contains("1 rollout, in July 2027", "Far away")
        .doesNotContain("Loom");
    assertThat(Read.text(rollouts.asked(House.TEAM, "next week")))
        .contains("Loom")
        .doesNotContain("Cascade");
  }

  @Test
  void whatIsTypedIsShownAsTextAndNeverTooLong() {
    documented(priority("c", "Plug the shrink", "Theft.", "Curtis Boyle"));

    var answer = priorities.asked(House.TEAM, "<!channel> " + "x".repeat(5_000));
    assertThat(Read.text(answer)).contains("<!channel>");
    assertThat(Read.controls(Read.shown(answer).parts()))
        .allSatisfy(
            control -> assertThat(((Control.Button) control).value().length()).isLessThan(2_000));
    assertThat(Read.text(priorities.asked(House.TEAM, "😀😀"))).isNotBlank();
    assertThat(Read.text(priorities.asked(House.TEAM, "مبيعات"))).startsWith("No documented");
  }

  private static Incoming.Pressed press(Control.Button button) {
    return new Incoming.Pressed(
        House.TEAM, "U1", button.action(), button.value(), "C1", "1.0", null, true, "2.0");
  }
}
