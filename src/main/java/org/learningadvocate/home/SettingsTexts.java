package org.learningadvocate.home;

import static org.learningadvocate.chat.Spot.BUTTON;
import static org.learningadvocate.chat.Spot.FIELD;
import static org.learningadvocate.chat.Spot.TITLE;

import org.learningadvocate.chat.Wording.Group;
import org.learningadvocate.chat.Wording.On;
import org.learningadvocate.chat.Words;

/** The form in which admins set what the bot does. */
@Group("settings")
public interface SettingsTexts {

  @On(TITLE)
  String title();

  @On(TITLE)
  String save();

  Words intro();

  Words introFile();

  Words fixed(String setting, String value);

  String fixedNone();

  @On(FIELD)
  String requests();

  @On(FIELD)
  String requestsHint();

  @On(FIELD)
  String summary();

  @On(FIELD)
  String designers();

  @On(FIELD)
  String designersHint();

  @On(FIELD)
  String editors();

  @On(FIELD)
  String editorsHint();

  @On(FIELD)
  String admins();

  @On(FIELD)
  String adminsHint();

  @On(FIELD)
  String zone();

  @On(FIELD)
  String zoneHint();

  @On(FIELD)
  String locale();

  @On(FIELD)
  String localeHint();

  @On(FIELD)
  String workingHours();

  @On(FIELD)
  String workingHoursHint();

  @On(FIELD)
  String workingDays();

  @On(FIELD)
  String workingDaysHint();

  @On(FIELD)
  String holidays();

  @On(FIELD)
  String holidaysHint();

  @On(FIELD)
  String digestDay();

  @On(FIELD)
  String digestTime();

  @On(FIELD)
  String digestTimeHint();

  @On(FIELD)
  String doubtAsk();

  @On(BUTTON)
  String doubtAskPoster();

  @On(BUTTON)
  String doubtAskDesigners();

  @On(BUTTON)
  String doubtAskNobody();

  @On(FIELD)
  String doubtFrom();

  @On(FIELD)
  String doubtTo();

  @On(FIELD)
  String doubtHint();

  @On(FIELD)
  String sharePrivate();

  @On(FIELD)
  String sharePrivateHint();

  @On(FIELD)
  String external();

  @On(FIELD)
  String externalHint();

  @On(FIELD)
  String workflowBots();

  @On(FIELD)
  String workflowBotsHint();

  @On(FIELD)
  String shadow();

  @On(FIELD)
  String shadowHint();

  @On(BUTTON)
  String shadowOff();

  @On(BUTTON)
  String shadowOn();
}
