package org.learningadvocate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.homework.Homework;
import org.learningadvocate.homework.PastRequests;
import org.learningadvocate.homework.Subject;
import org.learningadvocate.meaning.WordsOnly;
import org.learningadvocate.question.AnswerReader;
import org.learningadvocate.question.Names;
import org.learningadvocate.question.Reply;
import org.learningadvocate.request.Deliverable;
import org.learningadvocate.request.Reader;
import org.learningadvocate.request.Reading;
import org.learningadvocate.request.Size;
import org.learningadvocate.request.Topic;

/** Texts as long as Slack allows, of the kind that drives patterns too deep or in circles. */
class HostileTextsTest {

  private static final int MOST = 40_000;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A worker's thread has no larger one. */
  private static final long STACK = 512 * 1024;

  private final Reader reader = new Reader();
  private final AnswerReader answers = AnswerReader.load(new WordsOnly());
  private final Homework homework = Homework.over(Catalogue.EMPTY, new WordsOnly());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        " ",
        "\n",
        "1. ",
        "- ",
        "(((",
        "Q1 ",
        "3/4/",
        "12:30 ",
        "a b ",
        "<@U1> ",
        ":tada:",
        "&amp;",
        "due by ",
        "before the ",
        "by the end of ",
        "can we get a job aid ",
        "need training for the ",
        "we need very ",
        "not sure, ask Priya ",
        "…",
        "مرحبا بالعالم "
      })
  void areReadInTimeAndWithinTheStack(String piece) throws Exception {
    String text = piece.repeat(MOST / piece.length());

    inAWorkersThread(
        () -> reader.read(text, ZonedDateTime.parse("2026-08-03T07:52:10-05:00"), Locale.US));
    inAWorkersThread(
        () ->
            answers.read(
                List.of(Topic.OUTCOME, Topic.ROLLOUTS),
                List.of(new Reply(Reply.By.REQUESTER, text)),
                Names.NONE));
    inAWorkersThread(
        () ->
            homework.about(
                new Subject(
                    text,
                    new Reading(
                        1, Deliverable.VIDEO, Size.SMALL, null, null, null, Set.of(), List.of()),
                    LocalDate.of(2026, 8, 3),
                    null),
                PastRequests.NONE));
  }

  private static void inAWorkersThread(java.util.concurrent.Callable<?> work) throws Exception {
    var task = new FutureTask<>(work);
    var thread = new Thread(null, task, "worker", STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      assertThat((Object) task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isNotNull();
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError(e.toString(), e);
    }
  }
}
