package org.learningadvocate.conversation;

import static org.learningadvocate.chat.Spot.BUTTON;
import static org.learningadvocate.chat.Spot.FIELD;
import static org.learningadvocate.chat.Spot.TITLE;

import org.learningadvocate.chat.Wording.Group;
import org.learningadvocate.chat.Wording.On;
import org.learningadvocate.chat.Words;

/** The form in which people put right what was understood. */
@Group("correct")
public interface CorrectTexts {

  @On(TITLE)
  String title();

  @On(TITLE)
  String save();

  Words intro();

  @On(FIELD)
  String size();

  @On(FIELD)
  String sizeHint();

  @On(FIELD)
  String kind();

  @On(BUTTON)
  String kindUnsaid();

  @On(FIELD)
  String due();

  @On(FIELD)
  String dueHint(String words);

  @On(FIELD)
  String audience();

  @On(FIELD)
  String wrongEarly();

  @On(FIELD)
  String wrongDay();
}
