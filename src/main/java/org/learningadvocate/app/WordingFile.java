package org.learningadvocate.app;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.learningadvocate.chat.Wording;

/** The workspace's own texts, in the place of the bot's: a file of {@code key = text} lines. */
final class WordingFile {

  private WordingFile() {}

  /**
   * What the bot says here.
   *
   * @throws Failure where the file is missing or broken, with all that is wrong in it
   */
  static Wording wording(Settings.House house) {
    var wording = Wording.of(house.language());
    var file = house.wording();
    if (file == null) {
      return wording;
    }
    var problems = problems(house, file);
    if (!problems.isEmpty()) {
      throw Failure.wrongUse(
          problems.stream()
              .map(problem -> "wording: " + file + ": " + problem)
              .collect(Collectors.joining("\n")));
    }
    try {
      return wording.with(read(file));
    } catch (IOException e) {
      throw Failure.wrongUse("wording: " + file + ": " + unreadable());
    }
  }

  /** What must be mended before the file can be used; empty where it is sound. */
  static List<String> problems(Settings.House house, Path file) {
    try {
      return Wording.of(house.language()).objections(read(file));
    } catch (CharacterCodingException e) {
      return List.of("is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      return List.of(unreadable());
    } catch (IllegalArgumentException e) {
      return List.of("holds a broken \\u escape; write the letter itself");
    }
  }

  private static String unreadable() {
    return "cannot be read; it should be a file with lines of the form key = text";
  }

  private static Map<String, String> read(Path file) throws IOException {
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      var own = new Properties();
      own.load(reader);
      var texts = new TreeMap<String, String>();
      own.stringPropertyNames().forEach(key -> texts.put(key, own.getProperty(key)));
      return texts;
    }
  }
}
