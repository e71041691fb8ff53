package org.learningadvocate.sandbox;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A modal or home view as one person sees it, and what they can do in it. */
public final class Form {
  private final Workspace workspace;
  private final Member who;
  private final Views.Shown shown;
  private final ObjectNode entered = Json.object();

  Form(Workspace workspace, Member who, Views.Shown shown) {
    this.workspace = workspace;
    this.who = who;
    this.shown = shown;
  }

  /** A copy of the view with its present state. */
  public ObjectNode json() {
    synchronized (workspace.world) {
      return shown.told();
    }
  }

  /** The words a person reads in it. */
  public String text() {
    return ShownText.of(json());
  }

  /** The ids of its input blocks, in order. */
  public List<String> inputs() {
    return json().path("blocks").valueStream()
        .filter(block -> Json.text(block, "type").equals("input"))
        .map(block -> Json.text(block, "block_id"))
        .toList();
  }

  /**
   * Enters a value into the only element of this block: text, the value of an option, an id, a date
   * {@code YYYY-MM-DD}, a list of them, or null for nothing.
   */
  public Form enter(String blockId, @Nullable Object value) {
    for (JsonNode block : json().path("blocks")) {
      if (Json.text(block, "block_id").equals(blockId)) {
        for (JsonNode element : FormState.elements(block)) {
          entered
              .withObjectProperty(blockId)
              .set(Json.text(element, "action_id"), simple(value));
        }
        return this;
      }
    }
    throw new IllegalArgumentException("No block " + blockId + " in " + json());
  }

  /** Submits what was entered; waits for the app's acknowledgement. */
  public Acted submit() {
    return Acted.of(workspace.people.submit(who, shown.id(), entered).join());
  }

  /** Cancels it, with the views below left open. */
  public void close() {
    workspace.interactions.close(who, false);
  }

  /** Presses the button with this action id. */
  public Acted press(String actionId) {
    return select(actionId, "");
  }

  /** Chooses a value in the element with this action id, which tells the app at once. */
  public Acted select(String actionId, Object value) {
    return Acted.of(
        workspace
            .people
            .use(
                who,
                new Interactions.Spot(null, null, false, shown),
                "",
                actionId,
                simple(value),
                entered)
            .join());
  }

  /** What the app suggests for these words in an external select: values of options. */
  public List<String> suggestions(String blockId, String actionId, String words) {
    Interactions.Outcome outcome =
        workspace
            .interactions
            .suggest(
                who,
                new Interactions.Spot(null, null, false, shown),
                blockId,
                actionId,
                words)
            .join();
    JsonNode answer = outcome.answer();
    return answer == null
        ? List.of()
        : answer.findValuesAsString("value").stream().distinct().toList();
  }

  static JsonNode simple(@Nullable Object value) {
    if (value == null) {
      return Json.array();
    }
    if (value instanceof Collection<?> many) {
      ArrayNode array = Json.array();
      many.forEach(one -> array.add(String.valueOf(one)));
      return array;
    }
    ObjectNode holder = Json.object().put("v", String.valueOf(value));
    return holder.path("v");
  }

  @Override
  public String toString() {
    return text();
  }
}
