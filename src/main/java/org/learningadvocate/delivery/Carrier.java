package org.learningadvocate.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.Wanted;

/** Makes what stands in the chat agree with what is wanted, for one slot at a time. */
@FunctionalInterface
public interface Carrier {

  /** Never throws for what the chat answers; what went wrong is in the result. */
  Carried carry(Claim claim);

  /**
   * Removes a message of ours that stands beside the one that the database knows.
   *
   * @return that it stands as wanted, namely nowhere; or when to try again
   */
  default Carried remove(String team, Place twin) {
    return new Carried.Stands(null);
  }

  /**
   * A slot to bring up to date.
   *
   * @param channel where it stands; null while it stands nowhere
   * @param ts likewise
   * @param pace whose turn it takes: a channel's or a person's id
   * @param firstTry when a post was first tried whose outcome is not known; null where every
   *     outcome is known, so that nothing needs looking for
   * @param delivered the version that stands, whichever process brought it there
   */
  record Claim(
      String team,
      Slot slot,
      Wanted wanted,
      @Nullable String channel,
      @Nullable String ts,
      String pace,
      @Nullable Instant firstTry,
      int tries,
      Outbox outbox,
      long token,
      long version,
      long delivered) {

    /**
     * Takes turns before a call, all of them or none, and keeps the slot for as long as a call may
     * take.
     *
     * @return empty where the call may go; else what to answer instead of it
     */
    public Optional<Carried> turn(Turn... turns) {
      return outbox.turn(this, List.of(turns), false);
    }

    /**
     * The same before a post; writes down, durably, that one is about to go out. From then on its
     * outcome is unknown until the result says otherwise.
     */
    public Optional<Carried> aboutToPost(Turn... turns) {
      return outbox.turn(this, List.of(turns), true);
    }

    /** The chat asks to leave this alone for a while, whoever would do it. */
    public Carried barred(String turn, Duration wait, String reason) {
      outbox.turns().bar(team, turn, wait);
      return new Carried.Waits(turn, wait, reason);
    }

    /**
     * A post was found whose outcome was unknown: from now on the slot stands there.
     *
     * @param twins further copies of it, to be removed
     * @return false where somebody else has taken the slot meanwhile
     */
    public boolean found(Place place, @Nullable String thread, List<String> twins) {
      return outbox.found(this, place, thread, twins);
    }

    /** A message of the slot's stands where it should not stand any more: it is to be removed. */
    public void leaves(Place place) {
      outbox.leaves(this, place);
    }

    /** Why another slot rests for good or until its channel is back; empty where it does not. */
    public Optional<String> restOf(Slot other) {
      return outbox.restOf(team, other);
    }

    /** Where another slot stands, if it does. */
    public Optional<Place> placeOf(Slot other) {
      return outbox.place(team, other);
    }
  }

  /** Where something stands. */
  record Place(String channel, String ts) {}

  /** How it went. */
  sealed interface Carried {

    /**
     * It stands as wanted.
     *
     * @param place null for what has none (a reaction, a home view)
     * @param whole false where a name or a link in it could not be found out just now, so that it
     *     is looked at again later
     */
    record Stands(@Nullable Place place, boolean whole) implements Carried {

      public Stands(@Nullable Place place) {
        this(place, true);
      }
    }

    /** Not tried, since the turn is not free yet; tried again as soon as it is. */
    record Waits(String turn, Duration after, String reason) implements Carried {}

    /** Not tried, or refused until something else is mended; tried again after the while. */
    record Later(Duration after, String reason) implements Carried {}

    /**
     * Tried in vain, and doing it twice would be the same as doing it once; tried again more and
     * more slowly, and set aside in the end.
     */
    record Failed(String reason) implements Carried {}

    /** Nobody knows whether it was done; looked for before it is tried again. */
    record Unknown(String reason) implements Carried {}

    /** What it hangs on is gone (a deleted message, an archived channel): it rests. */
    record Closed(String reason) implements Carried {

      /** The reason that no channel's return mends. */
      public static final String GONE = "deleted in Slack";
    }

    /** No retry mends it: set aside for a person to look at. */
    record Aside(String reason) implements Carried {}
  }
}
