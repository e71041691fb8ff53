package org.learningadvocate.preview;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What is unpacked, up to a limit: a small ZIP can hold more than any disk. */
final class Bounded extends FilterInputStream {

  /** Even highly repetitive JSON shrinks to no less than this part of itself. */
  private static final long MOST_SHRUNK = 200;

  /** Below so many bytes it does not matter how far something was shrunk. */
  private static final long HARMLESS = 64L << 20;

  private final long most;
  private long left;

  /**
   * @param packed how many bytes it takes in the ZIP; negative where that is unknown
   */
  Bounded(InputStream in, long packed) {
    super(in);
    this.most = Math.max(HARMLESS, packed * MOST_SHRUNK);
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    return one < 0 ? one : counted(1) == 1 ? one : -1;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    return counted(super.read(bytes, from, length));
  }

  private int counted(int read) throws IOException {
    left -= Math.max(0, read);
    if (left < 0) {
      throw new IOException(
          "it unpacks to more than " + (most >> 20) + " MB, which no export does");
    }
    return read;
  }
}
