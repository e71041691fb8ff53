package org.learningadvocate.catalog;

import static org.learningadvocate.chat.Spot.BUTTON;

import org.learningadvocate.chat.Wording.Group;
import org.learningadvocate.chat.Wording.On;
import org.learningadvocate.chat.Words;

/** The answer to {@code /priorities}. */
@Group("priorities")
public interface PrioritiesTexts {

  Words title(int number);

  Words titleThen(int number, String time);

  Words found(int number, Words words);

  String later();

  String past();

  Words none(Words words);

  Words noneNear(Words words);

  Words nonePast(int number, Words priorities);

  Words noneNote();

  @On(BUTTON)
  String buttonPast();

  @On(BUTTON)
  String buttonAll();

  Words over();

  Words overThen();

  Words overNote();

  Words empty();

  Words emptyHow(Words command);
}
