package org.learningadvocate.slack;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.File;
import com.slack.api.model.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.History;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.ThreadId;

/** Reads threads that the bot did not follow, page by page. Safe for many threads. */
final class SlackHistory implements History {

  private static final int PAGE = 200;

  /** A longer thread is read from its beginning, as far as this goes. */
  private static final int MOST_PAGES = 10;

  private static final Set<String> GONE =
      Set.of("thread_not_found", "channel_not_found", "not_in_channel", "missing_scope");

  /** People's messages; everything else in a channel is housekeeping. */
  private static final Set<String> SAID = Set.of("file_share", "me_message", "thread_broadcast");

  private final SlackApi api;
  private final Channels channels;
  private final Supplier<HouseRules> rules;

  SlackHistory(SlackApi api, Channels channels, Supplier<HouseRules> rules) {
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
  public List<Past> channel(String channel, String after) {
    var past = new ArrayList<Past>();
    boolean external = channels.byId(channel).map(Channel::external).orElse(false);
    String cursor = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      @Nullable String from = cursor.isEmpty() ? null : cursor;
      Reply<ConversationsHistoryResponse> reply =
          api.ask(
              "conversations.history",
              methods ->
                  methods.conversationsHistory(
                      request -> request.channel(channel).oldest(after).limit(PAGE).cursor(from)));
      if (!reply.isOk()) {
        if (GONE.contains(reply.error())) {
          return List.of();
        }
        throw SlackException.of("read a channel", reply);
      }
      @Nullable List<Message> messages = reply.get().getMessages();
      if (messages != null) {
        messages.stream()
            .filter(this::byPeople)
            .filter(
                message ->
                    message.getThreadTs() == null || message.getThreadTs().equals(message.getTs()))
            .forEach(
                message ->
                    past.add(
                        new Past(
                            said(new ThreadId(channel, message.getTs()), message, external),
                            message.getEdited() == null ? null : message.getEdited().getTs(),
                            message.getLatestReply())));
      }
      cursor = SlackSender.next(reply.get().getResponseMetadata());
      if (cursor.isEmpty()) {
        break;
      }
    }
    past.sort(Comparator.comparing(message -> message.said().ts()));
    return past;
  }

  private boolean byPeople(Message message) {
    String user = message.getUser();
    String subtype = message.getSubtype();
    boolean allowed =
        message.getBotId() == null || rules.get().workflowBots().contains(message.getBotId());
    return allowed
        && user != null
        && !user.equals(rules.get().bot())
        && (subtype == null || SAID.contains(subtype));
  }

  private Incoming.Said said(ThreadId thread, Message message, boolean external) {
    String text = message.getText() == null ? "" : message.getText();
    boolean first = message.getTs().equals(thread.ts());
    List<File> files = message.getFiles() == null ? List.of() : message.getFiles();
    return new Incoming.Said(
        rules.get().team(),
        thread.channel(),
        channels.kind(thread.channel()),
        external,
        message.getUser(),
        message.getBotId(),
        message.getTs(),
        first ? null : thread.ts(),
        text,
        files.stream().map(file -> file.getName() == null ? "file" : file.getName()).toList(),
        text.contains("<@" + rules.get().bot() + ">"));
  }
}
