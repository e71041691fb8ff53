package org.learningadvocate.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.catalog.House;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.request.Deliverable;
import org.learningadvocate.request.Request;
import org.learningadvocate.request.Size;
import org.learningadvocate.request.Topic;

/** Requests for tests: good defaults, and what a test cares about. */
public final class Asked {

  private static final Instant MONDAY = Instant.parse("2026-11-23T16:00:00Z");

  private final String ts;
  private final String title;
  private boolean stays;
  private String requester = "UANA";
  private @Nullable String designer;
  private Request.State state = Request.State.OPEN;
  private Request.@Nullable Closed closed;
  private @Nullable LocalDate due;
  private @Nullable String audience;
  private Instant opened = MONDAY;
  private @Nullable Instant answered;
  private List<String> serves = List.of();
  private List<String> overlaps = List.of();
  private List<Topic> pending = List.of(Topic.PARALLEL);

  private Asked(int number, String title) {
    this.ts = "1795000000.%06d".formatted(number);
    this.title = title;
  }

  public static Asked request(int number, String title) {
    return new Asked(number, title);
  }

  public Asked stays() {
    stays = true;
    return this;
  }

  public Asked by(String user) {
    requester = user;
    return this;
  }

  public Asked designedBy(String user) {
    designer = user;
    return this;
  }

  public Asked due(String day) {
    due = LocalDate.parse(day);
    return this;
  }

  public Asked audience(String words) {
    audience = words;
    return this;
  }

  public Asked opened(String moment) {
    opened = Instant.parse(moment);
    return this;
  }

  public Asked answered(String moment) {
    answered = Instant.parse(moment);
    state = Request.State.ANSWERED;
    pending = List.of();
    return this;
  }

  public Asked closed(Request.Closed why) {
    closed = why;
    state = Request.State.CLOSED;
    return this;
  }

  public Asked serves(String... ids) {
    serves = List.of(ids);
    return this;
  }

  public Asked overlaps(String... ids) {
    overlaps = List.of(ids);
    return this;
  }

  public Asked pending(Topic... topics) {
    pending = List.of(topics);
    return this;
  }

  public Request build() {
    return new Request(
        House.TEAM,
        new ThreadId("C0ASK", ts),
        stays,
        requester,
        designer,
        state,
        closed,
        Deliverable.JOB_AID,
        Size.SMALL,
        due,
        audience,
        title,
        opened,
        answered,
        opened.plusSeconds(90L * 24 * 3600),
        serves,
        null,
        overlaps,
        List.of(Topic.OUTCOME, Topic.ROLLOUTS),
        pending);
  }
}
