package org.learningadvocate.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.request.Reading;
import org.learningadvocate.request.Topic;

/**
 * What was made of one message.
 *
 * @param reading what was read in it; the rest counts only where it was taken for a request
 * @param priorities the priorities it seems to serve, best first
 * @param about the initiative it seems to be part of
 * @param overlaps other initiatives that seem to reach the same people
 * @param questions what would be asked, in order
 */
record Prediction(
    Reading reading,
    List<Match> priorities,
    @Nullable Match about,
    List<Match> overlaps,
    List<Topic> questions) {

  /**
   * Something of the catalogue that was found.
   *
   * @param id its key there
   * @param confidence how sure, 0 to 1; not a number where that is not said
   * @param why for a person to read
   */
  record Match(String id, double confidence, String why) {}

  static List<String> ids(List<Match> matches) {
    return matches.stream().map(Match::id).toList();
  }
}
