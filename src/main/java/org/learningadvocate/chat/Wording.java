package org.learningadvocate.chat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /** Whether there is such a text. */
  public boolean has(String key) {
    return texts.getProperty(key) != null;
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
