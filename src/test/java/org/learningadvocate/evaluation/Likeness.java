package org.learningadvocate.evaluation;

import java.util.List;

/** A measure of how alike a text is to each of some documents, of which more is better. */
interface Likeness {
  /** One score for each document, in their order. */
  double[] of(String text, List<String> documents);
}
