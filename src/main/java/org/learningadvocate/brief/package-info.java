/** A request in words: in its thread, and on one page. */
@NullMarked
package org.learningadvocate.brief;

import org.jspecify.annotations.NullMarked;
