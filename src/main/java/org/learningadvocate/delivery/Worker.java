package org.learningadvocate.delivery;

import java.time.Clock;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works off the inbox: one thing of a lane at a time, lanes side by side. */
public final class Worker implements Rounds {

  private static final Logger log = LoggerFactory.getLogger(Worker.class);

  private final Db db;
  private final Lanes lanes;
  private final Handler handler;
  private final String owner;

  /**
   * @param owner this process, in words an admin recognises
   */
  public Worker(Db db, Clock clock, Handler handler, String owner) {
    this.db = db;
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
    try {
      var consequence = handler.think(lease.incoming());
      db.change(
          tx -> {
            if (lanes.ours(tx, lease)) {
              consequence.save(tx);
              lanes.done(tx, lease);
            }
          });
    } catch (RuntimeException | StackOverflowError e) {
      // Whatever went wrong with this one thing must not stop the others, a text that drives a
      // pattern too deep included.
      log.warn(
          "Could not work off {} in lane {} (try {}); kept, tried again later",
          lease.key(),
          lease.lane(),
          lease.tries() + 1,
          e);
      setBack(lease, e);
    }
  }

  private void setBack(Lanes.Lease lease, Throwable why) {
    try {
      db.change(
          tx -> {
            if (lanes.ours(tx, lease)) {
              lanes.failed(tx, lease, String.valueOf(why.getMessage()));
            }
          });
    } catch (StoreException e) {
      log.warn("Could not set back lane {}; its lease runs out by itself", lease.lane(), e);
    }
  }
}
