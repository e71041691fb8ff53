package org.learningadvocate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.learningadvocate.store.DatabaseFile;
import org.learningadvocate.store.Db;

class MainTest {

  @TempDir Path folder;

  private final Map<String, String> environment = new HashMap<>();
  private final List<String> called = new ArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void withoutACommandItSaysWhatThereIs() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString())
        .contains("demo", "serve", "preview", "catalog", "doctor", "backup", "restore");
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "demo --help",
        "serve --help",
        "preview --help",
        "catalog --help",
        "catalog import --help",
        "catalog export --help",
        "catalog check --help",
        "doctor --help",
        "doctor retry --help",
        "backup --help",
        "restore --help",
        "--version"
      })
  void everyCommandHasHelp(String arguments) {
    assertThat(run(arguments.split(" "))).isZero();
    assertThat(out.toString()).isNotBlank();
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dance",
        "catalog",
        "catalog import",
        "serve --now",
        "demo --port 70000",
        "preview",
        "preview --catalog c.yaml",
        "preview --catalog c.yaml --export a.zip --messages m.jsonl",
        "preview --catalog nowhere.yaml --messages nowhere.jsonl"
      })
  void wrongUseIsTwo(String arguments) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).isNotBlank().doesNotContain("Exception");
    assertThat(called).isEmpty();
  }

  @Test
  void serveRefusesWithEverythingThatHasToBeMended() throws IOException {
    Files.writeString(folder.resolve("advocate.yaml"), "workspace: {zone: Mars}\n");
    environment.put("SLACK_APP_TOKEN", "xoxb-123456-abcdef");

    assertThat(run("serve")).isEqualTo(2);

    assertThat(err.toString())
        .contains("workspace.zone is \"Mars\"", "SLACK_APP_TOKEN holds a bot token")
        .contains("SLACK_BOT_TOKEN is missing", "3 settings have to be mended")
        .doesNotContain("abcdef", "Exception");
    assertThat(called).isEmpty();
  }

  @Test
  void serveStartsWithATokenAndADoor() {
    environment.put("SLACK_BOT_TOKEN", "xoxb-1");
    environment.put("SLACK_SIGNING_SECRET", "s");

    assertThat(run("serve")).isZero();
    assertThat(called).containsExactly("serve");
  }

  @Test
  void demoNeedsNoSettings() {
    environment.put("ADVOCATE_PORT", "none");

    assertThat(run("demo", "--port", "0")).isZero();
    assertThat(called).containsExactly("demo 0");
  }

  @Test
  void demoAndPreviewSayTheWorkspacesOwnTexts() throws IOException {
    Files.writeString(folder.resolve("words.properties"), "home.back = Home\n");
    Files.writeString(folder.resolve("advocate.yaml"), "wording: words.properties\n");
    var catalogue = folder.resolve("company.yaml");
    Files.writeString(catalogue, "");
    var messages = folder.resolve("messages.jsonl");
    Files.writeString(messages, "");

    assertThat(run("demo", "--port", "0")).isZero();
    assertThat(run("demo", "--port", "0", "--wording", "others.properties")).isZero();
    assertThat(run("preview", "--catalog", catalogue + "", "--messages", messages + "")).isZero();
    assertThat(called)
        .containsExactly(
            "demo 0 words.properties",
            "demo 0 others.properties",
            "preview " + folder.resolve("words.properties"));
  }

  @Test
  void anExpectedFailureIsOneLine() {
    assertThat(run("catalog", "check", "broken.yaml")).isEqualTo(1);
    assertThat(err.toString().lines()).containsExactly("broken.yaml, line 3: no owner");
  }

  @Test
  void backupAndRestoreAreForSqlite() {
    environment.put("ADVOCATE_DATABASE_URL", "jdbc:postgresql://localhost/advocate?password=hush");

    assertThat(run("backup", "a.db")).isEqualTo(2);
    assertThat(err.toString()).contains("for SQLite", "pg_dump").doesNotContain("hush");
  }

  @Test
  void aBackupComesBack() {
    var url = url();
    var copy = folder.resolve("copy.db").toString();
    try (var db = Db.open(url, null, null)) {
      note(db, "before");
      // Beside an open database: the copy holds what was committed.
      assertThat(run("backup", copy)).isZero();
      note(db, "after");
    }

    assertThat(run("restore", copy)).isZero();

    assertThat(out.toString()).contains("Backed up", "Restored", "before-restore");
    try (var db = Db.open(url, null, null)) {
      assertThat(notes(db)).containsExactly("before");
    }
  }

  @Test
  void backupOverwritesNothingAndNeedsADatabase() throws IOException {
    environment.put("ADVOCATE_DATABASE_URL", "jdbc:sqlite:" + folder.resolve("none.db"));
    assertThat(run("backup", folder.resolve("copy.db").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("There is no database");

    Db.open(url(), null, null).close();
    Files.writeString(folder.resolve("copy.db"), "precious");
    assertThat(run("backup", folder.resolve("copy.db").toString())).isEqualTo(1);
    assertThat(folder.resolve("copy.db")).hasContent("precious");
  }

  @Test
  void restoreRefusesWhileAServeHoldsTheFileAndWhatIsNoBackup() throws IOException {
    var url = url();
    Db.open(url, null, null).close();
    var copy = folder.resolve("copy.db");
    assertThat(run("backup", copy.toString())).isZero();
    var hold = DatabaseFile.of(url).orElseThrow().hold();
    try {
      assertThat(run("restore", copy.toString())).isEqualTo(1);
      assertThat(err.toString()).contains("in use");
    } finally {
      hold.close();
    }
    var other = Files.writeString(folder.resolve("other.db"), "not a database, but long enough");
    assertThat(run("restore", other.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("Could not restore").doesNotContain("\tat ");
  }

  @Test
  void retrySaysHowMuchItTries() {
    var url = url();
    try (var db = Db.open(url, null, null)) {
      db.change(
          tx ->
              tx.update(
                  """
                  INSERT INTO inbox (team, key, lane, position, body, received, state, next_try)
                  VALUES ('T', 'k', 'l', '1', '{}', 0, 'ASIDE', 0)
                  """));
    }

    assertThat(run("doctor", "retry")).isZero();
    assertThat(out.toString()).contains("1 thing is tried again");
    assertThat(run("doctor", "retry")).isZero();
    assertThat(out.toString()).contains("Nothing is set aside");
  }

  private String url() {
    var url = "jdbc:sqlite:" + folder.resolve("advocate.db");
    environment.put("ADVOCATE_DATABASE_URL", url);
    return url;
  }

  private static void note(Db db, String id) {
    db.change(tx -> tx.update("INSERT INTO seen (id, at) VALUES (?, 0)", id));
  }

  private static List<String> notes(Db db) {
    return db.read(tx -> tx.query("SELECT id FROM seen", row -> row.text("id")));
  }

  private int run(String... arguments) {
    return new Main(new SettingsSource(environment, folder), new Noted())
        .run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  /** Notes what was called, and does nothing. */
  private final class Noted implements Commands {

    @Override
    public Optional<String> modelTrouble() {
      return Optional.empty();
    }

    @Override
    public int demo(int port, @Nullable Path wording, PrintWriter out) {
      called.add("demo " + port + (wording == null ? "" : " " + wording.getFileName()));
      return 0;
    }

    @Override
    public int serve(Settings settings, SettingsSource source, PrintWriter out) {
      called.add("serve");
      return 0;
    }

    @Override
    public int preview(Past past, PrintWriter out) {
      called.add("preview " + past.wording());
      return 0;
    }

    @Override
    public int corrections(Settings settings, SettingsSource source, Path file, PrintWriter out) {
      called.add("corrections " + file);
      return 0;
    }

    @Override
    public int importCatalogue(Settings settings, Path file, PrintWriter out) {
      return 0;
    }

    @Override
    public int exportCatalogue(Settings settings, Path file, PrintWriter out) {
      return 0;
    }

    @Override
    public int checkCatalogue(Path file, PrintWriter out) {
      throw Failure.failed(file + ", line 3: no owner");
    }

    @Override
    public SlackProbe probe(Settings settings) {
      throw new UnsupportedOperationException();
    }
  }
}
