package org.learningadvocate.chat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and may change something: kept in the inbox, then taken once, in the
 * order of its lane.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Incoming.Said.class, name = "said"),
  @JsonSubTypes.Type(value = Incoming.Edited.class, name = "edited"),
  @JsonSubTypes.Type(value = Incoming.Deleted.class, name = "deleted"),
  @JsonSubTypes.Type(value = Incoming.Pressed.class, name = "pressed"),
  @JsonSubTypes.Type(value = Incoming.Submitted.class, name = "submitted"),
  @JsonSubTypes.Type(value = Incoming.Asked.class, name = "asked"),
  @JsonSubTypes.Type(value = Incoming.Pointed.class, name = "pointed"),
  @JsonSubTypes.Type(value = Incoming.HomeOpened.class, name = "home_opened"),
  @JsonSubTypes.Type(value = Incoming.ChannelChanged.class, name = "channel_changed"),
  @JsonSubTypes.Type(value = Incoming.Tick.class, name = "tick")
})
public sealed interface Incoming {

  /** The workspace's id. */
  String team();

  /** In which order it is taken: everything with the same lane is taken one after another. */
  String lane();

  /**
   * By what it is taken once, whatever id Slack gave the delivery; the same happening has the same
   * key.
   */
  String key();

  /** Its place within the lane: Slack's {@code ts} form, seconds and six digits, as text. */
  String order();

  /** What kind of channel a message stands in. */
  enum ChannelKind {
    PUBLIC,
    PRIVATE,
    DIRECT
  }

  /**
   * A person or a bot wrote a message.
   *
   * @param channel the channel's id
   * @param kind what kind of channel it is
   * @param external whether the channel is shared with another company
   * @param user who wrote it; for a bot without a user, the bot's id
   * @param bot the bot's id where a bot or a workflow posted it; null for people
   * @param ts Slack's timestamp of the message
   * @param thread the parent's ts where it is a reply (also one sent to the channel); null at the
   *     top level
   * @param text Slack's mrkdwn as delivered, escaped, whole
   * @param files names of the files that came with it
   * @param mentionsUs whether it calls this bot
   */
  record Said(
      String team,
      String channel,
      ChannelKind kind,
      boolean external,
      String user,
      @Nullable String bot,
      String ts,
      @Nullable String thread,
      String text,
      List<String> files,
      boolean mentionsUs)
      implements Incoming {

    public Said {
      files = List.copyOf(files);
    }

    @Override
    public String lane() {
      return ThreadId.of(channel, ts, thread).toString();
    }

    @Override
    public String key() {
      return "said:" + channel + ":" + ts;
    }

    @Override
    public String order() {
      return ts;
    }
  }

  /**
   * The text of a message changed.
   *
   * @param user who wrote the message
   * @param text the new text, whole
   * @param previous the text before; null where Slack did not say
   * @param editedTs when it was edited, as a Slack timestamp
   * @param mentionsUs whether it calls this bot now
   */
  record Edited(
      String team,
      String channel,
      ChannelKind kind,
      boolean external,
      String user,
      String ts,
      @Nullable String thread,
      String text,
      @Nullable String previous,
      String editedTs,
      boolean mentionsUs)
      implements Incoming {

    @Override
    public String lane() {
      return ThreadId.of(channel, ts, thread).toString();
    }

    @Override
    public String key() {
      return "edited:" + channel + ":" + ts + ":" + editedTs;
    }

    @Override
    public String order() {
      return editedTs;
    }
  }

  /**
   * A message was deleted.
   *
   * @param thread the parent's ts; null at the top level, and where Slack did not say
   * @param at when, as a Slack timestamp
   */
  record Deleted(String team, String channel, String ts, @Nullable String thread, String at)
      implements Incoming {

    @Override
    public String lane() {
      return ThreadId.of(channel, ts, thread).toString();
    }

    @Override
    public String key() {
      // Sent on to its thread once that is known, it is taken there too.
      return "deleted:" + channel + ":" + ts + (thread == null ? "" : ":" + thread);
    }

    @Override
    public String order() {
      return at;
    }
  }

  /**
   * A button was pressed or a choice made.
   *
   * @param user who did
   * @param action the control's id
   * @param value the control's (or choice's) value, empty where it has none
   * @param channel where its message stands; null in the App Home and in forms
   * @param message the ts of its message; null in the App Home and in forms
   * @param thread the parent's ts of its message; null where it stands in no thread
   * @param whispered whether the message was only for this person
   * @param at when, as a Slack timestamp
   */
  record Pressed(
      String team,
      String user,
      String action,
      String value,
      @Nullable String channel,
      @Nullable String message,
      @Nullable String thread,
      boolean whispered,
      String at)
      implements Incoming {

    /** The request it is about; null where it is about none. */
    public @Nullable ThreadId subject() {
      return ThreadId.parse(firstWord(value));
    }

    /** What follows the subject; the whole value where there is no subject. */
    public String argument() {
      return subject() == null ? value : rest(value);
    }

    @Override
    public String lane() {
      var subject = subject();
      return subject == null ? "user:" + user : subject.toString();
    }

    @Override
    public String key() {
      return "pressed:" + user + ":" + action + ":" + at;
    }

    @Override
    public String order() {
      return at;
    }
  }

  /**
   * A form was sent.
   *
   * @param form the form's id
   * @param context the form's context: the subject first
   * @param values what was filled in, by field id; fields left blank are absent
   * @param touched ids of the fields that hold something else than when the form was opened, those
   *     emptied included; what is in the others the person may not even have looked at
   * @param view Slack's id of the form that was open, unique per opening
   * @param at when, as a Slack timestamp
   */
  record Submitted(
      String team,
      String user,
      String form,
      String context,
      Map<String, String> values,
      Set<String> touched,
      String view,
      String at)
      implements Incoming {

    public Submitted {
      values = Map.copyOf(values);
      // What an earlier version kept does not say.
      touched = Set.copyOf(Objects.requireNonNullElse(touched, values.keySet()));
    }

    /** What was filled in and was not there before. */
    public Map<String, String> news() {
      return values.entrySet().stream()
          .filter(value -> touched.contains(value.getKey()))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The request it is about; null where it is about none. */
    public @Nullable ThreadId subject() {
      return ThreadId.parse(firstWord(context));
    }

    /** What follows the subject; the whole context where there is no subject. */
    public String argument() {
      return subject() == null ? context : rest(context);
    }

    @Override
    public String lane() {
      var subject = subject();
      return subject == null ? "user:" + user : subject.toString();
    }

    @Override
    public String key() {
      // Told that it could not be saved in time, a person may send the same form with other words.
      return "submitted:" + view + ":" + Integer.toHexString(values.hashCode());
    }

    @Override
    public String order() {
      return at;
    }
  }

  /**
   * A command was given.
   *
   * @param command with its slash, for example {@code /priorities}
   * @param text what followed it, trimmed, quotes and spaces made plain
   * @param channel where it was given
   * @param at when, as a Slack timestamp
   */
  record Asked(String team, String user, String command, String text, String channel, String at)
      implements Incoming {

    @Override
    public String lane() {
      return "user:" + user;
    }

    @Override
    public String key() {
      return "asked:" + user + ":" + at;
    }

    @Override
    public String order() {
      return at;
    }
  }

  /**
   * Somebody chose <em>Ask for business context</em> on a message.
   *
   * @param user who chose it
   * @param ts the message
   * @param thread the message's parent; null at the top level
   * @param author who wrote the message
   * @param text the message's text
   * @param at when, as a Slack timestamp
   */
  record Pointed(
      String team,
      String user,
      String channel,
      String ts,
      @Nullable String thread,
      String author,
      String text,
      String at)
      implements Incoming {

    @Override
    public String lane() {
      return ThreadId.of(channel, ts, thread).toString();
    }

    @Override
    public String key() {
      return "pointed:" + channel + ":" + ts + ":" + user + ":" + at;
    }

    @Override
    public String order() {
      return at;
    }
  }

  /** Somebody opened the App Home. */
  record HomeOpened(String team, String user, String at) implements Incoming {

    @Override
    public String lane() {
      return "user:" + user;
    }

    @Override
    public String key() {
      return "home:" + user + ":" + at;
    }

    @Override
    public String order() {
      return at;
    }
  }

  /** What may happen to a channel. */
  enum Change {
    JOINED,
    LEFT,
    ARCHIVED,
    UNARCHIVED,
    RENAMED,
    MOVED
  }

  /**
   * The bot came into a channel or left it, or the channel was archived, renamed or got a new id.
   *
   * @param now the new name or id where it has one; null otherwise
   */
  record ChannelChanged(String team, String channel, Change change, @Nullable String now, String at)
      implements Incoming {

    @Override
    public String lane() {
      return "channel:" + channel;
    }

    @Override
    public String key() {
      return "channel:" + channel + ":" + change + ":" + at;
    }

    @Override
    public String order() {
      return at;
    }
  }

  /**
   * The clock struck.
   *
   * @param what which recurring thing is due
   * @param subject the request it is about; null where it is about none
   * @param due when it was due; a later start still works off the same moment
   */
  record Tick(String team, String what, @Nullable ThreadId subject, Instant due)
      implements Incoming {

    @Override
    public String lane() {
      return subject == null ? "clock:" + what : subject.toString();
    }

    @Override
    public String key() {
      return "tick:" + what + ":" + (subject == null ? "" : subject + ":") + due;
    }

    @Override
    public String order() {
      return Stamp.of(due);
    }
  }

  private static String firstWord(String text) {
    int space = text.indexOf(' ');
    return space < 0 ? text : text.substring(0, space);
  }

  private static String rest(String text) {
    int space = text.indexOf(' ');
    return space < 0 ? "" : text.substring(space + 1);
  }
}
