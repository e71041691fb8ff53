package org.learningadvocate.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.learningadvocate.chat.Control;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.chat.Words;

class MrkdwnTest {

  private final Mrkdwn mrkdwn =
      new Mrkdwn(
          new Resolver() {
            @Override
            public Optional<String> linkTo(Slot slot) {
              return Optional.empty();
            }

            @Override
            public Optional<String> linkTo(String channel, String ts) {
              return Optional.of("https://acme.slack.com/archives/" + channel + "?a=1&b=2");
            }

            @Override
            public String name(String user) {
              return "Ken *Abara*";
            }
          });

  private String shown(Words words) {
    return String.join("", mrkdwn.pieces(words));
  }

  @Test
  void saysOurWordsInSlacks() {
    assertThat(
            shown(
                Words.of("Seems to serve ")
                    .italic("Fewer days")
                    .then(" (")
                    .name("U1")
                    .then(") · ")
                    .link("https://x.test/a?b=1&c=2", "R&D | plan")
                    .then(" ")
                    .bold("now")
                    .then(" ")
                    .mention("U0KEN")
                    .then(" in ")
                    .channel("C0LEARN")
                    .emoji("tada")))
        .isEqualTo(
            "Seems to serve _Fewer days_ (Ken ∗Abara∗) · <https://x.test/a?b=1&amp;c=2|R&amp;D ¦"
                + " plan> *now* <@U0KEN> in <#C0LEARN>:tada:");
  }

  @Test
  void aLinkThatLeadsNowhereIsWords() {
    assertThat(shown(Words.NONE.linkTo(new Slot("x"), "the brief"))).isEqualTo("the brief");
    assertThat(shown(Words.NONE.link("javascript:alert(1)", "x"))).isEqualTo("x");
    assertThat(shown(Words.NONE.linkToMessage("C1", "1.0", "there")))
        .isEqualTo("<https://acme.slack.com/archives/C1?a=1&amp;b=2|there>");
  }

  @Test
  void peoplesMarksAreShownAndNotObeyed() {
    assertThat(shown(Words.of("*now* and snake_case_name 2*3*4 _x_ <!channel>")))
        .isEqualTo("∗now∗ and snake_case_name 2*3*4 ˍxˍ &lt;!channel&gt;");
  }

  @Test
  void longTextOfMarksIsReadInNoTime() {
    assertTimeout(Duration.ofSeconds(2), () -> Mrkdwn.tame("*a ".repeat(13_000)));
    assertTimeout(Duration.ofSeconds(2), () -> Mrkdwn.tame("a* ".repeat(13_000)));
  }

  @Test
  void quotesEveryLine() {
    var rendered =
        new BlockKit(
                new Resolver() {
                  @Override
                  public Optional<String> linkTo(Slot slot) {
                    return Optional.empty();
                  }

                  @Override
                  public Optional<String> linkTo(String channel, String ts) {
                    return Optional.empty();
                  }

                  @Override
                  public String name(String user) {
                    return user;
                  }
                },
                Wording.of("en").texts(SlackTexts.class))
            .message(
                new Message(
                    List.of(
                        new Part.Quote("one\ntwo <3"),
                        Part.controls(Control.primary("go", "Go", "C1:1.0")))));
    assertThat(rendered.text()).isEqualTo("> one\n> two &lt;3");
    assertThat(SlackWhispers.GSON.toJson(rendered.blocks()))
        .contains("\"action_id\":\"go\"", "\"style\":\"primary\"", "\"value\":\"C1:1.0\"");
  }

  @Test
  void readsCommandsAsTheyWereMeant() {
    assertThat(CommandText.tidy(" “next 3 months” ")).isEqualTo("\"next 3 months\"");
    assertThat(CommandText.tidy("<@U0KEN|ken> <#C0LEARN|ask> R&amp;D <https://x.test|x.test>"))
        .isEqualTo("<@U0KEN> #ask R&D x.test");
  }
}
