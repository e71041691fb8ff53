/** JDBC and nothing else. */
@NullMarked
package org.learningadvocate.store;

import org.jspecify.annotations.NullMarked;
