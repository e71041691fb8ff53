package org.learningadvocate.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.learningadvocate.sandbox.Fault;
import org.learningadvocate.store.Dialect;

/** What stops a start, what is only said, and what comes right by itself. */
class StartTest {

  private static final String JOB_AID =
      "Can we get a one-page job aid on filing expense reports for store managers by next Friday?";

  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void build() {
    office = new Office(Office.Door.HTTP, Dialect.SQLITE, folder, "", Clock.systemUTC());
  }

  @AfterEach
  void close() {
    office.close();
  }

  private Failure refusal() {
    var failure = catchThrowableOfType(Failure.class, office::start);
    assertThat(failure).isNotNull();
    assertThat(failure.code()).isEqualTo(2);
    assertThat(failure.getMessage())
        .doesNotContain(office.sandbox().app().botToken())
        .doesNotContain(office.sandbox().app().signingSecret());
    return failure;
  }

  @Test
  void aTokenThatSlackRefusesStopsTheStart() {
    office.sandbox().revoke(office.sandbox().app().botToken());

    assertThat(refusal()).hasMessageContaining("SLACK_BOT_TOKEN");
  }

  @Test
  void everyMissingScopeIsNamedAtOnce() {
    office
        .sandbox()
        .changeApp(
            app -> {
              var fewer = new TreeSet<>(app.scopes());
              fewer.remove("chat:write");
              fewer.remove("reactions:write");
              // Without it Slack does not even list the channels, which is the first thing asked.
              fewer.remove("groups:read");
              return app.withScopes(fewer);
            });

    assertThat(refusal())
        .hasMessageContaining("chat:write")
        .hasMessageContaining("groups:read")
        .hasMessageContaining("reactions:write");
  }

  @Test
  void everyMistakeOfACatalogueIsNamedWithItsPlace() {
    office.write(
        "company.yaml",
        """
        company: Fennwick
        priorities:
          - id: close
            title: Fewer days to close the books
            starts: soon
          - id: close
            titel: The same again
        """);

    assertThat(refusal())
        .hasMessageContaining("line 5, column 13")
        .hasMessageContaining("soon")
        .hasMessageContaining("line 7, column 5")
        .hasMessageContaining("titel");
  }

  /** How Slack may be missing at the start. */
  enum Absence {
    DOWN(Fault.status(503, Fault.Moment.BEFORE)),
    RATE_LIMITED(Fault.rateLimited(1)),
    UNREADABLE(Fault.html(Fault.Moment.BEFORE)),
    SILENT(Fault.reset(Fault.Moment.BEFORE));

    final Fault fault;

    Absence(Fault fault) {
      this.fault = fault;
    }
  }

  @ParameterizedTest
  @EnumSource(Absence.class)
  void withoutSlackItStartsKeepsWhatComesAndWorksOnceSlackIsThere(Absence absence) {
    office.sandbox().faults().sometimes("*", 1, absence.fault);
    office.start();

    var request = office.workspace().says("ana", "#ask-learning", JOB_AID);
    assertThat(office.workspace().awaitQuiet(Office.SOON)).isTrue();
    assertThat(office.homework(request)).isEmpty();
    office.sandbox().faults().clear();

    office.homework(request, "1. ");
    office.brief("Still unknown");
  }

  @Test
  void knownFromTheLastStartItTakesRepliesWhileSlackIsAway() {
    office.start();
    var request = office.workspace().says("ana", "#ask-learning", JOB_AID);
    office.homework(request, "1. ");
    office.settle();
    office.stop();
    office.sandbox().faults().sometimes("*", 1, Fault.status(503, Fault.Moment.BEFORE));
    office.start();

    request.says("ana", "1. Fewer calls to finance");
    assertThat(office.workspace().awaitQuiet(Office.SOON)).isTrue();
    office.sandbox().faults().clear();

    office.homework(request, "Fewer calls to finance");
  }

  @Test
  void aChannelThatIsUnknownIsOnlySaid() {
    office.write(
        "advocate.yaml",
        """
        channels:
          requests: ["#ask-learning", "#nowhere"]
          summary: "#not-made-yet"
        catalog: company.yaml
        """);
    office.start();

    var request = office.workspace().says("ana", "#ask-learning", JOB_AID);

    office.homework(request, "1. ");
    assertThat(office.briefs()).isEmpty();
  }
}
