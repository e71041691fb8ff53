package org.learningadvocate.preview;

/**
 * A channel of an export.
 *
 * @param id Slack's id
 * @param name without {@code #}
 * @param secluded whether it is private
 */
record ExportChannel(String id, String name, boolean secluded) {}
