package org.learningadvocate.brief;

import org.learningadvocate.chat.Wording.Group;
import org.learningadvocate.chat.Words;
import org.learningadvocate.request.Topic;

/** The brief of a request. */
@Group("brief")
public interface BriefTexts {

  Words deleted();

  Words withdrawn(Words message);

  Words withdrawnBy(Words message, Words who);

  String withdrawnMessage();

  Words past();

  Words facts(Words who, String facts, Words thread);

  Words factsDesigned(Words who, Words designer, String facts, Words thread);

  String thread();

  Words impactOutcomes(String kind, Words outcomes);

  Words impactPlace(String kind, String place);

  Words impactBoth(String kind, Words outcomes, String place);

  String impactServes(String priority);

  String impactSeems(String priority);

  String impactAbout(String rollout);

  Words priority(String priority, String owner, String day, Words line, Words source);

  Words prioritySeems(String priority, String owner, String day, Words line, Words source);

  Words priorityNone();

  Words about(String rollouts);

  Words meets(String rollouts);

  String rollout(String rollout, String owner, String period);

  Words talk(String people);

  Words answerPriority(Words answers);

  Words answerRollouts(Words answers);

  Words answerHorizon(Words answers);

  Words answerParallel(Words answers);

  Words answerPeople(Words answers);

  Words unknown(Words topics);

  Words unknownKnows(Words topics, String person);

  Words unknownSaid(String answer, Words who);

  String unknownOutcome();

  String unknownPriority();

  String unknownRollouts();

  String unknownHorizon();

  String unknownParallel();

  String unknownPeople();

  /**
   * What was answered about something other than the outcome, which stands in a line of its own.
   */
  default Words answer(Topic topic, Words answers) {
    return switch (topic) {
      case OUTCOME -> Words.NONE;
      case PRIORITY -> answerPriority(answers);
      case ROLLOUTS -> answerRollouts(answers);
      case HORIZON -> answerHorizon(answers);
      case PARALLEL -> answerParallel(answers);
      case PEOPLE -> answerPeople(answers);
    };
  }

  /** What is unknown, as part of a list. */
  default String unknown(Topic topic) {
    return switch (topic) {
      case OUTCOME -> unknownOutcome();
      case PRIORITY -> unknownPriority();
      case ROLLOUTS -> unknownRollouts();
      case HORIZON -> unknownHorizon();
      case PARALLEL -> unknownParallel();
      case PEOPLE -> unknownPeople();
    };
  }
}
