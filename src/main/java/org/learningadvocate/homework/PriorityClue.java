package org.learningadvocate.homework;

/** What speaks for or against a request serving a priority. */
enum PriorityClue {
  COSINE,
  COSINE_Z,
  TITLE_COSINE,
  OWNER_COSINE,
  OWNER_COSINE_Z,
  WORDS,
  WORDS_Z,
  WORDS_BEST,
  OWN_WORDS,
  COVERED,
  TITLE_WORDS,
  TITLE_RUN,
  GRAMS,
  GRAMS_Z,
  THEMES,
  THEMES_Z,
  OWNER_NAMED,
  OWNER_WORDS,
  GROUPS,
  NUMBERS,
  PLACE_COSINE,
  PLACE_WORDS,
  ABOUT_COSINE,
  ABOUT_SAME_OWNER,
  ABOUT,
  SHORT,
  FUTURE
}
