package org.learningadvocate.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.bots.BotsInfoResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who we are in which workspace, and what we may do there. Safe for many threads. */
public final class Installation {

  private final SlackApi api;
  private volatile @Nullable Identity identity;

  Installation(SlackApi api) {
    this.api = api;
  }

  /**
   * Who the bot's token is.
   *
   * @param team the workspace's id
   * @param teamName how the workspace is called
   * @param url the workspace's address
   * @param user the bot's user id
   * @param bot the bot's own id ({@code B…}); empty where Slack does not say
   * @param app the app's id; empty where Slack does not say
   * @param scopes what the token may do; empty where Slack does not say
   */
  public record Identity(
      String team,
      String teamName,
      String url,
      String user,
      String bot,
      String app,
      Set<String> scopes) {
    public Identity {
      scopes = Set.copyOf(scopes);
    }
  }

  /** Who we are, as last found out; empty before Slack answered for the first time. */
  public Optional<Identity> known() {
    return Optional.ofNullable(identity);
  }

  /**
   * Asks Slack who we are.
   *
   * @throws SlackException lasting where Slack refuses the token; else try again later
   */
  public Identity identify() {
    Reply<AuthTestResponse> reply =
        api.ask("auth.test", methods -> methods.authTest(request -> request));
    if (!reply.isOk()) {
      throw SlackException.of("ask Slack who the bot is", reply);
    }
    var answer = reply.get();
    String bot = orEmpty(answer.getBotId());
    String app = orEmpty(answer.getAppId());
    var found =
        new Identity(
            orEmpty(answer.getTeamId()),
            orEmpty(answer.getTeam()),
            orEmpty(answer.getUrl()),
            orEmpty(answer.getUserId()),
            bot,
            app.isEmpty() && !bot.isEmpty() ? app(bot) : app,
            scopes(SlackApi.header(answer, "x-oauth-scopes")));
    identity = found;
    return found;
  }

  private String app(String bot) {
    Reply<BotsInfoResponse> reply =
        api.ask("bots.info", methods -> methods.botsInfo(request -> request.bot(bot)));
    return reply.isOk() && reply.get().getBot() != null
        ? orEmpty(reply.get().getBot().getAppId())
        : "";
  }

  private static Set<String> scopes(@Nullable String header) {
    var scopes = new TreeSet<String>();
    if (header != null) {
      Arrays.stream(header.split(","))
          .map(String::strip)
          .filter(scope -> !scope.isEmpty())
          .forEach(scopes::add);
    }
    return scopes;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
