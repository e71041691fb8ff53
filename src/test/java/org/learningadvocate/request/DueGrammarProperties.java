package org.learningadvocate.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every text and every day. */
final class DueGrammarProperties {
  private static final List<String> PIECES =
      List.of(
          "by ",
          "before ",
          "end of ",
          "mid ",
          "next ",
          "the ",
          "Friday",
          "March",
          "May",
          "Q",
          "KW ",
          "week ",
          "in ",
          "two weeks",
          " days before ",
          "31",
          "2",
          "/",
          ".",
          "-",
          "th",
          "today",
          " of ",
          "month",
          "Christmas",
          "\n",
          "> ",
          "ⅷ",
          "😀",
          "29 February ",
          "EOM",
          " ",
          ",");

  @Property(tries = 500)
  void anyTextIsReadWithoutFailing(
      @ForAll("textsOfDates") String text, @ForAll("postings") LocalDate posted) {
    for (var found : DueGrammar.days(text, posted, Locale.UK)) {
      assertThat(found.date()).isAfterOrEqualTo(posted);
      assertThat(text.substring(found.start(), found.end())).isNotBlank();
    }
  }

  @Property(tries = 200)
  void anyCharactersAreReadWithoutFailing(@ForAll String text) {
    var posted = LocalDate.of(2026, 3, 4);
    assertThat(DueGrammar.days(text, posted, Locale.US))
        .allSatisfy(found -> assertThat(found.date()).isAfterOrEqualTo(posted));
  }

  @Property(tries = 300)
  void daysFoundDoNotOverlap(
      @ForAll("textsOfDates") String text, @ForAll("postings") LocalDate posted) {
    int end = 0;
    for (var found : DueGrammar.days(text, posted, Locale.US)) {
      assertThat(found.start()).isGreaterThanOrEqualTo(end);
      end = found.end();
    }
  }

  @Property(tries = 300)
  void dateWrittenOutInFullIsReadBack(
      @ForAll("postings") LocalDate posted, @ForAll("daysAhead") int ahead) {
    var day = posted.plusDays(ahead);
    for (var form :
        List.of("uuuu-MM-dd", "d MMMM uuuu", "MMMM d, uuuu", "d MMM uuuu", "EEEE d MMMM uuuu")) {
      var written = DateTimeFormatter.ofPattern(form, Locale.ENGLISH).format(day);
      assertThat(dates("by " + written + " please", posted, Locale.UK))
          .as(written)
          .containsExactly(day);
    }
    var dayFirst = DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ENGLISH).format(day);
    assertThat(dates("bis " + dayFirst, posted, Locale.GERMANY)).containsExactly(day);
    var monthFirst = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ENGLISH).format(day);
    assertThat(dates("by " + monthFirst, posted, Locale.US)).containsExactly(day);
  }

  @Property(tries = 300)
  void bareWeekdayComesWithinTheWeek(@ForAll("postings") LocalDate posted) {
    for (int ahead = 1; ahead <= 7; ahead++) {
      var day = posted.plusDays(ahead);
      var name = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH).format(day);
      assertThat(dates("by " + name, posted, Locale.UK)).containsExactly(day);
    }
  }

  private static List<LocalDate> dates(String text, LocalDate posted, Locale locale) {
    return DueGrammar.days(text, posted, locale).stream().map(DueGrammar.Found::date).toList();
  }

  @Provide
  Arbitrary<String> textsOfDates() {
    return Arbitraries.of(PIECES)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<LocalDate> postings() {
    return Combinators.combine(
            Arbitraries.integers().between(2024, 2040), Arbitraries.integers().between(1, 365))
        .as(LocalDate::ofYearDay);
  }

  @Provide
  Arbitrary<Integer> daysAhead() {
    return Arbitraries.integers().between(0, 700);
  }
}
