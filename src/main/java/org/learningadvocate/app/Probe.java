package org.learningadvocate.app;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.delivery.Outbox;
import org.learningadvocate.delivery.Signal;
import org.learningadvocate.slack.SlackException;
import org.learningadvocate.slack.SlackSide;
import org.learningadvocate.store.Db;

/** What doctor asks Slack, by the same ways as the bot, with a database that is thrown away. */
final class Probe implements SlackProbe {

  private final SlackSide slack;
  private final Settings settings;

  private Probe(SlackSide slack, Settings settings) {
    this.slack = slack;
    this.settings = settings;
  }

  static SlackProbe of(Settings settings, Clock clock) {
    // Nothing is kept: Slack is only asked.
    var db = Db.open("jdbc:sqlite::memory:", null, null);
    var rules = settings.house().rules("", "", java.util.Map.of());
    var slack =
        new SlackSide(
            Bot.slackSettings(settings, System.getenv()),
            () -> rules,
            db,
            new Outbox(db, clock, new Signal()),
            Wording.of(settings.house().language()),
            clock,
            new SimpleMeterRegistry());
    return new Probe(slack, settings);
  }

  @Override
  public Heard<Identity> identity() {
    return ask(
        () -> {
          var identity = slack.installation().identify();
          return new Identity(
              identity.team(),
              identity.teamName(),
              identity.user(),
              identity.scopes(),
              identity.now());
        });
  }

  @Override
  public Heard<Boolean> socket() {
    var token = Objects.requireNonNull(settings.slack().appToken());
    return ask(() -> slack.installation().opensSocket(token.reveal()));
  }

  @Override
  public Heard<Optional<Channel>> channel(String channel) {
    return ask(
        () ->
            (channel.startsWith("#")
                    ? slack.channels().joined().stream()
                        .filter(joined -> joined.name().equals(channel.substring(1)))
                        .findFirst()
                    : slack.channels().byId(channel))
                .map(
                    found ->
                        new Channel(
                            found.id(),
                            found.name(),
                            found.hidden(),
                            found.archived(),
                            found.joined(),
                            found.external())));
  }

  @Override
  public Heard<Boolean> somebody(String group) {
    return ask(() -> slack.members().knows(group));
  }

  private static <T> Heard<T> ask(Supplier<T> question) {
    try {
      return new Heard.Said<>(question.get());
    } catch (SlackException e) {
      return e.lasting()
          ? new Heard.Refused<>(e.error())
          : new Heard.Silent<>(String.valueOf(e.getMessage()));
    }
  }
}
