package org.learningadvocate.app;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What doctor asks Slack; each answer is fresh. Nothing here changes anything in Slack. */
public interface SlackProbe {

  /** Whose the bot token is ({@code auth.test}). */
  Heard<Identity> identity();

  /** Whether Socket Mode opens ({@code apps.connections.open}); what it says is the token's app. */
  Heard<Boolean> socket();

  /**
   * A channel as the bot sees it; empty where it sees none of that id or name.
   *
   * @param channel an id or a {@code #name}
   */
  Heard<Optional<Channel>> channel(String channel);

  /**
   * Whether a user group or user is known.
   *
   * @param group a user's id, a group's id or a handle ({@code @…})
   */
  Heard<Boolean> somebody(String group);

  /**
   * The bot, as Slack knows it.
   *
   * @param team the workspace's id
   * @param name the workspace's name
   * @param bot the bot's user id
   * @param scopes what the token may do ({@code x-oauth-scopes}); empty where Slack did not say
   * @param now what time it is at Slack; null where it did not say
   */
  record Identity(String team, String name, String bot, Set<String> scopes, @Nullable Instant now) {

    public Identity {
      scopes = Set.copyOf(scopes);
    }
  }

  /**
   * A channel.
   *
   * @param member whether the bot is in it
   * @param external whether another company shares it
   */
  record Channel(
      String id,
      String name,
      boolean secluded,
      boolean archived,
      boolean member,
      boolean external) {}

  /** What came back. */
  sealed interface Heard<T> {

    /** Slack answered. */
    record Said<T>(T what) implements Heard<T> {}

    /**
     * Slack refused, and an admin has to act.
     *
     * @param error Slack's code, like {@code invalid_auth}
     */
    record Refused<T>(String error) implements Heard<T> {}

    /** Slack did not answer, or asked to wait: it may come right by itself. */
    record Silent<T>(String why) implements Heard<T> {}
  }
}
