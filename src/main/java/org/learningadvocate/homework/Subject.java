package org.learningadvocate.homework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.request.Reading;

/**
 * A request as the homework looks at it.
 *
 * @param text the message in Slack's markup, escaped as Slack delivers it
 * @param reading what was understood of it
 * @param posted the day it was posted, in the workspace's zone
 * @param place the name of the channel it was posted in, without {@code #}, since "my team" means
 *     other people in #warehouse than in #finance; null where it is unknown or says nothing
 */
public record Subject(String text, Reading reading, LocalDate posted, @Nullable String place) {}
