package org.learningadvocate.homework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.meaning.Meaning;
import org.learningadvocate.meaning.WordsOnly;
import org.learningadvocate.request.Deliverable;
import org.learningadvocate.request.Request;
import org.learningadvocate.request.Requests;
import org.learningadvocate.request.Size;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Dialect;
import org.learningadvocate.store.TestDatabase;

class PastVectorsTest {

  private static final String ENGINES = "org.learningadvocate.store.TestDatabase#engines";
  private static final String TEAM = "T1";
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final Requests requests = new Requests();
  private final Model model = new Model("a");

  @ParameterizedTest
  @MethodSource(ENGINES)
  void aVectorIsMadeOnceHoweverOftenTheRequestIsSaved(Dialect engine) {
    try (var database = TestDatabase.of(engine)) {
      var db = database.db();
      var vectors = new PastVectors(db, model, CLOCK);
      save(db, vectors, request(1, "Forklift checklist"));
      assertThat(found(db, vectors, request(1, "Forklift checklist"))).isEmpty();

      assertThat(vectors.makeSome(TEAM)).isTrue();
      save(db, vectors, request(1, "Forklift checklist"));

      assertThat(vectors.makeSome(TEAM)).isFalse();
      assertThat(model.asked).containsExactly("Forklift checklist");
      assertThat(found(db, vectors, request(1, "Forklift checklist")).get(id(1)))
          .satisfies(
              vector ->
                  assertThat(Meaning.alike(vector, new WordsOnly().of("Forklift checklist")))
                      .isGreaterThan(0.99));
    }
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void anEditedTitleHasNoVectorUntilItIsMadeAnew(Dialect engine) {
    try (var database = TestDatabase.of(engine)) {
      var db = database.db();
      var vectors = new PastVectors(db, model, CLOCK);
      save(db, vectors, request(1, "Forklift checklist"));
      vectors.makeSome(TEAM);

      var edited = request(1, "Pallet truck video");
      save(db, vectors, edited);
      assertThat(found(db, vectors, edited)).isEmpty();

      vectors.makeSome(TEAM);
      assertThat(found(db, vectors, edited)).containsKey(id(1));
      assertThat(found(db, vectors, request(1, "Forklift checklist")))
          .as("a vector is of one title only")
          .isEmpty();
      assertThat(model.asked).containsExactly("Forklift checklist", "Pallet truck video");
    }
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void anEditWhileTheVectorIsMadeIsNotOverlooked(Dialect engine) {
    try (var database = TestDatabase.of(engine)) {
      var db = database.db();
      var vectors = new PastVectors(db, model, CLOCK);
      var edited = request(1, "Pallet truck video");
      save(db, vectors, request(1, "Forklift checklist"));

      model.meanwhile = () -> save(db, vectors, edited);
      vectors.makeSome(TEAM);
      model.meanwhile = () -> {};

      assertThat(found(db, vectors, edited)).isEmpty();
      assertThat(vectors.makeSome(TEAM)).isTrue();
      assertThat(found(db, vectors, edited)).containsKey(id(1));
    }
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void whatAnotherModelMadeIsNotUsedAndIsMadeAnewAfterWhatHasNone(Dialect engine) {
    try (var database = TestDatabase.of(engine)) {
      var db = database.db();
      for (String other : List.of("A", "z")) { // One is sorted before, one after the model's name.
        var before = new PastVectors(db, new Model(other), CLOCK);
        save(db, before, request(other.equals("A") ? 1 : 2, "By model " + other));
        before.makeSome(TEAM);
      }
      var vectors = new PastVectors(db, model, CLOCK);
      save(db, vectors, request(3, "Not made yet"));
      assertThat(found(db, vectors, request(1, "By model A"), request(2, "By model z"))).isEmpty();

      while (vectors.makeSome(TEAM)) {
        // Goes on until each has one.
      }

      assertThat(model.asked).hasSize(3).startsWith("Not made yet");
      assertThat(found(db, vectors, request(1, "By model A"), request(2, "By model z"))).hasSize(2);
    }
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void ofWhatOthersMayNotSeeNoVectorStays(Dialect engine) {
    try (var database = TestDatabase.of(engine)) {
      var db = database.db();
      var vectors = new PastVectors(db, model, CLOCK);
      save(db, vectors, request(1, "Forklift checklist"));
      save(db, vectors, request(2, "Merger talks", true, null));
      vectors.makeSome(TEAM);

      save(db, vectors, request(1, "Forklift checklist", false, Request.Closed.DELETED));

      assertThat(count(db)).isZero();
      assertThat(model.asked).containsExactly("Forklift checklist");
    }
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void withoutTheModelNoneAreMadeAndThoseOfTheModelStay(Dialect engine) {
    try (var database = TestDatabase.of(engine)) {
      var db = database.db();
      var vectors = new PastVectors(db, model, CLOCK);
      save(db, vectors, request(1, "Forklift checklist"));
      vectors.makeSome(TEAM);

      var words = new PastVectors(db, new WordsOnly(), CLOCK);
      save(db, words, request(1, "Forklift checklist"));
      save(db, words, request(2, "Pallet truck video"));
      assertThat(words.makeSome(TEAM)).isFalse();
      assertThat(found(db, words, request(1, "Forklift checklist"))).isEmpty();

      assertThat(found(db, vectors, request(1, "Forklift checklist"))).hasSize(1);
      assertThat(vectors.makeSome(TEAM)).isTrue();
      assertThat(model.asked).containsExactly("Forklift checklist", "Pallet truck video");
    }
  }

  private void save(Db db, PastVectors vectors, Request request) {
    db.change(
        tx -> {
          requests.save(tx, request, request.title(), null, NOW);
          vectors.want(tx, request);
        });
  }

  private static Map<ThreadId, float[]> found(Db db, PastVectors vectors, Request... of) {
    return db.read(tx -> vectors.of(tx, TEAM, List.of(of)));
  }

  private static long count(Db db) {
    return db.read(
        tx ->
            tx.first("SELECT COUNT(*) AS n FROM request_vector", row -> row.number("n"))
                .orElseThrow());
  }

  private static ThreadId id(int number) {
    return ThreadId.of("C1", "170000000" + number + ".000000", null);
  }

  private static Request request(int number, String title) {
    return request(number, title, false, null);
  }

  private static Request request(
      int number, String title, boolean stays, Request.@Nullable Closed closed) {
    return new Request(
        TEAM,
        id(number),
        stays,
        "U1",
        null,
        closed == null ? Request.State.OPEN : Request.State.CLOSED,
        closed,
        Deliverable.JOB_AID,
        Size.SMALL,
        null,
        null,
        title,
        NOW,
        null,
        NOW,
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of());
  }

  /** Counts as a model, though it knows words only, and remembers what it was asked. */
  private static final class Model implements Meaning {
    private final String name;
    private final List<String> asked = new ArrayList<>();
    private Runnable meanwhile = () -> {};

    Model(String name) {
      this.name = name;
    }

    @Override
    public float[] of(String text) {
      asked.add(text);
      meanwhile.run();
      return new WordsOnly().of(text);
    }

    @Override
    public Kind kind() {
      return Kind.MODEL;
    }

    @Override
    public String mark() {
      return name;
    }
  }
}
