package org.learningadvocate.request;

/** What kind of learning product is asked for, in learning design's own terms. */
public enum Deliverable {
  JOB_AID("job_aid", "job aid"),
  ELEARNING("elearning", "eLearning module"),
  VIDEO("video", "video"),
  WORKSHOP("workshop", "workshop"),
  PROGRAM("program", "program"),
  UPDATE("update", "update"),
  UNSPECIFIED("unspecified", "learning request");

  private final String key;
  private final String words;

  Deliverable(String key, String words) {
    this.key = key;
    this.words = words;
  }

  /** The key used in files and in the database, for example {@code job_aid}. */
  public String key() {
    return key;
  }

  /** How people say it, for example "job aid". */
  public String words() {
    return words;
  }
}
