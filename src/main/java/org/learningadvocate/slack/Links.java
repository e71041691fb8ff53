package org.learningadvocate.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.response.chat.ChatGetPermalinkResponse;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Person;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.delivery.Carrier.Place;

/** Where messages can be opened, asked once each and remembered. Safe for many threads. */
final class Links {

  private final SlackApi api;
  private final SlackMembers members;
  private final Cache<Place, String> permalinks = Caffeine.newBuilder().maximumSize(10_000).build();

  Links(SlackApi api, SlackMembers members) {
    this.api = api;
    this.members = members;
  }

  /** Resolves links and names, given where slots stand. */
  Looked resolver(Function<Slot, Optional<Place>> places) {
    return new Looked(places);
  }

  /** What was looked up for one message, and whether Slack left something open. */
  final class Looked implements Resolver {

    private final Function<Slot, Optional<Place>> places;
    private volatile boolean unsure;

    private Looked(Function<Slot, Optional<Place>> places) {
      this.places = places;
    }

    /** Whether a link or a name is missing that Slack may tell later. */
    boolean unsure() {
      return unsure;
    }

    @Override
    public Optional<String> linkTo(Slot slot) {
      return places.apply(slot).flatMap(place -> permalink(place, this));
    }

    @Override
    public Optional<String> linkTo(String channel, String ts) {
      return permalink(new Place(channel, ts), this);
    }

    @Override
    public String name(String user) {
      var name = members.person(user).map(Person::name).filter(known -> !known.isBlank());
      unsure |= name.isEmpty() && members.unsure(user);
      return name.orElse(user);
    }
  }

  private Optional<String> permalink(Place place, Looked looked) {
    @Nullable String known = permalinks.getIfPresent(place);
    if (known != null) {
      return Optional.of(known);
    }
    if (api.standing().hopeless() || !api.pace().turn("chat.getPermalink").isZero()) {
      looked.unsure = true;
      return Optional.empty();
    }
    Reply<ChatGetPermalinkResponse> reply =
        api.ask(
            "chat.getPermalink",
            methods ->
                methods.chatGetPermalink(
                    request -> request.channel(place.channel()).messageTs(place.ts())));
    if (!reply.isOk() || reply.get().getPermalink() == null) {
      looked.unsure |=
          !reply.isOk()
              && (reply.outcome() != Reply.Outcome.REFUSED
                  || Refusal.of(reply.error()) == Refusal.PASSING);
      return Optional.empty();
    }
    permalinks.put(place, reply.get().getPermalink());
    return Optional.of(reply.get().getPermalink());
  }
}
