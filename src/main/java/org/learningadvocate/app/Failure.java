package org.learningadvocate.app;

/** What a command could not do, in words for the person who ran it; no fault of the program. */
public final class Failure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** 1 failed, 2 wrong use or settings. */
  private final int code;

  private Failure(int code, String message) {
    super(message);
    this.code = code;
  }

  /** It was asked for rightly and did not work. */
  public static Failure failed(String message) {
    return new Failure(1, message);
  }

  /** It was asked for wrongly, or a setting has to be mended first. */
  public static Failure wrongUse(String message) {
    return new Failure(2, message);
  }

  int code() {
    return code;
  }
}
