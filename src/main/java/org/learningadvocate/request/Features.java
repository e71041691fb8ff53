package org.learningadvocate.request;

import java.util.Arrays;

/**
 * What is peculiar about a text, as numbers a linear model can weigh: hashed names, each with a
 * value, sorted by hash.
 *
 * @param keys hashes of the features' names, ascending, none twice
 * @param values their values, in the same order
 */
record Features(int[] keys, float[] values) {

  /** Collects features in groups, so that a long text weighs no more than a short one. */
  static final class Builder {
    private int[] keys = new int[512];
    private float[] values = new float[512];
    private int size;
    private int groupStart;

    /** Adds a feature that is there; the same one twice in a group counts once. */
    void add(CharSequence name) {
      put(hash(name), 1);
    }

    /** Ends a group: what was added since the last one together has the given length. */
    void endGroup(float length) {
      int unique = unique(groupStart);
      float each = unique == 0 ? 0 : (float) (length / Math.sqrt(unique));
      size = groupStart + unique;
      Arrays.fill(values, groupStart, size, each);
      groupStart = size;
    }

    /** Ends a group whose features each have the given value, however many there are. */
    void endGroupEach(float value) {
      size = groupStart + unique(groupStart);
      Arrays.fill(values, groupStart, size, value);
      groupStart = size;
    }

    Features build() {
      var order = new long[size];
      for (int i = 0; i < size; i++) {
        order[i] = ((long) keys[i] << 32) | i;
      }
      Arrays.sort(order);
      var sortedKeys = new int[size];
      var sortedValues = new float[size];
      int count = 0;
      for (long entry : order) {
        int key = (int) (entry >> 32);
        if (count > 0 && sortedKeys[count - 1] == key) {
          continue;
        }
        sortedKeys[count] = key;
        sortedValues[count] = values[(int) entry];
        count++;
      }
      return new Features(Arrays.copyOf(sortedKeys, count), Arrays.copyOf(sortedValues, count));
    }

    private int unique(int from) {
      Arrays.sort(keys, from, size);
      int count = 0;
      for (int i = from; i < size; i++) {
        if (count == 0 || keys[i] != keys[from + count - 1]) {
          keys[from + count++] = keys[i];
        }
      }
      return count;
    }

    private void put(int key, float value) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, size * 2);
        values = Arrays.copyOf(values, size * 2);
      }
      keys[size] = key;
      values[size++] = value;
    }
  }

  /** FNV-1a with a final mix; 32 bits keep a few hundred thousand names apart well enough. */
  static int hash(CharSequence name) {
    int hash = 0x811c9dc5;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x01000193;
    }
    hash ^= hash >>> 16;
    hash *= 0x85ebca6b;
    return hash ^ (hash >>> 13);
  }
}
