package org.learningadvocate.conversation;

import static org.learningadvocate.chat.Spot.BUTTON;

import org.learningadvocate.chat.Wording.Group;
import org.learningadvocate.chat.Wording.On;
import org.learningadvocate.chat.Words;

/** What the bot says to one person about a request, and when a rollout moved. */
@Group("talk")
public interface TalkTexts {

  Words gone();

  Words snoozed();

  Words claimRefused();

  Words askNothing();

  Words known();

  Words looking();

  Words briefNone();

  Words whyRequest();

  Words whyAsked();

  String whyNone();

  String whyDue(String day, String words);

  Words whyNote();

  Words doubt(Words message);

  String doubtMessage();

  @On(BUTTON)
  String doubtYes();

  @On(BUTTON)
  String doubtNo();

  Words doubtThanksYes();

  Words doubtThanksNo();

  Words movedAbout(String rollout, String period, String before);

  Words movedMeets(String rollout, String period, String before);
}
