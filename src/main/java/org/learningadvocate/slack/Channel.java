package org.learningadvocate.slack;

/**
 * A channel, as Slack describes it.
 *
 * @param name without the hash sign
 * @param hidden whether only its members see it
 * @param archived whether nobody can post there any more
 * @param external whether it is shared with another company
 * @param joined whether the bot is in it
 */
public record Channel(
    String id, String name, boolean hidden, boolean archived, boolean external, boolean joined) {}
