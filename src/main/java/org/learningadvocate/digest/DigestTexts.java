package org.learningadvocate.digest;

import static org.learningadvocate.chat.Spot.BUTTON;
import static org.learningadvocate.chat.Spot.HEADER;
import static org.learningadvocate.chat.Spot.PICTURE;

import org.learningadvocate.chat.Wording.Group;
import org.learningadvocate.chat.Wording.On;
import org.learningadvocate.chat.Words;

/** The weekly digest, its details and its picture. */
@Group("digest")
public interface DigestTexts {

  @On(HEADER)
  String title(String day);

  Words quiet();

  Words quietPrivate(String requests);

  Words quietComing(Words rollouts);

  Words withoutLearning(Words priorities);

  Words answered(Words requests);

  Words coming(Words rollouts);

  Words fresh(Words requests);

  String stayed(String requests);

  Words collisionRequests(Words request, Words other, String people);

  Words collisionRollouts(Words request, Words rollouts, String people);

  Words blocked(String unknown, Words request);

  String blockedAnd(String one, String other);

  String blockedOutcome();

  String blockedRollouts();

  String peopleSome();

  String more(int number);

  String moreThread(int number);

  String moreDetails(int number);

  @On(HEADER)
  String continued(String title);

  String request(int number);

  String due(String day);

  String people(String people);

  Words askedBy(Words who);

  Words designs(Words who);

  String open(int number);

  String until(String day);

  String source();

  String brief();

  @On(HEADER)
  String detailsCollisions();

  @On(HEADER)
  String detailsPriorities();

  @On(HEADER)
  String detailsBlocked();

  @On(HEADER)
  String detailsNew();

  @On(HEADER)
  String detailsAnswered();

  @On(HEADER)
  String detailsComing();

  @On(BUTTON)
  String buttonDetails();

  @On(BUTTON)
  String buttonSummary();

  @On(BUTTON)
  String buttonNext();

  @On(BUTTON)
  String buttonPrevious();

  @On(PICTURE)
  String pictureTitle();

  @On(PICTURE)
  String pictureRollout();

  @On(PICTURE)
  String pictureRequest();

  @On(PICTURE)
  String pictureToday(String day);

  @On(PICTURE)
  String pictureMore(String what);

  @On(PICTURE)
  String pictureMoreRollouts(int number);

  @On(PICTURE)
  String pictureMoreRequests(int number);

  String altSpan(String from, String to);

  String altRollouts(String rollouts);

  String altRequests(String requests);

  String altMore(String what);
}
