package org.learningadvocate.request;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Weighs features for each of a few answers; trained elsewhere, only read and used here. */
final class LinearModel {
  private final List<String> answers;
  private final int[] keys;
  private final short[] weights;
  private final float[] scales;
  private final float[] biases;

  /**
   * @param keys feature hashes, ascending
   * @param weights the weights of each feature, one for each answer, in steps of its scale
   */
  private LinearModel(
      List<String> answers, int[] keys, short[] weights, float[] scales, float[] biases) {
    this.answers = answers;
    this.keys = keys;
    this.weights = weights;
    this.scales = scales;
    this.biases = biases;
  }

  /** A model from full weights; they are kept in 16 bits each, and features without any dropped. */
  static LinearModel of(List<String> answers, int[] keys, double[][] weights, double[] biases) {
    int width = answers.size();
    var scales = new float[width];
    for (int answer = 0; answer < width; answer++) {
      double most = 1e-9;
      for (var row : weights) {
        most = Math.max(most, Math.abs(row[answer]));
      }
      scales[answer] = (float) (most / Short.MAX_VALUE);
    }
    var order = new Integer[keys.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Integer.compare(keys[a], keys[b]));
    var sorted = new int[keys.length];
    var steps = new short[keys.length * width];
    int count = 0;
    for (int from : order) {
      boolean any = false;
      for (int answer = 0; answer < width; answer++) {
        // A step of 1/1024 of the greatest weight is finer than the training is sure of, and packs.
        int step = Math.round((float) (weights[from][answer] / scales[answer] / 32)) * 32;
        steps[count * width + answer] =
            (short) Math.max(-Short.MAX_VALUE, Math.min(Short.MAX_VALUE, step));
        any |= step != 0;
      }
      if (any) {
        sorted[count++] = keys[from];
      }
    }
    var offsets = new float[width];
    for (int answer = 0; answer < width; answer++) {
      offsets[answer] = (float) biases[answer];
    }
    return new LinearModel(
        List.copyOf(answers),
        Arrays.copyOf(sorted, count),
        Arrays.copyOf(steps, count * width),
        scales,
        offsets);
  }

  List<String> answers() {
    return answers;
  }

  int size() {
    return keys.length;
  }

  /** The log-odds of each answer, in the order of {@link #answers}. */
  double[] logOdds(Features features) {
    int width = answers.size();
    var sums = new double[width];
    var wanted = features.keys();
    var values = features.values();
    int at = 0;
    for (int i = 0; i < wanted.length; i++) {
      int found = Arrays.binarySearch(keys, at, keys.length, wanted[i]);
      if (found < 0) {
        at = -found - 1;
        continue;
      }
      at = found + 1;
      for (int answer = 0; answer < width; answer++) {
        sums[answer] += weights[found * width + answer] * (double) values[i];
      }
    }
    for (int answer = 0; answer < width; answer++) {
      sums[answer] = sums[answer] * scales[answer] + biases[answer];
    }
    return sums;
  }

  /** The probability of the first answer, for a model of one. */
  double probability(Features features) {
    return probability(logOdds(features)[0]);
  }

  static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeByte(answers.size());
    for (int answer = 0; answer < answers.size(); answer++) {
      out.writeUTF(answers.get(answer));
      out.writeFloat(scales[answer]);
      out.writeFloat(biases[answer]);
    }
    out.writeInt(keys.length);
    for (int key : keys) {
      out.writeInt(key);
    }
    for (short weight : weights) {
      out.writeShort(weight);
    }
  }

  static LinearModel read(DataInputStream in) throws IOException {
    int width = in.readUnsignedByte();
    var answers = new String[width];
    var scales = new float[width];
    var biases = new float[width];
    for (int answer = 0; answer < width; answer++) {
      answers[answer] = in.readUTF();
      scales[answer] = in.readFloat();
      biases[answer] = in.readFloat();
    }
    var keys = new int[in.readInt()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = in.readInt();
    }
    var weights = new short[keys.length * width];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = in.readShort();
    }
    return new LinearModel(List.of(answers), keys, weights, scales, biases);
  }
}
