/** The week: what was asked, which priorities it serves, what collides, what comes next. */
@NullMarked
package org.learningadvocate.digest;

import org.jspecify.annotations.NullMarked;
