package org.learningadvocate.homework;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request, prepared for being compared with everything in the catalogue. */
final class Gist {
  // A text's meaning takes the model a few milliseconds; long letters are read as far as this.
  private static final int MOST_SENTENCES = 12;

  final Subject subject;
  final Period period;
  final String prose;
  final List<String> words;
  final Set<String> telling;
  final Set<String> grams;
  final Set<String> numbers;
  final Set<String> ownWords;
  final double[] themes;
  final BitSet groups;
  final float[] vector;
  final List<float[]> sentences;
  final @Nullable Audience audience;
  final String place;
  final Set<String> placeWords;
  final BitSet placeGroups;
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
    this.vector = ground.meaning().of(prose);
    this.sentences = new ArrayList<>();
    var parts = Prose.sentences(prose);
    if (parts.size() > 1) {
      parts.stream().limit(MOST_SENTENCES).map(ground.meaning()::of).forEach(sentences::add);
    } else {
      sentences.add(vector);
    }
    var named = subject.reading().audience();
    this.audience =
        named == null ? null : new Audience(named, ground.groups(), ground.meaning().of(named));
    this.place =
        subject.place() == null ? "" : subject.place().replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    this.placeWords = new HashSet<>(Words.telling(place));
    this.placeGroups = ground.groups().in(place);
    this.placeVector = ground.vector(place);
  }

  double nearestSentence(float[] other) {
    double best = 0;
    for (var sentence : sentences) {
      best = Math.max(best, org.learningadvocate.meaning.Meaning.alike(sentence, other));
    }
    return best;
  }
}
