package org.learningadvocate.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.TestDatabase;

class CataloguesTest {

  private static final String TEAM = "T1";
  private static final String FILE =
      """
      company: Northwind
      timezone: America/Chicago
      locale: en-US
      priorities:
        - id: keep
          title: Keep our people
          description: Turnover from 61 % to 45 %.
          owner: Dana Ruiz
          starts: 2026-07-01
          ends: 2027-03-31
      initiatives:
        - id: loom
          title: Loom point of sale
          description: Every store moves to Loom.
          owner: Ken Abara
          audience: [store associates, store managers]
          starts: 2026-09-14
          ends: 2026-11-06
      people:
        - name: Dana Ruiz
          role: VP Store Operations
          covers: [retention]
      """;

  @TempDir Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-24T15:00:00Z"));
  private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);

  @Test
  void aFileIsImportedOnceUntilItChanges() {
    try (var db = sqlite()) {
      var catalogues = new Catalogues(db, clock);

      assertThat(catalogues.importWhereChanged(TEAM, FILE)).isInstanceOf(Catalogues.Replaced.class);
      assertThat(catalogues.of(TEAM))
          .isEqualTo(((CompanyFile.Good) CompanyFile.read(FILE)).company().catalogue());

      db.change(tx -> catalogues.removePriority(tx, TEAM, "keep"));
      assertThat(catalogues.importWhereChanged(TEAM, FILE))
          .isInstanceOf(Catalogues.Unchanged.class);
      assertThat(catalogues.of(TEAM).priorities()).as("edits made since stand").isEmpty();

      assertThat(catalogues.importWhereChanged(TEAM, FILE + "\n"))
          .isInstanceOf(Catalogues.Replaced.class);
      assertThat(catalogues.of(TEAM).priorities()).hasSize(1);
    }
  }

  @Test
  void aBrokenFileLeavesTheCatalogueAsItIsAndSaysWhere() {
    try (var db = sqlite()) {
      var catalogues = new Catalogues(db, clock);
      catalogues.importWhereChanged(TEAM, FILE);

      var result = catalogues.importWhereChanged(TEAM, FILE.replace("2027-03-31", "soon"));

      assertThat(((Catalogues.Refused) result).mistakes())
          .singleElement()
          .satisfies(mistake -> assertThat(mistake.line()).isEqualTo(10));
      assertThat(catalogues.of(TEAM).priorities()).hasSize(1);
    }
  }

  @Test
  void aConfirmationGivenInSlackOutlivesANewFileWhileTheLineIsTheSame() {
    try (var db = sqlite()) {
      var catalogues = new Catalogues(db, clock);
      catalogues.importWhereChanged(TEAM, FILE);
      var today = LocalDate.parse("2026-11-24");
      db.change(
          tx -> {
            catalogues.confirmPriority(tx, TEAM, "keep", today);
            catalogues.confirmInitiative(tx, TEAM, "loom", today);
          });

      catalogues.importWhereChanged(TEAM, FILE.replace("ends: 2026-11-06", "ends: 2026-12-06"));

      assertThat(catalogues.of(TEAM).priorities().get(0).reviewed()).isEqualTo(today);
      assertThat(catalogues.of(TEAM).initiatives().get(0).reviewed()).isNull();
    }
  }

  @Test
  void whatAnotherProcessChangedIsSeenWithinTwoSeconds() {
    try (var db = sqlite();
        var other = sqlite()) {
      seenElsewhere(db, other);
    }
  }

  @Test
  void theSameOnPostgres() throws Exception {
    try (var server = EmbeddedPostgres.start()) {
      var url = server.getJdbcUrl("postgres", "postgres");
      try (var db = Db.open(url, null, null);
          var other = Db.open(url, null, null)) {
        seenElsewhere(db, other);
      }
    }
  }

  @Test
  void processesThatStartTogetherImportTheFileOnce() {
    try (var database = TestDatabase.postgresql();
        var other = database.another()) {
      var here = new Catalogues(database.db(), clock);
      var there = new Catalogues(other, clock);
      for (int start = 0; start < 20; start++) {
        var team = "T" + start;
        var imported =
            Stream.of(here, there)
                .map(one -> CompletableFuture.supplyAsync(() -> one.importWhereChanged(team, FILE)))
                .toList();
        assertThat(imported.stream().map(CompletableFuture::join).toList())
            .hasAtLeastOneElementOfType(Catalogues.Replaced.class)
            .hasAtLeastOneElementOfType(Catalogues.Unchanged.class);
        assertThat(there.of(team).people()).hasSize(1);
      }
    }
  }

  private void seenElsewhere(Db db, Db other) {
    var here = new Catalogues(db, clock);
    var there = new Catalogues(other, clock);
    here.importWhereChanged(TEAM, FILE);
    assertThat(there.of(TEAM).people()).hasSize(1);

    db.change(
        tx -> here.save(tx, TEAM, new Contact("Ken Abara", "CIO", List.of("stores"), "U7", null)));

    assertThat(here.of(TEAM).people()).as("at once in the own process").hasSize(2);
    assertThat(there.of(TEAM).people()).as("from memory").hasSize(1);
    now.updateAndGet(moment -> moment.plusSeconds(2));
    assertThat(there.of(TEAM).people())
        .extracting(Contact::name)
        .containsExactly("Dana Ruiz", "Ken Abara");
  }

  @Test
  void aChangedEntryKeepsItsPlaceAndATransactionUndoneChangesNothing() {
    try (var db = sqlite()) {
      var catalogues = new Catalogues(db, clock);
      catalogues.importWhereChanged(TEAM, FILE);
      db.change(
          tx -> catalogues.save(tx, TEAM, new Contact("Al Last", "Lead", List.of(), null, null)));

      db.change(
          tx -> catalogues.save(tx, TEAM, new Contact("Dana Ruiz", "COO", List.of(), null, null)));
      try {
        db.change(
            tx -> {
              catalogues.removeContact(tx, TEAM, "Al Last");
              throw new IllegalStateException("stopped half-way");
            });
      } catch (IllegalStateException expected) {
        assertThat(expected).hasMessage("stopped half-way");
      }

      assertThat(catalogues.of(TEAM).people())
          .extracting(Contact::role)
          .containsExactly("COO", "Lead");
    }
  }

  @Test
  void workspacesDoNotSeeEachOther() {
    try (var db = sqlite()) {
      var catalogues = new Catalogues(db, clock);
      catalogues.importWhereChanged(TEAM, FILE);

      assertThat(catalogues.of("T2")).isEqualTo(Catalogue.EMPTY);
    }
  }

  private Db sqlite() {
    return Db.open("jdbc:sqlite:" + folder.resolve("a.db"), null, null);
  }
}
