package org.learningadvocate.preview;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.catalog.Company;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.meaning.Meaning;
import org.learningadvocate.question.Planner;

/** What would the bot have done? Sends nothing anywhere. */
public final class Preview {

  private final Company company;
  private final Understood understood;

  /**
   * @param company its catalogue; its zone and locale count for the dates in the texts
   */
  public Preview(Company company, Meaning meaning, Wording wording) {
    this.company = company;
    this.understood =
        new Understood(company.catalogue(), company.locale(), meaning, new Planner(wording));
  }

  /**
   * Writes predictions for files of messages and threads into a folder.
   *
   * @param messages one message a line; null where there are none
   * @param threads one thread a line; null where there are none
   * @param folder made where it is missing
   * @throws IOException where a file cannot be read or written
   * @throws IllegalArgumentException where a line is not of the form it should be, with its place
   */
  public void files(@Nullable Path messages, @Nullable Path threads, Path folder, PrintWriter out)
      throws IOException {
    Files.createDirectories(folder);
    var cases = new CaseFiles(understood, company.zone());
    try {
      if (messages != null) {
        int done = cases.messages(messages, folder.resolve("messages.jsonl"));
        out.println(done + " messages read; see " + folder.resolve("messages.jsonl"));
      }
      if (threads != null) {
        int done = cases.threads(threads, folder.resolve("threads.jsonl"));
        out.println(done + " threads read; see " + folder.resolve("threads.jsonl"));
      }
    } catch (CaseFiles.BadLine e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
