package org.learningadvocate.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways people write days, read on Wednesday 4 March 2026. */
final class DueGrammarTest {
  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 3, 4);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ready by 2026-05-02                      | 2026-05-02
          by 15 March                              | 2026-03-15
          by March 15th, please                    | 2026-03-15
          on the 1st of April                      | 2026-04-01
          by 12 January 2027                       | 2027-01-12
          until 15.03. please                      | 2026-03-15
          by the 20th                              | 2026-03-20
          by the 2nd                               | 2026-04-02
          the 15th of next month                   | 2026-04-15
          end of Q2                                | 2026-06-30
          sometime in Q1                           | 2026-03-31
          in the third quarter                     | 2026-09-30
          by the end of the quarter                | 2026-03-31
          EOM                                      | 2026-03-31
          end of next month                        | 2026-04-30
          mid March                                | 2026-03-15
          mid-April                                | 2026-04-15
          early May                                | 2026-05-07
          end of April                             | 2026-04-30
          before the season opens in May           | 2026-05-31
          by the end of the year                   | 2026-12-31
          end of the week                          | 2026-03-06
          by EOW                                   | 2026-03-06
          by Friday                                | 2026-03-06
          this Friday                              | 2026-03-06
          next Friday                              | 2026-03-13
          Friday of next week                      | 2026-03-13
          Friday week                              | 2026-03-13
          a week from Monday                       | 2026-03-16
          by Wednesday                             | 2026-03-11
          in two weeks                             | 2026-03-18
          two weeks from now                       | 2026-03-18
          3 weeks from today                       | 2026-03-25
          in a fortnight                           | 2026-03-18
          within ten days                          | 2026-03-14
          KW 12                                    | 2026-03-20
          Monday of week 12                        | 2026-03-16
          tomorrow                                 | 2026-03-05
          tmrw                                     | 2026-03-05
          the day after tomorrow                   | 2026-03-06
          COB today                                | 2026-03-04
          before Christmas                         | 2026-12-25
          by the Friday before Christmas           | 2026-12-18
          before Easter                            | 2026-04-05
          April 2027                               | 2027-04-30
          end of Q1 is what we agreed on           | 2026-03-31
          Q4 is fine                               | 2026-12-31
          may third                                | 2026-05-03
          the twenty-first of June                 | 2026-06-21
          the first Monday of April                | 2026-04-06
          the last Friday of next month            | 2026-04-24
          a week today                             | 2026-03-11
          before the weekend                       | 2026-03-06
          the quarter after next                   | 2026-09-30
          the fair is 6-8 November                 | 2026-11-06
          any day between 6-8 November             | 2026-11-08
          still this year                          | 2026-12-31
          it opens on 1 December. Last year it was | 2026-12-01
          before Thanksgiving                      | 2026-11-26
          """)
  void dayIsRead(String text, LocalDate day) {
    assertThat(days(text, Locale.UK)).containsExactly(day);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the hotline is open 24/7
          version 10.2 is out
          call 555-0142
          it costs 1,850 dollars
          3/4 of them fail
          the 3rd time I ask
          the 2nd edition is wrong
          they sat through it
          you may march on
          we meet every Monday
          it was due last Friday
          since Monday
          Q3 is wrong
          new ones come every September
          since Christmas
          open from 9.30 to 17.00
          """)
  void whatIsNoDayIsLeftAlone(String text) {
    assertThat(days(text, Locale.UK)).isEmpty();
    assertThat(days(text, Locale.US)).isEmpty();
  }

  @Test
  void slashedDateFollowsTheLocale() {
    assertThat(days("needed by 4/5", Locale.US)).containsExactly(LocalDate.of(2026, 4, 5));
    assertThat(days("needed by 4/5", Locale.UK)).containsExactly(LocalDate.of(2026, 5, 4));
    assertThat(days("needed by 4/5", Locale.forLanguageTag("de-CH")))
        .containsExactly(LocalDate.of(2026, 5, 4));
  }

  @Test
  void dashedDateFollowsACueWhereTheDayComesFirst() {
    var dutch = Locale.forLanguageTag("nl-NL");
    assertThat(days("klaar before 19-3", dutch)).containsExactly(LocalDate.of(2026, 3, 19));
    assertThat(days("done by 2-4, please", dutch)).containsExactly(LocalDate.of(2026, 4, 2));
    assertThat(days("within 2-3 weeks of it", dutch)).isEmpty();
    assertThat(days("for 8-10 people", dutch)).isEmpty();
    assertThat(days("by 2-4", Locale.US)).isEmpty();
  }

  @Test
  void slashedDateThatFitsOneOrderOnlyIsReadInThatOrder() {
    assertThat(days("by 3/15", Locale.UK)).containsExactly(LocalDate.of(2026, 3, 15));
    assertThat(days("by 15/3", Locale.US)).containsExactly(LocalDate.of(2026, 3, 15));
  }

  @Test
  void dateJustGoneByIsNoDayAhead() {
    assertThat(days("in force since 1 March", Locale.UK)).isEmpty();
    assertThat(days("back gone on Tuesday the 3rd", Locale.UK)).isEmpty();
  }

  @Test
  void offsetCountsBackFromTheDayItNames() {
    assertThat(days("go-live is 20 April, we need it two weeks before the go-live", Locale.UK))
        .contains(LocalDate.of(2026, 4, 6));
  }

  @Test
  void dayOfTheMonthIsOneOfTheMonthSpokenOfLast() {
    assertThat(days("some time in May, by the 29th at the latest", Locale.UK))
        .containsExactly(LocalDate.of(2026, 5, 31), LocalDate.of(2026, 5, 29));
    assertThat(days("the show is on 16 July, we send it out on the 6th", Locale.UK))
        .containsExactly(LocalDate.of(2026, 7, 16), LocalDate.of(2026, 7, 6));
  }

  @Test
  void dayThatWasMovedIsNoMore() {
    assertThat(days("go-live slipped from 30 March to 25 May", Locale.UK))
        .containsExactly(LocalDate.of(2026, 5, 25));
    assertThat(days("moved from 3/30 to 5/25, ready two weeks before go-live", Locale.US))
        .containsExactly(LocalDate.of(2026, 5, 25), LocalDate.of(2026, 5, 11));
  }

  @Test
  void monthDayBeforeASentenceIsNoDayMonth() {
    assertThat(days("final by June 15. July is full", Locale.US))
        .containsExactly(LocalDate.of(2026, 6, 15), LocalDate.of(2026, 7, 31));
  }

  @Test
  void weekBeforeAnEventCountsBackFromIt() {
    assertThat(days("The gala is on 17 April. An hour of practice the week before?", Locale.UK))
        .containsExactly(LocalDate.of(2026, 4, 17), LocalDate.of(2026, 4, 10));
  }

  @Test
  void onlyProperFractionsAreNoDays() {
    assertThat(days("new database 3/1!", Locale.US)).isEmpty();
    assertThat(days("new database 4/1!", Locale.US)).containsExactly(LocalDate.of(2026, 4, 1));
    assertThat(days("only 3/4 came", Locale.US)).isEmpty();
  }

  @Test
  void impossibleDayIsNone() {
    assertThat(days("by 31 June", Locale.UK)).doesNotContain(LocalDate.of(2026, 6, 30));
    assertThat(days("by 45/99", Locale.UK)).isEmpty();
  }

  private static List<LocalDate> days(String text, Locale locale) {
    return DueGrammar.days(text, WEDNESDAY, locale).stream().map(DueGrammar.Found::date).toList();
  }
}
