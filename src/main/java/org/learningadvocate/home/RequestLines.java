package org.learningadvocate.home;

import java.time.LocalDate;
import org.learningadvocate.catalog.Days;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.Words;
import org.learningadvocate.request.Request;

/** Requests as lines of a list, each with the way to its thread and its brief. */
final class RequestLines {

  private static final int TITLE = 100;

  private RequestLines() {}

  static Words line(Request request, LocalDate today) {
    var line =
        Words.NONE.linkToMessage(
            request.id().channel(), request.id().ts(), shorten(request.title()));
    line = line.then(" · " + request.deliverable().words());
    var due = request.due();
    if (due != null) {
      line =
          line.then(
              (due.isBefore(today) ? " · was due " : " · due ") + Days.sayWithWeekday(due, today));
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

  private static String shorten(String title) {
    if (title.length() <= TITLE) {
      return title;
    }
    int end = Character.isHighSurrogate(title.charAt(TITLE - 2)) ? TITLE - 2 : TITLE - 1;
    return title.substring(0, end).strip() + "…";
  }
}
