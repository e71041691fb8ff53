package org.learningadvocate.home;

import org.learningadvocate.chat.Wording.Group;
import org.learningadvocate.chat.Words;

/** What the bot can be asked. */
@Group("help")
public interface HelpTexts {

  Words intro();

  String priorities();

  String rollouts();

  String brief();

  String open();

  String digest();

  String settings();

  Words mention(Words bot, Words command);

  Words unknown(Words words);
}
