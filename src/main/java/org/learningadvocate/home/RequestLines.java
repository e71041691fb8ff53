package org.learningadvocate.home;

import org.learningadvocate.chat.Days;
import org.learningadvocate.chat.Plain;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.Words;
import org.learningadvocate.request.Request;

/** Requests as lines of a list, each with the way to its thread and its brief. */
final class RequestLines {

  private static final int TITLE = 100;

  private RequestLines() {}

  static Words line(Request request, Days days) {
    var line =
        Words.NONE.linkToMessage(
            request.id().channel(), request.id().ts(), Plain.shorten(request.title(), TITLE));
    line = line.then(" · " + request.deliverable().words());
    var due = request.due();
    if (due != null) {
      line =
          line.then(
              (due.isBefore(days.today()) ? " · was due " : " · due ") + days.sayWithWeekday(due));
    }
    line = line.then(" · " + standing(request));
    // What stays in its channel has no brief elsewhere.
    return request.stays() ? line : line.then(" · ").linkTo(Slot.brief(request.id()), "brief");
  }

  private static String standing(Request request) {
    return switch (request.state()) {
      case OPEN -> {
        int open = request.pending().size();
        yield open == 1 ? "1 question open" : open + " questions open";
      }
      case ANSWERED -> "all answered";
      case CLOSED -> "closed";
    };
  }
}
