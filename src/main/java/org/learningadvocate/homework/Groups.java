package org.learningadvocate.homework;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Groups of people at work as a tree, and which of them a text names. Sets of groups are bits, so
 * that comparing two audiences costs next to nothing.
 */
final class Groups {
  private final Phrases phrases = new Phrases();
  private final List<Integer> parents = new ArrayList<>();

  private Groups(List<String> lines) {
    var path = new ArrayList<Integer>();
    for (var line : lines) {
      int depth = (line.length() - line.stripLeading().length()) / 2;
      while (path.size() > depth) {
        path.remove(path.size() - 1);
      }
      int group = parents.size();
      parents.add(path.isEmpty() ? -1 : path.get(path.size() - 1));
      path.add(group);
      for (var phrase : line.substring(line.indexOf(':') + 1).split(",")) {
        phrases.add(phrase.strip(), group);
      }
    }
  }

  static Groups load() {
    return new Groups(Resource.lines("audiences.txt"));
  }

  /** The groups that a text names, without those that one of its more particular words implies. */
  BitSet in(String text) {
    var found = new BitSet();
    phrases.in(Words.of(text)).keySet().forEach(found::set);
    var implied = new BitSet();
    for (int g = found.nextSetBit(0); g >= 0; g = found.nextSetBit(g + 1)) {
      for (int up = parents.get(g); up >= 0; up = parents.get(up)) {
        implied.set(up);
      }
    }
    found.andNot(implied);
    return found;
  }

  /** These groups and all that they are part of. */
  BitSet upwards(BitSet groups) {
    var all = new BitSet();
    for (int g = groups.nextSetBit(0); g >= 0; g = groups.nextSetBit(g + 1)) {
      for (int up = g; up >= 0; up = parents.get(up)) {
        all.set(up);
      }
    }
    return all;
  }

  /** The groups that stand directly above these. */
  BitSet parents(BitSet groups) {
    var all = new BitSet();
    for (int g = groups.nextSetBit(0); g >= 0; g = groups.nextSetBit(g + 1)) {
      if (parents.get(g) >= 0) {
        all.set(parents.get(g));
      }
    }
    return all;
  }
}
