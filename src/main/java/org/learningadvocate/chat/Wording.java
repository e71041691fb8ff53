package org.learningadvocate.chat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the bot says, from one file per language; a workspace may override single texts. */
public final class Wording {

  private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}|\\*([^*]+)\\*");

  private final Properties texts;

  private Wording(Properties texts) {
    this.texts = texts;
  }

  /**
   * The texts of a language.
   *
   * @throws IllegalArgumentException where there are none
   */
  public static Wording of(String language) {
    var texts = new Properties();
    try (var in = Wording.class.getResourceAsStream("wording_" + language + ".properties")) {
      if (in == null) {
        throw new IllegalArgumentException("no texts for language " + language);
      }
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        texts.load(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Wording(texts);
  }

  /** The same with some texts of the workspace's own. */
  public Wording with(Map<String, String> own) {
    var all = new Properties();
    all.putAll(texts);
    all.putAll(own);
    return new Wording(all);
  }

  /**
   * What is wrong with texts that should stand in the place of these, in a person's words: a key
   * that there is not, an empty text, a hole that nothing fills.
   */
  public List<String> objections(Map<String, String> own) {
    var objections = new ArrayList<String>();
    own.forEach(
        (key, text) -> {
          var known = texts.getProperty(key);
          if (known == null) {
            objections.add("there is no text " + key + nearest(key));
          } else if (text.isBlank()) {
            objections.add(key + " is empty; leave the line out to keep the bot's own text");
          } else {
            var filled = holes(known);
            holes(text).stream()
                .filter(hole -> !filled.contains(hole))
                .forEach(
                    hole ->
                        objections.add(
                            key
                                + ": nothing fills in {"
                                + hole
                                + "}; "
                                + (filled.isEmpty()
                                    ? "this text has nothing to fill in"
                                    : "there is {" + String.join("}, {", filled) + "}")));
          }
        });
    return objections;
  }

  /** The text meant, where a key is all but right. */
  private String nearest(String key) {
    var start = key.contains(".") ? key.substring(0, key.lastIndexOf('.')) : key;
    return texts.stringPropertyNames().stream()
        .filter(known -> known.startsWith(start))
        .sorted()
        .limit(3)
        .reduce((one, other) -> one + ", " + other)
        .map(some -> "; there is " + some)
        .orElse("");
  }

  private static Set<String> holes(String text) {
    return HOLE.matcher(text)
        .results()
        .map(hole -> hole.group(1))
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A text with nothing to fill in. */
  public Words say(String key) {
    return say(key, Map.of());
  }

  /**
   * A text with its holes filled, whose stars make bold.
   *
   * @throws IllegalArgumentException where there is no such text
   */
  public Words say(String key, Map<String, Words> holes) {
    String text = text(key);
    var words = Words.NONE;
    Matcher hole = HOLE.matcher(text);
    int from = 0;
    while (hole.find()) {
      words = words.then(text.substring(from, hole.start()));
      words =
          hole.group(1) != null
              ? words.then(holes.getOrDefault(hole.group(1), Words.NONE))
              : words.bold(hole.group(2));
      from = hole.end();
    }
    return words.then(text.substring(from));
  }

  /**
   * The same where no markup can stand: on a button, in a form's label, within an answer.
   *
   * @throws IllegalArgumentException where there is no such text
   */
  public String text(String key, Map<String, String> holes) {
    return HOLE.matcher(text(key))
        .replaceAll(
            hole ->
                Matcher.quoteReplacement(
                    hole.group(1) != null ? holes.getOrDefault(hole.group(1), "") : hole.group(2)));
  }

  private String text(String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key);
    }
    return text;
  }
}
