package org.learningadvocate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.learningadvocate.app.SlackProbe.Channel;
import org.learningadvocate.app.SlackProbe.Heard;
import org.learningadvocate.app.SlackProbe.Heard.Refused;
import org.learningadvocate.app.SlackProbe.Heard.Said;
import org.learningadvocate.app.SlackProbe.Heard.Silent;
import org.learningadvocate.app.SlackProbe.Identity;
import org.learningadvocate.store.Db;

class DoctorTest {

  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final Manifest MANIFEST = new Manifest(Set.of("chat:write", "commands"), Set.of());

  @TempDir Path folder;

  private final Map<String, String> environment = new HashMap<>();
  private final StringWriter out = new StringWriter();

  private Heard<Identity> identity = said(Set.of("chat:write", "commands"), NOW);
  private Heard<Boolean> socket = new Said<>(true);
  private final Map<String, Heard<Optional<Channel>>> channels = new HashMap<>();
  private Optional<String> modelTrouble = Optional.empty();
  private Heard<Boolean> somebody = new Said<>(true);

  @BeforeEach
  void aSoundInstallation() throws IOException {
    environment.put("SLACK_BOT_TOKEN", "xoxb-1-secretpart");
    environment.put("SLACK_APP_TOKEN", "xapp-1-secretpart");
    environment.put("ADVOCATE_DATABASE_URL", "jdbc:sqlite:" + folder.resolve("a.db"));
    Files.writeString(folder.resolve("company.yaml"), "priorities: []\n");
    Files.writeString(
        folder.resolve("advocate.yaml"),
        """
        channels: {requests: ["#ask"], summary: C0BRIEFS}
        workspace: {zone: Europe/Berlin}
        editors: ["@leads"]
        catalog: company.yaml
        """);
    channels.put("#ask", channel("C0ASK", "ask", false, true, false));
    channels.put("C0BRIEFS", channel("C0BRIEFS", "briefs", false, true, false));
  }

  @Test
  void aSoundInstallationPasses() {
    Db.open(environment.get("ADVOCATE_DATABASE_URL"), null, null).close();

    assertThat(examine()).isZero();
    assertThat(out.toString())
        .contains("Acme (T0ACME), as U0BOT", "opens Socket Mode", "as in manifest.yml")
        .contains("#ask (C0ASK)", "C0BRIEFS (#briefs)", "whole, up to date and writable")
        .contains("@leads", "company.yaml", "All is well.")
        .doesNotContain("secretpart", "warn", "FAIL");
  }

  @Test
  void whatWasSetAsideIsListedWithItsReason() {
    try (var db = Db.open(environment.get("ADVOCATE_DATABASE_URL"), null, null)) {
      db.change(
          tx -> {
            tx.update(
                """
                INSERT INTO inbox (team, key, lane, position, body, received, state, tries, next_try,
                  reason)
                VALUES ('T1', 'said:C1:1.0', 'C1:1.0', '1.0', '{}', 1, 'ASIDE', 20, 1, 'no such day')
                """);
            tx.update(
                """
                INSERT INTO slot (team, name, wanted, version, pace, state, reason, tries, next_try)
                VALUES ('T1', 'brief:C1:1.0', '{}', 1, 'C2', 'ASIDE', 'invalid_blocks', 1, 1)
                """);
          });
    }

    assertThat(examine()).isZero();
    assertThat(out.toString())
        .contains("said:C1:1.0 after 20 tries: no such day")
        .contains("brief:C1:1.0 after 1 try: invalid_blocks")
        .contains("doctor retry");
  }

  @Test
  void aBrokenWordingFileIsNamedLineByLine() throws IOException {
    Files.writeString(
        folder.resolve("words.properties"),
        """
        question.parallel = Anything in the way?
        question.outcom = What changes?
        question.horizon.due = What happens on {day}?
        home.back =
        """);
    Files.writeString(
        folder.resolve("advocate.yaml"),
        """
        channels: {requests: ["#ask"], summary: C0BRIEFS}
        workspace: {zone: Europe/Berlin}
        wording: words.properties
        """);

    assertThat(examine()).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "line 2, column 1: there is no text question.outcom; did you mean question.outcome?")
        .contains("question.horizon.due: nothing fills in {day}; there is {due}")
        .contains("home.back is empty")
        .contains("mend the file, or take wording out of the settings");
  }

  @Test
  void whatTheBotLacksIsNamedWithARemedy() {
    identity = said(Set.of("chat:write"), NOW.minusSeconds(120));
    socket = new Refused<>("invalid_auth");

    assertThat(examine()).isEqualTo(1);
    assertThat(out.toString())
        .contains("missing: commands", "reinstall")
        .contains("is 120 s ahead of Slack's", "NTP")
        .contains("app token", "invalid_auth", "connections:write");
  }

  @Test
  void aRefusedTokenFailsAndIsNotShown() {
    identity = new Refused<>("token_revoked");

    assertThat(examine()).isEqualTo(1);
    assertThat(out.toString())
        .contains("token_revoked", "OAuth & Permissions")
        .doesNotContain("secretpart");
  }

  @Test
  void withoutTheSentenceModelItSaysWhatIsLost() {
    modelTrouble = Optional.of("the sentence model cannot run here: no such library");

    assertThat(examine()).isZero();
    assertThat(out.toString()).contains("no such library", "by words alone", "glibc");
  }

  @Test
  void slacksAbsenceFailsNothing() {
    identity = new Silent<>("timeout");
    socket = new Silent<>("timeout");
    somebody = new Silent<>("timeout");
    channels.replaceAll((name, heard) -> new Silent<>("timeout"));

    assertThat(examine()).isZero();
    assertThat(out.toString()).contains("Slack did not answer: timeout", "worth a look");
  }

  @Test
  void channelsThatMayComeRightAreOnlySaid() {
    channels.put("#ask", channel("C0ASK", "ask", false, false, false));
    channels.put("C0BRIEFS", channel("C0BRIEFS", "briefs", true, true, false));
    somebody = new Said<>(false);

    assertThat(examine()).isZero();
    assertThat(out.toString())
        .contains("#ask (C0ASK): the bot is not in it", "/invite @Advocate")
        .contains("C0BRIEFS (#briefs) is archived")
        .contains("@leads: Slack knows no such user or group");

    channels.put("#ask", new Said<>(Optional.empty()));
    channels.put("C0BRIEFS", channel("C0BRIEFS", "briefs", false, true, true));
    assertThat(examine()).isZero();
    assertThat(out.toString())
        .contains("#ask: the bot sees no such channel", "shared with another company");
  }

  @Test
  void brokenSettingsAreAllSaidAndTheRestIsExaminedAllTheSame() throws IOException {
    Files.writeString(folder.resolve("advocate.yaml"), "workspace: {zone: Mars}\ncatalog: no\n");
    environment.remove("SLACK_BOT_TOKEN");
    environment.remove("SLACK_APP_TOKEN");

    assertThat(examine()).isEqualTo(1);
    assertThat(out.toString())
        .contains("workspace.zone is \"Mars\"", "catalog is \"no\"", "SLACK_BOT_TOKEN is missing")
        .contains("database", "fonts", "feeds", "channels.requests names none");
  }

  @Test
  void lookingAtADatabaseMakesNone() {
    assertThat(examine()).isZero();
    assertThat(out.toString()).contains("is made at the first start");
    assertThat(folder.resolve("a.db")).doesNotExist();
  }

  @Test
  void aDamagedDatabaseAndOneOfANewerVersionFail() throws IOException {
    var url = environment.get("ADVOCATE_DATABASE_URL");
    try (var db = Db.open(url, null, null)) {
      db.change(
          tx ->
              tx.update(
                  """
                  INSERT INTO flyway_schema_history
                  SELECT 99, '99', 'later', 'SQL', 'V99__later.sql', 1, installed_by, installed_on,
                    1, 1 FROM flyway_schema_history WHERE installed_rank = 1
                  """));
    }
    assertThat(examine()).isEqualTo(1);
    assertThat(out.toString()).contains("of a newer version of this program");

    Files.writeString(folder.resolve("a.db"), "this is not a database".repeat(100));
    assertThat(examine()).isEqualTo(1);
    assertThat(out.toString()).contains("check ADVOCATE_DATABASE_URL");
  }

  @Test
  void aBrokenCatalogueFails() throws IOException {
    Files.writeString(folder.resolve("company.yaml"), "broken");

    assertThat(examine()).isEqualTo(1);
    assertThat(out.toString()).contains("line 3: no owner", "mend the file");
  }

  @Test
  void thisMachineCanDrawText() {
    assertThat(Doctor.canDraw()).isTrue();
  }

  @Test
  void theShippedManifestIsRead() {
    assertThat(Manifest.shipped().scopes()).contains("chat:write", "commands");
    assertThat(Manifest.shipped().events()).contains("message.channels");
  }

  private int examine() {
    var source = new SettingsSource(environment, folder);
    out.getBuffer().setLength(0);
    return new Doctor(
            source.read(),
            source.missingForServe(),
            new Probing(),
            MANIFEST,
            Clock.fixed(NOW, ZoneOffset.UTC))
        .examine(new PrintWriter(out, true));
  }

  private static Heard<Identity> said(Set<String> scopes, Instant slacks) {
    return new Said<>(new Identity("T0ACME", "Acme", "U0BOT", scopes, slacks));
  }

  private static Heard<Optional<Channel>> channel(
      String id, String name, boolean archived, boolean member, boolean external) {
    return new Said<>(Optional.of(new Channel(id, name, false, archived, member, external)));
  }

  /** Answers as the test says; knows nothing but doctor's part. */
  private final class Probing implements Commands, SlackProbe {

    @Override
    public Optional<String> modelTrouble() {
      return modelTrouble;
    }

    @Override
    public Heard<Identity> identity() {
      return identity;
    }

    @Override
    public Heard<Boolean> socket() {
      return socket;
    }

    @Override
    public Heard<Optional<Channel>> channel(String channel) {
      return channels.getOrDefault(channel, new Said<>(Optional.empty()));
    }

    @Override
    public Heard<Boolean> somebody(String group) {
      return somebody;
    }

    @Override
    public SlackProbe probe(Settings settings) {
      return this;
    }

    @Override
    public int checkCatalogue(Path file, PrintWriter out) {
      try {
        if (Files.readString(file).startsWith("broken")) {
          out.println(file + ", line 3: no owner");
          return 1;
        }
        return 0;
      } catch (IOException e) {
        throw Failure.failed(e.getMessage());
      }
    }

    @Override
    public int demo(int port, @Nullable Path wording, PrintWriter out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int serve(Settings settings, SettingsSource source, PrintWriter out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int preview(Past past, PrintWriter out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int corrections(Settings settings, SettingsSource source, Path file, PrintWriter out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int importCatalogue(Settings settings, Path file, PrintWriter out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int exportCatalogue(Settings settings, Path file, PrintWriter out) {
      throw new UnsupportedOperationException();
    }
  }
}
