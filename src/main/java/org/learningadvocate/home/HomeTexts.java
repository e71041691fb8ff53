package org.learningadvocate.home;

import static org.learningadvocate.chat.Spot.BUTTON;
import static org.learningadvocate.chat.Spot.HEADER;
import static org.learningadvocate.chat.Spot.TITLE;

import org.learningadvocate.chat.Wording.Group;
import org.learningadvocate.chat.Wording.On;
import org.learningadvocate.chat.Words;
import org.learningadvocate.request.Topic;

/** The App Home. */
@Group("home")
public interface HomeTexts {

  @On(BUTTON)
  String back();

  @On(BUTTON)
  String add();

  @On(BUTTON)
  String previous();

  @On(BUTTON)
  String next();

  Words page(int page, int pages);

  Words none();

  Words fromFile(Words command);

  @On(HEADER)
  String first();

  Words firstIntro();

  Words firstChannel(Words command, Words bot);

  Words firstSummary();

  Words firstDocumented(Words command);

  @On(BUTTON)
  String firstSetChannels();

  @On(BUTTON)
  String firstAddPriority();

  @On(BUTTON)
  String firstAddRollout();

  Words firstAdmin();

  @On(HEADER)
  String mine();

  Words mineNone();

  Words mineMore(int number, Words command);

  @On(HEADER)
  String documented();

  String countPriorities(int number);

  String countRollouts(int number);

  String countPeople(int number);

  String countGroups(int number);

  @On(BUTTON)
  String titlePriorities();

  @On(BUTTON)
  String titleRollouts();

  @On(BUTTON)
  String titlePeople();

  @On(BUTTON)
  String titleGroups();

  Words starts(String day, Words rollout, String people);

  Words stale(int number);

  Words staleEntry(Words entry, String owner, String day);

  @On(BUTTON)
  String stillTrue();

  @On(BUTTON)
  String change();

  @On(BUTTON)
  String remove();

  String reviewed(String day);

  String reviewedNever();

  String past();

  @On(HEADER)
  String doubt();

  String doubtAsked();

  String doubtUnasked();

  String doubtShadow();

  @On(BUTTON)
  String doubtYes();

  @On(BUTTON)
  String doubtNo();

  @On(HEADER)
  String shadow();

  Words shadowNone();

  String shadowServes(String priorities);

  String shadowMeets(String rollouts);

  Words shadowQuestions(String topics);

  Words shadowNoQuestions();

  String topicOutcome();

  String topicPriority();

  String topicRollouts();

  String topicHorizon();

  String topicParallel();

  String topicPeople();

  @On(HEADER)
  String house();

  Words houseFile(String names);

  @On(BUTTON)
  String houseSettings();

  Words houseAdmins();

  Words houseCommands(Words commands);

  Words houseShadow();

  Words houseRequests(Words channels);

  Words houseRequestsNone();

  Words houseSummary(Words channel);

  Words houseSummaryNone();

  Words houseDigest(String day, String time, String zone);

  Words houseDigestNext(String day, String time, String zone, String next);

  Words houseHours(String from, String to, String days);

  Words houseDoubtPoster();

  Words houseDoubtDesigners();

  Words houseDoubtNobody();

  Words refusedSettings();

  Words refusedCatalogue();

  @On(TITLE)
  String refusedSettingsTitle();

  @On(TITLE)
  String refusedCatalogueTitle();

  @On(TITLE)
  String refusedClose();

  Words goneEntry();

  /** Above the entries of a kind, and on the button that leads to them. */
  default String title(EntryKind kind) {
    return switch (kind) {
      case PRIORITY -> titlePriorities();
      case INITIATIVE -> titleRollouts();
      case CONTACT -> titlePeople();
      case AUDIENCE -> titleGroups();
    };
  }

  /** What a question asks about, in a word. */
  default String topic(Topic topic) {
    return switch (topic) {
      case OUTCOME -> topicOutcome();
      case PRIORITY -> topicPriority();
      case ROLLOUTS -> topicRollouts();
      case HORIZON -> topicHorizon();
      case PARALLEL -> topicParallel();
      case PEOPLE -> topicPeople();
    };
  }
}
