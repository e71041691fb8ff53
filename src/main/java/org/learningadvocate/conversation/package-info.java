/**
 * One request, from its first message to its last answer; the one place that knows the order of
 * things.
 */
@NullMarked
package org.learningadvocate.conversation;

import org.jspecify.annotations.NullMarked;
