package org.learningadvocate.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hi team! Tally comes soon. Can we get a one-page job aid on expenses for field sales? | One-page job aid on expenses for field sales
          We need a 15 minute eLearning module on returns for all store associates. Refunds hurt. | 15 minute eLearning module on returns for all store associates
          We need an onboarding program for the warehouse team, please: three weeks. | Onboarding program for the warehouse team
          Could you please update the returns guide to the new policy? | Update the returns guide to the new policy
          looking for a quick ref on the new scanner, thanks | Quick ref on the new scanner
          Any chance we could have a lunch & learn about feedback? | Lunch & learn about feedback
          Would it be possible to put together eLearning on phishing? | eLearning on phishing
          Hey, could you guys help us with a video for newbies! | Video for newbies
          """)
  void isWhatIsAskedForInTheirOwnWords(String text, String headline) {
    assertThat(Headline.of(text, null)).contains(headline);
  }

  @Test
  void endsWhereTheDateBegins() {
    assertThat(Headline.of("We need a checklist on opening the shop by Friday, please", "Friday"))
        .contains("Checklist on opening the shop");
  }

  @Test
  void isNothingWhereNothingIsAsked() {
    assertThat(Headline.of("Thanks everyone for the feedback on the coaching session!", null))
        .isEmpty();
    assertThat(Headline.of("", null)).isEmpty();
    assertThat(Headline.of("Can we?", null)).isEmpty();
  }

  @Property
  void isOneShortLineOfTheTextItself(@ForAll String before, @ForAll String after) {
    String text = before + " We need " + after;

    var headline = Headline.of(text, null);

    headline.ifPresent(
        line -> {
          assertThat(line).hasSizeLessThanOrEqualTo(90).doesNotContain("\n");
          String start = line.replaceAll("…$", "").toLowerCase(Locale.ROOT);
          assertThat(text.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT)).contains(start);
        });
  }
}
