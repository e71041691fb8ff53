package org.learningadvocate.request;

import org.learningadvocate.chat.Wording.Group;

/** What people call the kinds and sizes of what is asked for. */
@Group("kind")
public interface KindTexts {

  String jobAid();

  String elearning();

  String video();

  String workshop();

  String program();

  String update();

  String unspecified();

  String aJobAid();

  String aElearning();

  String aVideo();

  String aWorkshop();

  String aProgram();

  String aUpdate();

  String aUnspecified();

  String small();

  String medium();

  String large();

  /** For example "job aid". */
  default String of(Deliverable deliverable) {
    return switch (deliverable) {
      case JOB_AID -> jobAid();
      case ELEARNING -> elearning();
      case VIDEO -> video();
      case WORKSHOP -> workshop();
      case PROGRAM -> program();
      case UPDATE -> update();
      case UNSPECIFIED -> unspecified();
    };
  }

  /** For example "a job aid". */
  default String a(Deliverable deliverable) {
    return switch (deliverable) {
      case JOB_AID -> aJobAid();
      case ELEARNING -> aElearning();
      case VIDEO -> aVideo();
      case WORKSHOP -> aWorkshop();
      case PROGRAM -> aProgram();
      case UPDATE -> aUpdate();
      case UNSPECIFIED -> aUnspecified();
    };
  }

  /** For example "small". */
  default String of(Size size) {
    return switch (size) {
      case SMALL -> small();
      case MEDIUM -> medium();
      case LARGE -> large();
    };
  }
}
