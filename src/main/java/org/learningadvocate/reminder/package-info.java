/** What is still open, and whom to remind of it, at most twice. */
@NullMarked
package org.learningadvocate.reminder;

import org.jspecify.annotations.NullMarked;
