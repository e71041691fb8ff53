package org.learningadvocate.request;

import org.learningadvocate.chat.ThreadId;

/**
 * What somebody answered in another request.
 *
 * @param request the thread in which it was said
 * @param title that request in one line
 * @param topic the question it answered
 * @param who the user id of who said it
 * @param at when, as a Slack timestamp
 * @param text the words, without markup
 */
public record EarlierAnswer(
    ThreadId request, String title, Topic topic, String who, String at, String text) {}
