package org.learningadvocate.request;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which context topics a request already answers: a topic is, if one of its sentences does. */
final class Context {
  private static final Map<Topic, Pattern> RULES = rules();

  private final Map<Topic, LinearModel> models;
  private final double least;
  private final double doubt;

  /**
   * @param models for each topic what weighs a sentence; empty to go by simple rules
   * @param least the log-odds from which a sentence is taken to answer
   * @param doubt the log-odds from which it may
   */
  Context(Map<Topic, LinearModel> models, double least, double doubt) {
    this.models = models;
    this.least = least;
    this.doubt = doubt;
  }

  /**
   * What a text tells.
   *
   * @param answered topics it answers
   * @param perhaps others that it may answer
   */
  record Told(Set<Topic> answered, Set<Topic> perhaps) {}

  Told in(Wording wording) {
    var answered = EnumSet.noneOf(Topic.class);
    var perhaps = EnumSet.noneOf(Topic.class);
    if (models.isEmpty()) {
      for (var rule : RULES.entrySet()) {
        if (rule.getValue().matcher(wording.plain()).find()) {
          answered.add(rule.getKey());
        }
      }
      return new Told(answered, perhaps);
    }
    for (var features : wording.sentenceFeatures()) {
      for (var model : models.entrySet()) {
        double odds = model.getValue().logOdds(features)[0];
        if (odds > least) {
          answered.add(model.getKey());
        } else if (odds > doubt) {
          perhaps.add(model.getKey());
        }
      }
    }
    perhaps.removeAll(answered);
    return new Told(answered, perhaps);
  }

  private static Map<Topic, Pattern> rules() {
    var rules = new EnumMap<Topic, Pattern>(Topic.class);
    rules.put(
        Topic.OUTCOME,
        Pattern.compile(
            "(?i)\\b(?:goal|aim|target) (?:is|:|to)|want (?:it|that|them|us|those)? ?(?:to"
                + " be|under|below|down|at|back)|from \\d+ ?%? to \\d+|\\bdown to\\b|should"
                + " (?:drop|go down|fall|reach)"));
    rules.put(
        Topic.PRIORITY,
        Pattern.compile(
            "(?i)\\b(?:priority|priorities|pillar|strategic|strategy|must-win|okr|objective)\\b"));
    rules.put(
        Topic.ROLLOUTS,
        Pattern.compile(
            "(?i)same (?:people|folks|persons|agents|week|weeks|month|fortnight|time)|landing"
                + " on|nothing else|also get(?:ting)?"));
    rules.put(
        Topic.HORIZON,
        Pattern.compile("(?i)looking ahead|next (?:few|two|three|couple of) months|after that we"));
    rules.put(
        Topic.PARALLEL,
        Pattern.compile(
            "(?i)be (?:aware|advised|warned)|one (?:thing|caution) |should"
                + " know|union|strike|investigat"));
    rules.put(
        Topic.PEOPLE,
        Pattern.compile(
            "(?i)(?:talk|speak) (?:to|with)|have a (?:word|chat|coffee)|sit (?:down )?with|start"
                + " with|your sme|the sme"));
    return rules;
  }
}
