package org.learningadvocate.sandbox;

import tools.jackson.databind.node.ObjectNode;

/** Something on its way to the app, before it is known by which door it goes. */
record Payload(Kind kind, ObjectNode json) {
  /** The envelope types of Socket Mode. */
  enum Kind {
    EVENT("events_api", false),
    INTERACTIVE("interactive", true),
    COMMAND("slash_commands", true);

    final String envelope;
    final boolean acceptsResponse;

    Kind(String envelope, boolean acceptsResponse) {
      this.envelope = envelope;
      this.acceptsResponse = acceptsResponse;
    }
  }
}
