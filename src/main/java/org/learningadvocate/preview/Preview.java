package org.learningadvocate.preview;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.catalog.Company;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.meaning.Meaning;

/** What would the bot have done? Sends nothing anywhere. */
public final class Preview {

  private final Company company;
  private final Understood understood;
  private final Wording wording;

  /**
   * @param company its catalogue; its zone and locale count for the dates in the texts
   */
  public Preview(Company company, Meaning meaning, Wording wording) {
    this.company = company;
    this.wording = wording;
    this.understood = new Understood(company.catalogue(), company.locale(), meaning, wording);
  }

  /**
   * Writes predictions for files of messages and threads into a folder.
   *
   * @param messages one message a line; null where there are none
   * @param threads one thread a line; null where there are none
   * @param folder made where it is missing
   * @throws IOException where a file cannot be read or written
   * @throws Unreadable where a line is not of the form it should be, with its place
   */
  public void files(@Nullable Path messages, @Nullable Path threads, Path folder, PrintWriter out)
      throws IOException {
    Files.createDirectories(folder);
    var cases = new CaseFiles(understood, company.zone());
    if (messages != null) {
      var to = folder.resolve("messages.jsonl");
      out.println(Counted.of(cases.messages(messages, to), "message") + " read; see " + to);
    }
    if (threads != null) {
      var to = folder.resolve("threads.jsonl");
      out.println(Counted.of(cases.threads(threads, to), "thread") + " read; see " + to);
    }
  }

  /**
   * Writes a report on a Slack export into a folder, as {@code report.txt} and {@code report.html}.
   *
   * @param zip as Slack made it; read where it lies, however big it is
   * @param channels names, without {@code #}, of the channels that the bot would be in; empty: all
   *     of the export
   * @param folder made where it is missing
   * @param threshold what is taken for a request
   * @param out where progress is said, and in the end what was found
   * @throws IOException where a file cannot be read or written
   * @throws Unreadable where the ZIP is no export or something in it is broken, with its place
   */
  public void export(
      Path zip,
      Set<String> channels,
      Path folder,
      Threshold threshold,
      Clock clock,
      PrintWriter out)
      throws IOException {
    Tale tale;
    try (var export = SlackExport.open(zip)) {
      tale = new Rehearsal(company, understood, threshold, export).of(zip, channels, clock, out);
    }
    Files.createDirectories(folder);
    var times = new Times(company);
    var text = folder.resolve("report.txt");
    var page = folder.resolve("report.html");
    try (var writer = new PrintWriter(Files.newBufferedWriter(text, StandardCharsets.UTF_8))) {
      new TextReport(tale, times, wording, writer).write();
      written(writer, text);
    }
    try (var writer = new PrintWriter(Files.newBufferedWriter(page, StandardCharsets.UTF_8))) {
      new HtmlReport(tale, times, wording, writer).write();
      written(writer, page);
    }
    Figure.of(tale).forEach(figure -> out.printf("%10s  %s%n", figure.value(), figure.label()));
    out.println("Read in " + Times.took(tale.took()) + "; see " + page + " and " + text);
  }

  private static void written(PrintWriter writer, Path path) throws IOException {
    if (writer.checkError()) {
      throw new IOException(path + " could not be written whole; is the disk full?");
    }
  }
}
