package org.learningadvocate.question;

/**
 * A reply in a request's thread, with who said it and when.
 *
 * @param who the user id of who wrote it
 * @param by who that is to the request
 * @param ts Slack's timestamp of the reply
 * @param text what it says, in Slack's markup
 */
public record Remark(String who, Reply.By by, String ts, String text) {}
