package org.learningadvocate.question;

import static org.learningadvocate.chat.Spot.BUTTON;

import org.learningadvocate.chat.Wording.Group;
import org.learningadvocate.chat.Wording.On;
import org.learningadvocate.chat.Words;

/** The questions, and the answers that take one tap. */
@Group("question")
public interface QuestionTexts {

  Words outcome();

  Words outcomePriority(Words priority);

  Words priority();

  Words priorityAmong();

  Words priorityOne(Words priority);

  Words prioritySeveral(Words priorities);

  Words rollouts();

  Words rolloutsOverlap(Words rollout, String people, String date);

  Words rolloutsRunning(Words rollout, String people, String date);

  Words horizon();

  Words horizonDue(Words due);

  Words parallel();

  Words people();

  Words peopleKnown(Words people);

  String peopleSame();

  Words still(String day, Words who, Words request, String answer);

  /** Who gave an earlier answer, where no name can stand. */
  String stillSomebody();

  @On(BUTTON)
  String tapStill();

  @On(BUTTON)
  String tapBefore();

  String tapBeforeAnswer(String rollout);

  @On(BUTTON)
  String tapWith();

  String tapWithAnswer(String rollout);

  @On(BUTTON)
  String tapAfter();

  String tapAfterAnswer(String rollout);

  @On(BUTTON)
  String tapNone();

  @On(BUTTON)
  String tapUnsure();
}
