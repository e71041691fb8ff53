package org.learningadvocate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labelled cases, and which of them may be learned from. */
class CasesTest {

  private static final Path HOME = Path.of("src/eval");

  @TempDir private Path directory;

  @Test
  void thoseHeldOutAreNeverAmongThoseToLearnFrom() throws IOException {
    company("open", "-06:00");
    company("more/other", "+01:00");
    company("heldout/secret", "+01:00");

    assertThat(Cases.in(directory)).extracting(Cases::name).containsExactly("other", "open");
    assertThat(Cases.heldOut(directory)).extracting(Cases::name).containsExactly("secret");
    assertThat(Cases.in(directory)).noneMatch(Cases::heldOut);
    assertThat(Cases.in(directory.resolve("heldout"))).allMatch(Cases::heldOut);
  }

  @Test
  void aFolderNeedsNeitherCatalogueNorThreads() throws IOException {
    company("west", "-06:00");
    company("east", "+01:00");

    assertThat(Cases.in(directory))
        .allSatisfy(
            company -> {
              assertThat(company.catalogued()).isFalse();
              assertThat(company.threads()).isEmpty();
            })
        .extracting(Cases::locale)
        .containsExactly(Locale.UK, Locale.US);
  }

  @Test
  void noMessageOfAHeldOutCompanyStandsAmongThoseToLearnFrom() {
    var learned =
        Cases.in(HOME).stream()
            .flatMap(company -> company.messages().stream())
            .map(Cases.Message::text)
            .collect(Collectors.toSet());

    // Anybody may say "thanks all"; nobody says a whole sentence twice by chance.
    assertThat(Cases.heldOut(HOME))
        .isNotEmpty()
        .flatMap(Cases::messages)
        .extracting(Cases.Message::text)
        .filteredOn(text -> text.length() > 60)
        .noneMatch(learned::contains);
  }

  private void company(String path, String offset) throws IOException {
    var folder = Files.createDirectories(directory.resolve(path));
    Files.writeString(
        folder.resolve("messages.jsonl"),
        """
        {"id": "m1", "channel": "c", "user": "U1", "posted_at": "2026-09-01T09:00:00%s",\
         "text": "lol", "label": {"request": false}}
        """
            .formatted(offset));
  }
}
