package org.learningadvocate.slack;

/** Slack did not answer what we have to know. */
public final class SlackException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String error;
  private final boolean lasting;

  private SlackException(String message, String error, boolean lasting) {
    super(message);
    this.error = error;
    this.lasting = lasting;
  }

  static SlackException of(String what, Reply<?> reply) {
    boolean lasting = false;
    String message = "Could not " + what + " (" + reply.reason() + ")";
    if (reply.outcome() == Reply.Outcome.REFUSED) {
      var kind = Refusal.of(reply.error());
      lasting = kind != Refusal.PASSING;
      if (lasting && kind != Refusal.CONTENT) {
        message += ": " + Refusal.remedy(reply.error());
      }
    }
    return new SlackException(message, reply.error(), lasting);
  }

  /** Slack's code, for example {@code invalid_auth}; words where Slack was not reached. */
  public String error() {
    return error;
  }

  /** Whether an admin has to act; otherwise it may come right by itself. */
  public boolean lasting() {
    return lasting;
  }
}
