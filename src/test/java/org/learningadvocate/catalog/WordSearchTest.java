package org.learningadvocate.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.learningadvocate.chat.Wording;

class WordSearchTest {

  private static final LookupTimes TIMES =
      new LookupTimes(Wording.of("en").texts(LookupTexts.class));

  @Property(tries = 300)
  void whateverIsTypedIsAnsweredWithoutAFault(@ForAll String asked, @ForAll String title) {
    var search = search(List.of(title, "Plug the shrink"));

    assertThat(search.find(asked)).hasSizeLessThanOrEqualTo(2);
    assertThat(TIMES.read(asked, LocalDate.parse("2026-11-24"))).isNotNull();
  }

  @Property(tries = 300)
  void aWordOfATitleFindsItAlsoWithTwoLettersSwapped(
      @ForAll @Size(min = 1, max = 5) List<@AlphaChars @StringLength(min = 6, max = 12) String> words,
      @ForAll @IntRange(min = 0, max = 4) int which,
      @ForAll @IntRange(min = 1, max = 3) int swap) {
    var title = String.join(" ", words);
    var word = words.get(which % words.size());
    var letters = new StringBuilder(word);
    letters.setCharAt(swap, word.charAt(swap + 1));
    letters.setCharAt(swap + 1, word.charAt(swap));
    var search = search(List.of(title, "Plug the shrink"));

    assertThat(search.find(word)).contains(title);
    assertThat(search.find(letters.toString())).contains(title);
  }

  @Test
  void whatHoldsMoreOfTheWordsComesFirst() {
    var search = search(List.of("Store openings", "Coaching in stores", "Coaching store managers"));

    assertThat(search.find("coaching store managers").get(0)).isEqualTo("Coaching store managers");
  }

  @Test
  void wordsThatSayNothingFindNothing() {
    assertThat(WordSearch.saysSomething("what do we have about the")).isFalse();
    assertThat(WordSearch.saysSomething("😀 ...")).isFalse();
    assertThat(search(List.of("About us")).find("the")).isEmpty();
  }

  @Test
  void aTimeAndWordsAreToldApart() {
    var today = LocalDate.parse("2026-11-24");
    var asked = TIMES.read("Store managers in the next 2 weeks", today);

    assertThat(asked.words()).isEqualTo("Store managers");
    assertThat(asked.period())
        .isEqualTo(
            new LookupTimes.Period(today, LocalDate.parse("2026-12-08"), "in the next 2 weeks"));
    assertThat(TIMES.read("this quarter", today).period())
        .isEqualTo(new LookupTimes.Period(today, LocalDate.parse("2026-12-31"), "this quarter"));
    assertThat(TIMES.read("next quarter", today).period())
        .isEqualTo(
            new LookupTimes.Period(
                LocalDate.parse("2027-01-01"), LocalDate.parse("2027-03-31"), "next quarter"));
    assertThat(TIMES.read("past", today).pastToo()).isTrue();
    assertThat(TIMES.read("win all customers over", today).pastToo()).isFalse();
  }

  private static WordSearch<String> search(List<String> titles) {
    return new WordSearch<>(titles, title -> List.of(new WordSearch.Field(title, 1)));
  }
}
