package org.learningadvocate.request;

import java.util.Map;

/**
 * Something a person did about a request besides writing, or that the clock did.
 *
 * @param at when, as a Slack timestamp
 * @param key tells two acts of the same moment apart
 * @param who the user id; empty for the clock
 * @param what which kind of act, for example {@code claim}
 * @param detail what belongs to it, by name
 */
public record Act(String at, String key, String who, String what, Map<String, String> detail) {

  public Act {
    detail = Map.copyOf(detail);
  }
}
