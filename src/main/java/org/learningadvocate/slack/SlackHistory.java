package org.learningadvocate.slack;

import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.File;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.History;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.delivery.Turns;

/** Reads what stands in channels and threads, page by page. Safe for many threads. */
final class SlackHistory implements History {

  private static final String HISTORY = "conversations.history";
  private static final String REPLIES = "conversations.replies";
  private static final int PAGE = 200;
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(15);

  /** A longer thread is read from its beginning, as far as this goes. */
  private static final int MOST_PAGES = 10;

  private static final Set<String> GONE =
      Set.of("thread_not_found", "channel_not_found", "not_in_channel", "missing_scope");

  /** People's messages; everything else in a channel is housekeeping. */
  private static final Set<String> SAID = Set.of("file_share", "me_message", "thread_broadcast");

  private final SlackApi api;
  private final Channels channels;
  private final Supplier<HouseRules> rules;
  private final Turns turns;

  SlackHistory(SlackApi api, Channels channels, Supplier<HouseRules> rules, Turns turns) {
    this.turns = turns;
    this.api = api;
    this.channels = channels;
    this.rules = rules;
  }

  @Override
  public List<Incoming.Said> thread(ThreadId thread) {
    var said = new ArrayList<Incoming.Said>();
    boolean external = channels.byId(thread.channel()).map(Channel::external).orElse(false);
    String cursor = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      @Nullable String from = cursor.isEmpty() ? null : cursor;
      Reply<ConversationsRepliesResponse> reply =
          api.ask(
              "conversations.replies",
              methods ->
                  methods.conversationsReplies(
                      request ->
                          request
                              .channel(thread.channel())
                              .ts(thread.ts())
                              .limit(PAGE)
                              .cursor(from)));
      if (!reply.isOk()) {
        if (GONE.contains(reply.error())) {
          return List.of();
        }
        throw SlackException.of("read a thread", reply);
      }
      @Nullable List<Message> messages = reply.get().getMessages();
      if (messages != null) {
        messages.stream()
            .filter(this::byPeople)
            .forEach(message -> said.add(said(thread, message, external)));
      }
      cursor = SlackSender.next(reply.get().getResponseMetadata());
      if (cursor.isEmpty()) {
        break;
      }
    }
    return said;
  }

  @Override
  public Read channel(String channel, String after, @Nullable String from) {
    var next = Next.of(from);
    return read(
        HISTORY,
        new ThreadId(channel, ""),
        next,
        methods ->
            methods.conversationsHistory(
                request ->
                    request
                        .channel(channel)
                        .oldest(after)
                        .latest(next.cursor() == null ? next.reached() : null)
                        .limit(PAGE)
                        .cursor(next.cursor())
                        .includeAllMetadata(true)),
        answer ->
            new Answer(answer.getMessages(), answer.isHasMore(), answer.getResponseMetadata()));
  }

  @Override
  public Read thread(ThreadId thread, String after, @Nullable String from) {
    var next = Next.of(from);
    String oldest = next.cursor() == null && next.reached() != null ? next.reached() : after;
    return read(
        REPLIES,
        thread,
        next,
        methods ->
            methods.conversationsReplies(
                request ->
                    request
                        .channel(thread.channel())
                        .ts(thread.ts())
                        .oldest(oldest)
                        .limit(PAGE)
                        .cursor(next.cursor())
                        .includeAllMetadata(true)),
        answer ->
            new Answer(answer.getMessages(), answer.isHasMore(), answer.getResponseMetadata()));
  }

  @Override
  public Read message(String channel, String ts, @Nullable String thread) {
    return thread == null
        ? read(
            HISTORY,
            new ThreadId(channel, ""),
            Next.FIRST,
            methods ->
                methods.conversationsHistory(
                    request ->
                        request.channel(channel).oldest(ts).latest(ts).inclusive(true).limit(1)),
            answer -> new Answer(answer.getMessages(), false, null))
        : read(
            REPLIES,
            new ThreadId(channel, thread),
            Next.FIRST,
            methods ->
                methods.conversationsReplies(
                    request ->
                        request
                            .channel(channel)
                            .ts(thread)
                            .oldest(ts)
                            .latest(ts)
                            .inclusive(true)
                            .limit(2)),
            answer -> new Answer(answer.getMessages(), false, null));
  }

  /**
   * Where the next page begins.
   *
   * @param cursor Slack's word for it, which dies after a while; null where it is dead
   * @param reached the ts of the last message read; null where none was
   */
  private record Next(@Nullable String cursor, @Nullable String reached) {

    static final Next FIRST = new Next(null, null);

    static Next of(@Nullable String from) {
      if (from == null) {
        return FIRST;
      }
      String[] parts = from.split(" ", -1);
      return new Next(parts[0].isEmpty() ? null : parts[0], parts[1].isEmpty() ? null : parts[1]);
    }

    @Override
    public String toString() {
      return (cursor == null ? "" : cursor) + " " + (reached == null ? "" : reached);
    }
  }

  private record Answer(
      @Nullable List<Message> messages, boolean more, @Nullable ResponseMetadata metadata) {}

  /**
   * Reads one page in its turn.
   *
   * @param thread where its messages belong; with an empty ts each is the first of its own thread
   */
  private <T extends SlackApiTextResponse> Read read(
      String method, ThreadId thread, Next from, SlackApi.Call<T> call, Function<T, Answer> body) {
    String team = rules.get().team();
    var wait = turns.take(team, Pace.turnOf(method));
    if (wait.isPresent()) {
      return new Read.Later(wait.get().after(), "waits for its turn");
    }
    Reply<T> reply = api.ask(method, call);
    if (reply.isOk()) {
      var answer = body.apply(reply.get());
      // An answer without its list is no empty page: what is not on a page counts as deleted.
      return answer.messages() == null
          ? new Read.Later(AFTER_TROUBLE, "an answer without messages")
          : page(thread, from, answer, answer.messages());
    }
    if (reply.outcome() == Reply.Outcome.LIMITED) {
      turns.bar(team, method, reply.retryAfter());
      return new Read.Later(reply.retryAfter(), reply.reason());
    }
    if (reply.refusedWith("invalid_cursor") && from.cursor() != null) {
      // Cursors die; by the time of the last message the page is found all the same.
      return new Read.Page(
          List.of(), Set.of(), List.of(), new Next(null, from.reached()).toString(), true);
    }
    if (reply.refusedWith("thread_not_found") || reply.refusedWith("message_not_found")) {
      return new Read.Gone();
    }
    return reply.outcome() == Reply.Outcome.REFUSED
            && Refusal.of(reply.error()) != Refusal.PASSING
            && Refusal.of(reply.error()) != Refusal.TOKEN
        ? new Read.Closed(reply.reason())
        : new Read.Later(AFTER_TROUBLE, reply.reason());
  }

  private Read.Page page(ThreadId thread, Next from, Answer answer, List<Message> messages) {
    boolean external = channels.byId(thread.channel()).map(Channel::external).orElse(false);
    var said = new ArrayList<Past>();
    var present = new HashSet<String>();
    var ours = new ArrayList<Ours>();
    @Nullable String reached = from.reached();
    for (Message message : messages) {
      reached = message.getTs();
      if ("tombstone".equals(message.getSubtype())) {
        continue; // It stands for what was deleted.
      }
      present.add(message.getTs());
      @Nullable String parent = message.getThreadTs();
      boolean reply = parent != null && !parent.equals(message.getTs());
      @Nullable Slot slot = SlackSender.slotOf(message);
      if (slot != null && rules.get().bot().equals(message.getUser())) {
        ours.add(new Ours(slot, thread.channel(), message.getTs(), reply ? parent : null));
      } else if (byPeople(message) && !(thread.ts().isEmpty() && reply)) {
        // A reply that was also sent to the channel is read in its thread.
        var of = thread.ts().isEmpty() ? new ThreadId(thread.channel(), message.getTs()) : thread;
        said.add(
            new Past(
                said(of, message, external),
                message.getEdited() == null ? null : message.getEdited().getTs(),
                message.getLatestReply(),
                message.getReplyCount() == null ? 0 : message.getReplyCount()));
      }
    }
    String cursor = SlackSender.next(answer.metadata());
    return new Read.Page(
        said,
        present,
        ours,
        cursor.isEmpty() ? null : new Next(cursor, reached).toString(),
        !cursor.isEmpty() || !answer.more());
  }

  private boolean byPeople(Message message) {
    String user = message.getUser();
    String subtype = message.getSubtype();
    boolean allowed =
        message.getBotId() == null || rules.get().workflowBots().contains(message.getBotId());
    // A form's post may name no person and be a bot's message, as it is when it comes as an event.
    boolean form = message.getBotId() != null && (subtype == null || subtype.equals("bot_message"));
    return allowed
        && (user != null || form)
        && !rules.get().bot().equals(user)
        && (subtype == null || form || SAID.contains(subtype));
  }

  private Incoming.Said said(ThreadId thread, Message message, boolean external) {
    String text = words(message);
    boolean first = message.getTs().equals(thread.ts());
    List<File> files = message.getFiles() == null ? List.of() : message.getFiles();
    return new Incoming.Said(
        rules.get().team(),
        thread.channel(),
        channels.kind(thread.channel()),
        external,
        message.getUser() == null ? String.valueOf(message.getBotId()) : message.getUser(),
        message.getBotId(),
        message.getTs(),
        first ? null : thread.ts(),
        text,
        files.stream().map(file -> file.getName() == null ? "file" : file.getName()).toList(),
        EventReader.calls(rules.get().bot(), text));
  }

  /** The message's text, as an event of it would have been read. */
  private static String words(Message message) {
    String text = message.getText() == null ? "" : message.getText();
    if (message.getBotId() == null || !text.isBlank()) {
      return text;
    }
    try {
      return EventReader.words(
          Payload.read(SlackWhispers.GSON.toJson(message)), message.getBotId());
    } catch (Payload.MalformedException e) {
      return text;
    }
  }
}
