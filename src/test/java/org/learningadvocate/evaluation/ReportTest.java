package org.learningadvocate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.learningadvocate.evaluation.Task.Rival;
import org.learningadvocate.homework.Homework;
import org.learningadvocate.meaning.WordsOnly;
import org.learningadvocate.question.TrainedAnswers;
import org.learningadvocate.request.TrainedReaders;

/** What a person reads after an evaluation. */
class ReportTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  @TempDir private Path folder;

  private Judged open;
  private Judged heldOut;

  @BeforeEach
  void judge() {
    open = judged("src/eval/northwind", Set.of("northwind"));
    heldOut = judged("src/eval/heldout/sundari", Set.of());
  }

  @Test
  void tellsLeftOutAndHeldOutCompaniesApart() {
    var text = new Report(List.of(open, heldOut), null, 2).text();

    assertThat(text)
        .contains("LEFT OUT: one company, each judged by what the others taught")
        .contains("HELD OUT: one company that nothing is learned from")
        .contains("no run is recorded")
        .contains("RELIABILITY, left out", "RELIABILITY, held out");
  }

  @Test
  void listsNoMistakeOfAHeldOutCompany() {
    var text = new Report(List.of(open, heldOut), null, 1000).text();
    var mistakes = text.substring(text.indexOf("WORST MISTAKES"));

    assertThat(heldOut.mistakes()).isNotEmpty();
    assertThat(mistakes).contains("  northwind m").doesNotContain("sundari");
  }

  @Test
  void tellsTheChangeAgainstTheRecordedRunOfTheSameCompanies() throws Exception {
    var report = new Report(List.of(open, heldOut), null, 0);
    new Recorded(DAY, report.groups()).write(folder.resolve("results.json"));
    var before = Recorded.read(folder.resolve("results.json"));

    assertThat(lines(before, "northwind")).allMatch(line -> line.contains(" = "));
    assertThat(new Report(List.of(open, heldOut), before, 0).text())
        .contains("against the run recorded on 2026-11-24");
    assertThat(Recorded.read(folder.resolve("none.json"))).isNull();
  }

  @Test
  void comparesNothingWithAnotherSetOfCompanies() {
    var groups = new Report(List.of(open), null, 0).groups();
    var other =
        new Recorded(
            DAY,
            Map.of(
                "left out",
                new Recorded.Group(List.of("elsewhere"), groups.get("left out").figures())));

    assertThat(other.change("left out", List.of("northwind"), Figure.SIZE, 1)).isNaN();
    assertThat(other.change("left out", List.of("elsewhere"), Figure.SIZE, 1)).isNotNaN();
  }

  private List<String> lines(@Nullable Recorded before, String company) {
    return new Report(List.of(open, heldOut), before, 0)
        .text()
        .lines()
        .filter(line -> line.startsWith(company + " "))
        .filter(line -> !line.contains(" - "))
        .toList();
  }

  private static Judged judged(String path, Set<String> leftOut) {
    var company = Cases.read(Path.of(path));
    var meaning = new WordsOnly();
    var advocate =
        new Advocate(
            company,
            TrainedReaders.byRules(),
            Homework.over(company.catalogue(), meaning),
            TrainedAnswers.byNumbers(meaning));
    var rivals = new EnumMap<Rival, Tally>(Rival.class);
    for (var rival : Rival.values()) {
      rivals.put(rival, new Tally());
    }
    return Judged.of(
        company,
        leftOut,
        company.messages().stream().map(advocate::read).toList(),
        company.threads().stream().map(advocate::read).toList(),
        rivals);
  }
}
