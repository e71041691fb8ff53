/**
 * What is mine, and what the bot is set to do: App Home, {@code /advocate}, settings from Slack.
 */
@NullMarked
package org.learningadvocate.home;

import org.jspecify.annotations.NullMarked;
