/** How well the bot judges labelled cases, and what it did not learn from. */
@NullMarked
package org.learningadvocate.evaluation;

import org.jspecify.annotations.NullMarked;
