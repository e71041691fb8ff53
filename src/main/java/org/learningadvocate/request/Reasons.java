package org.learningadvocate.request;

import org.jspecify.annotations.Nullable;

/** How a person would say what speaks for or against a request. */
final class Reasons {

  private Reasons() {}

  /**
   * One cue as a reason.
   *
   * @param words by which the text shows it
   * @return null where it goes without saying
   */
  static @Nullable String of(Cue cue, String words, ReasonTexts texts) {
    return switch (cue) {
      case ASKS -> texts.asks(words);
      case WISHES -> texts.wishes(words);
      case NEEDS -> texts.needs(words);
      case TEACH -> texts.teach(words);
      case HELP_US -> texts.helpUs();
      case QUESTION_MARK_PIECE -> texts.questionMarkPiece();
      case LOOKING_FOR -> texts.lookingFor(words);
      case ORDERS -> texts.orders(words);
      case PLEASE -> null;
      case NAMES_JOB_AID -> texts.namesJobAid(words);
      case NAMES_ELEARNING -> texts.namesElearning(words);
      case NAMES_VIDEO -> texts.namesVideo(words);
      case NAMES_WORKSHOP -> texts.namesWorkshop(words);
      case NAMES_PROGRAM -> texts.namesProgram(words);
      case CHANGES -> texts.changes(words);
      case NAMES_MATERIAL -> null;
      case SOMETHING_ON -> texts.somethingOn(words);
      case SHOW_HOW -> texts.showHow(words);
      case STRUGGLE -> texts.struggle(words);
      case TO_LEARNING_TEAM -> texts.toLearningTeam();
      case BEFORE_EVENT -> texts.beforeEvent();
      case WRONG_IN_PIECE -> texts.wrongInPiece(words);
      case FAULT_IN_PIECE -> texts.faultInPiece(words);
      case OPENS_WITH_PIECE -> texts.opensWithPiece(words);
      case THANKS -> texts.thanks();
      case PRAISE -> texts.praise();
      case STATUS -> texts.status(words);
      case ATTEND -> texts.attend(words);
      case APPROVAL -> texts.approval();
      case OTHER_TEAM -> texts.otherTeam(words);
      case MACHINE_LEARNING -> texts.machineLearning();
      case NO_NEED -> texts.noNeed(words);
      case WHERE_WHO -> texts.whereWho(words);
      case ANNOUNCES -> texts.announces();
      case LEARNING_TEAM_WORK -> texts.learningTeamWork();
      case BROKEN -> texts.broken();
      case LEISURE -> texts.leisure();
      case OFFERS_HELP -> texts.offersHelp();
      case TELLS_HOW -> texts.tellsHow();
    };
  }
}
