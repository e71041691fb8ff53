/** How alike two texts are. */
@NullMarked
package org.learningadvocate.meaning;

import org.jspecify.annotations.NullMarked;
