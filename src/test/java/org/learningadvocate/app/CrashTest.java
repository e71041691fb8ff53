package org.learningadvocate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.learningadvocate.brief.ThreadMessage;
import org.learningadvocate.sandbox.Fault;
import org.learningadvocate.sandbox.Post;
import org.learningadvocate.store.Dialect;

/** One conversation, broken off at each step in turn, ends as if nothing had happened. */
class CrashTest {

  @TempDir Path folder;
  private Office office;
  private Post request;
  private Post answer;

  @AfterEach
  void close() {
    office.close();
  }

  private final List<Consumer<Office>> steps =
      List.of(
          at ->
              request =
                  at.workspace()
                      .says(
                          "ana",
                          "#ask-learning",
                          "Can we get a one-page job aid on filing expense reports for store"
                              + " managers by next Friday?"),
          at -> answer = request.says("ana", "1. Half as many come back"),
          at -> request.says("ben", "thanks, following this"),
          at -> answer.edit("1. Half as many reports come back"),
          at -> request.says("ben", "2. before it please"));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void stoppedRightAfterAStepItGoesOnWhereItWas(int stop) {
    office = new Office(Office.Door.HTTP, Dialect.SQLITE, folder).open();

    for (int step = 0; step < steps.size(); step++) {
      steps.get(step).accept(office);
      if (step == stop) {
        office.restart();
      }
    }

    endsWell();
  }

  /** What may become of an answer that Slack gives. */
  enum Loss {
    RESET_AFTER(Fault.reset(Fault.Moment.AFTER)),
    RESET_BEFORE(Fault.reset(Fault.Moment.BEFORE)),
    SERVER_ERROR_AFTER(Fault.status(500, Fault.Moment.AFTER)),
    MALFORMED_AFTER(Fault.malformed(Fault.Moment.AFTER)),
    RATE_LIMITED(Fault.rateLimited(1));

    final Fault fault;

    Loss(Fault fault) {
      this.fault = fault;
    }
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void aLostAnswerOfSlacksLosesAndDoublesNothing(Loss loss) {
    office = new Office(Office.Door.HTTP, Dialect.SQLITE, folder).open();
    office.sandbox().faults().next("chat.postMessage", 2, loss.fault);
    office.sandbox().faults().next("chat.update", 1, loss.fault);
    office.sandbox().faults().next("reactions.add", 1, loss.fault);

    steps.forEach(step -> step.accept(office));

    endsWell();
  }

  private void endsWell() {
    office.homework(request, "All answered", "Half as many reports come back", "before it please");
    office.brief("Half as many reports come back", "before it please");
    office.until("the answer has its tick", () -> office.ticked(answer));
    office.settle();
    assertThat(office.homework(request)).hasSize(1);
    assertThat(office.briefs()).hasSize(1);
    assertThat(office.homework(request).get(0).text()).doesNotContain(ThreadMessage.UNDO);
  }
}
