package org.learningadvocate.conversation;

import java.util.Arrays;
import java.util.Optional;

/** What may happen to a request besides messages; the names are kept in the database. */
enum Deed {
  /** Somebody said that it is a request: by a mention, by the shortcut, or asked in doubt. */
  OPEN,
  /** It was first taken for a request; the detail says from which message on it is one. */
  OPENED,
  /** It was found too late to be answered. */
  LATE,
  /** Asked whether it is a request. */
  DOUBT,
  /** Asked in doubt, somebody said that it is not. */
  TALK,
  /** Somebody said that it is no learning request. */
  WITHDRAW,
  /** Somebody took that back. */
  UNDO,
  /** Somebody designs it now. */
  CLAIM,
  /** The designer gave it back. */
  UNCLAIM,
  /** Somebody corrected size, deliverable, date or audience. */
  CORRECT,
  /** Somebody answered by the form: details are topics and texts. */
  ANSWER,
  /** Somebody confirmed or denied a priority. */
  PRIORITY,
  /** Nobody is to be reminded for a while. */
  SNOOZE,
  /** Somebody was asked one question by name. */
  ASK,
  /** Somebody was reminded. */
  NUDGE,
  /** Something that it relied on moved; the detail says what, and from when to when. */
  MOVED,
  /** The request is long past. */
  PAST;

  static Optional<Deed> of(String name) {
    return Arrays.stream(values()).filter(deed -> deed.name().equals(name)).findFirst();
  }
}
