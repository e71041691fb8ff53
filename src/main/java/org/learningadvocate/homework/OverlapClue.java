package org.learningadvocate.homework;

/** What speaks for or against an initiative reaching some of the people a request is for. */
enum OverlapClue {
  SHARED_WORDS,
  SHARED_ALL,
  HEAD,
  ACRONYM,
  COSINE,
  COSINE_Z,
  NESTED,
  SIBLING,
  APART,
  UNKNOWN,
  LEADERS_BOTH,
  LEADERS_ONLY_ASKED,
  LEADERS_ONLY_REACHED,
  VAGUE,
  VAGUE_TEXT_NESTED,
  VAGUE_PLACE_NESTED,
  TEXT_NESTED,
  PLACE_NESTED,
  PLACE_WORDS,
  PLACE_COSINE,
  TEXT_COSINE,
  TEXT_WORDS,
  INITIATIVE_WORDS,
  INITIATIVE_COSINE,
  ABOUT_AUDIENCE,
  COVERED_TOGETHER,
  MANY
}
