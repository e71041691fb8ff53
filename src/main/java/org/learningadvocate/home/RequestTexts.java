package org.learningadvocate.home;

import static org.learningadvocate.chat.Spot.BUTTON;

import org.learningadvocate.chat.Wording.Group;
import org.learningadvocate.chat.Wording.On;
import org.learningadvocate.chat.Words;

/** Lists of requests, each in a line. */
@Group("requests")
public interface RequestTexts {

  String due(String day);

  String duePast(String day);

  String open(int number);

  String answered();

  String closed();

  String brief();

  String all();

  Words allNone();

  String latest();

  Words latestNone();

  String mine();

  Words mineNone(String command);

  Words page(int from, int to, int all);

  @On(BUTTON)
  String previous();

  @On(BUTTON)
  String next();
}
