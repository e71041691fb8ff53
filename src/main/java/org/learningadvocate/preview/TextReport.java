package org.learningadvocate.preview;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.learningadvocate.brief.ThreadMessage;
import org.learningadvocate.chat.Wording;

/** What the bot would have said where, as text to read in a terminal or to search. */
final class TextReport {

  private static final int SHOWN = 600;
  private static final int REPLY = 300;

  private final Tale tale;
  private final Times times;
  private final Roster roster;
  private final Spoken spoken;
  private final ThreadMessage threadMessage;
  private final PrintWriter out;

  TextReport(Tale tale, Times times, Wording wording, PrintWriter out) {
    this.threadMessage = new ThreadMessage(wording);
    this.tale = tale;
    this.times = times;
    this.roster = tale.roster();
    this.spoken = new Spoken(roster);
    this.out = out;
  }

  void write() {
    out.println("What Learning Advocate would have said");
    out.println(
        tale.source()
            + ", "
            + times.period(tale.from(), tale.to())
            + ", with the catalogue of "
            + tale.company()
            + ", read in "
            + Times.took(tale.took()));
    out.println();
    for (var figure : Figure.of(tale)) {
      out.printf("%12s  %s%n", figure.value(), figure.label());
    }
    out.println();
    channels();
    if (tale.beyond() > 0) {
      out.printf(
          "%n%s are counted and not told below: the report has no more room.%n",
          Counted.of(tale.beyond(), "request"));
    }
    tale.channels().stream().filter(channel -> channel.requests() > 0).forEach(this::channel);
    unsure(
        "Asked in private",
        "Neither clearly a request nor clearly talk: the bot would have asked who wrote it, once"
            + " and in private.",
        ChannelTale::doubts);
    unsure(
        "Left alone, barely",
        "Nearest to a request of all to which the bot would have said nothing.",
        ChannelTale::nearMisses);
    silences();
  }

  private void channels() {
    int wide =
        Math.max(
            7,
            tale.channels().stream()
                .mapToInt(channel -> channel.channel().name().length() + 1)
                .max()
                .orElse(7));
    String row = "%-" + wide + "s %9s %9s %8s %6s %9s%n";
    out.printf(row, "channel", "messages", "requests", "in doubt", "asked", "answered");
    for (var channel : tale.channels()) {
      out.printf(
          row,
          "#" + channel.channel().name(),
          Counted.number(channel.messages()),
          Counted.number(channel.requests()),
          Counted.number(channel.doubtful()),
          Counted.number(channel.asked()),
          Counted.number(channel.answered()));
    }
  }

  private void channel(ChannelTale channel) {
    heading("#" + channel.channel().name() + (channel.channel().secluded() ? " (private)" : ""));
    channel.followed().forEach(this::request);
  }

  private void request(Followed request) {
    var dossier = request.dossier();
    out.println();
    out.println(roster.name(dossier.requester()) + ", " + times.moment(dossier.id().ts()));
    indented("  > ", Shortened.to(SHOWN, roster.shown(dossier.text())));
    out.println("  Learning Advocate, in the thread:");
    spoken.lines(threadMessage.of(dossier)).forEach(line -> out.println("    " + line));
    for (var reply : request.replies()) {
      var numbers = request.answers(reply);
      out.println(
          "  "
              + roster.name(reply.who())
              + ", "
              + times.moment(reply.ts())
              + (numbers.isEmpty() ? "" : "  ✅ " + numbers(numbers)));
      indented("    > ", Shortened.to(REPLY, roster.shown(reply.text())));
    }
    out.println("  " + standing(request));
  }

  private static String numbers(java.util.Set<Integer> numbers) {
    return "answers " + numbers.stream().map(String::valueOf).collect(Collectors.joining(" and "));
  }

  /** In a sentence, what became of a request's questions. */
  static String standing(Followed request) {
    if (request.asked() == 0) {
      return "Nothing was asked: the request says it all.";
    }
    if (request.open() == 0) {
      return "Nothing is open: " + Counted.of(request.asked(), "question") + ", all answered.";
    }
    return "Still open: "
        + request.pending().keySet().stream().map(String::valueOf).collect(Collectors.joining(", "))
        + " of "
        + Counted.of(request.asked(), "question")
        + ".";
  }

  private interface Messages {
    List<Unsure> of(ChannelTale channel);
  }

  private void unsure(String title, String why, Messages messages) {
    if (tale.channels().stream().allMatch(channel -> messages.of(channel).isEmpty())) {
      return;
    }
    heading(title);
    out.println(why);
    for (var channel : tale.channels()) {
      for (var message : messages.of(channel)) {
        out.println();
        out.printf(
            "#%s, %s, %s, %s likely a request: %s%n",
            channel.channel().name(),
            roster.name(message.user()),
            times.moment(message.ts()),
            Counted.percent(message.likelihood()),
            String.join("; ", message.reasons()));
        indented("  > ", message.text());
      }
    }
  }

  private void silences() {
    heading("Silence");
    out.println("The bot would have said nothing to");
    for (var why : ChannelTale.Silence.values()) {
      int count = tale.sum(channel -> channel.silences().getOrDefault(why, 0));
      out.printf(Locale.ROOT, "%12s  %s%n", Counted.number(count), why.words());
    }
  }

  private void heading(String words) {
    out.println();
    out.println();
    out.println(words);
    out.println("=".repeat(words.codePointCount(0, words.length())));
  }

  private void indented(String margin, String text) {
    (text.isEmpty() ? "(no text)" : text).lines().forEach(line -> out.println(margin + line));
  }
}
