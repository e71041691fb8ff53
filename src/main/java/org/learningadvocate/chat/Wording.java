package org.learningadvocate.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the bot says, from one file per language; a workspace may override single texts.
 *
 * <p>A feature asks for its texts by an interface of its own, whose methods are the texts and whose
 * parameters are what is filled in: {@code Words overlap(String rollout, String people)} of the
 * group {@code thread} is the line {@code thread.overlap = {rollout} reaches {people}}. So a text
 * that is missing, or that names something nobody fills in, is found when the interface is asked
 * for, which is at the start.
 */
public final class Wording {

  /** The first part of the keys of an interface's texts. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  public @interface Group {
    String value();
  }

  /** Where a text is shown; without it, in a line of a message. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  public @interface On {
    Spot value();
  }

  private final String language;
  private final Map<String, String> texts;

  private Wording(String language, Map<String, String> texts) {
    this.language = language;
    this.texts = texts;
  }

  /**
   * The texts of a language.
   *
   * @param language for example {@code en}
   * @throws IllegalArgumentException where there are none, or their file is broken
   */
  public static Wording of(String language) {
    try (var in = Wording.class.getResourceAsStream("wording_" + language + ".properties")) {
      if (in == null) {
        throw new IllegalArgumentException("no texts for language " + language);
      }
      var mistakes = new ArrayList<Mistake>();
      var lines = TextLine.all(new String(in.readAllBytes(), StandardCharsets.UTF_8), mistakes);
      if (!mistakes.isEmpty()) {
        throw new IllegalArgumentException("the texts of " + language + ": " + mistakes);
      }
      return new Wording(language, byKey(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The same with some texts of the workspace's own.
   *
   * @param file lines of the form {@code key = text}, in which {@link #mistakes} finds none
   */
  public Wording with(String file) {
    var all = new HashMap<>(texts);
    all.putAll(byKey(TextLine.all(file, new ArrayList<>())));
    return new Wording(language, all);
  }

  private static Map<String, String> byKey(List<TextLine> lines) {
    var texts = new HashMap<String, String>();
    lines.forEach(line -> texts.put(line.key(), line.text()));
    return Map.copyOf(texts);
  }

  /**
   * What must be mended before a workspace's own texts can stand in the place of these.
   *
   * @param file lines of the form {@code key = text}
   * @param kinds the interfaces by which all texts are asked for
   * @return all of it, in the order of the file
   */
  public List<Mistake> mistakes(String file, List<Class<?>> kinds) {
    var mistakes = new ArrayList<Mistake>();
    var known = new TreeMap<String, Phrase>();
    kinds.forEach(kind -> phrases(kind).forEach(one -> known.put(one.key(), one)));
    for (var line : TextLine.all(file, mistakes)) {
      var phrase = known.get(line.key());
      if (phrase == null) {
        mistakes.add(
            line.atKey("there is no text " + line.key() + "; did you mean " + near(line, known)));
      } else {
        phrase.objections(line, mistakes);
      }
    }
    mistakes.sort(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column));
    return mistakes;
  }

  /** The text meant, where a key is all but right. */
  private static String near(TextLine line, Map<String, Phrase> known) {
    return known.keySet().stream()
            .max(Comparator.comparingInt((String one) -> alike(one, line.key())))
            .orElse("")
        + "?";
  }

  private static int alike(String one, String other) {
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same;
  }

  /**
   * What does not fit between this language's file and the interfaces, for a test and for the
   * start: a text that is missing, too long, or names something nobody fills in; a text that nobody
   * asks for.
   */
  public List<String> gaps(List<Class<?>> kinds) {
    var gaps = new ArrayList<String>();
    var unused = new TreeMap<>(texts);
    for (var kind : kinds) {
      try {
        for (var phrase : phrases(kind)) {
          unused.remove(phrase.key());
          var mistakes = new ArrayList<Mistake>();
          phrase.objections(TextLine.of(phrase.key(), phrase.text()), mistakes);
          mistakes.forEach(one -> gaps.add(phrase.key() + ": " + one.what()));
        }
      } catch (IllegalArgumentException e) {
        gaps.add(String.valueOf(e.getMessage()));
      }
    }
    unused.keySet().forEach(key -> gaps.add(key + ": nobody says this"));
    return gaps;
  }

  /**
   * Texts by the interface that names them.
   *
   * @throws IllegalArgumentException where a text is missing or names something that nobody fills
   *     in
   */
  public <T> T texts(Class<T> kind) {
    var said = new HashMap<Method, List<Phrase>>();
    phrases(kind)
        .forEach(one -> said.computeIfAbsent(one.method(), m -> new ArrayList<>()).add(one));
    return kind.cast(
        Proxy.newProxyInstance(
            kind.getClassLoader(), new Class<?>[] {kind}, new Speaker(kind, said, language)));
  }

  private List<Phrase> phrases(Class<?> kind) {
    var group = kind.getAnnotation(Group.class);
    if (group == null) {
      throw new IllegalArgumentException(kind.getName() + " names no group of texts");
    }
    var byMethod = new HashMap<String, List<String>>();
    texts.keySet().stream()
        .filter(key -> key.startsWith(group.value() + "."))
        .forEach(
            key -> {
              var rest = key.substring(group.value().length() + 1);
              var plain = Plurals.withoutCategory(rest);
              var name = texts.containsKey(group.value() + "." + plain + ".other") ? plain : rest;
              byMethod.computeIfAbsent(camelCase(name), n -> new ArrayList<>()).add(key);
            });
    var phrases = new ArrayList<Phrase>();
    for (var method : kind.getMethods()) {
      if (method.isDefault()) {
        continue;
      }
      var keys = byMethod.getOrDefault(method.getName(), List.of());
      if (keys.isEmpty()) {
        throw new IllegalArgumentException(
            "no text " + group.value() + "." + method.getName() + " for " + method);
      }
      if (keys.size() > 1 && !List.of(method.getParameterTypes()).contains(int.class)) {
        throw new IllegalArgumentException(method + " has no number to choose from " + keys);
      }
      keys.forEach(key -> phrases.add(Phrase.of(key, texts.getOrDefault(key, ""), method)));
    }
    return phrases;
  }

  /** As a method is called that says {@code still-true} or {@code still.true}. */
  private static String camelCase(String name) {
    var camel = new StringBuilder();
    for (var part : name.split("[.-]")) {
      camel.append(
          camel.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
    }
    return camel.toString();
  }

  /** Says the text whose method is called. */
  private record Speaker(Class<?> kind, Map<Method, List<Phrase>> said, String language)
      implements InvocationHandler {

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      var filled = arguments == null ? new Object[0] : arguments;
      var phrases = said.get(method);
      if (phrases != null) {
        return phrase(phrases, filled).say(filled);
      }
      if (method.isDefault()) {
        return InvocationHandler.invokeDefault(proxy, method, filled);
      }
      return switch (method.getName()) {
        case "equals" -> proxy == filled[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> kind.getSimpleName() + " in " + language;
      };
    }

    /** Of several forms the one for the number that is filled in. */
    private Phrase phrase(List<Phrase> phrases, Object[] filled) {
      if (phrases.size() == 1) {
        return phrases.get(0);
      }
      int number = 0;
      for (int i = filled.length - 1; i >= 0; i--) {
        number = filled[i] instanceof Integer one ? one : number;
      }
      var category = "." + Plurals.category(language, number);
      return phrases.stream()
          .filter(one -> one.key().endsWith(category))
          .findFirst()
          .or(() -> phrases.stream().filter(one -> one.key().endsWith(".other")).findFirst())
          .orElseThrow();
    }
  }
}
