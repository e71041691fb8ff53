/**
 * A pretend Slack workspace with a page. It speaks Slack's protocol over HTTP and WebSocket and
 * knows nothing of the bot.
 */
@NullMarked
package org.learningadvocate.sandbox;

import org.jspecify.annotations.NullMarked;
