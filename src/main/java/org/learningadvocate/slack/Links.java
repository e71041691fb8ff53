package org.learningadvocate.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.response.chat.ChatGetPermalinkResponse;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Members;
import org.learningadvocate.chat.Person;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.delivery.Carrier.Place;

/** Where messages can be opened, asked once each and remembered. Safe for many threads. */
final class Links {

  private final SlackApi api;
  private final Members members;
  private final Cache<Place, String> permalinks = Caffeine.newBuilder().maximumSize(10_000).build();

  Links(SlackApi api, Members members) {
    this.api = api;
    this.members = members;
  }

  /** Resolves links and names, given where slots stand. */
  Resolver resolver(Function<Slot, Optional<Place>> places) {
    return new Resolver() {
      @Override
      public Optional<String> linkTo(Slot slot) {
        return places.apply(slot).flatMap(place -> permalink(place));
      }

      @Override
      public Optional<String> linkTo(String channel, String ts) {
        return permalink(new Place(channel, ts));
      }

      @Override
      public String name(String user) {
        return members.person(user).map(Person::name).filter(name -> !name.isBlank()).orElse(user);
      }
    };
  }

  private Optional<String> permalink(Place place) {
    @Nullable String known = permalinks.getIfPresent(place);
    if (known != null) {
      return Optional.of(known);
    }
    if (api.standing().hopeless() || !api.pace().turn("chat.getPermalink").isZero()) {
      return Optional.empty();
    }
    Reply<ChatGetPermalinkResponse> reply =
        api.ask(
            "chat.getPermalink",
            methods ->
                methods.chatGetPermalink(
                    request -> request.channel(place.channel()).messageTs(place.ts())));
    if (!reply.isOk() || reply.get().getPermalink() == null) {
      return Optional.empty();
    }
    permalinks.put(place, reply.get().getPermalink());
    return Optional.of(reply.get().getPermalink());
  }
}
