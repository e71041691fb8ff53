package org.learningadvocate.request;

import java.util.regex.Pattern;

/** Turns of phrase by which people tell about the business around a request. */
enum Fact {
  FROM_TO(
      "\\b(?:from|was|at|is|today|currently|sitting at|stands? at)"
          + " [^.!?]{0,24}\\d[^.!?]{0,40}\\b(?:to|under|below|down|over|above|half|back|target|aim|want|goal|by)\\b"),
  NUMBER("\\d+ ?(?:%|percent|per cent|pts|points|k\\b|m\\b|hours|days|weeks|minutes)|[$€£]\\s?\\d"),
  AIM(
      "(?i)\\b(?:goal|aim|target|objective|success|should (?:be|go|drop|fall|come|change|see)|want"
          + " (?:to see|that|it|them|us|those|every|no|fewer|less|zero)|what i(?:'m| am)?"
          + " (?:want|after|need to see)|down to|under \\d|below \\d|at least|instead of|so"
          + " that|zero|single digits?|halve|cut|reduce|fewer|reach|get (?:it|us|that)"
          + " to|bring)\\b"),
  PRIORITY(
      "(?i)\\b(?:priorit(?:y|ies)|pillar|strateg\\w+|must-?(?:win|do|have)s?|okrs?|north"
          + " star|objective|big (?:bet|rock)s?|goal \\d|part of (?:our|the)|falls under|ladders?"
          + " (?:up )?to|feeds|fits|serves|contributes|scorecard|roadmap|plan \\d|vision"
          + " 20\\d\\d|board|initiative)\\b"),
  SAME_PEOPLE(
      "(?i)\\b(?:same"
          + " (?:people|folks|persons|colleagues|time|week|weeks|month|fortnight|team|agents|ones|crew|group|moment)|they(?:'re|"
          + " are|'ll| will)? (?:also|already)|at (?:the same|once)|on top of|also"
          + " (?:getting|get|have|has)|a lot (?:coming|on)|landing on|lands"
          + " on|plate|overlap\\w*|saturated|drown\\w*|clash\\w*|collid\\w*|nothing else|only"
          + " other|competing)\\b"),
  AHEAD(
      "(?i)\\b(?:looking ahead|next (?:few |two |three |couple of )?(?:months|quarter)|coming"
          + " (?:months|quarter)|after that|then (?:we|comes|it)|in"
          + " (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter)|opens?|hire|hiring|season|acquisition|expansion|merg\\w+|we"
          + " (?:open|launch|close|move|take over|add|expand|start))\\b"),
  WARNING(
      "(?i)\\b(?:be (?:aware|advised|warned|careful)|heads[- ]?up|one"
          + " (?:thing|caution|warning)|should know|worth knowing|note that|please note|mind"
          + " you|careful|warning|confidential|union\\w*|works"
          + " council|strike|negotiat\\w+|lawsuit|investigat\\w+|regulator|audit|resign\\w*|leav(?:es|ing)|freeze|frozen|press|rumou?r|might|may"
          + " change|could (?:change|wreck|undo|kill)|vote|tense|sensitive|discretion|let .{1,20}"
          + " know|fyi)\\b"),
  TALK_TO(
      "(?i)\\b(?:talk to|speak (?:to|with)|chat with|have a (?:word|chat|coffee|yarn|look)|sit"
          + " (?:down )?with|meet with|call|ring|ask|check with|contact|get (?:with|hold of|an hour"
          + " with)|loop in|reach out|start with|begin with|see|your sme|the"
          + " sme|expert|sponsor|owner|lead|point of contact|right person|knows|person"
          + " to)\\b[^.!?]{0,30}(?:\\{name}|\\p{Lu}\\p{Ll}|@)"),
  NAMED("(?:\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+|@someone|\\b(?:Mr|Mrs|Ms|Dr)\\b)"),
  ROLE(
      "(?i)\\b(?:vp|director|head of|manager of|chief|lead|sponsor|sme|owner|superintendent|project"
          + " lead|champion)\\b");

  private final Pattern pattern;

  Fact(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  boolean saidBy(String sentence) {
    return pattern.matcher(sentence).find();
  }
}
