package org.learningadvocate.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.learningadvocate.store.Dialect;

/**
 * What goes wrong with the processes, one blow after another; seeded, so that it can come again.
 */
final class Storm {

  /** What a blow does. */
  enum Kind {
    /** SIGKILL, and up again soon. */
    KILL,
    /** SIGKILL, and down until Slack has given up on what was said meanwhile. */
    KILL_FOR_LONG,
    /** SIGSTOP for a moment, such as a long garbage collection. */
    PAUSE,
    /** SIGSTOP for longer than any lease. */
    PAUSE_FOR_LONG,
    /** SIGTERM, and up again, as in a rolling restart. */
    LEAVE,
    /** All sockets are dropped without a word. */
    SOCKETS_DROPPED,
    /** All sockets are asked to connect again. */
    SOCKETS_REFRESHED,
    /** The database ends all its connections. */
    CONNECTIONS_CUT,
    /** The database's server crashes and starts again. */
    DATABASE_CRASH,
    /** Slack's API fails more than it answers, for a while. */
    API_GUST,
    /** Events come late, twice and in disorder, for a while. */
    EVENT_GUST
  }

  /**
   * One blow.
   *
   * @param replica whom it hits, where it hits one
   * @param early whether it may hit one that still starts; else it waits for one that works
   * @param after waits so long before
   * @param lasting how long until it is over
   */
  record Blow(Kind kind, int replica, boolean early, Duration after, Duration lasting) {}

  private final Random random;
  private final int replicas;
  private final List<Kind> kinds = new ArrayList<>();

  Storm(Course course) {
    this.random = new Random(course.seed() ^ 0x57_0412L);
    this.replicas = course.replicas();
    often(58, Kind.KILL);
    often(6, Kind.KILL_FOR_LONG);
    often(12, Kind.PAUSE);
    often(course.replicas() > 1 ? 4 : 1, Kind.PAUSE_FOR_LONG);
    often(4, Kind.LEAVE);
    often(7, Kind.API_GUST);
    often(6, Kind.EVENT_GUST);
    if (course.sockets()) {
      often(4, Kind.SOCKETS_DROPPED);
      often(3, Kind.SOCKETS_REFRESHED);
    }
    if (course.database() == Dialect.POSTGRESQL) {
      often(3, Kind.CONNECTIONS_CUT);
      often(3, Kind.DATABASE_CRASH);
    }
  }

  private void often(int weight, Kind kind) {
    for (int i = 0; i < weight; i++) {
      kinds.add(kind);
    }
  }

  Blow next() {
    var kind = kinds.get(random.nextInt(kinds.size()));
    int replica = random.nextInt(replicas);
    boolean early = random.nextInt(5) == 0;
    var after = millis(100, 1_500);
    var lasting =
        switch (kind) {
          case KILL, LEAVE -> millis(0, 500);
          case KILL_FOR_LONG -> millis(9_000, 14_000);
          case PAUSE -> millis(200, 3_000);
          case PAUSE_FOR_LONG -> millis(22_000, 50_000);
          case API_GUST, EVENT_GUST -> millis(3_000, 10_000);
          case SOCKETS_DROPPED, SOCKETS_REFRESHED, CONNECTIONS_CUT -> Duration.ZERO;
          case DATABASE_CRASH -> millis(0, 3_000);
        };
    return new Blow(kind, replica, early, after, lasting);
  }

  private Duration millis(int from, int to) {
    return Duration.ofMillis(from + random.nextInt(to - from));
  }
}
