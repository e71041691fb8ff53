package org.learningadvocate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.learningadvocate.sandbox.Post;
import org.learningadvocate.store.Dialect;

/** What was asked for before, found again. */
class SimilarRequestsScenarioTest {

  private static final String BEFORE =
      "Can we get a one-page job aid on filing expense reports for store managers by next Friday?";
  private static final String ALIKE =
      "We need a short guide on filing expense reports for finance, please.";
  private static final String UNLIKE =
      "We need a short guide on changing forklift batteries for the dock crew, please.";

  @TempDir Path folder;
  private Office office;

  @AfterEach
  void close() {
    office.close();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aSimilarRequestIsShownByItsVectorWhichIsMadeBesideTheTalk(Dialect engine) {
    office = new Office(Office.Door.HTTP, engine, folder).open();
    asks(BEFORE);
    office.until("its vector is made", () -> vectors() == 1);

    var alike = asks(ALIKE);
    var unlike = asks(UNLIKE);

    office.homework(alike, "Similar: ", "filing expense reports");
    assertThat(office.homework(unlike).get(0).text()).doesNotContain("Similar: ");
    office.until("all have a vector", () -> vectors() == 3);
  }

  @Test
  void anEditedRequestIsFoundByWhatItAsksForNow() {
    office = new Office(Office.Door.HTTP, Dialect.SQLITE, folder).open();
    var before = asks(BEFORE);
    office.until("its vector is made", () -> vectors() == 1);
    before.edit(UNLIKE);
    office.until("the new title is kept", () -> titled("forklift batteries"));
    office.until("its vector is made anew", () -> vectors() == 1);

    var alike = asks(ALIKE);

    assertThat(office.homework(alike).get(0).text()).doesNotContain("Similar: ");
  }

  @Test
  void withoutTheModelSimilarRequestsAreFoundByWordsAlone() {
    office = new Office(Office.Door.HTTP, Dialect.SQLITE, folder);
    office.startWithoutTheModel();
    asks(BEFORE);

    var alike = asks("Can we get a one-page job aid on filing expense reports for finance?");
    var unlike = asks(UNLIKE);

    office.homework(alike, "Similar: ", "filing expense reports");
    assertThat(office.homework(unlike).get(0).text()).doesNotContain("Similar: ");
    assertThat(vectors()).isZero();
  }

  private Post asks(String text) {
    var request = office.workspace().says("ana", "#ask-learning", text);
    office.homework(request, "1. ");
    return request;
  }

  private long vectors() {
    return count("SELECT COUNT(*) AS n FROM request_vector WHERE model <> ''");
  }

  private boolean titled(String words) {
    return count("SELECT COUNT(*) AS n FROM request WHERE title LIKE '%" + words + "%'") == 1;
  }

  private long count(String sql) {
    return office.database().read(tx -> tx.first(sql, row -> row.number("n")).orElseThrow());
  }
}
