package org.learningadvocate.evaluation;

import java.util.List;

/** What is judged: the figure that counts, those that explain it, and what should be reached. */
enum Task {
  DETECTION(
      "request or not",
      "F1",
      Figure.DETECTION_F1,
      0.97,
      List.of(Figure.DETECTION_PRECISION, Figure.DETECTION_RECALL),
      Rival.RULES),
  DELIVERABLE("deliverable", "accuracy", Figure.DELIVERABLE, 0.93, List.of(), Rival.RULES),
  SIZE("size", "accuracy", Figure.SIZE, 0.93, List.of(), Rival.RULES),
  DUE("due", "accuracy", Figure.DUE, 0.95, List.of(Figure.DUE_GIVEN), Rival.RULES),
  ANSWERED(
      "already answered in the text",
      "F1",
      Figure.ANSWERED_F1,
      0.8,
      List.of(Figure.ANSWERED_PRECISION, Figure.ANSWERED_RECALL),
      Rival.RULES),
  PRIORITY_FIRST(
      "priority, the first",
      "hit@1",
      Figure.PRIORITY_FIRST,
      0.75,
      List.of(),
      Rival.WORDS,
      Rival.MODEL),
  PRIORITY_AMONG_THREE(
      "priority, among three",
      "hit@3",
      Figure.PRIORITY_AMONG_THREE,
      0.92,
      List.of(),
      Rival.WORDS,
      Rival.MODEL),
  PRIORITIES(
      "priorities, all",
      "sets F1",
      Figure.PRIORITY_F1,
      0.6,
      List.of(Figure.PRIORITY_PRECISION, Figure.PRIORITY_RECALL),
      Rival.WORDS,
      Rival.MODEL),
  ABOUT("about", "accuracy", Figure.ABOUT, 0.9, List.of(), Rival.WORDS, Rival.MODEL),
  OVERLAPS(
      "overlaps",
      "F1",
      Figure.OVERLAPS_F1,
      0.85,
      List.of(Figure.OVERLAPS_PRECISION, Figure.OVERLAPS_RECALL),
      Rival.WORDS,
      Rival.MODEL),
  REPLIES(
      "replies",
      "exact",
      Figure.REPLIES_EXACT,
      0.85,
      List.of(Figure.REPLIES_F1, Figure.REPLIES_PRECISION, Figure.REPLIES_RECALL),
      Rival.RULES),
  ASKED_KNOWN(
      "asked though answered",
      "share",
      Figure.ASKED_KNOWN,
      0.02,
      List.of(Figure.QUESTIONS),
      Rival.RULES),
  OVER_BUDGET("over budget", "share", Figure.OVER_BUDGET, 0, List.of(), Rival.RULES);

  /** What a figure is held against: the least that learning has to beat. */
  enum Rival {
    /** The rules for reading, and numbers in replies, without anything learned. */
    RULES("rules only"),
    /** BM25 on the words of requests and catalogue. */
    WORDS("words only"),
    /** The cosine of sentence embeddings of requests and catalogue. */
    MODEL("model only");

    final String title;

    Rival(String title) {
      this.title = title;
    }
  }

  final String title;
  final String unit;
  final Figure figure;
  final double target;
  final List<Figure> more;
  final List<Rival> rivals;

  Task(
      String title, String unit, Figure figure, double target, List<Figure> more, Rival... rivals) {
    this.title = title;
    this.unit = unit;
    this.figure = figure;
    this.target = target;
    this.more = more;
    this.rivals = List.of(rivals);
  }

  /** Whether less is better. */
  boolean unwanted() {
    return this == ASKED_KNOWN || this == OVER_BUDGET;
  }

  /** Whether a company has what this is judged by. */
  boolean judges(Cases company) {
    return switch (this) {
      case PRIORITY_FIRST, PRIORITY_AMONG_THREE, PRIORITIES, ABOUT, OVERLAPS ->
          company.catalogued();
      case REPLIES -> !company.threads().isEmpty();
      default -> true;
    };
  }
}
