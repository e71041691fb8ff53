package org.learningadvocate.request;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Incoming.ChannelKind;

/**
 * A message of a thread, as it stands now.
 *
 * @param ts Slack's timestamp
 * @param kind what kind of channel it stands in
 * @param external whether the channel is shared with another company
 * @param author the user id (for a bot without a user, the bot's id)
 * @param bot the bot's id where a bot or workflow posted it; null for people
 * @param text Slack's mrkdwn, whole
 * @param files names of the files that came with it
 * @param mentionsUs whether it calls this bot
 * @param edited timestamp of the last edit; null where it was never edited
 * @param deleted whether it is gone from Slack
 */
public record KeptMessage(
    String ts,
    ChannelKind kind,
    boolean external,
    String author,
    @Nullable String bot,
    String text,
    List<String> files,
    boolean mentionsUs,
    @Nullable String edited,
    boolean deleted) {

  public KeptMessage {
    files = List.copyOf(files);
  }
}
