/** The words shared with any chat: what comes in, what is answered, what should stand where. */
@NullMarked
package org.learningadvocate.chat;

import org.jspecify.annotations.NullMarked;
