/** What people ask the learning team: reading a message, and keeping requests and their threads. */
@NullMarked
package org.learningadvocate.request;

import org.jspecify.annotations.NullMarked;
