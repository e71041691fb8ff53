package org.learningadvocate.chaos;

import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import org.learningadvocate.store.Dialect;

/**
 * What a run is made of.
 *
 * @param seed of what people say and of what goes wrong when; the same again is the same plan
 * @param storm how long things go wrong, at most
 * @param kills after so many kills the storm ends early; 0 where only the time counts
 * @param replicas processes of the bot on one database; SQLite has one
 * @param sockets whether events come by Socket Mode, else by HTTP through a load balancer
 * @param patience how long it may take after the storm until everything is settled
 */
record Course(
    long seed,
    Duration storm,
    int kills,
    Dialect database,
    int replicas,
    boolean sockets,
    Duration patience) {

  Course {
    if (replicas < 1 || (database == Dialect.SQLITE && replicas > 1)) {
      throw new IllegalArgumentException("SQLite has one process, not " + replicas);
    }
  }

  /**
   * As the properties say: {@code chaos.seed}, {@code chaos.minutes}, {@code chaos.kills}, {@code
   * chaos.database} (sqlite, postgresql), {@code chaos.replicas}, {@code chaos.door} (http, socket)
   * and {@code chaos.patience} in seconds; {@code chaos.flags} are further ones of the processes'
   * JVMs. What is not said is the short form's, or the seed's choice.
   */
  static Course of(Properties properties) {
    long seed =
        Long.parseLong(said(properties, "seed", Long.toString(System.nanoTime() % 1_000_000)));
    var database = Dialect.valueOf(said(properties, "database", "sqlite").toUpperCase(Locale.ROOT));
    return new Course(
        seed,
        Duration.ofSeconds(Math.round(60 * Double.parseDouble(said(properties, "minutes", "0.7")))),
        Integer.parseInt(said(properties, "kills", "0")),
        database,
        Integer.parseInt(said(properties, "replicas", database == Dialect.SQLITE ? "1" : "3")),
        said(properties, "door", seed % 2 == 0 ? "http" : "socket").equals("socket"),
        Duration.ofSeconds(Long.parseLong(said(properties, "patience", "300"))));
  }

  private static String said(Properties properties, String name, String otherwise) {
    var said = properties.getProperty("chaos." + name, "");
    return said.isBlank() ? otherwise : said;
  }

  /** The run in words, with the properties that repeat it. */
  @Override
  public String toString() {
    return "%s, %d %s, by %s; repeat with -Dchaos.seed=%d -Dchaos.database=%s -Dchaos.replicas=%d -Dchaos.door=%s"
        .formatted(
            database,
            replicas,
            replicas == 1 ? "process" : "replicas",
            sockets ? "Socket Mode" : "HTTP",
            seed,
            database.name().toLowerCase(Locale.ROOT),
            replicas,
            sockets ? "socket" : "http");
  }
}
