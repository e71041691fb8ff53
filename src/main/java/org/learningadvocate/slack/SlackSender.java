package org.learningadvocate.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message.Metadata;
import com.slack.api.model.ResponseMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.Stamp;
import org.learningadvocate.chat.Wanted;
import org.learningadvocate.delivery.Carrier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes Slack agree with the outbox, one slot at a time: posts what stands nowhere, updates what
 * stands, and looks for a post whose outcome is unknown before it posts again. Safe for many
 * threads.
 */
final class SlackSender implements Carrier {

  private static final Logger log = LoggerFactory.getLogger(SlackSender.class);

  /** Under what name the slot stands in a message's metadata. */
  static final String EVENT_TYPE = "advocate_slot";

  /** What the id of a message's first block begins with; the slot follows. */
  static final String MARK = "slot:";

  /** Our clock and Slack's may differ; a search begins that much before our first try. */
  private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

  private static final Duration PARENT_COMES = Duration.ofMinutes(1);
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final int MOST_PAGES = 50;

  private final SlackApi api;
  private final LinkSource links;

  /** What stands where, as last sent: the same again would cost a call and change nothing. */
  private final Cache<Place, Integer> sent = Caffeine.newBuilder().maximumSize(5_000).build();

  SlackSender(SlackApi api, LinkSource links) {
    this.api = api;
    this.links = links;
  }

  /** What the words of a slot's content refer to. */
  @FunctionalInterface
  interface LinkSource {
    BlockKit blocks(Claim claim);
  }

  @Override
  public Carried carry(Claim claim) {
    if (api.standing().hopeless()) {
      return new Carried.Later(Standing.BELIEVED, "Slack refuses the bot's token");
    }
    var wanted = claim.wanted();
    if (wanted instanceof Wanted.Post post) {
      return message(claim, post.channel(), post.thread(), post.message());
    }
    if (wanted instanceof Wanted.Below below) {
      var place = place(claim);
      if (place != null) {
        return update(claim, place, below.message());
      }
      return claim
          .placeOf(below.parent())
          .map(parent -> message(claim, parent.channel(), parent.ts(), below.message()))
          .orElseGet(() -> new Carried.Later(PARENT_COMES, "waits for " + below.parent()));
    }
    return wanted instanceof Wanted.Reaction reaction
        ? reaction(reaction)
        : home(claim, (Wanted.Home) wanted);
  }

  private Carried message(Claim claim, String channel, @Nullable String thread, Message message) {
    var place = place(claim);
    if (place != null) {
      return update(claim, place, message);
    }
    var firstTry = claim.firstTry();
    if (firstTry != null) {
      var search = search(claim.slot(), channel, thread, firstTry.minus(CLOCKS_APART));
      if (search.failed() != null) {
        return search.failed();
      }
      if (search.oldest() != null) {
        search.others().forEach(twin -> delete(channel, twin));
        return update(claim, new Place(channel, search.oldest()), message);
      }
    }
    return post(claim, channel, thread, message);
  }

  private static @Nullable Place place(Claim claim) {
    return claim.channel() == null || claim.ts() == null
        ? null
        : new Place(claim.channel(), claim.ts());
  }

  private Carried post(Claim claim, String channel, @Nullable String thread, Message message) {
    // Rendered before the turn is taken: names and links may have to be looked up.
    var rendered = links.blocks(claim).message(message, mark(claim.slot().name()));
    var wait = api.pace().turn("chat.postMessage", channel);
    if (!wait.isZero()) {
      return new Carried.Later(wait, "waits for its turn in " + channel);
    }
    if (!claim.aboutToPost()) {
      return new Carried.Later(Duration.ZERO, "taken over");
    }
    var metadata = new Metadata();
    metadata.setEventType(EVENT_TYPE);
    metadata.setEventPayload(Map.of("slot", claim.slot().name()));
    var reply =
        api.ask(
            "chat.postMessage",
            methods ->
                methods.chatPostMessage(
                    request ->
                        request
                            .channel(channel)
                            .threadTs(thread)
                            .text(rendered.text())
                            .blocks(rendered.blocks().isEmpty() ? null : rendered.blocks())
                            .metadata(metadata)
                            .unfurlLinks(false)
                            .unfurlMedia(false)));
    if (!reply.isOk()) {
      return failed(reply, "post " + claim.slot() + " in " + channel, false);
    }
    var posted = reply.get();
    if (posted.getTs() == null) {
      return new Carried.Unknown("Slack did not say where the post stands");
    }
    var place =
        new Place(posted.getChannel() == null ? channel : posted.getChannel(), posted.getTs());
    if (thread != null && strayed(place, thread, posted.getMessage())) {
      // Posted into the channel, since what it should stand under is gone.
      delete(place.channel(), place.ts());
      // Gone for good: what comes back with its channel would only stray again.
      return new Carried.Closed(Refusal.GONE_WORDS);
    }
    sent.put(place, rendered.hashCode());
    return new Carried.Stands(place);
  }

  /** Whether a reply landed in the channel, because its thread's first message is gone. */
  private boolean strayed(
      Place place, String thread, com.slack.api.model.@Nullable Message posted) {
    if (posted == null || thread.equals(posted.getThreadTs())) {
      return false;
    }
    // Not every server repeats the thread in its answer: ask before anything is deleted.
    Reply<ConversationsRepliesResponse> reply =
        api.ask(
            "conversations.replies",
            methods ->
                methods.conversationsReplies(
                    request -> request.channel(place.channel()).ts(thread).limit(1)));
    return reply.refusedWith("thread_not_found")
        || reply.refusedWith("message_not_found")
        || (reply.isOk() && orEmpty(reply.get().getMessages()).isEmpty());
  }

  private Carried update(Claim claim, Place place, Message message) {
    var rendered = links.blocks(claim).message(message, mark(claim.slot().name()));
    Integer before = sent.getIfPresent(place);
    if (before != null && before == rendered.hashCode()) {
      return new Carried.Stands(place);
    }
    var wait = api.pace().turn("chat.update");
    if (!wait.isZero()) {
      return new Carried.Later(wait, "waits for its turn");
    }
    var reply =
        api.ask(
            "chat.update",
            methods ->
                methods.chatUpdate(
                    request ->
                        request
                            .channel(place.channel())
                            .ts(place.ts())
                            .text(rendered.text())
                            .blocks(rendered.blocks())));
    if (reply.isOk()) {
      sent.put(place, rendered.hashCode());
      return new Carried.Stands(place);
    }
    return failed(reply, "update " + claim.slot() + " in " + place.channel(), true);
  }

  private Carried reaction(Wanted.Reaction wanted) {
    String method = wanted.there() ? "reactions.add" : "reactions.remove";
    var wait = api.pace().turn(method);
    if (!wait.isZero()) {
      return new Carried.Later(wait, "waits for its turn");
    }
    Reply<? extends SlackApiTextResponse> reply =
        wanted.there()
            ? api.ask(
                method,
                methods ->
                    methods.reactionsAdd(
                        request ->
                            request
                                .channel(wanted.channel())
                                .timestamp(wanted.ts())
                                .name(wanted.emoji())))
            : api.ask(
                method,
                methods ->
                    methods.reactionsRemove(
                        request ->
                            request
                                .channel(wanted.channel())
                                .timestamp(wanted.ts())
                                .name(wanted.emoji())));
    if (reply.isOk() || reply.refusedWith(wanted.there() ? "already_reacted" : "no_reaction")) {
      return new Carried.Stands(null);
    }
    return failed(reply, method + " in " + wanted.channel(), true);
  }

  private Carried home(Claim claim, Wanted.Home wanted) {
    var view = links.blocks(claim).home(wanted.view());
    var wait = api.pace().turn("views.publish");
    if (!wait.isZero()) {
      return new Carried.Later(wait, "waits for its turn");
    }
    var reply =
        api.ask(
            "views.publish",
            methods -> methods.viewsPublish(request -> request.userId(wanted.user()).view(view)));
    return reply.isOk()
        ? new Carried.Stands(null)
        : failed(reply, "publish the App Home of " + wanted.user(), true);
  }

  /**
   * @param repeatable whether doing it twice is the same as doing it once
   */
  private static Carried failed(Reply<?> reply, String what, boolean repeatable) {
    String reason = "Could not " + what + " (" + reply.reason() + ")";
    return switch (reply.outcome()) {
      case LIMITED -> new Carried.Later(reply.retryAfter(), reason);
      case UNSENT -> new Carried.Later(SOON, reason);
      case UNKNOWN -> repeatable ? new Carried.Later(SOON, reason) : new Carried.Unknown(reason);
      case REFUSED -> refused(reply.error(), reason);
      case OK -> throw new IllegalArgumentException(what);
    };
  }

  private static Carried refused(String error, String reason) {
    return switch (Refusal.of(error)) {
      case GONE -> new Carried.Closed(Refusal.GONE_WORDS);
      case PLACE -> new Carried.Closed(reason + ": " + Refusal.remedy(error));
      case TOKEN, SCOPE -> new Carried.Later(LONG, reason + ": " + Refusal.remedy(error));
      case PASSING -> new Carried.Later(SOON, reason);
      case CONTENT -> new Carried.Aside(reason);
    };
  }

  private void delete(String channel, String ts) {
    Reply<?> reply =
        api.ask(
            "chat.delete",
            methods -> methods.chatDelete(request -> request.channel(channel).ts(ts)));
    if (!reply.isOk() && !reply.refusedWith("message_not_found")) {
      log.warn("Could not delete a doubled message in {} at {} ({})", channel, ts, reply.error());
    }
  }

  /** Deletes a message of ours that stands where another copy of it already stands. */
  void deleteTwin(String channel, String ts) {
    delete(channel, ts);
  }

  /**
   * What a search found.
   *
   * @param oldest the ts of the first message that carries the slot; null where there is none
   * @param others the ts of all further ones
   * @param failed why the search could not be ended; null where it was
   */
  private record Search(@Nullable String oldest, List<String> others, @Nullable Carried failed) {}

  /** Looks through the channel or thread for messages that carry the slot, page by page. */
  private Search search(Slot slot, String channel, @Nullable String thread, Instant from) {
    var found = new ArrayList<String>();
    String cursor = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      var reply = page(channel, thread, Stamp.of(from), cursor);
      if (!reply.isOk()) {
        return reply.refusedWith("thread_not_found") || reply.refusedWith("message_not_found")
            ? new Search(null, List.of(), null)
            : new Search(
                null, List.of(), failed(reply, "look for " + slot + " in " + channel, true));
      }
      for (var message : reply.get().messages()) {
        if (carries(message, slot)) {
          found.add(message.getTs());
        }
      }
      cursor = reply.get().next();
      if (cursor.isEmpty()) {
        break;
      }
    }
    found.sort(null);
    return found.isEmpty()
        ? new Search(null, List.of(), null)
        : new Search(found.get(0), found.subList(1, found.size()), null);
  }

  private record Page(List<com.slack.api.model.Message> messages, String next) {}

  private Reply<Page> page(String channel, @Nullable String thread, String oldest, String cursor) {
    String method = thread == null ? "conversations.history" : "conversations.replies";
    var wait = api.pace().turn(method);
    if (!wait.isZero()) {
      return Reply.limited(wait);
    }
    String next = cursor.isEmpty() ? null : cursor;
    if (thread == null) {
      Reply<ConversationsHistoryResponse> reply =
          api.ask(
              method,
              methods ->
                  methods.conversationsHistory(
                      request ->
                          request
                              .channel(channel)
                              .oldest(oldest)
                              .limit(200)
                              .cursor(next)
                              .includeAllMetadata(true)));
      return reply.isOk()
          ? Reply.ok(
              new Page(orEmpty(reply.get().getMessages()), next(reply.get().getResponseMetadata())))
          : reply.as();
    }
    Reply<ConversationsRepliesResponse> reply =
        api.ask(
            method,
            methods ->
                methods.conversationsReplies(
                    request ->
                        request
                            .channel(channel)
                            .ts(thread)
                            .oldest(oldest)
                            .limit(200)
                            .cursor(next)
                            .includeAllMetadata(true)));
    return reply.isOk()
        ? Reply.ok(
            new Page(orEmpty(reply.get().getMessages()), next(reply.get().getResponseMetadata())))
        : reply.as();
  }

  private static List<com.slack.api.model.Message> orEmpty(
      @Nullable List<com.slack.api.model.Message> messages) {
    return messages == null ? List.of() : messages;
  }

  static String next(@Nullable ResponseMetadata metadata) {
    return Optional.ofNullable(metadata).map(ResponseMetadata::getNextCursor).orElse("");
  }

  /** The slot as the id of a message's first block: it stays where metadata is dropped. */
  static String mark(String slot) {
    String mark = MARK + slot;
    return mark.length() <= 255 ? mark : mark.substring(0, 255);
  }

  private static boolean carries(com.slack.api.model.Message message, Slot slot) {
    Metadata metadata = message.getMetadata();
    if (metadata == null || metadata.getEventPayload() == null) {
      return message.getBlocks() != null
          && message.getBlocks().stream()
              .anyMatch(block -> mark(slot.name()).equals(block.getBlockId()));
    }
    return EVENT_TYPE.equals(metadata.getEventType())
        && slot.name().equals(metadata.getEventPayload().get("slot"));
  }
}
