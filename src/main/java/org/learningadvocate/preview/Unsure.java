package org.learningadvocate.preview;

import java.util.List;

/**
 * A message that is hard to tell from a request, or from talk.
 *
 * @param text without markup, shortened
 * @param likelihood how likely it is a request, 0 to 1
 * @param reasons why the bot thought so, most telling first
 */
record Unsure(String ts, String user, String text, double likelihood, List<String> reasons) {

  Unsure {
    reasons = List.copyOf(reasons);
  }
}
