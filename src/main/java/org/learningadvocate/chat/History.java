package org.learningadvocate.chat;

import java.util.List;

/** What Slack still holds of conversations that the bot did not follow. */
@FunctionalInterface
public interface History {

  /**
   * A thread as Slack holds it: people's messages, oldest first, its first message included.
   *
   * @return empty where the bot may not read it or it is gone
   * @throws RuntimeException where Slack cannot be asked now: asked again later
   */
  List<Incoming.Said> thread(ThreadId thread);
}
