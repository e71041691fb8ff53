package org.learningadvocate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.learningadvocate.chat.HouseRules;

class SettingsTest {

  @TempDir Path folder;

  @Test
  void everyNameOfTheDesignIsRead() throws IOException {
    Files.writeString(folder.resolve("company.yaml"), "");
    var reading =
        file(
            """
            channels:
              requests: [C0LEARNREQ, "#ask-learning"]   # ids or names
              summary: "#learning-briefs"
              designers: "@learning-team"
              share-private: []
              external: [C0SHARED]
              workflow-bots: [B0FORMS]
            workspace:
              zone: America/Chicago
              locale: en-US
              working-hours: "08:30-16:00"
              working-days: [mon, tue, wed]
              holidays: [2026-11-26]
            digest: {day: tue, time: "09:15"}
            catalog: company.yaml
            editors: ["@learning-leads", U0ANA]
            admins: []
            language: en
            doubt: {from: 0.3, to: 0.7, ask: designers}
            shadow: true
            """);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.notes()).isEmpty();
    var house = reading.settings().house();
    assertThat(house.requests()).containsExactly("C0LEARNREQ", "#ask-learning");
    assertThat(house.summary()).isEqualTo("#learning-briefs");
    assertThat(house.designers()).containsExactly("@learning-team");
    assertThat(house.external()).containsExactly("C0SHARED");
    assertThat(house.workflowBots()).containsExactly("B0FORMS");
    assertThat(house.zone()).isEqualTo(ZoneId.of("America/Chicago"));
    assertThat(house.locale()).isEqualTo(Locale.US);
    assertThat(house.opens()).isEqualTo(LocalTime.of(8, 30));
    assertThat(house.shuts()).isEqualTo(LocalTime.of(16, 0));
    assertThat(house.workingDays())
        .containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY);
    assertThat(house.holidays()).containsExactly(LocalDate.of(2026, 11, 26));
    assertThat(house.digestDay()).isEqualTo(DayOfWeek.TUESDAY);
    assertThat(house.digestTime()).isEqualTo(LocalTime.of(9, 15));
    assertThat(house.catalog()).isEqualTo(folder.resolve("company.yaml").toAbsolutePath());
    assertThat(house.editors()).containsExactly("@learning-leads", "U0ANA");
    assertThat(house.doubtFrom()).isEqualTo(0.3);
    assertThat(house.doubtTo()).isEqualTo(0.7);
    assertThat(house.doubtAsk()).isEqualTo(HouseRules.DoubtAsk.DESIGNERS);
    assertThat(house.shadow()).isTrue();
  }

  @Test
  void allMistakesAreSaidAtOnceWithTheirPlace() throws IOException {
    Files.writeString(
        folder.resolve("advocate.yaml"),
        """
        chanels:
          requests: [C0A]
        channels:
          requests: [Learning Requests]
          sumary: "#x"
        workspace:
          zone: Chicago
          locale: english
          working-hours: 9-17
          holidays: [26.11.2026]
        digest: {day: someday, time: "25:00"}
        catalog: nowhere.yaml
        doubt: {from: 0.9, to: 0.1}
        shadow: maybe
        """);

    var problems = read(Map.of("ADVOCATE_PORT", "99999", "SLACK_API_URL", "slack.test")).problems();

    var at = folder.resolve("advocate.yaml") + ", line ";
    assertThat(problems)
        .extracting(Problem::toString)
        .contains(
            at + "1, column 1: chanels is not a setting; did you mean channels?",
            at
                + "4, column 14: channels.requests is \"Learning Requests\"; it should be a"
                + " channel's id, like C0LEARNREQ, or name, like #learning",
            at + "5, column 3: channels.sumary is not a setting; did you mean channels.summary?",
            at
                + "7, column 9: workspace.zone is \"Chicago\"; it should be an IANA time zone,"
                + " like America/Chicago",
            "environment: ADVOCATE_PORT is \"99999\"; it should be a number from 0 (any free"
                + " port) to 65535")
        .anyMatch(text -> text.contains("workspace.locale is \"english\""))
        .anyMatch(text -> text.contains("workspace.working-hours is \"9-17\""))
        .anyMatch(text -> text.contains("workspace.holidays is \"26.11.2026\""))
        .anyMatch(text -> text.contains("digest.day is \"someday\""))
        .anyMatch(text -> text.contains("digest.time is \"25:00\""))
        .anyMatch(text -> text.contains("catalog is \"nowhere.yaml\""))
        .anyMatch(text -> text.contains("doubt.from is 0.9 and doubt.to is 0.1"))
        .anyMatch(text -> text.contains("shadow is \"maybe\""))
        .anyMatch(text -> text.contains("SLACK_API_URL is \"slack.test\""))
        .hasSize(14);
  }

  @Test
  void aForgottenQuoteIsExplained() throws IOException {
    assertThat(file("channels:\n  summary: #briefs\n").problems())
        .singleElement()
        .asString()
        .contains("channels.summary has no value", "in quotes");
    assertThat(file("channels:\n  designers: @team\n").problems())
        .singleElement()
        .asString()
        .contains("line 2, column 14", "in quotes");
    assertThat(file("channels:\n  requests: [C0A, #ask]\n").problems())
        .singleElement()
        .asString()
        .contains("in quotes");
  }

  @Test
  void whatIsSetTwiceOrInTheWrongFormIsSaid() throws IOException {
    assertThat(file("shadow: true\nshadow: false\n").problems())
        .singleElement()
        .asString()
        .contains("line 2", "set twice", "line 1");
    assertThat(file("channels: C0A\n").problems())
        .singleElement()
        .asString()
        .contains("channels should have names below it");
    assertThat(file("digest: {day: [mon, tue]}\n").problems())
        .singleElement()
        .asString()
        .contains("digest.day is a list");
    assertThat(file("- a\n- b\n").problems())
        .singleElement()
        .asString()
        .contains("names with values");
    assertThat(file("").problems()).isEmpty();
    assertThat(file("# nothing yet\n").problems()).isEmpty();
    assertThat(file("a: b\n---\nc: d\n").problems()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xoxp-11-secret", "xapp-1-secret", "xoxb-11-sec ret", "hunter2secret"})
  void aWrongTokenIsNamedAndNeverShown(String token) {
    var problems = read(Map.of("SLACK_BOT_TOKEN", token)).problems();

    assertThat(problems)
        .singleElement()
        .asString()
        .contains("SLACK_BOT_TOKEN", "xoxb-")
        .doesNotContain("secret", "ret;");
  }

  @Test
  void aTokenInTheWrongPlaceIsNotShown() throws IOException {
    var problems = file("channels: {summary: xoxb-123-456-verysecret}\n").problems();

    assertThat(problems).singleElement().asString().doesNotContain("verysecret");
  }

  @Test
  void aPasswordOfTheDatabaseIsNotShown() {
    var url = "jdbc:postgres://ana:hush@db/advocate?user=ana&password=hush";

    var reading = read(Map.of("ADVOCATE_DATABASE_URL", url, "ADVOCATE_DATABASE_PASSWORD", "hush"));

    assertThat(reading.problems()).singleElement().asString().doesNotContain("hush");
    assertThat(reading.settings().toString()).doesNotContain("hush");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:sqlite:advocate.db, true",
    "jdbc:sqlite::memory:, false",
    "jdbc:sqlite:, false",
    "jdbc:sqlite:no/such/folder/a.db, false",
    "jdbc:postgresql://localhost/advocate, true",
    "jdbc:mysql://localhost/advocate, false",
    "advocate.db, false"
  })
  void aDatabaseIsASqliteFileOrPostgresql(String url, boolean right) {
    assertThat(read(Map.of("ADVOCATE_DATABASE_URL", url)).problems().isEmpty()).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({
    "https://slack.com/api/, https://slack.com/api/",
    "http://127.0.0.1:8080/api, http://127.0.0.1:8080/api/",
  })
  void theApiUrlEndsInASlash(String given, String used) {
    assertThat(read(Map.of("SLACK_API_URL", given)).settings().slack().apiUrl()).isEqualTo(used);
  }

  @Test
  void serveNeedsATokenAndADoor() {
    assertThat(new SettingsSource(Map.of(), folder).missingForServe()).hasSize(2);
    assertThat(
            new SettingsSource(
                    Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_SIGNING_SECRET", "s"), folder)
                .missingForServe())
        .isEmpty();
  }

  @Test
  void theFileWinsOverSlack() throws IOException {
    Files.writeString(folder.resolve("advocate.yaml"), "digest: {day: tue}\n");

    var reading =
        new SettingsSource(Map.of(), folder)
            .read(
                Map.of(
                    "digest.day", "wed",
                    "channels.requests", "C0A, #ask",
                    "workspace.zone", "nowhere"));

    assertThat(reading.settings().house().digestDay()).isEqualTo(DayOfWeek.TUESDAY);
    assertThat(reading.settings().house().requests()).containsExactly("C0A", "#ask");
    assertThat(reading.settings().origins())
        .containsOnly(
            Map.entry("digest.day", Settings.Origin.FILE),
            Map.entry("channels.requests", Settings.Origin.SLACK));
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.notes()).singleElement().asString().contains("workspace.zone", "left alone");
  }

  @Test
  void aValueFromSlackIsJudgedByTheSameRules() {
    assertThat(SettingsReader.objection("workspace.zone", "Europe/Berlin")).isEmpty();
    assertThat(SettingsReader.objection("workspace.zone", "Berlin")).isPresent();
    assertThat(SettingsReader.objection("channels.requests", "#a, C0B")).isEmpty();
    assertThat(SettingsReader.objection("nonsense", "x")).isPresent();
    assertThat(SettingsReader.objection("catalog", "/etc/passwd")).isPresent();
    assertThat(SettingsReader.objection("doubt.from", "0.9")).isPresent();
  }

  @Test
  void namesOfChannelsBecomeIdsAndUnknownOnesAreLeftOut() throws IOException {
    var house =
        file("channels: {requests: [C0A, '#ask', '#gone'], summary: '#briefs'}\n")
            .settings()
            .house();

    var rules = house.rules("T0", "U0BOT", Map.of("#ask", "C0ASK", "#briefs", "C0BRIEFS"));

    assertThat(rules.requests()).containsExactlyInAnyOrder("C0A", "C0ASK");
    assertThat(rules.summary()).isEqualTo("C0BRIEFS");
    assertThat(house.rules("T0", "U0BOT", Map.of()).summary()).isNull();
  }

  @Property(tries = 300)
  void noTextOfAFileBreaksTheReader(@ForAll String text) throws IOException {
    var file = Files.createTempFile("advocate", ".yaml");
    try {
      Files.writeString(file, text.replaceAll("[\\ud800-\\udfff]", ""));
      assertThat(
              new SettingsSource(Map.of("ADVOCATE_CONFIG", file.toString()), file.getParent())
                  .read())
          .isNotNull();
    } finally {
      Files.delete(file);
    }
  }

  private SettingsReader.Reading file(String yaml) throws IOException {
    Files.writeString(folder.resolve("advocate.yaml"), yaml);
    return read(Map.of());
  }

  private SettingsReader.Reading read(Map<String, String> environment) {
    return new SettingsSource(environment, folder).read();
  }
}
