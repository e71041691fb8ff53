package org.learningadvocate.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DaysTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);
  private static final LocalDate SPRING = LocalDate.of(2027, 3, 1);

  private static final Days AMERICAN = new Days(TODAY, Locale.US);
  private static final Days BRITISH = new Days(TODAY, Locale.UK);

  @Test
  void theMonthComesFirstInAmericaAndTheDayElsewhere() {
    assertThat(AMERICAN.say(CHRISTMAS)).isEqualTo("Dec 25");
    assertThat(BRITISH.say(CHRISTMAS)).isEqualTo("25 Dec");
    assertThat(new Days(TODAY, Locale.GERMANY).say(CHRISTMAS)).isEqualTo("25 Dec");
    assertThat(AMERICAN.sayWithWeekday(CHRISTMAS)).isEqualTo("Fri, Dec 25");
    assertThat(BRITISH.sayWithWeekday(CHRISTMAS)).isEqualTo("Fri 25 Dec");
  }

  @Test
  void aYearStandsOnlyWhereItIsAnotherOne() {
    assertThat(AMERICAN.say(SPRING)).isEqualTo("Mar 1, 2027");
    assertThat(BRITISH.sayWithWeekday(SPRING)).isEqualTo("Mon 1 Mar 2027");
    assertThat(BRITISH.say(CHRISTMAS, SPRING)).isEqualTo("25 Dec – 1 Mar 2027");
    assertThat(BRITISH.say(SPRING, LocalDate.of(2027, 4, 1))).isEqualTo("1 Mar – 1 Apr 2027");
    assertThat(BRITISH.say(CHRISTMAS, CHRISTMAS)).isEqualTo("25 Dec");
  }
}
