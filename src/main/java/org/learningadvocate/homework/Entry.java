package org.learningadvocate.homework;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** One documented thing of the catalogue, prepared for being compared with requests. */
final class Entry {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");

  final List<String> title;
  final List<List<String>> names;
  final Set<String> words;
  final Set<String> grams;
  final Set<String> numbers;
  final Set<String> ownWords;
  final Set<String> ownTitle;
  final double[] themes;
  final BitSet groups;
  final float[] vector;
  final float[] titleVector;
  final String owner;
  final List<String> ownerName;

  Entry(String title, String description, String owner, List<String> aliases, Ground ground) {
    var all =
        title + ". " + description + (aliases.isEmpty() ? "" : " " + String.join(", ", aliases));
    this.title = Words.of(title);
    this.names =
        java.util.stream.Stream.concat(java.util.stream.Stream.of(title), aliases.stream())
            .map(Words::of)
            .filter(w -> !w.isEmpty())
            .toList();
    this.words = new HashSet<>(Words.telling(all));
    this.grams = grams(words);
    this.numbers = numbers(all);
    this.ownWords = own(title + ". x " + description);
    this.ownTitle = own("x " + title);
    this.themes = ground.themes().in(all);
    this.groups = ground.groups().in(all);
    this.vector = ground.vector(all);
    this.titleVector = ground.vector(title);
    this.owner = owner;
    this.ownerName = Words.of(owner);
  }

  static Set<String> grams(Set<String> words) {
    var grams = new HashSet<String>();
    for (var word : words) {
      var padded = "^" + word + "$";
      for (int i = 0; i + 4 <= padded.length(); i++) {
        grams.add(padded.substring(i, i + 4));
      }
    }
    return grams;
  }

  static Set<String> numbers(String text) {
    var found = new HashSet<String>();
    var matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      if (matcher.group().length() > 1) {
        found.add(matcher.group().replace(',', '.'));
      }
    }
    return found;
  }

  /** Names of things: words written with a capital or a digit where a sentence does not begin. */
  static Set<String> own(String text) {
    var found = new HashSet<String>();
    var words = text.split("[^\\p{L}\\p{N}&+]+");
    for (var word : words) {
      if (word.length() > 1
          && word.codePoints().anyMatch(c -> Character.isUpperCase(c))
          && word.codePoints().anyMatch(Character::isLetter)) {
        found.add(Words.stem(Words.plain(word)));
      }
    }
    found.removeIf(Words::empty);
    return found;
  }
}
