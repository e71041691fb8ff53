package org.learningadvocate.homework;

/**
 * What somebody said of a request and a priority; evidence for the requests that follow.
 *
 * @param priority the priority's id
 * @param serves whether the request serves it
 * @param text what was asked for, in Slack's markup
 */
public record Lesson(String priority, boolean serves, String text) {}
