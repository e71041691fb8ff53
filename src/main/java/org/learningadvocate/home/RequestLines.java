package org.learningadvocate.home;

import org.learningadvocate.chat.Days;
import org.learningadvocate.chat.Plain;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.chat.Words;
import org.learningadvocate.request.KindTexts;
import org.learningadvocate.request.Request;

/** Requests as lines of a list, each with the way to its thread and its brief. */
final class RequestLines {

  private static final int TITLE = 100;

  private final RequestTexts texts;
  private final KindTexts kinds;

  RequestLines(Wording wording) {
    this.texts = wording.texts(RequestTexts.class);
    this.kinds = wording.texts(KindTexts.class);
  }

  Words line(Request request, Days days) {
    var line =
        Words.NONE.linkToMessage(
            request.id().channel(), request.id().ts(), Plain.shorten(request.title(), TITLE));
    line = line.then(" · " + kinds.of(request.deliverable()));
    var due = request.due();
    if (due != null) {
      var day = days.sayWithWeekday(due);
      line = line.then(" · " + (due.isBefore(days.today()) ? texts.duePast(day) : texts.due(day)));
    }
    line = line.then(" · " + standing(request));
    // What stays in its channel has no brief elsewhere.
    return request.stays()
        ? line
        : line.then(" · ").linkTo(Slot.brief(request.id()), texts.brief());
  }

  private String standing(Request request) {
    return switch (request.state()) {
      case OPEN -> texts.open(request.pending().size());
      case ANSWERED -> texts.answered();
      case CLOSED -> texts.closed();
    };
  }
}
