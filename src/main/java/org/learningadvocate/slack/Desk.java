package org.learningadvocate.slack;

import com.google.gson.JsonObject;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Answer;
import org.learningadvocate.chat.Form;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Incoming.Asked;
import org.learningadvocate.chat.Incoming.Pointed;
import org.learningadvocate.chat.Incoming.Pressed;
import org.learningadvocate.chat.Incoming.Submitted;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Reception;
import org.learningadvocate.chat.Stamp;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.delivery.Inbox;
import org.learningadvocate.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what people ask, press and send, whichever door it comes by. Bolt parses each request and
 * picks the handler by its kind; it gets no middleware, since the signature is checked before and
 * its authorization would ask Slack's API within the request. Safe for many threads.
 */
final class Desk {

  private static final Logger log = LoggerFactory.getLogger(Desk.class);

  /** The message shortcut's id in the manifest. */
  static final String SHORTCUT = "ask_for_business_context";

  /** Slack waits three seconds; what is not ready by then comes by the response URL. */
  private static final Duration READY = Duration.ofSeconds(2);

  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

  private static final Set<String> KINDS =
      Set.of("block_actions", "view_submission", "view_closed", "message_action", "shortcut");

  private static final Set<String> TOO_LATE =
      Set.of(
          "expired_trigger_id",
          "exchanged_trigger_id",
          "trigger_expired",
          "trigger_exchanged",
          "invalid_trigger_id");

  private final SlackTexts texts;
  private final Answer.Show failed;
  private final Reception reception;
  private final Inbox inbox;
  private final Intake.HeldThreads held;
  private final Supplier<HouseRules> rules;
  private final SlackApi api;
  private final BlockKit blocks;
  private final SlackWhispers whispers;
  private final Executor afterwards;
  private final Clock clock;
  private final MeterRegistry meters;
  private final App app;
  private final SlackRequestParser parser;

  /**
   * @param afterwards does what need not be done before the acknowledgement
   */
  Desk(
      Reception reception,
      Inbox inbox,
      Intake.HeldThreads held,
      Supplier<HouseRules> rules,
      SlackApi api,
      BlockKit blocks,
      SlackWhispers whispers,
      SlackTexts texts,
      Executor afterwards,
      Clock clock,
      MeterRegistry meters) {
    this.reception = reception;
    this.inbox = inbox;
    this.held = held;
    this.rules = rules;
    this.api = api;
    this.blocks = blocks;
    this.whispers = whispers;
    this.texts = texts;
    this.failed = new Answer.Show(Message.of(texts.failed()));
    this.afterwards = afterwards;
    this.clock = clock;
    this.meters = meters;
    var config = AppConfig.builder().slack(api.slack()).build();
    this.parser = new SlackRequestParser(config);
    this.app = new App(config, List.of());
    app.command(ANY, (request, context) -> acknowledged(command(request.getPayload())));
    app.blockAction(ANY, (request, context) -> acknowledged(pressed(request.getPayload())));
    app.viewSubmission(ANY, (request, context) -> acknowledged(submitted(request.getPayload())));
    app.viewClosed(ANY, (request, context) -> acknowledged(""));
    app.messageShortcut(ANY, (request, context) -> acknowledged(pointed(request.getPayload())));
    app.globalShortcut(ANY, (request, context) -> acknowledged(""));
  }

  /** Where somebody acted, and how they can be answered there. */
  private record Origin(
      String user,
      @Nullable String channel,
      @Nullable String thread,
      @Nullable String responseUrl,
      @Nullable String trigger,
      @Nullable View view,
      boolean whispered,
      boolean pointed) {}

  /**
   * Takes a command or an interaction in Slack's form encoding.
   *
   * @return the body of the acknowledgement, JSON or empty
   * @throws Payload.MalformedException where it is neither
   */
  String take(Map<String, String> form, String body) throws Payload.MalformedException {
    String kind = "command";
    if (form.containsKey("payload")) {
      var payload = Payload.read(form.getOrDefault("payload", ""));
      kind = Payload.text(payload, "type");
      if (!KINDS.contains(kind)) {
        meters.counter("advocate.interactions", "kind", "unknown").increment();
        return ""; // Something new that nobody here offers.
      }
    } else if (!form.containsKey("command")) {
      throw new Payload.MalformedException();
    }
    meters.counter("advocate.interactions", "kind", kind).increment();
    var request =
        parser.parse(
            SlackRequestParser.HttpRequest.builder()
                .requestUri("/slack/events")
                .queryString(Map.of())
                .requestBody(body)
                .headers(
                    new RequestHeaders(
                        Map.of("Content-Type", List.of("application/x-www-form-urlencoded"))))
                .remoteAddress("")
                .build());
    if (request == null) {
      throw new Payload.MalformedException();
    }
    Response response = run(request);
    return response.getStatusCode() == 200 && response.getBody() != null ? response.getBody() : "";
  }

  private Response run(com.slack.api.bolt.request.Request<?> request) {
    try {
      return app.run(request);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("Bolt could not dispatch a request", e);
    }
  }

  private static Response acknowledged(String body) {
    var response = new Response();
    response.setStatusCode(200);
    response.setContentType("application/json; charset=utf-8");
    response.setBody(body);
    return response;
  }

  /** What the person sees; whatever goes wrong, they are told so. */
  private Answer receive(Incoming incoming) {
    try {
      if (incoming instanceof Pointed pointed) {
        held.hold(ThreadId.of(pointed.channel(), pointed.ts(), pointed.thread()));
      }
      var reply = reception.receive(incoming);
      if (reply.keeps()) {
        inbox.keep(incoming, null);
      }
      return reply.answer();
    } catch (RuntimeException e) {
      // A person waits for an answer: silence would be the worst of them.
      log.error("Could not answer {}", incoming.key(), e);
      keepUnseen(incoming);
      return failed;
    }
  }

  /**
   * What is acknowledged without having been looked at must not be lost, and that it failed is said
   * in a message that may be lost as well; who may do what is looked at again in its lane.
   *
   * @throws StoreException where it cannot be kept either: then it must not be acknowledged
   */
  private void keepUnseen(Incoming incoming) {
    if (incoming instanceof Pointed
        || (incoming instanceof Pressed pressed && pressed.subject() != null)) {
      inbox.keep(incoming, null);
    }
  }

  /**
   * Takes it in while Slack waits, but no longer than Slack does: who belongs to which group may
   * have to be asked of an API that hangs. What takes longer goes on behind the acknowledgement.
   *
   * @param origin where the answer goes; null where the acknowledgement carries it
   * @return the answer; that it failed, where there is none yet
   * @throws StoreException where nothing can be kept just now
   */
  private Answer soon(Incoming incoming, @Nullable Origin origin) {
    var ready = new CompletableFuture<Answer>();
    afterwards.execute(
        () -> {
          Answer answer;
          try {
            answer = receive(incoming);
          } catch (StoreException e) {
            ready.completeExceptionally(e);
            return;
          }
          ready.complete(answer);
          if (origin != null && !(answer instanceof Answer.Nothing)) {
            deliver(origin, answer);
          }
        });
    try {
      return ready.get(READY.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      meters.counter("advocate.interactions", "kind", "late").increment();
      keepUnseen(incoming);
      return failed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StoreException away) {
        throw away; // Not acknowledged: Slack says so to who pressed.
      }
      log.error("Could not answer {}", incoming.key(), e.getCause());
      return failed;
    }
  }

  private String team(@Nullable String told) {
    String ours = rules.get().team();
    return !ours.isEmpty() || told == null ? ours : told;
  }

  // Commands

  private String command(SlashCommandPayload payload) {
    var origin =
        new Origin(
            payload.getUserId(),
            payload.getChannelId(),
            null,
            payload.getResponseUrl(),
            payload.getTriggerId(),
            null,
            false,
            false);
    var asked =
        new Asked(
            team(payload.getTeamId()),
            payload.getUserId(),
            payload.getCommand(),
            CommandText.tidy(payload.getText() == null ? "" : payload.getText()),
            payload.getChannelId(),
            Stamp.of(clock.instant()));
    var answer = CompletableFuture.supplyAsync(() -> shown(origin, receive(asked)), afterwards);
    try {
      return answer.get(READY.toMillis(), TimeUnit.MILLISECONDS).map(Object::toString).orElse("");
    } catch (TimeoutException e) {
      String url = origin.responseUrl();
      if (url != null) {
        var unused = answer.thenAccept(late -> late.ifPresent(body -> whispers.answer(url, body)));
      }
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    } catch (ExecutionException e) {
      log.error("Could not answer a command", e.getCause());
      return sorry().toString();
    }
  }

  /** The body that answers a command; empty where a form opens, or there is nothing to say. */
  private Optional<JsonObject> shown(Origin origin, Answer answer) {
    if (answer instanceof Answer.Show show) {
      return Optional.of(whispers.ephemeral(show.message()));
    }
    if (answer instanceof Answer.ShowInstead show) {
      return Optional.of(whispers.ephemeral(show.message()));
    }
    if (answer instanceof Answer.OpenForm open) {
      open(origin, blocks.modal(open.form()));
    } else if (answer instanceof Answer.ReplaceForm open) {
      open(origin, blocks.modal(open.form()));
    }
    return Optional.empty();
  }

  private JsonObject sorry() {
    return whispers.ephemeral(failed.message());
  }

  // Buttons and choices

  private String pressed(BlockActionPayload payload) {
    var action = payload.getActions().get(0);
    if (action.getUrl() != null) {
      return ""; // A link that Slack opened by itself.
    }
    var container = payload.getContainer();
    var message = payload.getMessage();
    String channel =
        payload.getChannel() != null
            ? payload.getChannel().getId()
            : container == null ? null : container.getChannelId();
    String ts =
        message != null && message.getTs() != null
            ? message.getTs()
            : container == null ? null : container.getMessageTs();
    String parent =
        message != null && message.getThreadTs() != null
            ? message.getThreadTs()
            : container == null ? null : container.getThreadTs();
    boolean whispered = container != null && container.isEphemeral();
    var view = payload.getView();
    var origin =
        new Origin(
            payload.getUser().getId(),
            channel,
            parent,
            payload.getResponseUrl(),
            payload.getTriggerId(),
            view,
            whispered,
            false);
    var press =
        new Pressed(
            team(payload.getTeam() == null ? null : payload.getTeam().getId()),
            payload.getUser().getId(),
            action.getActionId(),
            value(action),
            view == null ? channel : null,
            view == null ? ts : null,
            parent == null || parent.equals(ts) ? null : parent,
            whispered,
            action.getActionTs() == null ? Stamp.of(clock.instant()) : action.getActionTs());
    soon(press, origin);
    return "";
  }

  private static String value(BlockActionPayload.Action action) {
    return Stream.of(
            action.getSelectedOption() == null ? null : action.getSelectedOption().getValue(),
            action.getSelectedUser(),
            action.getSelectedConversation(),
            action.getSelectedChannel(),
            action.getSelectedDate(),
            action.getValue())
        .filter(value -> value != null)
        .findFirst()
        .orElse("");
  }

  // The message shortcut

  private String pointed(MessageShortcutPayload payload) {
    var message = payload.getMessage();
    if (!SHORTCUT.equals(payload.getCallbackId()) || message == null) {
      return "";
    }
    String ts = payload.getMessageTs() == null ? message.getTs() : payload.getMessageTs();
    String parent = message.getThreadTs();
    String thread = parent == null || parent.equals(ts) ? null : parent;
    String channel = payload.getChannel().getId();
    var origin =
        new Origin(
            payload.getUser().getId(),
            channel,
            thread,
            payload.getResponseUrl(),
            payload.getTriggerId(),
            null,
            false,
            true);
    soon(
        new Pointed(
            team(payload.getTeam() == null ? null : payload.getTeam().getId()),
            payload.getUser().getId(),
            channel,
            ts,
            thread,
            Stream.of(message.getUser(), message.getBotId())
                .filter(id -> id != null)
                .findFirst()
                .orElse(""),
            message.getText() == null ? "" : message.getText(),
            payload.getActionTs() == null ? Stamp.of(clock.instant()) : payload.getActionTs()),
        origin);
    return "";
  }

  private void deliver(Origin origin, Answer answer) {
    try {
      if (answer instanceof Answer.Show show) {
        tell(origin, show.message());
      } else if (answer instanceof Answer.ShowInstead show) {
        // Only what this one person sees may be replaced by what only they shall see.
        boolean replaced =
            origin.whispered()
                && origin.responseUrl() != null
                && whispers.answer(origin.responseUrl(), show.message(), true);
        if (!replaced) {
          tell(origin, show.message());
        }
      } else if (answer instanceof Answer.OpenForm open) {
        open(origin, blocks.modal(open.form()));
      } else if (answer instanceof Answer.ReplaceForm replace) {
        replace(origin, replace.form());
      }
    } catch (RuntimeException e) {
      log.error("Could not deliver an answer to {}", origin.user(), e);
    }
  }

  private void tell(Origin origin, Message message) {
    if (origin.view() != null) {
      open(origin, blocks.modal(message));
      return;
    }
    Reply<?> said =
        origin.channel() == null
            ? Reply.unsent("no channel")
            : whispers.say(origin.channel(), origin.thread(), origin.user(), message);
    if (!said.isOk() && origin.responseUrl() != null) {
      boolean absent = said.refusedWith("not_in_channel") || said.refusedWith("channel_not_found");
      whispers.answer(origin.responseUrl(), absent && origin.pointed() ? invite() : message, false);
    }
  }

  /** A shortcut works where the bot is not; its homework does not. Once it joins, it comes. */
  private Message invite() {
    return Message.of(texts.invite());
  }

  private void open(Origin origin, View view) {
    String trigger = origin.trigger();
    if (trigger == null) {
      return;
    }
    boolean above = origin.view() != null && "modal".equals(origin.view().getType());
    Reply<? extends SlackApiTextResponse> reply =
        above
            ? api.ask(
                "views.push",
                methods -> methods.viewsPush(request -> request.triggerId(trigger).view(view)))
            : api.ask(
                "views.open",
                methods -> methods.viewsOpen(request -> request.triggerId(trigger).view(view)));
    if (reply.isOk()) {
      return;
    }
    log.warn("Could not open a form for {} ({})", origin.user(), reply.reason());
    if (origin.view() == null) {
      tell(
          origin,
          Message.of(TOO_LATE.contains(reply.error()) ? texts.late() : texts.failedOpening()));
    }
  }

  private void replace(Origin origin, Form form) {
    var view = origin.view();
    if (view == null || !"modal".equals(view.getType())) {
      open(origin, blocks.modal(form));
      return;
    }
    var reply =
        api.ask(
            "views.update",
            methods ->
                methods.viewsUpdate(
                    request ->
                        request
                            .viewId(view.getId())
                            .hash(view.getHash())
                            .view(blocks.modal(form))));
    if (!reply.isOk()) {
      log.warn("Could not replace a form of {} ({})", origin.user(), reply.reason());
    }
  }

  // Forms

  private String submitted(ViewSubmissionPayload payload) {
    var view = payload.getView();
    String metadata = view.getPrivateMetadata() == null ? "" : view.getPrivateMetadata();
    var values = values(view.getState());
    var answer =
        soon(
            new Submitted(
                team(payload.getTeam() == null ? null : payload.getTeam().getId()),
                payload.getUser().getId(),
                view.getCallbackId() == null ? "" : view.getCallbackId(),
                Prefilled.context(metadata),
                values,
                Prefilled.touched(metadata, values),
                view.getId() + ":" + (view.getHash() == null ? "" : view.getHash()),
                Stamp.of(clock.instant())),
            null);
    if (answer == failed) {
      var first = inputs(view).stream().findFirst();
      return first.isPresent()
          ? errors(Map.of(first.get(), texts.failedForm()))
          : update(blocks.modal(failed.message()));
    }
    if (answer instanceof Answer.Show show) {
      return update(blocks.modal(show.message()));
    }
    if (answer instanceof Answer.ShowInstead show) {
      return update(blocks.modal(show.message()));
    }
    if (answer instanceof Answer.OpenForm open) {
      return update(blocks.modal(open.form()));
    }
    if (answer instanceof Answer.ReplaceForm replace) {
      return update(blocks.modal(replace.form()));
    }
    return answer instanceof Answer.FieldErrors wrong ? fieldErrors(view, wrong) : "";
  }

  private static String fieldErrors(View view, Answer.FieldErrors wrong) {
    var inputs = inputs(view);
    var known = new LinkedHashMap<String, String>();
    wrong
        .byField()
        .forEach((field, words) -> known.put(inputs.contains(field) ? field : "", words));
    String elsewhere = known.remove("");
    if (elsewhere != null && !inputs.isEmpty()) {
      // Slack refuses an answer that names a block which is none of its inputs.
      known.putIfAbsent(inputs.iterator().next(), elsewhere);
    }
    return known.isEmpty() ? "" : errors(known);
  }

  private static Set<String> inputs(View view) {
    return view.getBlocks() == null
        ? Set.of()
        : view.getBlocks().stream()
            .filter(InputBlock.class::isInstance)
            .map(block -> block.getBlockId())
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String errors(Map<String, String> errors) {
    var body = new JsonObject();
    body.addProperty("response_action", "errors");
    body.add("errors", SlackWhispers.GSON.toJsonTree(errors));
    return body.toString();
  }

  private static String update(View view) {
    var body = new JsonObject();
    body.addProperty("response_action", "update");
    body.add("view", SlackWhispers.GSON.toJsonTree(view));
    return body.toString();
  }

  private static Map<String, String> values(@Nullable ViewState state) {
    var values = new LinkedHashMap<String, String>();
    if (state != null && state.getValues() != null) {
      state
          .getValues()
          .forEach(
              (block, elements) ->
                  elements
                      .values()
                      .forEach(
                          element -> {
                            String value = value(element);
                            if (value != null && !value.isBlank()) {
                              values.put(block, value);
                            }
                          }));
    }
    return values;
  }

  private static @Nullable String value(ViewState.Value element) {
    return Stream.of(
            element.getSelectedOption() == null ? null : element.getSelectedOption().getValue(),
            element.getSelectedDate(),
            element.getSelectedUser(),
            element.getSelectedChannel(),
            element.getSelectedConversation(),
            element.getValue())
        .filter(value -> value != null)
        .findFirst()
        .orElse(null);
  }
}
