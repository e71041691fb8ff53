package org.learningadvocate.catalog;

import static org.learningadvocate.chat.Spot.BUTTON;

import org.learningadvocate.chat.Wording.Group;
import org.learningadvocate.chat.Wording.On;
import org.learningadvocate.chat.Words;

/** What both look-ups say. */
@Group("lookup")
public interface LookupTexts {

  Words page(int from, int to, int all);

  @On(BUTTON)
  String previous();

  @On(BUTTON)
  String next();

  String owner(String owner, String role);

  String source();

  String sourceNamed(String source);

  String reviewed(String day);

  String reviewedNever();

  String stale(String ago, String owner);

  String ended(String day, String owner);

  String agoMonths(int number);

  String agoYears(int number);

  Words whom(String people);

  String whomPerson(String name, String role);

  String timeWithinDays(int number);

  String timeWithinWeeks(int number);

  String timeWithinMonths(int number);

  String timeWithinQuarters(int number);

  String timeTomorrow();

  String timeNextWeek();

  String timeNextMonth();

  String timeNextQuarter();

  String timeToday();

  String timeThisWeek();

  String timeThisMonth();

  String timeThisQuarter();

  String timeThisYear();

  String timeMonth(String month);
}
