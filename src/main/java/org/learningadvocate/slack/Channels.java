package org.learningadvocate.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.methods.response.users.UsersConversationsResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Incoming.ChannelKind;

/** Which channels there are, as far as the bot can know. Safe for many threads. */
public final class Channels {

  private static final int MOST_PAGES = 100;

  private final SlackApi api;
  private final Cache<String, Channel> known =
      Caffeine.newBuilder().maximumSize(5_000).expireAfterWrite(Duration.ofHours(1)).build();
  private final Cache<String, ChannelKind> kinds = Caffeine.newBuilder().maximumSize(5_000).build();

  Channels(SlackApi api) {
    this.api = api;
  }

  /**
   * The channels that the bot is in.
   *
   * @throws SlackException where Slack does not say
   */
  public List<Channel> joined() {
    var joined = new ArrayList<Channel>();
    String cursor = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      String next = cursor.isEmpty() ? null : cursor;
      Reply<UsersConversationsResponse> reply =
          api.ask(
              "users.conversations",
              methods ->
                  methods.usersConversations(
                      request ->
                          request
                              .types(
                                  List.of(
                                      ConversationType.PUBLIC_CHANNEL,
                                      ConversationType.PRIVATE_CHANNEL))
                              .excludeArchived(false)
                              .limit(200)
                              .cursor(next)));
      if (!reply.isOk()) {
        throw SlackException.of("list the bot's channels", reply);
      }
      @Nullable List<Conversation> channels = reply.get().getChannels();
      if (channels != null) {
        channels.forEach(conversation -> joined.add(remember(conversation, true)));
      }
      cursor = SlackSender.next(reply.get().getResponseMetadata());
      if (cursor.isEmpty()) {
        break;
      }
    }
    return joined;
  }

  /**
   * A channel by its id, from memory where it was seen in the last hour.
   *
   * @return empty where there is none, or the bot may not see it
   * @throws SlackException where Slack does not say
   */
  public Optional<Channel> byId(String id) {
    @Nullable Channel seen = known.getIfPresent(id);
    if (seen != null) {
      return Optional.of(seen);
    }
    Reply<ConversationsInfoResponse> reply =
        api.ask(
            "conversations.info",
            methods -> methods.conversationsInfo(request -> request.channel(id)));
    if (reply.refusedWith("channel_not_found")) {
      return Optional.empty();
    }
    if (!reply.isOk() || reply.get().getChannel() == null) {
      throw SlackException.of("look at channel " + id, reply);
    }
    var conversation = reply.get().getChannel();
    return Optional.of(remember(conversation, conversation.isMember()));
  }

  private Channel remember(Conversation conversation, boolean joined) {
    var channel =
        new Channel(
            conversation.getId(),
            conversation.getName() == null ? conversation.getId() : conversation.getName(),
            conversation.isPrivate(),
            conversation.isArchived(),
            conversation.isExtShared(),
            joined);
    known.put(channel.id(), channel);
    kinds.put(
        channel.id(),
        conversation.isIm()
            ? ChannelKind.DIRECT
            : channel.hidden() || conversation.isMpim() ? ChannelKind.PRIVATE : ChannelKind.PUBLIC);
    return channel;
  }

  /** Something about the channel changed. */
  void forget(String id) {
    known.invalidate(id);
    kinds.invalidate(id);
  }

  /** A message said of what kind its channel is. */
  void learn(String id, ChannelKind kind) {
    kinds.put(id, kind);
  }

  /** Of what kind a channel is, from memory alone; null where it was not seen yet. */
  @Nullable ChannelKind seenKind(String id) {
    return kinds.getIfPresent(id);
  }

  /**
   * Of what kind a channel is that an event does not say it of; private where that cannot be found
   * out, so that nothing said there is repeated elsewhere.
   */
  ChannelKind kind(String id) {
    @Nullable ChannelKind seen = kinds.getIfPresent(id);
    if (seen != null) {
      return seen;
    }
    if (api.standing().hopeless()) {
      return ChannelKind.PRIVATE;
    }
    try {
      byId(id);
    } catch (SlackException e) {
      return ChannelKind.PRIVATE;
    }
    @Nullable ChannelKind found = kinds.getIfPresent(id);
    return found == null ? ChannelKind.PRIVATE : found;
  }
}
