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
import org.learningadvocate.chat.Wording;
import org.learningadvocate.chat.Words;
import org.learningadvocate.request.KindTexts;
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
  private final DigestTexts texts;
  private final KindTexts kinds;
  private final Days days;

  DigestWords(Week week, Wording wording) {
    this.week = week;
    this.texts = wording.texts(DigestTexts.class);
    this.kinds = wording.texts(KindTexts.class);
    this.days = week.days();
  }

  /** At most ten lines, decisions first; one where nothing happened. */
  Message summary() {
    if (week.quiet()) {
      return Message.of(quietLine());
    }
    var parts = new ArrayList<Part>();
    parts.add(new Part.Header(texts.title(days.sayWithWeekday(days.today()))));
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
                  .then(texts.withoutLearning(some(week.withoutLearning(), this::priority)))));
    }
    week.blocked().stream()
        .limit(BLOCKED)
        .map(this::blocked)
        .forEach(words -> parts.add(Part.line(words)));
    more(parts, week.blocked().size() - BLOCKED);
    fresh(parts);
    if (!week.answered().isEmpty()) {
      parts.add(Part.line(texts.answered(some(week.answered(), this::request))));
    }
    if (!week.coming().isEmpty()) {
      parts.add(Part.line(texts.coming(some(week.coming(), this::initiative))));
    }
    return new Message(parts);
  }

  /** Everything behind the summary, a few messages of a size that Slack takes. */
  List<Message> details() {
    var messages = new ArrayList<Message>();
    messages.addAll(pages(texts.detailsCollisions(), week.collisions(), this::collision));
    messages.addAll(
        pages(
            texts.detailsPriorities(),
            week.withoutLearning(),
            one ->
                Words.NONE
                    .bold(one.title())
                    .then(
                        " · "
                            + one.owner()
                            + " · "
                            + texts.until(days.say(one.ends()))
                            + "\n"
                            + one.description())));
    messages.addAll(pages(texts.detailsBlocked(), week.blocked(), this::blocked));
    messages.addAll(pages(texts.detailsNew(), week.fresh(), this::requestWithFacts));
    messages.addAll(pages(texts.detailsAnswered(), week.answered(), this::requestWithFacts));
    messages.addAll(pages(texts.detailsComing(), week.coming(), this::initiativeWithFacts));
    return messages;
  }

  private Words quietLine() {
    var line = week.stayed() > 0 ? texts.quietPrivate(texts.request(week.stayed())) : texts.quiet();
    return week.coming().isEmpty()
        ? line
        : line.then(" ").then(texts.quietComing(some(week.coming(), this::initiative)));
  }

  private void fresh(List<Part> parts) {
    var stayed = week.stayed() == 0 ? "" : texts.stayed(texts.request(week.stayed()));
    if (!week.fresh().isEmpty()) {
      var fresh = some(week.fresh(), this::request);
      var all = stayed.isEmpty() ? fresh : fresh.then("; " + stayed);
      parts.add(Part.line(texts.fresh(all)));
    } else if (!stayed.isEmpty()) {
      parts.add(Part.line(texts.fresh(Words.of(stayed))));
    }
  }

  private Words collision(Collision collision) {
    var start = Words.NONE.emoji("warning").then(" ");
    var other = collision.other();
    if (other != null) {
      return start.then(
          texts.collisionRequests(
              requestWithDue(collision.request()),
              requestWithDue(other),
              audience(collision.request())));
    }
    return start.then(
        texts.collisionRollouts(
            requestWithDue(collision.request()),
            some(collision.initiatives(), this::initiative),
            audience(collision.request())));
  }

  private Words blocked(Request request) {
    boolean outcome = request.pending().contains(Topic.OUTCOME);
    boolean rollouts = request.pending().contains(Topic.ROLLOUTS);
    String unknown =
        outcome && rollouts
            ? texts.blockedAnd(texts.blockedOutcome(), texts.blockedRollouts())
            : outcome ? texts.blockedOutcome() : texts.blockedRollouts();
    return Words.NONE
        .emoji("hourglass_flowing_sand")
        .then(" ")
        .then(texts.blocked(unknown, requestWithDue(request)));
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
        ? line.then(" · ").link(source, texts.source())
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
        : request(request).then(" (" + texts.due(days.sayWithWeekday(due)) + ")");
  }

  private Words requestWithFacts(Request request) {
    var line =
        request(request)
            .then(" · " + kinds.of(request.deliverable()) + ", " + kinds.of(request.size()));
    var due = request.due();
    if (due != null) {
      line = line.then(" · " + texts.due(days.sayWithWeekday(due)));
    }
    if (request.audience() != null) {
      line = line.then(" · " + texts.people(Plain.shorten(request.audience(), TITLE)));
    }
    line = line.then(" · ").then(texts.askedBy(Words.NONE.name(request.requester())));
    if (request.designer() != null) {
      line = line.then(" · ").then(texts.designs(Words.NONE.name(request.designer())));
    }
    if (!request.pending().isEmpty()) {
      int open = request.pending().size();
      line = line.then(" · " + texts.open(open));
    }
    return line.then(" · ").linkTo(Slot.brief(request.id()), texts.brief());
  }

  private String audience(Request request) {
    return request.audience() == null
        ? texts.peopleSome()
        : Plain.shorten(request.audience(), TITLE);
  }

  /** A line that would be one too many becomes the end of the one before it. */
  private void more(List<Part> parts, int left) {
    if (left > 0 && parts.get(parts.size() - 1) instanceof Part.Line last) {
      parts.set(parts.size() - 1, Part.line(last.words().then(" · " + texts.moreThread(left))));
    }
  }

  private <T> Words some(List<T> all, Function<T, Words> say) {
    var words = Words.NONE;
    for (int i = 0; i < Math.min(NAMES, all.size()); i++) {
      words = (i == 0 ? words : words.then(", ")).then(say.apply(all.get(i)));
    }
    return all.size() > NAMES ? words.then(" " + texts.more(all.size() - NAMES)) : words;
  }

  private <T> List<Message> pages(String title, List<T> all, Function<T, Words> say) {
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
        parts.add(new Part.Header(messages.isEmpty() ? title : texts.continued(title)));
      }
      parts.add(Part.line(words));
      characters += length;
    }
    if (all.size() > DETAILS) {
      parts.add(Part.note(Words.of(texts.moreDetails(all.size() - DETAILS))));
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
