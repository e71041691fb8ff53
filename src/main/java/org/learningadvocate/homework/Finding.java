package org.learningadvocate.homework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.catalog.Contact;
import org.learningadvocate.catalog.Initiative;
import org.learningadvocate.catalog.Priority;

/** One thing that is known about a request before anybody is asked. */
public sealed interface Finding {
  /**
   * A documented priority that the request seems to serve.
   *
   * @param priority what is documented
   * @param confidence how often such a match is right, 0 to 1, as measured on other companies
   * @param named whether the request's own text calls it by its documented name, so that nobody
   *     need be asked which priority is served
   */
  record PriorityServed(Priority priority, double confidence, boolean named) implements Finding {

    /** A priority that the text does not name. */
    public PriorityServed(Priority priority, double confidence) {
      this(priority, confidence, false);
    }

    /** The priority's documented name. */
    public String title() {
      return priority.title();
    }
  }

  /**
   * Documented priorities among which a person could choose the one that the request serves; being
   * among them says little.
   *
   * @param likeliest up to five, likeliest first; never empty
   */
  record Candidates(List<Candidate> likeliest) implements Finding {
    public Candidates {
      likeliest = List.copyOf(likeliest);
    }
  }

  /**
   * A documented priority to choose.
   *
   * @param id the catalogue's key of it
   * @param title its documented name
   */
  record Candidate(String id, String title) {}

  /**
   * The initiative that the request itself is part of.
   *
   * @param initiative what is documented
   * @param confidence how often such a match is right, 0 to 1, as measured on other companies
   */
  record About(Initiative initiative, double confidence) implements Finding {}

  /**
   * Another initiative that reaches some of the same people in the same weeks.
   *
   * @param initiative what is documented
   * @param people whom both reach, in the catalogue's words, or {@code everyone}
   * @param confidence how likely both reach some of the same people, 0 to 1
   */
  record Overlap(Initiative initiative, String people, double confidence) implements Finding {

    /** The initiative's documented name. */
    public String title() {
      return initiative.title();
    }

    /** Its first day. */
    public LocalDate starts() {
      return initiative.starts();
    }

    /** Its last day. */
    public LocalDate ends() {
      return initiative.ends();
    }
  }

  /**
   * A request of the past that asked for something like it.
   *
   * @param id the key under which it is kept
   * @param text what it asked for, in Slack's markup
   * @param posted the day it was posted
   * @param designer user id of who designed it; null where nobody did
   * @param likeness how alike the two are, 0 to 1
   */
  record SimilarRequest(
      String id, String text, LocalDate posted, @Nullable String designer, double likeness)
      implements Finding {}

  /**
   * Somebody worth a few minutes of the designer's time.
   *
   * @param contact whom
   * @param reasons why, most telling first
   */
  record QuickWord(Contact contact, List<Reason> reasons) implements Finding {
    public QuickWord {
      reasons = List.copyOf(reasons);
    }

    /** What makes a person worth asking. */
    public enum Why {
      OWNS_PRIORITY,
      OWNS_INITIATIVE,
      ANSWERS_FOR
    }

    /**
     * One reason to talk to somebody.
     *
     * @param what the priority or the initiative by its title, or the people
     */
    public record Reason(Why why, String what) {}

    /** The person's full name. */
    public String name() {
      return contact.name();
    }
  }
}
