package org.learningadvocate.brief;

import org.learningadvocate.chat.Wording.Group;
import org.learningadvocate.chat.Words;

/** Turns of phrase that the thread message and the brief share. */
@Group("facts")
public interface FactsTexts {

  String due(String day);

  String dueNone();

  String people(String people);

  String and(String some, String last);

  Words answer(String answer, Words who);

  Words answerUnknown(String answer, Words who);

  Words answerAsk(Words answer, String person);

  Words answerLong(Words answer, Words link);

  String answerLink();

  String person(String name, String reason);

  String owns(String what);

  String ownsPriority(String priority);

  String answersFor(String people);

  Words worthTelling(String owners);

  String worthTellingOwner(String name, String rollout);

  String source();

  String reviewed(String day);
}
