package org.learningadvocate.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.catalog.Company;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.meaning.WordsOnly;

/** Predictions for files of messages and threads, however those were saved. */
class CaseFilesTest {

  private static final Preview PREVIEW =
      new Preview(
          new Company("Northwind", ZoneId.of("America/Chicago"), Locale.US, Catalogue.EMPTY),
          new WordsOnly(),
          Wording.of("en"));

  private static final String REQUEST =
      """
      {"id": "m1", "posted_at": "2026-03-02T09:00:00-06:00", "text": "Can you please build a one-page\
       job aid for our store managers by March 20?", "mood": ["unknown", {"key": 1}]}""";

  private static final String TALK =
      """
      {"id": "m2", "posted_at": "2026-03-02T09:00:00-06:00", "text": "lol"}""";

  @TempDir private Path folder;

  @Test
  void blankLinesWindowsEndsAndAByteOrderMarkDoNotMatter() throws IOException {
    run("\uFEFF" + REQUEST + "\r\n\r\n   \r\n" + TALK, null);

    assertThat(Files.readAllLines(folder.resolve("out/messages.jsonl")))
        .hasSize(2)
        .first()
        .asString()
        .contains("\"id\":\"m1\"", "\"request\":true", "\"due\":\"2026-03-20\"");
  }

  @Test
  void anEmptyFileGivesAnEmptyOne() throws IOException {
    run("", null);

    assertThat(folder.resolve("out/messages.jsonl")).isEmptyFile();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"id\": \"m\"                       | 2: is not one JSON object",
        "{\"id\": \"m\"} {\"id\": \"n\"}      | 2: is not one JSON object",
        "[1]                                  | 2: should be one JSON object, in braces",
        "null                                 | 2: should be one JSON object, in braces",
        "{\"id\": \"m\", \"text\": \"x\"}     | 2: posted_at is missing, or is no text",
        "{\"id\": \"m\", \"posted_at\": \"2026-03-02\", \"text\": \"x\"}"
            + "| 2: posted_at is 2026-03-02; it should be like",
        "{\"posted_at\": \"2026-03-02T09:00:00Z\", \"text\": \"x\"} | 2: id is missing",
        "{\"id\": \"m\", \"posted_at\": \"2026-03-02T09:00:00Z\", \"text\": 5} | 2: text is missing"
      })
  void aWrongLineIsSaidWithItsNumber(String line, String why) {
    assertThatThrownBy(() -> run(TALK + "\n" + line, null))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("messages.jsonl:" + why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"id\": \"t\", \"replies\": []}                        | asked is missing, or is no list",
        "{\"id\": \"t\", \"asked\": []}                          | replies is missing",
        "{\"id\": \"t\", \"asked\": [\"why\"], \"replies\": []}  | there is no question \"why\"",
        "{\"id\": \"t\", \"asked\": [], \"replies\": [{}]}       | id is missing"
      })
  void soIsAWrongThread(String line, String why) {
    assertThatThrownBy(() -> run(null, "\n" + line))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("threads.jsonl:2: ")
        .hasMessageContaining(why);
  }

  @Test
  void whatIsNotUtf8IsSaid() throws IOException {
    Files.write(
        folder.resolve("messages.jsonl"),
        (TALK + "\n{\"é\"").getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> run(folder.resolve("messages.jsonl"), null, folder.resolve("out")))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("messages.jsonl:2: is not UTF-8");
  }

  @Test
  void theInputIsNeverWrittenOver() throws IOException {
    var messages = Files.writeString(folder.resolve("messages.jsonl"), TALK);

    assertThatThrownBy(() -> run(messages, null, folder)).isInstanceOf(Unreadable.class);
    assertThat(messages).hasContent(TALK);
  }

  private void run(@Nullable String messages, @Nullable String threads) throws IOException {
    run(file("messages.jsonl", messages), file("threads.jsonl", threads), folder.resolve("out"));
  }

  private @Nullable Path file(String name, @Nullable String content) throws IOException {
    return content == null ? null : Files.writeString(folder.resolve(name), content);
  }

  private static void run(@Nullable Path messages, @Nullable Path threads, Path out)
      throws IOException {
    PREVIEW.files(messages, threads, out, new PrintWriter(new StringWriter()));
  }
}
