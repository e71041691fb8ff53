package org.learningadvocate.request;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is asked for. */
final class Deliverables {
  private final @Nullable LinearModel model;

  /**
   * @param model weighs the kinds; null to go by the words that name them
   */
  Deliverables(@Nullable LinearModel model) {
    this.model = model;
  }

  /**
   * What may be asked for.
   *
   * @param shares how likely each is, adding up to 1
   */
  record Weighed(Deliverable likeliest, Map<Deliverable, Double> shares) {}

  Weighed in(Wording wording, Features features) {
    if (model == null) {
      var named = byName(wording.cues());
      return new Weighed(named, Map.of(named, 1.0));
    }
    var odds = model.logOdds(features);
    int best = 0;
    double sum = 0;
    for (int i = 0; i < odds.length; i++) {
      best = odds[i] > odds[best] ? i : best;
      sum += LinearModel.probability(odds[i]);
    }
    var shares = new EnumMap<Deliverable, Double>(Deliverable.class);
    for (int i = 0; i < odds.length; i++) {
      shares.put(keyed(model.answers().get(i)), LinearModel.probability(odds[i]) / sum);
    }
    return new Weighed(keyed(model.answers().get(best)), shares);
  }

  private static Deliverable keyed(String key) {
    for (var deliverable : Deliverable.values()) {
      if (deliverable.key().equals(key)) {
        return deliverable;
      }
    }
    throw new IllegalArgumentException("No deliverable is called " + key);
  }

  static Deliverable byName(Map<Cue, String> cues) {
    if (cues.containsKey(Cue.WRONG_IN_PIECE)) {
      return Deliverable.UPDATE;
    }
    if (cues.containsKey(Cue.NAMES_PROGRAM)) {
      return Deliverable.PROGRAM;
    }
    if (cues.containsKey(Cue.NAMES_VIDEO)) {
      return Deliverable.VIDEO;
    }
    if (cues.containsKey(Cue.NAMES_WORKSHOP)) {
      return Deliverable.WORKSHOP;
    }
    if (cues.containsKey(Cue.NAMES_JOB_AID)) {
      return Deliverable.JOB_AID;
    }
    return cues.containsKey(Cue.NAMES_ELEARNING) ? Deliverable.ELEARNING : Deliverable.UNSPECIFIED;
  }
}
