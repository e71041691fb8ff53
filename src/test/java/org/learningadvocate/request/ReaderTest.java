package org.learningadvocate.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped reader makes of messages, in words no training case uses. */
final class ReaderTest {
  private static final ZonedDateTime WEDNESDAY =
      ZonedDateTime.of(2026, 3, 4, 10, 0, 0, 0, ZoneId.of("Europe/London"));
  private static final Reader READER = new Reader();

  @Test
  void requestIsReadInAllItsParts() {
    var reading =
        read(
            "Hi L&amp;D team, could you make a one-page checklist for our depot clerks on the new"
                + " customs form? We need it by 20 March. Please talk to Maria Lopez first.");

    assertThat(reading.isRequest()).isTrue();
    assertThat(reading.deliverable()).isEqualTo(Deliverable.JOB_AID);
    assertThat(reading.size()).isEqualTo(Size.SMALL);
    assertThat(reading.due()).isEqualTo(LocalDate.of(2026, 3, 20));
    assertThat(reading.dueWords()).isEqualTo("20 March");
    assertThat(reading.audience()).contains("depot clerks");
    assertThat(reading.answered()).contains(Topic.PEOPLE);
    assertThat(reading.reasons()).anySatisfy(reason -> assertThat(reason).contains("job aid"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thanks so much for yesterday's workshop, the team loved it!",
        "Is there still a seat in the negotiation course on Thursday?",
        "Any update on the checklist we asked for in January?",
        "IT, can you reset my password for the learning portal?",
        "The churn model is retraining on the new data set tonight, GPU usage will be high.",
        "No training needed for the new printer, the vendor showed us everything.",
        "Reminder: the security course is due on Friday, 12 people are overdue.",
        "<@U02ABCDEF> can you approve the invoice for the conference?",
        "Who else is training for the half marathon in May?"
      })
  void talkIsNoRequest(String text) {
    assertThat(read(text).isRequest()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Could you record a 3 minute video on how to open the safe, for the cashiers?      | VIDEO       | SMALL
          We'd like a 12 minute video for the new foremen on reading a drawing, please.     | VIDEO       | MEDIUM
          Can you run a two hour workshop on feedback for our team leads?                   | WORKSHOP    | MEDIUM
          We need an online module with a quiz on data protection for the sales agents.     | ELEARNING   | MEDIUM
          We need a mandatory e-learning on phishing for everyone in the whole company.     | ELEARNING   | LARGE
          We want a six month program for new supervisors: modules, a mentor, a certificate. | PROGRAM     | LARGE
          The onboarding deck still shows the old logo, can you replace it on slide 4?      | UPDATE      | SMALL
          """)
  void deliverableAndSizeAreRead(String text, Deliverable deliverable, Size size) {
    var reading = read(text);
    assertThat(reading.deliverable()).isEqualTo(deliverable);
    assertThat(reading.size()).isEqualTo(size);
  }

  @Test
  void sameTextIsReadByTheLocaleOfItsPoster() {
    var text = "Can you please build a short e-learning for the buyers? We need it by 4/5.";
    assertThat(READER.read(text, WEDNESDAY, Locale.US).due()).isEqualTo(LocalDate.of(2026, 4, 5));
    assertThat(READER.read(text, WEDNESDAY, Locale.UK).due()).isEqualTo(LocalDate.of(2026, 5, 4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", ":tada: :tada:", "<https://files.example/x>", "مرحبا", "\n\n"})
  void messageThatSaysNothingIsNoRequest(String text) {
    var reading = read(text);
    assertThat(reading.isRequest()).isFalse();
    assertThat(reading.reasons()).isNotEmpty();
  }

  @Test
  void longestMessageSlackAllowsIsRead() {
    var reading = read("we need training on the till. ".repeat(1_400));
    assertThat(reading.likelihood()).isBetween(0.0, 1.0);
  }

  @Test
  void readerWithoutModelsGoesByRules() {
    var reading =
        Reader.byRules()
            .read("Could you make a checklist for the drivers by Friday?", WEDNESDAY, Locale.UK);
    assertThat(reading.isRequest()).isTrue();
    assertThat(reading.deliverable()).isEqualTo(Deliverable.JOB_AID);
    assertThat(reading.due()).isEqualTo(LocalDate.of(2026, 3, 6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Can we get a job aid on refunds?",
        "We need an onboarding program for new reps",
        "lol",
        "",
        "The deck still shows the old logo"
      })
  void likelihoodAloneIsThatOfTheWholeReading(String text) {
    assertThat(READER.likelihood(text, WEDNESDAY, Locale.UK)).isEqualTo(read(text).likelihood());
  }

  private static Reading read(String text) {
    return READER.read(text, WEDNESDAY, Locale.UK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lol", "lunch?", "Monday?", "ok", "brb", ":tada:"})
  void aWordOrTwoOfTalkIsNeverNearARequest(String talk) {
    var reading = new Reader().read(talk, ZonedDateTime.parse("2026-11-24T09:00:00Z"), Locale.US);

    assertThat(reading.likelihood()).isLessThan(0.35);
  }

  @Test
  void whereTheSizeIsUnsureTheLeastItMayBeIsSmaller() {
    assertThat(Sizes.least(weighed(Deliverable.PROGRAM, 0.7, Deliverable.JOB_AID, 0.3), "pilots"))
        .isEqualTo(Size.SMALL);
    assertThat(Sizes.least(weighed(Deliverable.PROGRAM, 0.98, Deliverable.JOB_AID, 0.02), "pilots"))
        .isEqualTo(Size.LARGE);
  }

  private static Deliverables.Weighed weighed(
      Deliverable likeliest, double share, Deliverable other, double rest) {
    return new Deliverables.Weighed(likeliest, Map.of(likeliest, share, other, rest));
  }
}
