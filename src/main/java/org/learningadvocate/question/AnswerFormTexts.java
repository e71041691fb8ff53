package org.learningadvocate.question;

import static org.learningadvocate.chat.Spot.BUTTON;
import static org.learningadvocate.chat.Spot.TITLE;

import org.learningadvocate.chat.Wording.Group;
import org.learningadvocate.chat.Wording.On;
import org.learningadvocate.chat.Words;

/** The form with the open questions. */
@Group("answer-form")
public interface AnswerFormTexts {

  @On(TITLE)
  String title();

  Words intro();

  @On(BUTTON)
  String priorityNone();

  @On(BUTTON)
  String priorityUnsure();

  @On(TITLE)
  String send();
}
