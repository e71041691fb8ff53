/** What would the bot have done? The same reading and homework, on files instead of Slack. */
@NullMarked
package org.learningadvocate.preview;

import org.jspecify.annotations.NullMarked;
