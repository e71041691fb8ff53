package org.learningadvocate.slack;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.UsersSelectElement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a form's fields were filled in with when it was opened, as marks beside its context: what a
 * person left as it was is no news, also where it is no longer true by the time the form is sent.
 */
final class Prefilled {

  /** The most that Slack carries along with a form. */
  private static final int METADATA = 3_000;

  private Prefilled() {}

  /** What is carried along: the context, and a mark for each field that holds something. */
  static String metadata(String context, List<LayoutBlock> blocks) {
    var metadata = new StringBuilder(context);
    for (var block : blocks) {
      String initial = block instanceof InputBlock input ? initial(input.getElement()) : null;
      if (initial != null) {
        metadata.append('\n').append(block.getBlockId()).append('=').append(mark(initial));
      }
    }
    return metadata.length() <= METADATA ? metadata.toString() : context;
  }

  private static @Nullable String initial(BlockElement element) {
    if (element instanceof PlainTextInputElement text) {
      return text.getInitialValue();
    }
    if (element instanceof StaticSelectElement choice) {
      return choice.getInitialOption() == null ? null : choice.getInitialOption().getValue();
    }
    if (element instanceof DatePickerElement day) {
      return day.getInitialDate();
    }
    return element instanceof UsersSelectElement member ? member.getInitialUser() : null;
  }

  /** Without the marks. */
  static String context(String metadata) {
    int end = metadata.indexOf('\n');
    return end < 0 ? metadata : metadata.substring(0, end);
  }

  /**
   * The fields that hold something else than at first, those emptied included.
   *
   * @param values what was filled in; fields left blank are absent
   */
  static Set<String> touched(String metadata, Map<String, String> values) {
    var marks = new HashMap<String, String>();
    metadata.lines().skip(1).forEach(line -> put(marks, line));
    var touched = new HashSet<>(marks.keySet());
    touched.addAll(values.keySet());
    touched.removeIf(
        field -> {
          String value = values.get(field);
          return value != null && mark(value).equals(marks.get(field));
        });
    return touched;
  }

  private static void put(Map<String, String> marks, String line) {
    int equals = line.lastIndexOf('=');
    if (equals > 0) {
      marks.put(line.substring(0, equals), line.substring(equals + 1));
    }
  }

  /** Short, since many fields have to fit; blanks are not told apart, since Slack may mend them. */
  private static String mark(String text) {
    return Integer.toHexString(text.strip().replaceAll("\\s+", " ").hashCode());
  }
}
