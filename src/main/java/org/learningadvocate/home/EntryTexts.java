package org.learningadvocate.home;

import static org.learningadvocate.chat.Spot.FIELD;
import static org.learningadvocate.chat.Spot.TITLE;

import org.learningadvocate.chat.Wording.Group;
import org.learningadvocate.chat.Wording.On;
import org.learningadvocate.chat.Words;

/** The forms in which editors change the catalogue. */
@Group("entry")
public interface EntryTexts {

  @On(TITLE)
  String addPriority();

  @On(TITLE)
  String addRollout();

  @On(TITLE)
  String addPerson();

  @On(TITLE)
  String addGroup();

  @On(TITLE)
  String changePriority();

  @On(TITLE)
  String changeRollout();

  @On(TITLE)
  String changePerson();

  @On(TITLE)
  String changeGroup();

  @On(TITLE)
  String removePriority();

  @On(TITLE)
  String removeRollout();

  @On(TITLE)
  String removePerson();

  @On(TITLE)
  String removeGroup();

  Words removeWhat(String title);

  @On(TITLE)
  String remove();

  @On(TITLE)
  String save();

  @On(FIELD)
  String title();

  @On(FIELD)
  String description();

  @On(FIELD)
  String descriptionHint();

  @On(FIELD)
  String owner();

  @On(FIELD)
  String ownerHint();

  @On(FIELD)
  String startsPriority();

  @On(FIELD)
  String startsRollout();

  @On(FIELD)
  String ends();

  @On(FIELD)
  String audience();

  @On(FIELD)
  String audienceHint();

  @On(FIELD)
  String source();

  @On(FIELD)
  String aliases();

  @On(FIELD)
  String aliasesHint();

  @On(FIELD)
  String reviewed();

  @On(FIELD)
  String reviewedHint();

  @On(FIELD)
  String personName();

  @On(FIELD)
  String personNameHint();

  @On(FIELD)
  String personRole();

  @On(FIELD)
  String personCovers();

  @On(FIELD)
  String personCoversHint();

  @On(FIELD)
  String personSlack();

  @On(FIELD)
  String personEmail();

  @On(FIELD)
  String groupName();

  @On(FIELD)
  String groupNameHint();

  @On(FIELD)
  String groupWords();

  @On(FIELD)
  String groupWordsHint();

  @On(FIELD)
  String wrongNeeded();

  @On(FIELD)
  String wrongGroupTaken();

  @On(FIELD)
  String wrongPersonTaken();

  @On(FIELD)
  String wrongPriorityTaken();

  @On(FIELD)
  String wrongRolloutTaken();

  @On(FIELD)
  String wrongEmail();

  @On(FIELD)
  String wrongAudience();

  @On(FIELD)
  String wrongDay();

  @On(FIELD)
  String wrongEnds();

  @On(FIELD)
  String wrongSource();

  /** The title of the form that removes an entry of a kind. */
  default String remove(EntryKind kind) {
    return switch (kind) {
      case PRIORITY -> removePriority();
      case INITIATIVE -> removeRollout();
      case CONTACT -> removePerson();
      case AUDIENCE -> removeGroup();
    };
  }
}
