package org.learningadvocate.chat;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One text and the method that says it. {@code {name}} is filled in with the parameter of that
 * name, {@code *stars*} make bold.
 *
 * @param fillers what is filled in, by name, in the order of the method's parameters
 */
record Phrase(String key, String text, Method method, List<String> fillers) {

  private static final Pattern HOLE = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)}|\\*");
  private static final Pattern BRACE = Pattern.compile("[{}]");

  /**
   * @throws IllegalArgumentException where the text names something that nobody fills in, or the
   *     method is none that can say a text
   */
  static Phrase of(String key, String text, Method method) {
    var fillers = Arrays.stream(method.getParameters()).map(Parameter::getName).toList();
    var phrase = new Phrase(key, text, method, fillers);
    boolean words = method.getReturnType() == Words.class;
    if (!words && method.getReturnType() != String.class) {
      throw new IllegalArgumentException(method + " should say Words or a String");
    }
    for (var parameter : method.getParameters()) {
      var type = parameter.getType();
      if (!parameter.isNamePresent()
          || (type != String.class && type != int.class && !(words && type == Words.class))) {
        throw new IllegalArgumentException(method + ": nothing can be filled in by " + parameter);
      }
    }
    var mistakes = new ArrayList<Mistake>();
    phrase.holes(TextLine.of(key, text), mistakes);
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(key + ": " + mistakes.get(0).what());
    }
    return phrase;
  }

  private Spot spot() {
    var on = method.getAnnotation(Wording.On.class);
    return on == null ? Spot.LINE : on.value();
  }

  /** What is wrong with a text that should stand in the place of this one. */
  void objections(TextLine own, List<Mistake> mistakes) {
    if (own.raw().isBlank()) {
      mistakes.add(own.atKey(key + " is empty; leave the line out to keep the bot's own text"));
      return;
    }
    holes(own, mistakes);
    var shown = HOLE.matcher(own.text()).replaceAll("").replace("*", "");
    int length = shown.codePointCount(0, shown.length());
    if (length > spot().most()) {
      mistakes.add(
          own.atText(
              0,
              key
                  + " has "
                  + length
                  + " characters; "
                  + spot().words()
                  + " takes up to "
                  + spot().most()));
    }
  }

  private void holes(TextLine own, List<Mistake> mistakes) {
    var left = new StringBuilder(own.raw());
    HOLE.matcher(own.raw())
        .results()
        .forEach(
            hole -> {
              for (int i = hole.start(); i < hole.end(); i++) {
                left.setCharAt(i, ' ');
              }
              if (!fillers().contains(hole.group(1))) {
                mistakes.add(
                    own.atText(
                        hole.start(),
                        key
                            + ": nothing fills in {"
                            + hole.group(1)
                            + "}; "
                            + (fillers().isEmpty()
                                ? "this text has nothing to fill in"
                                : "there is {" + String.join("}, {", fillers()) + "}")));
              }
            });
    var brace = BRACE.matcher(left);
    if (brace.find()) {
      mistakes.add(
          own.atText(brace.start(), key + ": a brace stands alone; what is filled in stands {so}"));
    }
    if (own.raw().chars().filter(letter -> letter == '*').count() % 2 == 1) {
      mistakes.add(
          own.atText(own.raw().lastIndexOf('*'), key + ": a star stands alone; *two* make bold"));
    }
  }

  /**
   * The text with what is filled in, in the order of the method's parameters.
   *
   * @return {@link Words}, or a String where no markup can stand
   */
  Object say(Object[] filled) {
    if (method.getReturnType() == String.class) {
      return HOLE.matcher(text.replace("*", ""))
          .replaceAll(hole -> Matcher.quoteReplacement(filler(hole.group(1), filled).toString()));
    }
    var spans = new ArrayList<Span>();
    boolean bold = false;
    int from = 0;
    var token = TOKEN.matcher(text);
    while (token.find()) {
      add(spans, text.substring(from, token.start()), bold);
      if (token.group(1) == null) {
        bold = !bold;
      } else {
        add(spans, filler(token.group(1), filled), bold);
      }
      from = token.end();
    }
    add(spans, text.substring(from), bold);
    return new Words(spans);
  }

  private Object filler(String name, Object[] filled) {
    return filled[fillers().indexOf(name)];
  }

  private static void add(List<Span> spans, Object what, boolean bold) {
    if (what instanceof Words words) {
      words.spans().forEach(span -> add(spans, span, bold));
    } else if (what instanceof Span span && !(what instanceof Span.Plain)) {
      spans.add(span);
    } else {
      var last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
      String text = what instanceof Span.Plain plain ? plain.text() : what.toString();
      if (bold && last instanceof Span.Bold before) {
        spans.set(spans.size() - 1, new Span.Bold(before.text() + text));
      } else if (!bold && last instanceof Span.Plain before) {
        spans.set(spans.size() - 1, new Span.Plain(before.text() + text));
      } else if (!text.isEmpty()) {
        spans.add(bold ? new Span.Bold(text) : new Span.Plain(text));
      }
    }
  }
}
