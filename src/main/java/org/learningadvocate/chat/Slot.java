package org.learningadvocate.chat;

/**
 * A place in Slack whose wanted content the database holds, named by what it is: {@code
 * thread:C0LEARN:1795420800.000100}, {@code brief:…}, {@code digest:2026-W48}.
 */
public record Slot(String name) {

  /** The one message of the bot's own accord in a request's thread. */
  public static Slot thread(ThreadId request) {
    return new Slot("thread:" + request);
  }

  /** The brief of a request in the summary channel. */
  public static Slot brief(ThreadId request) {
    return new Slot("brief:" + request);
  }

  /** A further message in a request's thread: a reminder, a heads-up, a question to somebody. */
  public static Slot aside(ThreadId request, String what) {
    return new Slot(what + ":" + request);
  }

  /** The bot's reaction on somebody's message. */
  public static Slot reaction(String channel, String ts, String emoji) {
    return new Slot("reaction:" + channel + ":" + ts + ":" + emoji);
  }

  /** The App Home of one person. */
  public static Slot home(String user) {
    return new Slot("home:" + user);
  }

  /** The digest of a week, for example {@code 2026-W48}. */
  public static Slot digest(String week) {
    return new Slot("digest:" + week);
  }

  @Override
  public String toString() {
    return name;
  }
}
