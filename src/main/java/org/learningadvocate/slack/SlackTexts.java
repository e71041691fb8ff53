package org.learningadvocate.slack;

import static org.learningadvocate.chat.Spot.FIELD;
import static org.learningadvocate.chat.Spot.PLACEHOLDER;
import static org.learningadvocate.chat.Spot.TITLE;

import org.learningadvocate.chat.Wording.Group;
import org.learningadvocate.chat.Wording.On;
import org.learningadvocate.chat.Words;

/** What every message and form has around it, and what is said when Slack is in the way. */
@Group("slack")
public interface SlackTexts {

  @On(TITLE)
  String title();

  @On(TITLE)
  String close();

  @On(TITLE)
  String cancel();

  @On(PLACEHOLDER)
  String choose();

  @On(PLACEHOLDER)
  String chooseSomebody();

  Words failed();

  @On(FIELD)
  String failedForm();

  Words failedOpening();

  Words late();

  Words invite();
}
