package org.learningadvocate.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person sees of a Slack message. */
final class MrkdwnTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          L&amp;D, 3 &lt; 4                        | L&D, 3 < 4
          ask <@U012ABC> today                     | ask @someone today
          hi <!subteam^S01LEARN1>                  | hi @group
          see <#C01OPS>                            | see #channel
          <!here> all                              | @here all
          *bold* and _italic_ and ~gone~           | bold and italic and gone
          please :pray::skin-tone-3: now           | please now
          at 10:30:45 sharp                        | at 10:30:45 sharp
          2*3*4 stays                              | 2*3*4 stays
          snake_case_name stays                    | snake_case_name stays
          mail <mailto:a@b.example>                | mail link
          """)
  void markupIsReducedToWhatItShows(String text, String plain) {
    assertThat(Mrkdwn.plain(text)).isEqualTo(plain);
  }

  @Test
  void labelsOfLinksAreKept() {
    assertThat(Mrkdwn.plain("in <https://docs.example/a?b=c|the v4 deck> of <#C05|bikes>"))
        .isEqualTo("in the v4 deck of #bikes");
  }

  @Test
  void quotesKeepTheirMark() {
    assertThat(Mrkdwn.plain("see:\n&gt; From: the boss")).isEqualTo("see:\n> From: the boss");
  }

  @Test
  void unbalancedMarkupIsLeftAsItIs() {
    assertThat(Mrkdwn.plain("<<@|> *_~`: <!")).isNotNull();
  }
}
