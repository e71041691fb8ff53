package org.learningadvocate.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.catalog.Company;
import org.learningadvocate.catalog.Priority;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.meaning.WordsOnly;

/** What the report on a Slack export says. */
class ExportPreviewTest {

  private static final String ASK =
      "Can you please build a one-page job aid on the new returns policy for our store managers by"
          + " March 20?";

  private static final Preview PREVIEW =
      new Preview(
          new Company(
              "Northwind",
              ZoneId.of("America/Chicago"),
              Locale.US,
              new Catalogue(
                  List.of(
                      new Priority(
                          "returns",
                          "Easy returns",
                          "Returns at the desk take three minutes, under the new returns policy.",
                          "Dana Ruiz",
                          LocalDate.of(2026, 1, 1),
                          LocalDate.of(2026, 12, 31),
                          "https://example.com/returns",
                          null,
                          List.of())),
                  List.of(),
                  List.of())),
          new WordsOnly(),
          Wording.of("en"));

  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();

  @Test
  void aRequestGetsItsMessageAndItsAnswersTheirTick() throws IOException {
    run(
        new ExportedWorkspace()
            .says("ask-learning", "U1", "1772463600.000100", ASK)
            .replies("ask-learning", "U2", "1772467200.000200", "1772463600.000100", "lol")
            .replies(
                "ask-learning",
                "U1",
                "1772550000.000300",
                "1772463600.000100",
                "1. returns take 3 minutes instead of 10\n2. none that I know of"));

    assertThat(text())
        .contains("Ana Lopez, Mon Mar 2, 2026, 09:00", "  > Can you please build a one-page")
        .contains("A little homework before you build · job aid, small, due Fri, Mar 20")
        .contains("✅ “returns take 3 minutes instead of 10” — Ana Lopez")
        .contains("Ana Lopez, Tue Mar 3, 2026, 09:00  ✅ answers 1 and 2")
        .contains("Priya Shah, Mon Mar 2, 2026, 10:00\n")
        .contains("Nothing is open: 2 questions, all answered.");
    assertThat(html())
        .contains("✅ answers 1 and 2", "all answered", "<bdi>Ana Lopez</bdi>", "The brief");
    assertThat(said.toString()).contains("3  messages read", "1  requests noticed");
  }

  @Test
  void whatNobodyAnsweredStaysOpen() throws IOException {
    run(new ExportedWorkspace().says("ask-learning", "U1", "1772463600.000100", ASK));

    assertThat(text()).contains("Still open: 1, 2 of 2 questions.");
    assertThat(html()).contains("2 of 2 open");
  }

  @Test
  void onlyPeopleAreHeeded() throws IOException {
    run(
        new ExportedWorkspace()
            .message(
                "ask-learning",
                "1772463600.000100",
                "\"subtype\": \"bot_message\", \"bot_id\": \"B1\", \"text\": \"" + ASK + "\"")
            .message(
                "ask-learning",
                "1772463600.000200",
                "\"subtype\": \"channel_join\", \"user\": \"U1\", \"text\": \"joined\"")
            .message(
                "ask-learning",
                "1772463600.000300",
                "\"subtype\": \"tombstone\", \"user\": \"USLACKBOT\", \"text\": \"deleted\"")
            .message(
                "ask-learning",
                "1772463600.000400",
                "\"user\": \"U1\", \"text\": \"\", \"files\": [{\"id\": \"F1\", \"x\": [[1]]}]")
            .message("ask-learning", "1772463600.000500", "\"subtype\": \"huddle_thread\"")
            .says("ask-learning", "U1", "1772463600.000600", "thanks everybody, great week!"));

    assertThat(text())
        .contains("0  requests noticed", "2  not for the learning team")
        .contains("1  by apps and workflows", "2  joins, topics and the like", "1  deleted");
  }

  @Test
  void aReplyToldBeforeItsRequestIsHeard() throws IOException {
    run(
        new ExportedWorkspace()
            .replies(
                "ask-learning",
                "U1",
                "1772467200.000200",
                "1772463600.000100",
                "1. returns take 3 minutes")
            .says("ask-learning", "U1", "1772463600.000100", ASK));

    assertThat(text()).contains("✅ answers 1", "0  replies to other threads");
  }

  @Test
  void namesStandForIds() throws IOException {
    run(
        new ExportedWorkspace()
            .says(
                "ask-learning",
                "U1",
                "1772463600.000100",
                ASK + " <@U2> and <@U9> know, see <#C1> and <https://x.example|this> :tada:")
            .message(
                "ask-learning",
                "1772467200.000200",
                "\"user\": \"U9\", \"user_profile\": {\"real_name\": \"Tom Weber\"},"
                    + " \"thread_ts\": \"1772463600.000100\", \"text\": \"yes\""));

    assertThat(text())
        .contains("@Priya Shah and @Tom Weber know, see #ask-learning and this 🎉")
        .doesNotContain("U2", "U9", "C1");
  }

  @Test
  void whatPeopleWriteIsShownAndNotObeyed() throws IOException {
    run(
        new ExportedWorkspace()
            .person("U3", "<img src=x onerror=alert(1)>\"'")
            .file("channels.json", "[{\"id\": \"C1\", \"name\": \"a<b>\"}]")
            .says("a<b>", "U3", "1772463600.000100", ASK + " &lt;script&gt;alert(1)&lt;/script&gt;")
            .replies(
                "a<b>",
                "U3",
                "1772467200.000200",
                "1772463600.000100",
                "1. <style>*{}</style>\u0000 \u202E fewer calls"));

    assertThat(html())
        .contains("&lt;script&gt;alert(1)", "&lt;img src=x onerror=alert(1)&gt;&quot;&#39;")
        .doesNotContain("<script", "<img", "<b>&gt;", "\u0000")
        .contains("default-src 'none'")
        .doesNotContain("src=\"", "url(", "@import");
    assertThat(html().split("<style>", -1)).hasSize(2);
  }

  @Test
  void linksLeadOnlyToTheWebAndIntoThePage() throws IOException {
    run(new ExportedWorkspace().says("ask-learning", "U1", "1772463600.000100", ASK));

    var page = html();
    var ids = java.util.regex.Pattern.compile(" id=\"([^\"]+)\"").matcher(page).results();
    var known = ids.map(found -> "#" + found.group(1)).toList();
    assertThat(known).doesNotHaveDuplicates();
    java.util.regex.Pattern.compile("href=\"([^\"]*)\"")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .filter(target -> !target.startsWith("https://"))
        .forEach(target -> assertThat(known).contains(target));
  }

  @Test
  void privateChannelsAreReadWhereTheExportHoldsThem() throws IOException {
    run(
        new ExportedWorkspace()
            .file("groups.json", "[{\"id\": \"G1\", \"name\": \"leads\"}]")
            .says("leads", "U1", "1772463600.000100", ASK));

    assertThat(text()).contains("#leads (private)");
    assertThat(html()).contains("a private channel's requests stay in it");
  }

  @Test
  void directMessagesAreLeftAlone() throws IOException {
    run(
        new ExportedWorkspace()
            .says("D1", "U1", "1772463600.000100", ASK)
            .file("mpims.json", "[{\"id\": \"G2\", \"name\": \"mpdm-ana--priya-1\"}]")
            .says("mpdm-ana--priya-1", "U1", "1772463600.000100", ASK));

    assertThat(text()).contains("0  messages read");
  }

  @Test
  void onlyTheChannelsThatCountAreRead() throws IOException {
    var workspace =
        new ExportedWorkspace()
            .file(
                "channels.json",
                "[{\"id\": \"C1\", \"name\": \"ask-learning\"}, {\"id\": \"C2\", \"name\": \"x\"}]")
            .says("ask-learning", "U1", "1772463600.000100", ASK)
            .says("x", "U1", "1772463600.000100", ASK);
    var zip = workspace.zip(folder.resolve("export.zip"));

    run(zip, Set.of("x"));
    assertThat(text()).contains("1  messages read", "#x").doesNotContain("#ask-learning");
    assertThatThrownBy(() -> run(zip, Set.of("nowhere")))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("no channel nowhere; it holds ask-learning, x");
  }

  @Test
  void anExportPackedAgainIsRead() throws IOException {
    run(
        new ExportedWorkspace()
            .in("Northwind Slack export")
            .says("ask-learning", "U1", "1772463600.000100", ASK));

    assertThat(text()).contains("1  requests noticed");
  }

  @Test
  void anEmptyExportGivesAnEmptyReport() throws IOException {
    run(new ExportedWorkspace());

    assertThat(text()).contains("nothing was said", "0  messages read");
  }

  @Test
  void whatIsNoExportIsSaidWithItsPlace() throws IOException {
    var noZip = Files.writeString(folder.resolve("no.zip"), "PK? no");
    var noChannels = folder.resolve("other.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(noChannels))) {
      zip.putNextEntry(new ZipEntry("photo.jpg"));
    }

    refused(noZip, "no.zip is not a ZIP that can be read");
    refused(noChannels, "other.zip holds no channels.json, so it is no Slack export");
    refused(
        new ExportedWorkspace().file("users.json", "{}").zip(folder.resolve("a.zip")),
        "a.zip!users.json: is not a list");
    refused(
        new ExportedWorkspace()
            .file("ask-learning/2026-03-02.json", "[{\"ts\": \"1.0\"},\n {\"ts\": oops}]")
            .zip(folder.resolve("b.zip")),
        "b.zip!ask-learning/2026-03-02.json:2:");
    refused(
        new ExportedWorkspace()
            .file("ask-learning/2026-03-02.json", "[{\"ts\": \"1.0\"}")
            .zip(folder.resolve("c.zip")),
        "c.zip!ask-learning/2026-03-02.json:1:");
    refused(
        new ExportedWorkspace()
            .file("ask-learning/2026-02-31.json", "[]")
            .zip(folder.resolve("d.zip")),
        "there is no such day");
  }

  @Test
  void aZipThatHoldsFarTooMuchIsRefused() throws IOException {
    var bomb = folder.resolve("bomb.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.putNextEntry(new ZipEntry("channels.json"));
      var blank = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 80; i++) {
        zip.write(blank);
      }
    }

    refused(bomb, "bomb.zip!channels.json: cannot be unpacked: it unpacks to more than 64 MB");
  }

  @Test
  void namesThatLeadOutOfTheFolderWriteNothingThere() throws IOException {
    run(
        new ExportedWorkspace()
            .file("channels.json", "[{\"id\": \"C1\", \"name\": \"..\"}]")
            .file("../2026-03-02.json", "[]")
            .file("../../evil.txt", "x"));

    try (var files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("export.zip", "out");
    }
  }

  private void refused(Path zip, String why) {
    assertThatThrownBy(() -> run(zip, Set.of()))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining(why);
  }

  private void run(ExportedWorkspace workspace) throws IOException {
    run(workspace.zip(folder.resolve("export.zip")), Set.of());
  }

  private void run(Path zip, Set<String> channels) throws IOException {
    PREVIEW.export(
        zip,
        channels,
        folder.resolve("out"),
        new Threshold(0.35, 0.65),
        Clock.systemUTC(),
        new PrintWriter(said, true));
  }

  private String text() throws IOException {
    return Files.readString(folder.resolve("out/report.txt"), StandardCharsets.UTF_8);
  }

  private String html() throws IOException {
    return Files.readString(folder.resolve("out/report.html"), StandardCharsets.UTF_8);
  }
}
