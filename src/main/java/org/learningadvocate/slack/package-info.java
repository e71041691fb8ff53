/**
 * The only speaker of Slack's API: turns what Slack sends into our words, and makes Slack agree
 * with the outbox.
 */
@NullMarked
package org.learningadvocate.slack;

import org.jspecify.annotations.NullMarked;
