/** Asks little, asks well: which questions are worth asking, and which replies answer them. */
@NullMarked
package org.learningadvocate.question;

import org.jspecify.annotations.NullMarked;
