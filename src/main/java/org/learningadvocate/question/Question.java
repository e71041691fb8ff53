package org.learningadvocate.question;

import org.learningadvocate.chat.Words;
import org.learningadvocate.request.Topic;

/**
 * One context question of a request.
 *
 * @param number its number, from 1; never moves within a request
 * @param topic what it is about
 * @param words the question as asked, with what the homework found
 */
public record Question(int number, Topic topic, Words words) {}
