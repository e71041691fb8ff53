package org.learningadvocate.app;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.brief.BriefTexts;
import org.learningadvocate.brief.FactsTexts;
import org.learningadvocate.brief.ThreadTexts;
import org.learningadvocate.catalog.LookupTexts;
import org.learningadvocate.catalog.PrioritiesTexts;
import org.learningadvocate.catalog.RolloutsTexts;
import org.learningadvocate.chat.Mistake;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.conversation.AskTexts;
import org.learningadvocate.conversation.CorrectTexts;
import org.learningadvocate.conversation.TalkTexts;
import org.learningadvocate.digest.DigestTexts;
import org.learningadvocate.home.EntryTexts;
import org.learningadvocate.home.HelpTexts;
import org.learningadvocate.home.HomeTexts;
import org.learningadvocate.home.RequestTexts;
import org.learningadvocate.home.SettingsTexts;
import org.learningadvocate.question.AnswerFormTexts;
import org.learningadvocate.question.QuestionTexts;
import org.learningadvocate.reminder.ReminderTexts;
import org.learningadvocate.request.KindTexts;
import org.learningadvocate.request.ReasonTexts;
import org.learningadvocate.slack.SlackTexts;

/** The workspace's own texts, in the place of the bot's: a file of {@code key = text} lines. */
final class WordingFile {

  /** All that the bot says, by the interfaces in which its features ask for it. */
  static final List<Class<?>> TEXTS =
      List.of(
          AnswerFormTexts.class,
          AskTexts.class,
          BriefTexts.class,
          CorrectTexts.class,
          DigestTexts.class,
          EntryTexts.class,
          FactsTexts.class,
          HelpTexts.class,
          HomeTexts.class,
          KindTexts.class,
          LookupTexts.class,
          PrioritiesTexts.class,
          QuestionTexts.class,
          ReminderTexts.class,
          ReasonTexts.class,
          RequestTexts.class,
          RolloutsTexts.class,
          SettingsTexts.class,
          SlackTexts.class,
          TalkTexts.class,
          ThreadTexts.class);

  private WordingFile() {}

  /**
   * What the bot says here.
   *
   * @param file the workspace's own texts; null where it has none
   * @throws Failure where the file is missing or broken, with all that is wrong in it
   */
  static Wording wording(String language, @Nullable Path file) {
    var wording = Wording.of(language);
    if (file == null) {
      return wording;
    }
    var problems = problems(language, file);
    if (!problems.isEmpty()) {
      throw Failure.wrongUse(
          problems.stream()
              .map(problem -> "wording: " + file + problem)
              .collect(Collectors.joining("\n")));
    }
    try {
      return wording.with(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Failure.wrongUse("wording: " + file + unreadable());
    }
  }

  /**
   * What must be mended before the file can be used, each after its name; empty where it is sound.
   */
  static List<String> problems(String language, Path file) {
    try {
      var own = Files.readString(file, StandardCharsets.UTF_8);
      return Wording.of(language).mistakes(own, TEXTS).stream().map(WordingFile::after).toList();
    } catch (CharacterCodingException e) {
      return List.of(": is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      return List.of(unreadable());
    }
  }

  private static String after(Mistake mistake) {
    return ", " + mistake;
  }

  private static String unreadable() {
    return ": cannot be read; it should be a file with lines of the form key = text";
  }
}
