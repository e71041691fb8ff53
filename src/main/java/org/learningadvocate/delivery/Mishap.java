package org.learningadvocate.delivery;

import java.util.Arrays;
import org.learningadvocate.store.StoreException;

/**
 * What went wrong, without a word of what was being worked on: the message of an exception may
 * quote what people wrote, and neither log nor doctor shall.
 */
final class Mishap {

  private static final String OURS = "org.learningadvocate.";

  /** Of a text that is too deep for a pattern there are thousands of the same. */
  private static final int FRAMES = 40;

  private Mishap() {}

  /** What kind it is and where it came up; of the database's troubles, what the database says. */
  static String words(Throwable thrown) {
    if (thrown instanceof StoreException) {
      return String.valueOf(thrown.getMessage());
    }
    return thrown.getClass().getSimpleName()
        + Arrays.stream(thrown.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith(OURS))
            .findFirst()
            .map(
                frame ->
                    " at "
                        + frame.getClassName().substring(OURS.length())
                        + "."
                        + frame.getMethodName()
                        + " line "
                        + frame.getLineNumber())
            .orElse("");
  }

  /** The same for a log: kinds and places, of its causes too. */
  static Throwable quiet(Throwable thrown) {
    return thrown instanceof StoreException ? thrown : quiet(thrown, 0);
  }

  private static Throwable quiet(Throwable thrown, int depth) {
    var cause = thrown.getCause();
    var quiet =
        new Throwable(
            thrown.getClass().getName(),
            cause == null || cause == thrown || depth > 8 ? null : quiet(cause, depth + 1));
    var frames = thrown.getStackTrace();
    quiet.setStackTrace(Arrays.copyOf(frames, Math.min(frames.length, FRAMES)));
    return quiet;
  }
}
