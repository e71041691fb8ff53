package org.learningadvocate.catalog;

import static org.learningadvocate.chat.Spot.BUTTON;

import org.learningadvocate.chat.Wording.Group;
import org.learningadvocate.chat.Wording.On;
import org.learningadvocate.chat.Words;

/** The answer to {@code /rollouts}. */
@Group("rollouts")
public interface RolloutsTexts {

  Words title(int number);

  Words found(int number, Words words);

  Words then(Words title, String time);

  String reaches(String people);

  String past();

  String running();

  String tomorrow();

  String inDays(int number);

  String inWeeks(int number);

  String inMonths(int number);

  Words none(Words words);

  Words noneNear(Words words);

  Words noneThen(Words words, String time);

  Words noneThenNear(Words words, String time);

  Words elsewhere(Words rollouts);

  Words noneNote();

  @On(BUTTON)
  String buttonElsewhere();

  @On(BUTTON)
  String buttonPast();

  @On(BUTTON)
  String buttonAll();

  Words over();

  Words overThen(String time);

  Words empty();

  Words emptyHow(Words command);
}
