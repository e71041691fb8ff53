package org.learningadvocate.preview;

/**
 * From which likelihood on something happens with a message.
 *
 * @param doubt from here on its poster is asked in private whether it is a request, 0 to 1
 * @param request from here on it is taken for one, 0 to 1
 */
public record Threshold(double doubt, double request) {

  /** Half as likely as a doubt: worth showing, so that a person can judge the threshold. */
  double nearly() {
    return doubt / 2;
  }
}
