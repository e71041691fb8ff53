package org.learningadvocate.delivery;

/**
 * Brings slots up to date, one after another, by way of a carrier; between them removes what stands
 * twice.
 */
public final class Courier implements Rounds {

  private final Outbox outbox;
  private final Carrier carrier;
  private final String owner;

  /**
   * @param owner this process, in words an admin recognises
   */
  public Courier(Outbox outbox, Carrier carrier, String owner) {
    this.outbox = outbox;
    this.carrier = carrier;
    this.owner = owner;
  }

  @Override
  public boolean round() {
    var taken = outbox.take(owner);
    if (taken.isPresent()) {
      var claim = taken.get();
      outbox.record(claim, carrier.carry(claim));
      return true;
    }
    var twin = outbox.twins().next();
    twin.ifPresent(
        found -> outbox.twins().removed(found, carrier.remove(found.team(), found.place())));
    return twin.isPresent();
  }
}
