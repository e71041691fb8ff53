package org.learningadvocate.meaning;

import java.nio.ByteBuffer;

/**
 * A vector in a byte for each of its numbers: a quarter of the room, and likenesses that differ in
 * the third decimal at most.
 */
public final class Packed {
  private static final int SCALE = Float.BYTES;

  private Packed() {}

  /** The vector in bytes, as {@link #vector} reads it. */
  public static byte[] bytes(float[] vector) {
    float most = 0;
    for (float v : vector) {
      most = Math.max(most, Math.abs(v));
    }
    var bytes = ByteBuffer.allocate(SCALE + vector.length).putFloat(most / Byte.MAX_VALUE);
    for (float v : vector) {
      bytes.put((byte) (most == 0 ? 0 : Math.round(v / most * Byte.MAX_VALUE)));
    }
    return bytes.array();
  }

  /** The vector that was put into these bytes: of length one again, or all zeros. */
  public static float[] vector(byte[] bytes) {
    var read = ByteBuffer.wrap(bytes);
    float scale = read.getFloat();
    var vector = new float[read.remaining()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = read.get() * scale;
    }
    return WordsOnly.ofLengthOne(vector);
  }
}
