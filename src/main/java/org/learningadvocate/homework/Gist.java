package org.learningadvocate.homework;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request, prepared for being compared with everything in the catalogue. */
final class Gist {
  private static final Pattern ASIDE =
      Pattern.compile(
          "\\b(?:so you know|for your information|fyi|btw|by the way|same"
              + " (?:people|week|weeks|time|folks|month|crew|heads)|at the same time|also"
              + " (?:have|has|get|got|start)|already|in mind|consider|careful|bear in|not"
              + " (?:the|during|before|until)|after|then (?:we|they)|parallel|coming at|busy"
              + " with|knee deep|on top|meanwhile|besides|clash|collid|keep it light)\\b");

  final Subject subject;
  private final List<String> parts;
  final Period period;
  final String prose;
  final List<String> words;
  final Set<String> telling;
  final Set<String> grams;
  final Set<String> numbers;
  final Set<String> ownWords;
  final double[] themes;
  final BitSet groups;
  final BitSet groupsAbove;
  final float[] vector;
  final List<Set<String>> sentenceWords;
  final @Nullable Audience audience;
  final String place;
  final Set<String> placeWords;
  final BitSet placeGroups;
  final BitSet placeGroupsAbove;
  final float[] placeVector;

  Gist(Subject subject, Ground ground) {
    this.subject = subject;
    this.period = Period.of(subject);
    this.prose = Prose.of(subject.text());
    this.words = Words.of(prose);
    this.telling = new HashSet<>(Words.telling(prose));
    this.grams = Entry.grams(telling);
    this.numbers = Entry.numbers(prose);
    this.ownWords = Entry.own(prose);
    this.themes = ground.themes().in(prose);
    this.groups = ground.groups().in(prose);
    this.groupsAbove = ground.groups().upwards(groups);
    this.vector = ground.meaning().of(prose);
    this.parts = Prose.sentences(prose);
    this.sentenceWords =
        parts.stream().map(part -> (Set<String>) new HashSet<>(Words.of(part))).toList();
    var named = subject.reading().audience();
    this.audience =
        named == null ? null : new Audience(named, ground.groups(), ground.meaning().of(named));
    this.place =
        subject.place() == null ? "" : subject.place().replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    this.placeWords = new HashSet<>(Words.telling(place));
    this.placeGroups = ground.groups().in(place);
    this.placeGroupsAbove = ground.groups().upwards(placeGroups);
    this.placeVector = ground.vector(place);
  }

  /** 1 where a thing is named, but only beside the matter: "so you know, they also have …". */
  double aside(Entry entry) {
    boolean named = false;
    for (int i = 0; i < sentenceWords.size(); i++) {
      if (names(sentenceWords.get(i), entry)) {
        if (!ASIDE.matcher(Words.plain(parts.get(i))).find()) {
          return 0;
        }
        named = true;
      }
    }
    return named ? 1 : 0;
  }

  /** 1 where a thing is named in the first sentence, less the later it is named first. */
  double namedFirst(Entry entry) {
    for (int i = 0; i < sentenceWords.size(); i++) {
      if (names(sentenceWords.get(i), entry)) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  private static boolean names(Set<String> words, Entry entry) {
    for (var own : entry.ownTitle) {
      if (words.contains(own)) {
        return true;
      }
    }
    return false;
  }
}
