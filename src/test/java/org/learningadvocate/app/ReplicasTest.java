package org.learningadvocate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.learningadvocate.home.SettingsTable;
import org.learningadvocate.sandbox.Post;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Dialect;
import org.learningadvocate.store.Outage;

/** Several bots on one PostgreSQL database, each with a connection of its own to one workspace. */
class ReplicasTest {

  private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");
  private static final Pattern HEARD =
      Pattern.compile("advocate_events_total\\{outcome=\"[a-z]+\"} ([0-9.]+)");

  @TempDir Path folder;
  private final RunningClock clock = new RunningClock();
  private final List<Bot> bots = new ArrayList<>();
  private Office office;

  @AfterEach
  void close() {
    bots.forEach(Bot::close);
    office.close();
  }

  private void replicas(int number, String more) {
    office = new Office(Office.Door.SOCKET, Dialect.POSTGRESQL, folder, more, clock);
    IntStream.range(0, number).forEach(one -> join(UnaryOperator.identity()));
  }

  private Bot join(UnaryOperator<Db> way) {
    int before = office.sandbox().openSockets();
    var bot = office.replica(way);
    bots.add(bot);
    office.until("it is connected", () -> office.sandbox().openSockets() > before);
    return bot;
  }

  private void leave(Bot bot) {
    bots.remove(bot);
    bot.close();
  }

  private Post asks(int number) {
    return office
        .workspace()
        .says(
            number % 2 == 0 ? "ana" : "ben",
            "#ask-learning",
            "Can we get a one-page job aid on filing expense report "
                + number
                + " for store managers?");
  }

  /** One message in each thread, one brief for each, and every answer in both. */
  private void endsWell(List<Post> requests) {
    for (var request : requests) {
      office.homework(request, "1. ");
    }
    office.settle();
    for (var request : requests) {
      assertThat(office.homework(request)).hasSize(1);
    }
    assertThat(office.briefs()).hasSize(requests.size());
  }

  /** How many events came to it, also such as another one had found in the history before. */
  private static double heard(Bot bot) {
    var ask = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.port() + "/metrics"));
    try {
      var answer = HttpClient.newHttpClient().send(ask.build(), BodyHandlers.ofString()).body();
      return HEARD
          .matcher(answer)
          .results()
          .mapToDouble(found -> Double.parseDouble(found.group(1)))
          .sum();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void requestsAreSpreadOverThem() {
    replicas(3, "");

    var requests = IntStream.range(0, 12).mapToObj(this::asks).toList();

    endsWell(requests);
    office.until("each heard some", () -> bots.stream().allMatch(bot -> heard(bot) > 0));
  }

  @Test
  void aThreadWhoseRepliesComeToDifferentOnesHasOneMessageWithEveryAnswer() {
    replicas(2, "");
    var request = asks(1);

    request.says("ana", "1. Half as many reports come back to us");
    request.says("ben", "2. before it please, stores are busy afterwards");

    office.homework(request, "All answered", "Half as many", "before it please");
    office.brief("Half as many", "before it please");
    office.settle();
    assertThat(office.homework(request)).hasSize(1);
  }

  @Test
  void aRollingRestartLosesNothing() {
    replicas(2, "");
    var requests = new ArrayList<Post>();

    for (int round = 0; round < 3; round++) {
      requests.add(asks(requests.size()));
      join(UnaryOperator.identity());
      requests.add(asks(requests.size()));
      leave(bots.get(0));
      requests.add(asks(requests.size()));
    }

    endsWell(requests);
  }

  @Test
  void theWorkOfADeadOneIsTakenOverWithinThirtySeconds() {
    replicas(1, "");
    for (int commit = 2; commit <= 6; commit += 2) {
      var outage = new Outage();
      var dying = join(outage::on);
      outage.in(commit, Outage.Moment.AFTER);
      var requests = new ArrayList<Post>();
      while (!outage.struck()) {
        requests.add(asks(requests.size()));
        office.workspace().await(outage::struck, Duration.ofSeconds(1));
      }
      leave(dying);

      clock.forward(Duration.ofSeconds(30));

      requests.forEach(request -> office.homework(request, "1. "));
      office.settle();
      requests.forEach(request -> assertThat(office.homework(request)).hasSize(1));
    }
  }

  @Test
  void remindersAndTheDigestComeOncePerCluster() {
    clock.set(TUESDAY);
    replicas(3, "workspace: {zone: UTC, locale: en-GB, working-hours: \"09:00-17:00\"}\n");
    var request = asks(1);
    office.homework(request, "1. ");
    office.settle();

    at("2026-11-25T10:30:00Z", "reminders");
    at("2026-11-30T10:30:00Z", "digest");

    assertThat(office.homework(request)).hasSize(2);
    assertThat(office.homework(request).get(1).text()).contains("still open");
    assertThat(office.briefs())
        .filteredOn(post -> post.text().startsWith("The week in learning"))
        .hasSize(1);
  }

  @Test
  void whatIsSetByWayOfOneHoldsForAllWithinSeconds() {
    replicas(2, "");
    office.settle();
    String team =
        office
            .database()
            .read(
                tx ->
                    tx.first(
                            "SELECT value FROM setting WHERE name = 'team'",
                            row -> row.text("value"))
                        .orElseThrow());

    office
        .database()
        .change(tx -> new SettingsTable().set(tx, team, "shadow", "true", "U0JO", clock.instant()));
    bots.forEach(Bot::lookAround);
    var requests = IntStream.range(0, 6).mapToObj(this::asks).toList();

    office.settle();
    office.until("each heard some", () -> bots.stream().allMatch(bot -> heard(bot) > 0));
    assertThat(requests).allSatisfy(request -> assertThat(office.homework(request)).isEmpty());
  }

  /** The clock strikes for all of them at once, and again. */
  private void at(String moment, String what) {
    clock.set(Instant.parse(moment));
    bots.parallelStream().forEach(bot -> bot.tick(what, clock.instant()));
    office.settle();
    bots.forEach(bot -> bot.tick(what, clock.instant()));
    office.settle();
  }
}
