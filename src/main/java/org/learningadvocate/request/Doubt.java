package org.learningadvocate.request;

import java.time.Instant;
import org.learningadvocate.chat.ThreadId;

/**
 * A message of which the bot could not tell whether it asks the learning team for something, and of
 * which nobody has said so yet.
 *
 * @param id the message
 * @param title its text in one line
 * @param at when it was posted
 * @param asked whether somebody was asked
 */
public record Doubt(ThreadId id, String title, Instant at, boolean asked) {}
