package org.learningadvocate.chat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form to fill in.
 *
 * @param id which form it is; comes back in {@link Incoming.Submitted}
 * @param title up to 24 characters
 * @param submit the label of its button, up to 24 characters
 * @param context comes back as it is: the subject first, like a control's value; up to 3,000
 *     characters
 */
public record Form(String id, String title, String submit, String context, List<Field> fields) {

  public Form {
    fields = List.copyOf(fields);
  }

  /** What the fields are filled in with beforehand, by field id; those left blank are absent. */
  public Map<String, String> initials() {
    var initials = new HashMap<String, String>();
    for (Field field : fields) {
      if (field instanceof Field.Text text) {
        put(initials, text.id(), text.initial());
      } else if (field instanceof Field.Choose choose) {
        put(initials, choose.id(), choose.initial());
      } else if (field instanceof Field.Day day) {
        put(initials, day.id(), day.initial() == null ? null : day.initial().toString());
      } else if (field instanceof Field.Member member) {
        put(initials, member.id(), member.initial());
      }
    }
    return initials;
  }

  private static void put(Map<String, String> initials, String id, @Nullable String initial) {
    if (initial != null && !initial.isBlank()) {
      initials.put(id, initial);
    }
  }

  /** One line of a form. Ids come back as keys of {@link Incoming.Submitted#values}. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Field.Explanation.class, name = "explanation"),
    @JsonSubTypes.Type(value = Field.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Field.Choose.class, name = "choose"),
    @JsonSubTypes.Type(value = Field.Day.class, name = "day"),
    @JsonSubTypes.Type(value = Field.Member.class, name = "member")
  })
  public sealed interface Field {

    /** Words between the fields. */
    record Explanation(Words words) implements Field {}

    /** Free text; {@code initial} longer than {@code most} characters is left out. */
    record Text(
        String id,
        String label,
        @Nullable String hint,
        @Nullable String initial,
        int most,
        boolean lines,
        boolean optional)
        implements Field {}

    /** One of several; the value that comes back is the choice's. */
    record Choose(
        String id,
        String label,
        @Nullable String hint,
        List<Control.Choice> choices,
        @Nullable String initial,
        boolean optional)
        implements Field {
      public Choose {
        choices = List.copyOf(choices);
      }
    }

    /** A day; comes back as an ISO date. */
    record Day(
        String id,
        String label,
        @Nullable String hint,
        java.time.@Nullable LocalDate initial,
        boolean optional)
        implements Field {}

    /** A member of the workspace; comes back as a user id. */
    record Member(
        String id, String label, @Nullable String hint, @Nullable String initial, boolean optional)
        implements Field {}
  }
}
