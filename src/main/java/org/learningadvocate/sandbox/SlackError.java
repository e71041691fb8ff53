package org.learningadvocate.sandbox;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A refusal in Slack's words: it becomes an answer with {@code ok:false}. */
final class SlackError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ObjectNode answer;

  private SlackError(String code, ObjectNode answer) {
    super(code, null, false, false);
    this.answer = answer;
  }

  static SlackError of(String code) {
    return new SlackError(code, Json.object().put("ok", false).put("error", code));
  }

  /** With {@code response_metadata.messages}, as Slack explains broken arguments. */
  static SlackError of(String code, List<String> messages) {
    SlackError error = of(code);
    error.answer.putObject("response_metadata").set("messages", Json.strings(messages));
    return error;
  }

  static SlackError invalidArgument(String message) {
    return of("invalid_arguments", List.of("[ERROR] " + message));
  }

  /** With {@code errors} beside {@code response_metadata.messages}, as Slack explains broken blocks. */
  static SlackError ofBlocks(String code, List<BlockRules.Problem> problems) {
    SlackError error =
        of(code, problems.stream().map(problem -> "[ERROR] " + problem.inWords()).toList());
    error.answer.set(
        "errors", Json.strings(problems.stream().map(BlockRules.Problem::inWords).toList()));
    return error;
  }

  static SlackError missingScope(String needed, Iterable<String> provided) {
    SlackError error = of("missing_scope");
    error.answer.put("needed", needed).put("provided", String.join(",", provided));
    return error;
  }

  String code() {
    return answer.path("error").stringValue("");
  }

  ObjectNode answer() {
    return answer;
  }
}
