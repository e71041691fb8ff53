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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.Stamp;
import org.learningadvocate.chat.Wanted;
import org.learningadvocate.delivery.Carrier;
import org.learningadvocate.delivery.Turns;
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

  private static final String POST = "chat.postMessage";
  private static final String UPDATE = "chat.update";
  private static final String DELETE = "chat.delete";
  private static final String PUBLISH = "views.publish";
  private static final String HISTORY = "conversations.history";
  private static final String REPLIES = "conversations.replies";

  /** Our clock and Slack's may differ; a search begins that much before our first try. */
  private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

  private static final Duration PARENT_COMES = Duration.ofMinutes(1);
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration LONG = Duration.ofMinutes(5);

  /** A search that is not over by then never ends: the server keeps handing out pages. */
  private static final int MOST_PAGES = 500;

  private final SlackApi api;
  private final LinkSource links;
  private final SlackTexts texts;
  private final Turns turns;

  /** What stands where, as last sent: the same again would cost a call and change nothing. */
  private final Cache<Place, Sent> sent = Caffeine.newBuilder().maximumSize(5_000).build();

  /** How far searches have come that wait for the turn of their next page. */
  private final Cache<String, Search> searches =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofHours(6)).build();

  SlackSender(SlackApi api, LinkSource links, Turns turns, SlackTexts texts) {
    this.texts = texts;
    this.api = api;
    this.links = links;
    this.turns = turns;
  }

  /**
   * What was sent.
   *
   * @param version the slot's version that it made; another process may have made a later one
   */
  private record Sent(int content, long version) {}

  /** What the words of a slot's content refer to. */
  @FunctionalInterface
  interface LinkSource {
    Links.Looked links(Claim claim);
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
      return below(claim, below);
    }
    return wanted instanceof Wanted.Reaction reaction
        ? reaction(claim, reaction)
        : home(claim, (Wanted.Home) wanted);
  }

  private Carried below(Claim claim, Wanted.Below below) {
    var place = place(claim);
    if (place != null) {
      return update(claim, place, below.message());
    }
    var rest = claim.restOf(below.parent());
    if (rest.isPresent()) {
      return new Carried.Closed(
          rest.get().equals(Carried.Closed.GONE)
              ? Carried.Closed.GONE
              : below.parent() + " rests: " + rest.get());
    }
    return claim
        .placeOf(below.parent())
        .map(parent -> message(claim, parent.channel(), parent.ts(), below.message()))
        .orElseGet(() -> new Carried.Later(PARENT_COMES, "waits for " + below.parent()));
  }

  private Carried message(Claim claim, String channel, @Nullable String thread, Message message) {
    var place = place(claim);
    // The house may have named another channel meanwhile: what stands in the old one follows.
    boolean moves = place != null && thread == null && !place.channel().equals(channel);
    if (place != null && !moves) {
      return update(claim, place, message);
    }
    var firstTry = claim.firstTry();
    if (firstTry != null) {
      var looked = look(claim, channel, thread, firstTry.minus(CLOCKS_APART));
      if (looked.instead() != null) {
        return looked.instead();
      }
      if (looked.oldest() != null) {
        var found = new Place(channel, looked.oldest());
        if (!claim.found(found, thread, looked.twins())) {
          return new Carried.Later(Duration.ZERO, "taken over");
        }
        if (place != null) {
          claim.leaves(place);
        }
        return update(claim, found, message);
      }
    }
    var carried = post(claim, channel, thread, message);
    if (place != null && carried instanceof Carried.Stands) {
      claim.leaves(place);
    }
    return carried;
  }

  private static @Nullable Place place(Claim claim) {
    return claim.channel() == null || claim.ts() == null
        ? null
        : new Place(claim.channel(), claim.ts());
  }

  private Carried post(Claim claim, String channel, @Nullable String thread, Message message) {
    // Rendered before the turn is taken: names and links may have to be looked up.
    var looked = links.links(claim);
    var rendered = new BlockKit(looked, texts).message(message, mark(claim.slot().name()));
    var instead = claim.aboutToPost(Pace.postIn(channel), Pace.turnOf(POST));
    if (instead.isPresent()) {
      return instead.get();
    }
    var metadata = new Metadata();
    metadata.setEventType(EVENT_TYPE);
    metadata.setEventPayload(Map.of("slot", claim.slot().name()));
    var reply =
        api.ask(
            POST,
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
      return failed(claim, POST, reply, "post " + claim.slot() + " in " + channel, false);
    }
    var posted = reply.get();
    if (posted.getTs() == null) {
      return new Carried.Unknown("Slack did not say where the post stands");
    }
    var place =
        new Place(posted.getChannel() == null ? channel : posted.getChannel(), posted.getTs());
    if (thread != null
        && (posted.getMessage() == null || !thread.equals(posted.getMessage().getThreadTs()))) {
      var alive = isAlive(place.channel(), thread);
      if (alive.isEmpty()) {
        return new Carried.Unknown("Slack does not say whether the thread is still there");
      }
      if (!alive.get()) {
        // Posted into the channel, since what it should stand under is gone. Gone for good: what
        // comes back with its channel would only stray again.
        claim.leaves(place);
        return new Carried.Closed(Carried.Closed.GONE);
      }
    }
    sent.put(place, new Sent(rendered.hashCode(), claim.version()));
    return new Carried.Stands(place, !looked.unsure());
  }

  /** Whether there is still such a thread; empty where Slack does not say. */
  private Optional<Boolean> isAlive(String channel, String thread) {
    // Not every server repeats the thread in its answer: ask before anything is removed.
    Reply<ConversationsRepliesResponse> reply =
        api.ask(
            REPLIES,
            methods ->
                methods.conversationsReplies(
                    request -> request.channel(channel).ts(thread).limit(1)));
    if (isThreadGone(reply)) {
      return Optional.of(false);
    }
    return reply.isOk()
        ? Optional.of(!orEmpty(reply.get().getMessages()).isEmpty())
        : Optional.empty();
  }

  private static boolean isThreadGone(Reply<?> reply) {
    return reply.refusedWith("thread_not_found") || reply.refusedWith("message_not_found");
  }

  private Carried update(Claim claim, Place place, Message message) {
    var looked = links.links(claim);
    var rendered = new BlockKit(looked, texts).message(message, mark(claim.slot().name()));
    var now = new Sent(rendered.hashCode(), claim.version());
    if (new Sent(now.content(), claim.delivered()).equals(sent.getIfPresent(place))) {
      sent.put(place, now);
      return new Carried.Stands(place, !looked.unsure());
    }
    var instead = claim.turn(Pace.turnOf(UPDATE));
    if (instead.isPresent()) {
      return instead.get();
    }
    var reply =
        api.ask(
            UPDATE,
            methods ->
                methods.chatUpdate(
                    request ->
                        request
                            .channel(place.channel())
                            .ts(place.ts())
                            .text(rendered.text())
                            .blocks(rendered.blocks())));
    if (reply.isOk()) {
      sent.put(place, now);
      return new Carried.Stands(place, !looked.unsure());
    }
    return failed(claim, UPDATE, reply, "update " + claim.slot() + " in " + place.channel(), true);
  }

  private Carried reaction(Claim claim, Wanted.Reaction wanted) {
    String method = wanted.there() ? "reactions.add" : "reactions.remove";
    var instead = claim.turn(Pace.turnOf(method));
    if (instead.isPresent()) {
      return instead.get();
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
    return failed(claim, method, reply, method + " in " + wanted.channel(), true);
  }

  private Carried home(Claim claim, Wanted.Home wanted) {
    var looked = links.links(claim);
    var view = new BlockKit(looked, texts).home(wanted.view());
    var instead = claim.turn(Pace.turnOf(PUBLISH));
    if (instead.isPresent()) {
      return instead.get();
    }
    var reply =
        api.ask(
            PUBLISH,
            methods -> methods.viewsPublish(request -> request.userId(wanted.user()).view(view)));
    return reply.isOk()
        ? new Carried.Stands(null, !looked.unsure())
        : failed(claim, PUBLISH, reply, "publish the App Home of " + wanted.user(), true);
  }

  /**
   * @param repeatable whether doing it twice is the same as doing it once
   */
  private static Carried failed(
      Claim claim, String method, Reply<?> reply, String what, boolean repeatable) {
    String reason = "Could not " + what + " (" + reply.reason() + ")";
    return switch (reply.outcome()) {
      case LIMITED -> claim.barred(method, reply.retryAfter(), reason);
      case UNSENT -> new Carried.Later(SOON, reason);
      case UNKNOWN -> repeatable ? new Carried.Failed(reason) : new Carried.Unknown(reason);
      case REFUSED -> refused(reply.error(), reason);
      case OK -> throw new IllegalArgumentException(what);
    };
  }

  private static Carried refused(String error, String reason) {
    return switch (Refusal.of(error)) {
      case GONE -> new Carried.Closed(Carried.Closed.GONE);
      case PLACE -> new Carried.Closed(reason + ": " + Refusal.remedy(error));
      case TOKEN, SCOPE -> new Carried.Later(LONG, reason + ": " + Refusal.remedy(error));
      case PASSING -> new Carried.Failed(reason);
      case CONTENT -> new Carried.Aside(reason);
    };
  }

  @Override
  public Carried remove(String team, Place twin) {
    var wait = turns.take(team, Pace.turnOf(DELETE));
    if (wait.isPresent()) {
      return new Carried.Waits(wait.get().turn(), wait.get().after(), "waits for its turn");
    }
    Reply<?> reply =
        api.ask(
            DELETE,
            methods ->
                methods.chatDelete(request -> request.channel(twin.channel()).ts(twin.ts())));
    return switch (reply.outcome()) {
      case OK -> new Carried.Stands(null);
      case LIMITED -> {
        turns.bar(team, DELETE, reply.retryAfter());
        yield new Carried.Waits(DELETE, reply.retryAfter(), reply.reason());
      }
      case UNSENT, UNKNOWN -> new Carried.Later(SOON, reply.reason());
      case REFUSED -> {
        if (Refusal.of(reply.error()) == Refusal.TOKEN) {
          yield new Carried.Later(LONG, reply.reason());
        }
        if (!reply.refusedWith("message_not_found")) {
          log.warn("A message in {} at {} stays ({})", twin.channel(), twin.ts(), reply.error());
        }
        yield new Carried.Stands(null);
      }
    };
  }

  /**
   * A search for a slot's post: how far it has come.
   *
   * @param from the search ends there
   * @param cursor of the next page; empty where there is none
   * @param reached the ts of the last message looked at, for when the cursor is refused
   * @param found the ts of messages that carry the slot
   * @param over whether there are no more pages
   */
  private record Search(
      Instant from,
      String cursor,
      @Nullable String reached,
      Set<String> found,
      int pages,
      boolean over) {

    static Search begun(Instant from) {
      return new Search(from, "", null, Set.of(), 0, false);
    }

    Search read(Page page, Slot slot) {
      var all = new TreeSet<>(found);
      @Nullable String last = reached;
      for (var message : page.messages()) {
        last = message.getTs();
        if (carries(message, slot)) {
          all.add(message.getTs());
        }
      }
      return new Search(from, page.next(), last, all, pages + 1, page.next().isEmpty());
    }

    Search withoutCursor() {
      return new Search(from, "", reached, found, pages + 1, false);
    }
  }

  /**
   * What a search found.
   *
   * @param oldest the ts of the first message that carries the slot; null where there is none
   * @param twins the ts of all further ones
   * @param instead what to answer where the search could not be ended; null where it was
   */
  private record Looked(@Nullable String oldest, List<String> twins, @Nullable Carried instead) {

    static Looked stopped(Carried instead) {
      return new Looked(null, List.of(), instead);
    }
  }

  /**
   * Looks through the channel or thread for messages that carry the slot, page by page; where it
   * has to wait for a page, it goes on from there the next time.
   */
  private Looked look(Claim claim, String channel, @Nullable String thread, Instant from) {
    String method = thread == null ? HISTORY : REPLIES;
    String key = claim.team() + " " + claim.slot() + " " + channel + " " + thread;
    var known = searches.getIfPresent(key);
    var search = known == null || !known.from().equals(from) ? Search.begun(from) : known;
    do {
      var instead = claim.turn(Pace.turnOf(method));
      if (instead.isPresent()) {
        return Looked.stopped(instead.get());
      }
      var reply = page(channel, thread, search);
      if (isThreadGone(reply)) {
        return strays(claim, channel, from);
      }
      if (reply.refusedWith("invalid_cursor") && !search.cursor().isEmpty()) {
        search = search.withoutCursor();
      } else if (reply.isOk()) {
        search = search.read(reply.get(), claim.slot());
      } else {
        String what = "look for " + claim.slot() + " in " + channel;
        return Looked.stopped(failed(claim, method, reply, what, true));
      }
      searches.put(key, search);
    } while (!search.over() && search.pages() < MOST_PAGES);
    searches.invalidate(key);
    var found = List.copyOf(search.found());
    return found.isEmpty()
        ? new Looked(null, List.of(), null)
        : new Looked(found.get(0), found.subList(1, found.size()), null);
  }

  /** The thread is gone: what was posted there meanwhile stands in the channel, and goes too. */
  private Looked strays(Claim claim, String channel, Instant from) {
    var looked = look(claim, channel, null, from);
    if (looked.instead() != null) {
      return looked;
    }
    if (looked.oldest() != null) {
      claim.leaves(new Place(channel, looked.oldest()));
      looked.twins().forEach(ts -> claim.leaves(new Place(channel, ts)));
    }
    return Looked.stopped(new Carried.Closed(Carried.Closed.GONE));
  }

  private record Page(List<com.slack.api.model.Message> messages, String next) {}

  private Reply<Page> page(String channel, @Nullable String thread, Search search) {
    String from = Stamp.of(search.from());
    @Nullable String next = search.cursor().isEmpty() ? null : search.cursor();
    @Nullable String reached = next == null ? search.reached() : null;
    if (thread == null) {
      // Newest first: what is looked at next is older.
      Reply<ConversationsHistoryResponse> reply =
          api.ask(
              HISTORY,
              methods ->
                  methods.conversationsHistory(
                      request ->
                          request
                              .channel(channel)
                              .oldest(from)
                              .latest(reached)
                              .limit(200)
                              .cursor(next)
                              .includeAllMetadata(true)));
      return reply.isOk()
          ? Reply.ok(
              new Page(orEmpty(reply.get().getMessages()), next(reply.get().getResponseMetadata())))
          : reply.as();
    }
    // Oldest first, and the thread's first message on every page.
    Reply<ConversationsRepliesResponse> reply =
        api.ask(
            REPLIES,
            methods ->
                methods.conversationsReplies(
                    request ->
                        request
                            .channel(channel)
                            .ts(thread)
                            .oldest(reached == null ? from : reached)
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
    Slot named = slotOf(message);
    // A mark is cut to the length that Slack takes.
    return named != null && mark(named.name()).equals(mark(slot.name()));
  }

  /** The slot that a message names; null where it names none. */
  static @Nullable Slot slotOf(com.slack.api.model.Message message) {
    @Nullable Metadata metadata = message.getMetadata();
    if (metadata != null
        && metadata.getEventPayload() != null
        && EVENT_TYPE.equals(metadata.getEventType())
        && metadata.getEventPayload().get("slot") instanceof String slot) {
      return new Slot(slot);
    }
    return message.getBlocks() == null
        ? null
        : message.getBlocks().stream()
            .map(block -> block.getBlockId())
            .filter(id -> id != null && id.startsWith(MARK))
            .map(id -> new Slot(id.substring(MARK.length())))
            .findFirst()
            .orElse(null);
  }
}
