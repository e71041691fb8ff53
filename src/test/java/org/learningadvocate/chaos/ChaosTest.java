package org.learningadvocate.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Nothing that people say is lost or doubled while everything fails. The short form belongs to
 * every build; the profile {@code chaos} makes it longer, and the properties that {@link Course}
 * names choose the rest.
 */
class ChaosTest {

  @Test
  void nothingIsLostAndNothingIsDoubledInAStorm() throws IOException {
    var course = Course.of(System.getProperties());
    // It stays after the run: the processes' logs are what a failure is understood by.
    var folder =
        BotProcess.emptied(
            Path.of("target", "chaos", course.database() + "-" + course.seed()).toAbsolutePath());

    var report = Chaos.run(course, folder);

    Files.writeString(folder.resolve("report.txt"), report.toString());
    System.out.println(report);
    assertThat(report.clean()).as(report + "logs in " + folder).isTrue();
  }
}
