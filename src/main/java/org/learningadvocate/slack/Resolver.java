package org.learningadvocate.slack;

import java.util.Optional;
import org.learningadvocate.chat.Slot;

/** What has to be looked up to say our words in Slack's. */
interface Resolver {

  /** Where a link to what stands in the slot leads; empty while it stands nowhere. */
  Optional<String> linkTo(Slot slot);

  /** Where a link to a message leads; empty where Slack does not know it. */
  Optional<String> linkTo(String channel, String ts);

  /** A person's display name, or the id where nothing better is known; never empty. */
  String name(String user);
}
