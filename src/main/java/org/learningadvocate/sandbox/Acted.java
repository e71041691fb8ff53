package org.learningadvocate.sandbox;

import java.util.Map;

/**
 * How something that a person did went.
 *
 * @param error empty where it went well, else a code such as {@code operation_timeout}
 * @param message what the person reads; empty where there is nothing
 * @param errors of a form's fields, by block id
 * @param result of a form: {@code closed}, {@code updated}, {@code pushed} or {@code cleared}
 */
public record Acted(String error, String message, Map<String, String> errors, String result) {
  public boolean ok() {
    return error.isEmpty();
  }

  static Acted of(Interactions.Outcome outcome) {
    return new Acted(outcome.error(), outcome.message(), outcome.errors(), outcome.result());
  }
}
