package org.learningadvocate.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.learningadvocate.catalog.Initiative;
import org.learningadvocate.catalog.Priority;
import org.learningadvocate.chat.Days;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Plain;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.Span;
import org.learningadvocate.chat.Words;
import org.learningadvocate.request.Request;
import org.learningadvocate.request.Topic;

/** A week in words: at most ten lines, and the details for its thread. */
final class DigestWords {

  private static final int COLLISIONS = 3;
  private static final int BLOCKED = 2;
  private static final int NAMES = 3;
  private static final int TITLE = 70;

  // Slack takes 50 blocks and, in an update, 4,000 characters of plain text.
  private static final int LINES_OF_A_PAGE = 40;
  private static final int CHARACTERS_OF_A_PAGE = 3_000;

  /** Whoever has more than this to look through opens the requests themselves. */
  private static final int DETAILS = 30;

  private final Week week;
  private final Days days;

  DigestWords(Week week) {
    this.week = week;
    this.days = week.days();
  }

  /** At most ten lines, decisions first; one where nothing happened. */
  Message summary() {
    if (week.quiet()) {
      return Message.of(quietLine());
    }
    var parts = new ArrayList<Part>();
    parts.add(new Part.Header("The week in learning · " + days.sayWithWeekday(days.today())));
    week.collisions().stream()
        .limit(COLLISIONS)
        .map(this::collision)
        .forEach(words -> parts.add(Part.line(words)));
    more(parts, week.collisions().size() - COLLISIONS);
    if (!week.withoutLearning().isEmpty()) {
      parts.add(
          Part.line(
              Words.NONE
                  .emoji("compass")
                  .then(" ")
                  .bold("No learning work in 90 days:")
                  .then(" ")
                  .then(some(week.withoutLearning(), this::priority))));
    }
    week.blocked().stream()
        .limit(BLOCKED)
        .map(this::blocked)
        .forEach(words -> parts.add(Part.line(words)));
    more(parts, week.blocked().size() - BLOCKED);
    fresh(parts);
    if (!week.answered().isEmpty()) {
      parts.add(
          Part.line(
              Words.NONE.bold("Answered:").then(" ").then(some(week.answered(), this::request))));
    }
    if (!week.coming().isEmpty()) {
      parts.add(
          Part.line(
              Words.NONE
                  .bold("The next three months:")
                  .then(" ")
                  .then(some(week.coming(), this::initiative))));
    }
    return new Message(parts);
  }

  /** Everything behind the summary, a few messages of a size that Slack takes. */
  List<Message> details() {
    var messages = new ArrayList<Message>();
    messages.addAll(pages("Collisions of the next 90 days", week.collisions(), this::collision));
    messages.addAll(
        pages(
            "Priorities in force without learning work in 90 days",
            week.withoutLearning(),
            one ->
                Words.NONE
                    .bold(one.title())
                    .then(
                        " · "
                            + one.owner()
                            + " · until "
                            + days.say(one.ends())
                            + "\n"
                            + one.description())));
    messages.addAll(
        pages("Unknowns that block, due within 14 days", week.blocked(), this::blocked));
    messages.addAll(pages("New requests", week.fresh(), this::requestWithFacts));
    messages.addAll(pages("Answered requests", week.answered(), this::requestWithFacts));
    messages.addAll(
        pages("What rolls out in the next three months", week.coming(), this::initiativeWithFacts));
    return messages;
  }

  private Words quietLine() {
    var line = Words.of("A quiet week in learning: nothing new and nothing to decide");
    if (week.stayed() > 0) {
      line = line.then(" here, " + requests(week.stayed()) + " in private channels");
    }
    return week.coming().isEmpty()
        ? line.then(".")
        : line.then(". The next three months: ")
            .then(some(week.coming(), this::initiative))
            .then(".");
  }

  private void fresh(List<Part> parts) {
    var stayed = week.stayed() == 0 ? "" : requests(week.stayed()) + " in private channels";
    if (!week.fresh().isEmpty()) {
      var line = Words.NONE.bold("New:").then(" ").then(some(week.fresh(), this::request));
      parts.add(Part.line(stayed.isEmpty() ? line : line.then("; " + stayed)));
    } else if (!stayed.isEmpty()) {
      parts.add(Part.line(Words.NONE.bold("New:").then(" ").then(stayed)));
    }
  }

  private Words collision(Collision collision) {
    var start = Words.NONE.emoji("warning").then(" ").bold("Same people:").then(" ");
    var other = collision.other();
    if (other != null) {
      return start
          .then(requestWithDue(collision.request()))
          .then(" and ")
          .then(requestWithDue(other))
          .then(" both reach " + audience(collision.request()));
    }
    return start
        .then(requestWithDue(collision.request()))
        .then(" and ")
        .then(some(collision.initiatives(), this::initiative))
        .then(", " + audience(collision.request()) + ": before, with or after?");
  }

  private Words blocked(Request request) {
    var unknown = new ArrayList<String>();
    if (request.pending().contains(Topic.OUTCOME)) {
      unknown.add("what should be different in the business");
    }
    if (request.pending().contains(Topic.ROLLOUTS)) {
      unknown.add("what else rolls out to the same people");
    }
    return Words.NONE
        .emoji("hourglass_flowing_sand")
        .then(" ")
        .bold("Not known yet:")
        .then(" ")
        .then(String.join(", and ", unknown) + ", for ")
        .then(requestWithDue(request));
  }

  private Words priority(Priority priority) {
    return Words.NONE.italic(priority.title()).then(" (" + priority.owner() + ")");
  }

  private Words initiative(Initiative initiative) {
    return Words.NONE
        .italic(initiative.title())
        .then(" (" + days.say(initiative.starts(), initiative.ends()) + ")");
  }

  private Words initiativeWithFacts(Initiative initiative) {
    var line =
        Words.NONE
            .bold(initiative.title())
            .then(" · " + days.say(initiative.starts(), initiative.ends()))
            .then(" · " + String.join(", ", initiative.audience()))
            .then(" · " + initiative.owner());
    var source = initiative.source();
    return source != null && source.startsWith("http")
        ? line.then(" · ").link(source, "source")
        : line;
  }

  private Words request(Request request) {
    return Words.NONE.linkToMessage(
        request.id().channel(), request.id().ts(), Plain.shorten(request.title(), TITLE));
  }

  private Words requestWithDue(Request request) {
    var due = request.due();
    return due == null
        ? request(request)
        : request(request).then(" (due " + days.sayWithWeekday(due) + ")");
  }

  private Words requestWithFacts(Request request) {
    var line =
        request(request).then(" · " + request.deliverable().words() + ", " + request.size().key());
    var due = request.due();
    if (due != null) {
      line = line.then(" · due " + days.sayWithWeekday(due));
    }
    if (request.audience() != null) {
      line = line.then(" · for " + Plain.shorten(request.audience(), TITLE));
    }
    line = line.then(" · asked by ").name(request.requester());
    if (request.designer() != null) {
      line = line.then(" · ").name(request.designer()).then(" designs it");
    }
    if (!request.pending().isEmpty()) {
      int open = request.pending().size();
      line = line.then(" · " + (open == 1 ? "1 question" : open + " questions") + " open");
    }
    return line.then(" · ").linkTo(Slot.brief(request.id()), "brief");
  }

  private static String audience(Request request) {
    return request.audience() == null
        ? "some of the same people"
        : Plain.shorten(request.audience(), TITLE);
  }

  private static String requests(int number) {
    return number == 1 ? "1 request" : number + " requests";
  }

  /** A line that would be one too many becomes the end of the one before it. */
  private static void more(List<Part> parts, int left) {
    if (left > 0 && parts.get(parts.size() - 1) instanceof Part.Line last) {
      parts.set(
          parts.size() - 1, Part.line(last.words().then(" · and " + left + " more in the thread")));
    }
  }

  private static <T> Words some(List<T> all, Function<T, Words> say) {
    var words = Words.NONE;
    for (int i = 0; i < Math.min(NAMES, all.size()); i++) {
      words = (i == 0 ? words : words.then(", ")).then(say.apply(all.get(i)));
    }
    return all.size() > NAMES ? words.then(" and " + (all.size() - NAMES) + " more") : words;
  }

  private static <T> List<Message> pages(String title, List<T> all, Function<T, Words> say) {
    var messages = new ArrayList<Message>();
    var parts = new ArrayList<Part>();
    int characters = 0;
    for (var one : all.stream().limit(DETAILS).toList()) {
      var words = say.apply(one);
      int length = length(words);
      if (!parts.isEmpty()
          && (parts.size() >= LINES_OF_A_PAGE || characters + length > CHARACTERS_OF_A_PAGE)) {
        messages.add(new Message(parts));
        parts.clear();
        characters = 0;
      }
      if (parts.isEmpty()) {
        parts.add(new Part.Header(messages.isEmpty() ? title : title + ", continued"));
      }
      parts.add(Part.line(words));
      characters += length;
    }
    if (all.size() > DETAILS) {
      parts.add(Part.note(Words.of("And " + (all.size() - DETAILS) + " more.")));
    }
    if (!parts.isEmpty()) {
      messages.add(new Message(parts));
    }
    return messages;
  }

  private static int length(Words words) {
    // What is not literal text is a name or a link, of a length that is not known here.
    return words.spans().stream()
        .mapToInt(
            span ->
                span instanceof Span.Plain plain
                    ? plain.text().length()
                    : span instanceof Span.LinkToMessage link ? link.label().length() + 90 : 60)
        .sum();
  }
}
