package org.learningadvocate.homework;

/** What speaks for or against a request being part of an initiative. */
enum AboutClue {
  COSINE,
  COSINE_Z,
  TITLE_COSINE,
  WORDS,
  WORDS_Z,
  WORDS_BEST,
  OWN_WORDS,
  OWN_TITLE,
  COVERED,
  NAMED_ASIDE,
  NAMED_FIRST,
  TOLD_ROLLOUTS,
  SHORT_NAMED,
  TITLE_WORDS,
  TITLE_RUN,
  GRAMS_Z,
  OWNER_NAMED,
  OWNER_WORDS,
  PLACE_COSINE,
  PLACE_WORDS,
  AUDIENCE,
  STARTS_NEAR_DUE,
  ACTIVE_NOW,
  STARTS_SOON,
  OUT_OF_PERIOD,
  EVERYONE
}
