/** What is known before anybody is asked. */
@NullMarked
package org.learningadvocate.homework;

import org.jspecify.annotations.NullMarked;
