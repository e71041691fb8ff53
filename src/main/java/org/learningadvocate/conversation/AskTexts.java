package org.learningadvocate.conversation;

import static org.learningadvocate.chat.Spot.FIELD;
import static org.learningadvocate.chat.Spot.TITLE;

import org.learningadvocate.chat.Wording.Group;
import org.learningadvocate.chat.Wording.On;
import org.learningadvocate.chat.Words;

/** Bringing one question to one person. */
@Group("ask")
public interface AskTexts {

  @On(TITLE)
  String title();

  @On(FIELD)
  String who();

  @On(FIELD)
  String whoHint();

  @On(FIELD)
  String which();

  @On(TITLE)
  String send();

  @On(FIELD)
  String wrongNobody();

  @On(FIELD)
  String wrongBot();

  Words message(Words who, Words asker, Words question);

  Words messageUnknown();
}
