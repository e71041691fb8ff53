package org.learningadvocate.slack;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.methods.response.chat.ChatPostEphemeralResponse;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Whispers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says something to one person only, at most once. Safe for many threads. */
final class SlackWhispers implements Whispers {

  private static final Logger log = LoggerFactory.getLogger(SlackWhispers.class);
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  static final Gson GSON = GsonFactory.createSnakeCase();

  private final SlackApi api;
  private final BlockKit blocks;

  SlackWhispers(SlackApi api, BlockKit blocks) {
    this.api = api;
    this.blocks = blocks;
  }

  @Override
  public void whisper(String channel, @Nullable String thread, String user, Message message) {
    if (!tell(channel, thread, user, message)) {
      log.info("What was to be said to {} in {} did not arrive", user, channel);
    }
  }

  /** The same, and says whether Slack took it. */
  boolean tell(String channel, @Nullable String thread, String user, Message message) {
    return say(channel, thread, user, message).isOk();
  }

  /** The same, and says what Slack answered. */
  Reply<ChatPostEphemeralResponse> say(
      String channel, @Nullable String thread, String user, Message message) {
    var rendered = blocks.message(message);
    Reply<ChatPostEphemeralResponse> reply =
        api.ask(
            "chat.postEphemeral",
            methods ->
                methods.chatPostEphemeral(
                    request ->
                        request
                            .channel(channel)
                            .user(user)
                            .threadTs(thread)
                            .text(rendered.text())
                            .blocks(rendered.blocks().isEmpty() ? null : rendered.blocks())));
    if (!reply.isOk()) {
      log.info("Could not tell {} something in {} ({})", user, channel, reply.reason());
    }
    return reply;
  }

  /**
   * Answers by the address that came with what the person did; works where the bot is no member.
   *
   * @param instead whether the answer takes the place of the message whose button was pressed
   */
  boolean answer(String responseUrl, Message message, boolean instead) {
    var body = ephemeral(message);
    body.addProperty("replace_original", instead);
    return answer(responseUrl, body);
  }

  /** The same with a body that is ready. */
  boolean answer(String responseUrl, JsonObject body) {
    @Nullable HttpUrl url = HttpUrl.parse(responseUrl);
    if (url == null) {
      return false;
    }
    var request =
        new Request.Builder().url(url).post(RequestBody.create(GSON.toJson(body), JSON)).build();
    try (var response = api.http().newCall(request).execute()) {
      if (!response.isSuccessful()) {
        log.info("Slack did not take an answer by its response URL ({})", response.code());
      }
      return response.isSuccessful();
    } catch (IOException e) {
      log.info("Could not answer by a response URL ({})", e.getMessage());
      return false;
    }
  }

  /** A message as Slack takes it in the body of an answer to a command. */
  JsonObject ephemeral(Message message) {
    var rendered = blocks.message(message);
    var body = new JsonObject();
    body.addProperty("response_type", "ephemeral");
    body.addProperty("text", rendered.text());
    JsonElement tree = GSON.toJsonTree(rendered.blocks());
    if (!rendered.blocks().isEmpty()) {
      body.add("blocks", tree);
    }
    return body;
  }
}
