/** Starts everything: the commands, the settings, the wiring, the clock. */
@NullMarked
package org.learningadvocate.app;

import org.jspecify.annotations.NullMarked;
