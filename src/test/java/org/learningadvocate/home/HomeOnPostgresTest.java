package org.learningadvocate.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.learningadvocate.digest.Asked.request;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.catalog.Catalogues;
import org.learningadvocate.catalog.House;
import org.learningadvocate.catalog.Priority;
import org.learningadvocate.catalog.Read;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.delivery.Outbox;
import org.learningadvocate.delivery.Signal;
import org.learningadvocate.digest.WeeklyDigest;
import org.learningadvocate.request.Requests;
import org.learningadvocate.request.Topic;
import org.learningadvocate.store.Db;

/** What the catalogue, the digest and the settings ask of PostgreSQL, in one go. */
class HomeOnPostgresTest {

  private static final Instant NOW = Instant.parse("2026-11-30T15:15:00Z");

  @Test
  void catalogueDigestAndSettingsAreKeptThereToo() throws Exception {
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    var rules = House.rules().build();
    try (var server = EmbeddedPostgres.start();
        var db = Db.open(server.getJdbcUrl("postgres", "postgres"), null, null)) {
      var requests = new Requests();
      var catalogues = new Catalogues(db, clock);
      var outbox = new Outbox(db, clock, new Signal());
      var digest =
          new WeeklyDigest(
              db,
              requests,
              catalogues,
              outbox,
              () -> rules,
              (one, other) -> true,
              Wording.of("en"),
              clock);
      var settings = new SettingsTable();

      db.change(
          tx -> {
            catalogues.replace(
                tx, House.TEAM, new Catalogue(List.of(keep()), List.of(), List.of()));
            catalogues.addPriorityAlias(tx, House.TEAM, "keep", "retention");
            catalogues.addPriorityAlias(tx, House.TEAM, "keep", "Retention");
            var asked = request(1, "Guide").due("2026-12-04").pending(Topic.OUTCOME).build();
            requests.save(tx, asked, "Guide", null, NOW);
            settings.set(tx, House.TEAM, "digest.day", "tue", "U1", NOW);
            settings.set(tx, House.TEAM, "digest.day", "wed", "U2", NOW);
          });
      db.change(digest.think(digest.due().orElseThrow())::save);

      assertThat(catalogues.of(House.TEAM).priorities().get(0).aliases())
          .containsExactly("retention");
      assertThat(digest.due()).isEmpty();
      assertThat(Read.text(digest.asked())).contains("Guide", "*No learning work in 90 days:*");
      assertThat(db.read(digest::next)).contains(Instant.parse("2026-12-07T15:00:00Z"));
      assertThat(set(db, settings)).isEqualTo(Map.of("digest.day", "wed"));
      db.change(tx -> settings.unset(tx, House.TEAM, "digest.day"));
      assertThat(set(db, settings)).isEmpty();
    }
  }

  private static Map<String, String> set(Db db, SettingsTable settings) {
    return db.read(tx -> settings.all(tx, House.TEAM));
  }

  private static Priority keep() {
    return new Priority(
        "keep",
        "Keep our people",
        "Turnover from 61 % to 45 %.",
        "Dana Ruiz",
        LocalDate.parse("2026-07-01"),
        LocalDate.parse("2027-03-31"),
        null,
        null,
        List.of());
  }
}
