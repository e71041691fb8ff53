package org.learningadvocate.brief;

import static org.learningadvocate.chat.Spot.BUTTON;
import static org.learningadvocate.chat.Spot.PLACEHOLDER;

import org.learningadvocate.chat.Wording.Group;
import org.learningadvocate.chat.Wording.On;
import org.learningadvocate.chat.Words;

/** The message in the thread of a request. */
@Group("thread")
public interface ThreadTexts {

  Words title(String facts);

  Words deleted();

  Words withdrawn();

  Words withdrawnBy(Words who);

  @On(BUTTON)
  String withdrawnUndo();

  Words serves(String priority, String owner, Words line, Words source);

  Words servesSeems(String priority, String owner, Words line, Words source);

  Words servesNone();

  @On(BUTTON)
  String servesYes();

  @On(BUTTON)
  String servesNo();

  Words about(String rollout, String period, String owner, Words source);

  Words meets(Words rollouts);

  Words meetsRollout(String rollout, String period, Words source);

  Words similar(Words requests);

  Words similarBy(Words request, Words who);

  Words talk(String people);

  Words nothing();

  Words answered();

  Words answeredBrief(Words brief);

  String brief();

  Words open(int number, String count);

  Words left(int number, String count);

  String counts();

  @On(PLACEHOLDER)
  String pick();

  @On(BUTTON)
  String buttonAnswer();

  @On(BUTTON)
  String buttonChange();

  @On(BUTTON)
  String buttonTake();

  @On(BUTTON)
  String buttonGive();

  @On(BUTTON)
  String moreAsk();

  @On(BUTTON)
  String moreCorrect();

  @On(BUTTON)
  String moreSnooze();

  @On(BUTTON)
  String moreWithdraw();

  @On(BUTTON)
  String moreWhy();

  Words noteDesigner(Words who);

  Words noteCorrected(Words who);

  Words notePast();
}
