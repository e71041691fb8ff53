package org.learningadvocate.brief;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Days;
import org.learningadvocate.chat.Members;
import org.learningadvocate.chat.Plain;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.homework.Finding;
import org.learningadvocate.question.Answers;
import org.learningadvocate.question.Plan;
import org.learningadvocate.question.Question;
import org.learningadvocate.request.Deliverable;
import org.learningadvocate.request.Headline;
import org.learningadvocate.request.Reading;
import org.learningadvocate.request.Request;
import org.learningadvocate.request.Size;
import org.learningadvocate.request.Topic;

/**
 * Everything known about one request, ready to be put in words.
 *
 * @param team the workspace's id
 * @param id the request's thread
 * @param stays whether it stays in its channel, with no brief elsewhere
 * @param requester user id of who asks
 * @param designer user id of who designs it; null while nobody does
 * @param text what was asked for, whole, as Slack delivers it
 * @param said the same in one line, shortened, without markup
 * @param title what is asked for in a few words, to know it by in a list
 * @param posted the day it was posted, in the workspace's zone
 * @param opened when it was posted
 * @param reading what was understood of the text
 * @param deliverable what is asked for, corrected where somebody did
 * @param size how much is asked for, likewise
 * @param due the day it is needed, likewise; null where unknown
 * @param audience the learners, likewise; null where unknown
 * @param correctedBy user id of who corrected one of these; null where nobody did
 * @param findings what the homework found
 * @param confirmed ids of priorities that somebody confirmed
 * @param denied ids of priorities that somebody denied
 * @param plan the questions
 * @param answers what was answered so far
 * @param closed why it is closed; null while it is not
 * @param closedBy user id of who withdrew it; null where nobody did
 * @param snoozedUntil until when nobody is reminded; null where nobody asked for that
 * @param days how days are said, as seen from the day it was posted
 */
public record Dossier(
    String team,
    ThreadId id,
    boolean stays,
    String requester,
    @Nullable String designer,
    String text,
    String said,
    String title,
    LocalDate posted,
    Instant opened,
    Reading reading,
    Deliverable deliverable,
    Size size,
    @Nullable LocalDate due,
    @Nullable String audience,
    @Nullable String correctedBy,
    List<Finding> findings,
    Set<String> confirmed,
    Set<String> denied,
    Plan plan,
    Answers answers,
    Request.@Nullable Closed closed,
    @Nullable String closedBy,
    @Nullable Instant snoozedUntil,
    Days days) {

  private static final int SAID = 280;
  private static final int TITLE = 140;

  public Dossier {
    findings = List.copyOf(findings);
    confirmed = Set.copyOf(confirmed);
    denied = Set.copyOf(denied);
  }

  /**
   * A request's text in one line, without markup and shortened.
   *
   * @param text as Slack delivers it
   * @param members who is called what
   */
  public static String said(String text, Members members) {
    return Plain.shorten(Plain.of(text, members), SAID);
  }

  /**
   * What is asked for in a few words, in the requester's own; else the first words of the text.
   *
   * @param text as Slack delivers it
   * @param reading what was understood of it
   */
  public static String title(String text, Reading reading, Members members) {
    String plain = Plain.of(text, members);
    return Headline.of(plain, reading.dueWords()).orElseGet(() -> Plain.shorten(plain, TITLE));
  }

  /** Questions that nobody has answered yet, in the order of their numbers. */
  public List<Question> pending() {
    return plan.questions().stream().filter(q -> !answers.has(q.topic())).toList();
  }

  /** Questions that are asked, and those that were asked and answered before the size changed. */
  public List<Topic> shown() {
    return plan.numbering().stream()
        .filter(topic -> plan.about(topic).isPresent() || answers.has(topic))
        .toList();
  }

  /** Where the request is on its way. */
  public Request.State state() {
    if (closed != null) {
      return Request.State.CLOSED;
    }
    return pending().isEmpty() ? Request.State.ANSWERED : Request.State.OPEN;
  }

  /** What the homework found of one kind, in its order. */
  public <T extends Finding> List<T> found(Class<T> kind) {
    return findings.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The initiative that the request is part of. */
  public Optional<Finding.About> about() {
    return found(Finding.About.class).stream().findFirst();
  }

  /** Ids of the priorities it serves, confirmed ones first. */
  public List<String> serves() {
    var ids =
        found(Finding.PriorityServed.class).stream().map(served -> served.priority().id()).toList();
    return Stream.concat(
            ids.stream().filter(confirmed::contains),
            ids.stream().filter(id -> !confirmed.contains(id)))
        .toList();
  }

  /** The request as it is kept for look-ups and the digest. */
  public Request request(Instant closes) {
    var state = state();
    return new Request(
        team,
        id,
        stays,
        requester,
        designer,
        state,
        closed,
        deliverable,
        size,
        due,
        audience,
        title,
        opened,
        state == Request.State.ANSWERED ? lastAnswer() : null,
        closes,
        serves(),
        about().map(found -> found.initiative().id()).orElse(null),
        found(Finding.Overlap.class).stream().map(found -> found.initiative().id()).toList(),
        plan.numbering(),
        pending().stream().map(Question::topic).toList());
  }

  private Instant lastAnswer() {
    return answers.standing().stream()
        .map(given -> org.learningadvocate.chat.Stamp.toInstant(given.at()))
        .max(Instant::compareTo)
        .orElse(opened);
  }
}
