package org.learningadvocate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as they are put together, with nothing in between. */
class WiringTest {

  private static final String COMPANY =
      """
      company: Northwind
      timezone: America/Chicago
      locale: en-US
      priorities:
        - id: close-books
          title: Fewer days to close the books
          description: Month-end close from 9 working days to 5.
          owner: Ken Abara
          starts: 2026-07-01
          ends: 2027-06-30
      initiatives: []
      people: []
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String company = "";

  @BeforeEach
  void writeTheCatalogue() throws IOException {
    company = Files.writeString(folder.resolve("company.yaml"), COMPANY).toString();
  }

  @Test
  void doctorSaysWhatIsMissingWhereNothingIsSet() {
    assertThat(run("doctor")).isEqualTo(1);
    assertThat(out.toString())
        .contains("SLACK_BOT_TOKEN is missing", "SLACK_APP_TOKEN and SLACK_SIGNING_SECRET");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void checkCountsWhatACatalogueHolds() {
    assertThat(run("catalog", "check", company)).isZero();
    assertThat(out.toString()).contains("is fine: 1 priority, 0 initiatives, 0 people.");
  }

  @Test
  void previewSaysWhatItCannotReadAndWhere() throws IOException {
    var zip = Files.writeString(folder.resolve("export.zip"), "no ZIP").toString();
    var messages = Files.writeString(folder.resolve("m.jsonl"), "{}\n").toString();

    for (var input : List.of(List.of("--export", zip), List.of("--messages", messages))) {
      var arguments =
          List.of("preview", input.get(0), input.get(1), "--catalog", company, "--out", out());
      assertThat(run(arguments.toArray(String[]::new))).isEqualTo(2);
    }
    assertThat(err.toString())
        .contains("export.zip is not a ZIP that can be read")
        .contains("m.jsonl:1: posted_at is missing")
        .doesNotContain("Exception");
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  private int run(String... arguments) {
    var source =
        new SettingsSource(
            Map.of("ADVOCATE_DATABASE_URL", "jdbc:sqlite:" + folder.resolve("a.db")), folder);
    return new Main(source, new Wiring())
        .run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
