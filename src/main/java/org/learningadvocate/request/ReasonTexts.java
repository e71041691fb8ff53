package org.learningadvocate.request;

import org.learningadvocate.chat.Wording.Group;

/** Why a message was taken for a request, or not. */
@Group("reason")
public interface ReasonTexts {

  String asks(String words);

  String wishes(String words);

  String needs(String words);

  String teach(String words);

  String helpUs();

  String questionMarkPiece();

  String lookingFor(String words);

  String orders(String words);

  String namesJobAid(String words);

  String namesElearning(String words);

  String namesVideo(String words);

  String namesWorkshop(String words);

  String namesProgram(String words);

  String changes(String words);

  String somethingOn(String words);

  String showHow(String words);

  String struggle(String words);

  String toLearningTeam();

  String beforeEvent();

  String wrongInPiece(String words);

  String faultInPiece(String words);

  String opensWithPiece(String words);

  String thanks();

  String praise();

  String status(String words);

  String attend(String words);

  String approval();

  String otherTeam(String words);

  String machineLearning();

  String noNeed(String words);

  String whereWho(String words);

  String announces();

  String learningTeamWork();

  String broken();

  String leisure();

  String offersHelp();

  String tellsHow();

  String wording();

  String nothingAsked();

  String saysNothing();
}
