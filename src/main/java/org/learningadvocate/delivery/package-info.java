/** Nothing lost, nothing twice: the inbox, the lanes, the outbox. */
@NullMarked
package org.learningadvocate.delivery;

import org.jspecify.annotations.NullMarked;
