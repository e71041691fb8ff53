package org.learningadvocate.reminder;

import static org.learningadvocate.chat.Spot.BUTTON;

import org.learningadvocate.chat.Wording.Group;
import org.learningadvocate.chat.Wording.On;
import org.learningadvocate.chat.Words;

/** The reminder in the thread of a request. */
@Group("reminder")
public interface ReminderTexts {

  Words open(int number, Words who, Words question);

  @On(BUTTON)
  String answer();

  @On(BUTTON)
  String snooze();

  Words note();

  Words noteLast();
}
