package org.learningadvocate.delivery;

import java.time.Duration;
import java.time.Instant;
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
   * A slot to bring up to date.
   *
   * @param channel where it stands; null while it stands nowhere
   * @param ts likewise
   * @param firstTry when a post was first tried whose outcome is not known; null where every
   *     outcome is known, so that nothing needs looking for
   */
  record Claim(
      String team,
      Slot slot,
      Wanted wanted,
      @Nullable String channel,
      @Nullable String ts,
      @Nullable Instant firstTry,
      int tries,
      Outbox outbox,
      long token,
      long version) {

    /**
     * Writes down, durably, that a post is about to go out; from then on its outcome is unknown
     * until the result says otherwise.
     *
     * @return false where somebody else has taken the slot meanwhile: then nothing may be posted
     */
    public boolean aboutToPost() {
      return outbox.aboutToPost(this);
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

    /** It stands as wanted. The place is null for what has none (a reaction, a home view). */
    record Stands(@Nullable Place place) implements Carried {}

    /** Refused for now, and certainly not done; tried again after the while. */
    record Later(Duration after, String reason) implements Carried {}

    /** Nobody knows whether it was done; looked for before it is tried again. */
    record Unknown(String reason) implements Carried {}

    /** What it hangs on is gone (a deleted message, an archived channel): it rests. */
    record Closed(String reason) implements Carried {}

    /** No retry mends it: set aside for a person to look at. */
    record Aside(String reason) implements Carried {}
  }
}
