package org.learningadvocate.preview;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.brief.Dossier;
import org.learningadvocate.catalog.Company;
import org.learningadvocate.chat.Days;
import org.learningadvocate.chat.Stamp;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.question.Answers;
import org.learningadvocate.question.Remark;
import org.learningadvocate.question.Reply;
import org.learningadvocate.request.Reading;

/**
 * Goes through an export day by day as the bot would have lived it: notices requests, does the
 * homework with what was known by then, and reads the replies. What is no request is forgotten at
 * once.
 */
final class Rehearsal {

  /** Letters of requests and their threads that are held for the report: some 100 MB at most. */
  private static final long ROOM = 40_000_000;

  private static final int SHOWN = 400;

  private final Company company;
  private final Understood understood;
  private final Threshold threshold;
  private final SlackExport export;
  private final Roster roster;
  private final Map<ExportChannel, ChannelTale> tales = new LinkedHashMap<>();
  private final Map<ThreadId, Opened> threads = new HashMap<>();
  private final EarlierRequests earlier = new EarlierRequests();
  private long room = ROOM;
  private int beyond;
  private @Nullable LocalDate from;
  private @Nullable LocalDate to;

  /** A request whose thread is still being read. */
  private static final class Opened {
    private final ExportChannel channel;
    private final ExportMessage first;
    private final Understood.Message message;
    private final Map<String, Remark> replies = new TreeMap<>();

    Opened(ExportChannel channel, ExportMessage first, Understood.Message message) {
      this.channel = channel;
      this.first = first;
      this.message = message;
    }
  }

  Rehearsal(Company company, Understood understood, Threshold threshold, SlackExport export) {
    this.company = company;
    this.understood = understood;
    this.threshold = threshold;
    this.export = export;
    this.roster = export.roster();
  }

  /**
   * @param channels names of the channels that the bot would be in; empty: all of the export
   * @throws Unreadable where the export has no channel of such a name, or is broken
   */
  Tale of(Path source, Set<String> channels, Clock clock, PrintWriter out) throws IOException {
    watched(source, channels).forEach(channel -> tales.put(channel, new ChannelTale(channel)));
    var days = export.days().stream().filter(day -> tales.containsKey(day.channel())).toList();
    var progress = new Progress(out, clock, days.stream().mapToLong(SlackExport.Day::packed).sum());
    long messages = 0;
    for (var day : days) {
      messages += live(day);
      progress.read(day.date(), day.packed(), messages, threads.size() + beyond);
    }
    threads.values().stream()
        .sorted(Comparator.comparing(thread -> thread.first.ts()))
        .forEach(thread -> tale(thread.channel).followed(followed(thread)));
    return new Tale(
        String.valueOf(source.getFileName()),
        company.name(),
        from,
        to,
        tales.values().stream()
            .sorted(Comparator.comparingInt(ChannelTale::requests).reversed())
            .toList(),
        beyond,
        progress.took(),
        roster,
        threshold);
  }

  private List<ExportChannel> watched(Path source, Set<String> names) {
    var all = export.channels();
    if (names.isEmpty()) {
      return all;
    }
    var known = all.stream().map(ExportChannel::name).collect(Collectors.toSet());
    var unknown = names.stream().filter(name -> !known.contains(name)).sorted().toList();
    if (!unknown.isEmpty()) {
      throw new Unreadable(
          source
              + " holds no channel "
              + String.join(", ", unknown)
              + "; it holds "
              + all.stream().map(ExportChannel::name).limit(50).collect(Collectors.joining(", ")));
    }
    return all.stream().filter(channel -> names.contains(channel.name())).toList();
  }

  /** Lives one day of a channel; how many messages it had. */
  private int live(SlackExport.Day day) throws IOException {
    var tale = tale(day.channel());
    int before = tale.messages();
    var early = new HashSet<ThreadId>();
    export.read(
        day,
        message -> {
          tale.read();
          if (message.kind() != ExportMessage.Kind.PERSON) {
            tale.silent(silence(message.kind()));
          } else if (message.thread() == null) {
            posted(tale, message);
          } else {
            replied(tale, message, early);
          }
        });
    // Some exports tell a reply before the message that it replies to.
    early.retainAll(threads.keySet());
    if (!early.isEmpty()) {
      export.read(day, message -> repliedEarly(tale, message, early));
    }
    if (tale.messages() > before) {
      from = from == null ? day.date() : from;
      to = day.date();
    }
    return tale.messages() - before;
  }

  private static ChannelTale.Silence silence(ExportMessage.Kind kind) {
    return switch (kind) {
      case BOT -> ChannelTale.Silence.BOT;
      case GONE -> ChannelTale.Silence.GONE;
      case EVENT, PERSON -> ChannelTale.Silence.EVENT;
    };
  }

  private void posted(ChannelTale tale, ExportMessage message) {
    var channel = tale.channel();
    var understood =
        this.understood.message(
            message.text(), posted(message.ts()), channel.name(), threshold.request(), earlier);
    var reading = understood.reading();
    if (reading.likelihood() < threshold.request()) {
      passedOver(tale, message, reading);
      return;
    }
    tale.opened(understood.plan().questions().size(), understood.told().size());
    var id = new ThreadId(channel.id(), message.ts());
    if (!channel.secluded()) {
      earlier.add(
          id,
          Dossier.title(roster.named(message.text()), reading, roster),
          message.text(),
          posted(message.ts()).toLocalDate());
    }
    if (room < message.text().length()) {
      beyond++;
      return;
    }
    room -= message.text().length();
    threads.put(id, new Opened(channel, message, understood));
  }

  private void passedOver(ChannelTale tale, ExportMessage message, Reading reading) {
    if (reading.likelihood() < threshold.doubt()) {
      tale.silent(ChannelTale.Silence.TALK);
    }
    if (reading.likelihood() < threshold.nearly()) {
      return;
    }
    var unsure =
        new Unsure(
            message.ts(),
            message.user(),
            Shortened.to(SHOWN, roster.shown(message.text())),
            reading.likelihood(),
            reading.reasons());
    if (reading.likelihood() >= threshold.doubt()) {
      tale.doubted(unsure);
    } else {
      tale.nearlyDoubted(unsure);
    }
  }

  private void replied(ChannelTale tale, ExportMessage message, Set<ThreadId> early) {
    var id = ThreadId.of(tale.channel().id(), message.ts(), message.thread());
    var thread = threads.get(id);
    if (thread == null) {
      tale.silent(ChannelTale.Silence.REPLY);
      early.add(id);
      return;
    }
    keep(tale, thread, message);
  }

  private void repliedEarly(ChannelTale tale, ExportMessage message, Set<ThreadId> early) {
    if (message.kind() != ExportMessage.Kind.PERSON || message.thread() == null) {
      return;
    }
    var id = ThreadId.of(tale.channel().id(), message.ts(), message.thread());
    var thread = threads.get(id);
    if (thread != null && early.contains(id) && !thread.replies.containsKey(message.ts())) {
      tale.heardAfterAll();
      keep(tale, thread, message);
    }
  }

  private void keep(ChannelTale tale, Opened thread, ExportMessage message) {
    tale.replied();
    if (room >= message.text().length()) {
      room -= message.text().length();
      thread.replies.put(
          message.ts(),
          new Remark(
              message.user(),
              message.user().equals(thread.first.user()) ? Reply.By.REQUESTER : Reply.By.OTHER,
              message.ts(),
              message.text()));
    }
  }

  /** What a request and its thread mean in the end. */
  private Followed followed(Opened thread) {
    var first = thread.first;
    var message = thread.message;
    var reading = message.reading();
    var replies = new ArrayList<>(thread.replies.values());
    var answers = understood.answers(message.plan().numbering(), replies, roster);
    return new Followed(
        thread.channel,
        replies,
        new Dossier(
            "",
            new ThreadId(thread.channel.id(), first.ts()),
            thread.channel.secluded(),
            first.user(),
            null,
            first.text(),
            Dossier.said(roster.named(first.text()), roster),
            Dossier.title(roster.named(first.text()), reading, roster),
            posted(first.ts()).toLocalDate(),
            Stamp.toInstant(first.ts()),
            reading,
            reading.deliverable(),
            reading.size(),
            reading.due(),
            reading.audience(),
            null,
            message.findings(),
            Set.of(),
            Set.of(),
            message.plan(),
            Answers.of(answers),
            null,
            null,
            null,
            new Days(posted(first.ts()).toLocalDate(), company.locale())));
  }

  private ZonedDateTime posted(String ts) {
    return Stamp.toInstant(ts).atZone(company.zone());
  }

  private ChannelTale tale(ExportChannel channel) {
    return java.util.Objects.requireNonNull(tales.get(channel));
  }
}
