/**
 * Nothing lost, nothing twice: the inbox, the lanes, the outbox.
 *
 * <p>What the chat rations is kept in the database as turns, so that it holds for all processes
 * together: a slot whose turn is not free is not touched until it is, and of those that may go the
 * workspace and channel come first that were served longest ago. One call at a time goes to a
 * channel, so a channel that hangs holds one courier and no other channel.
 *
 * <p>The chat may take a post after we gave it up, and a process that was only paused may still
 * post. Each message of ours that is seen, by its event or in the history, and that no slot is
 * known to stand at, is kept as an echo: once nothing about its slot is under way, the slot is put
 * there, or the message is removed.
 */
@NullMarked
package org.learningadvocate.delivery;

import org.jspecify.annotations.NullMarked;
