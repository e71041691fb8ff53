package org.learningadvocate.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.ThreadId;

/**
 * A learning request as it stands now, for look-ups and the digest.
 *
 * @param team the workspace's id
 * @param id its thread
 * @param stays whether it stays in its channel: no brief elsewhere, only a number in the digest
 * @param requester user id of who posted it
 * @param designer user id of who designs it; null while nobody does
 * @param state open while a question is, answered when none is
 * @param closed why it is closed; null unless it is
 * @param deliverable what is asked for
 * @param size how much is asked for
 * @param due the day it is needed, in the workspace's zone; null where none was given
 * @param audience the learners in the request's words; null where it names none
 * @param title its text in one line, shortened, without markup
 * @param opened when it came
 * @param answered when its last question was answered; null while one is open
 * @param closes when it is past: 30 days after it was due, or 90 days after it came
 * @param serves ids of the priorities it serves, best first
 * @param about id of the initiative it is part of; null where it is part of none
 * @param overlaps ids of other initiatives that reach some of the same people then
 * @param asked topics in the order of their question's numbers, which never move
 * @param pending topics of questions that are still open
 */
public record Request(
    String team,
    ThreadId id,
    boolean stays,
    String requester,
    @Nullable String designer,
    State state,
    @Nullable Closed closed,
    Deliverable deliverable,
    Size size,
    @Nullable LocalDate due,
    @Nullable String audience,
    String title,
    Instant opened,
    @Nullable Instant answered,
    Instant closes,
    List<String> serves,
    @Nullable String about,
    List<String> overlaps,
    List<Topic> asked,
    List<Topic> pending) {

  /** Where a request is on its way. */
  public enum State {
    OPEN,
    ANSWERED,
    CLOSED
  }

  /** Why a request is closed. */
  public enum Closed {
    /** Somebody said that it is not a learning request. */
    WITHDRAWN,
    /** Its message was deleted. */
    DELETED,
    /** It is long past. */
    PAST
  }

  /** Whether people who ask for something like it are told of it. */
  public boolean shownToOthers() {
    return !stays && closed != Closed.WITHDRAWN && closed != Closed.DELETED;
  }

  public Request {
    serves = List.copyOf(serves);
    overlaps = List.copyOf(overlaps);
    asked = List.copyOf(asked);
    pending = List.copyOf(pending);
  }
}
