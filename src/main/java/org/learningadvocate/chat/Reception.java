package org.learningadvocate.chat;

/**
 * Answers at once what somebody asked, pressed or sent, from memory or an indexed read, and says
 * whether it also changes something and so has to be kept. A form's field errors are a pure
 * function of form and values.
 */
@FunctionalInterface
public interface Reception {

  /** Never throws for what a person did; what cannot be done is said in the answer. */
  Reply receive(Incoming asked);

  /**
   * @param answer what the person sees
   * @param keeps whether it goes through the inbox, before the answer goes out
   */
  record Reply(Answer answer, boolean keeps) {

    /** Only shows something. */
    public static Reply show(Answer answer) {
      return new Reply(answer, false);
    }

    /** Changes something; what changes is seen in Slack. */
    public static Reply keep() {
      return new Reply(Answer.NOTHING, true);
    }

    /** Changes something, and tells the person so. */
    public static Reply keep(Answer answer) {
      return new Reply(answer, true);
    }
  }
}
