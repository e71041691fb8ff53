package org.learningadvocate.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Json;
import org.learningadvocate.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works off the inbox: one thing of a lane at a time, lanes side by side. */
public final class Worker implements Rounds {

  private static final Logger log = LoggerFactory.getLogger(Worker.class);

  /** A lease is renewed long before it ends, so that one lost renewal costs nothing. */
  private static final Duration RENEWED = Lanes.LEASE.dividedBy(4);

  /** Who thinks longer about one thing will not end: it counts as failed. */
  static final Duration LONGEST = Duration.ofMinutes(2);

  private final Db db;
  private final Clock clock;
  private final Lanes lanes;
  private final Handler handler;
  private final String owner;
  private final Map<Lanes.Lease, Held> held = new ConcurrentHashMap<>();

  /** Since when a lease is in work, and when it was last renewed. */
  private record Held(Instant since, Instant renewed) {}

  /**
   * @param owner this process, in words an admin recognises
   */
  public Worker(Db db, Clock clock, Handler handler, String owner) {
    this.db = db;
    this.clock = clock;
    this.lanes = new Lanes(db, clock);
    this.handler = handler;
    this.owner = owner;
  }

  @Override
  public boolean round() {
    var taken = lanes.take(owner);
    taken.ifPresent(this::work);
    return taken.isPresent();
  }

  private void work(Lanes.Lease lease) {
    Instant now = clock.instant();
    held.put(lease, new Held(now, now));
    try {
      // What the handler writes while it thinks is held to the lease as well as what it saves.
      var consequence =
          db.fenced(
              tx -> lanes.check(tx, lease),
              () -> handler.think(Json.read(lease.body(), Incoming.class)));
      db.change(
          tx -> {
            lanes.check(tx, lease);
            consequence.save(tx);
            lanes.done(tx, lease);
          });
    } catch (Lanes.LostException e) {
      log.info("{}; what this process did about {} is not saved", e.getMessage(), lease.key());
    } catch (RuntimeException | Error e) {
      // Whatever went wrong with this one thing must not stop the others: a text that drives a
      // pattern too deep, a class that did not load.
      boolean hopeless = e instanceof StoreException refused && refused.lasting();
      log.warn(
          "Could not work off {} in lane {} (try {} of {}); {}",
          lease.key(),
          lease.lane(),
          lease.tries() + 1,
          Lanes.TRIES,
          hopeless ? "set aside" : "kept, tried again later",
          Mishap.quiet(e));
      setBack(lease, Mishap.words(e), hopeless);
    } finally {
      held.remove(lease);
    }
  }

  private void setBack(Lanes.Lease lease, String why, boolean hopeless) {
    try {
      db.change(
          tx -> {
            lanes.check(tx, lease);
            lanes.failed(tx, lease, why, hopeless);
          });
    } catch (Lanes.LostException e) {
      log.info("{}; its new worker tries again", e.getMessage());
    } catch (StoreException e) {
      log.warn("Could not set back lane {}; its lease runs out by itself", lease.lane(), e);
    }
  }

  /**
   * Keeps the lanes that are in work here: Slack may be slow to answer what a handler asks. To be
   * called every second or so, by a thread of its own.
   *
   * @return false: there is no more to do until later
   */
  public boolean renew() {
    Instant now = clock.instant();
    held.forEach(
        (lease, since) -> {
          if (!now.isBefore(since.since().plus(LONGEST))) {
            log.warn("{} in lane {} takes too long", lease.key(), lease.lane());
            held.remove(lease);
            setBack(lease, "took longer than " + LONGEST.toMinutes() + " minutes", false);
          } else if (!now.isBefore(since.renewed().plus(RENEWED))) {
            renew(lease, since, now);
          }
        });
    return false;
  }

  private void renew(Lanes.Lease lease, Held before, Instant now) {
    try {
      db.change(tx -> lanes.check(tx, lease));
      held.replace(lease, before, new Held(before.since(), now));
    } catch (Lanes.LostException e) {
      // Its worker finds out when it saves.
      held.remove(lease);
    }
  }

  /**
   * Gives back the lanes that are still in work here, for another process to take at once; what is
   * under way in them saves nothing any more.
   */
  public void letGo() {
    for (var lease : held.keySet()) {
      try {
        db.change(
            tx -> {
              lanes.check(tx, lease);
              lanes.release(tx, lease);
            });
      } catch (Lanes.LostException e) {
        log.debug("{} already", e.getMessage());
      } catch (StoreException e) {
        log.warn("Could not give back lanes; their leases run out by themselves", e);
        return;
      }
    }
  }
}
