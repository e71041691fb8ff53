/** Documented priorities, initiatives and people: their sources, their freshness, the look-ups. */
@NullMarked
package org.learningadvocate.catalog;

import org.jspecify.annotations.NullMarked;
