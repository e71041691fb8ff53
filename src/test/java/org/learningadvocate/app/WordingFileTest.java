package org.learningadvocate.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.learningadvocate.brief.ThreadTexts;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.question.QuestionTexts;

/** Every text has its place in the file, and a workspace's own texts are checked against it. */
class WordingFileTest {

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.learningadvocate");

  @TempDir private Path folder;

  @Test
  void everyTextOfTheFileIsSaidAndEveryTextThatIsSaidIsInTheFile() {
    assertThat(Wording.of("en").gaps(WordingFile.TEXTS)).isEmpty();
  }

  @Test
  void noFeatureHasTextsThatAreNotChecked() {
    var named =
        OURS.stream()
            .filter(one -> one.isAnnotatedWith(Wording.Group.class))
            .map(JavaClass::getName);
    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(
            WordingFile.TEXTS.stream().map(Class::getName).toList());
  }

  @Test
  void noTextIsKeptThatNobodySays() {
    var silent =
        WordingFile.TEXTS.stream()
            .flatMap(kind -> Arrays.stream(kind.getMethods()))
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .filter(
                method ->
                    OURS.get(method.getDeclaringClass())
                        .getMethod(method.getName(), method.getParameterTypes())
                        .getAccessesToSelf()
                        .isEmpty());
    assertThat(silent).isEmpty();
  }

  @Test
  void anOwnTextStandsInThePlaceOfTheBots() throws IOException {
    var wording =
        own(
            """
            # ours
            question.parallel = Anything *in the way*?
            thread.left.one = Just {count} to go
            thread.left.other = {number} more,\\n{count} in all
            """);

    assertThat(wording.texts(QuestionTexts.class).parallel().toString()).contains("in the way");
    var texts = wording.texts(ThreadTexts.class);
    assertThat(texts.left(1, "one").toString()).contains("Just one to go");
    assertThat(texts.left(3, "three").toString()).contains("3 more,\nthree in all");
    assertThat(texts.pick()).isEqualTo("Choose");
  }

  @Test
  void everythingWrongIsSaidAtOnceWithLineAndColumn() throws IOException {
    assertThatThrownBy(
            () ->
                own(
                    """
                    question.parallel = Anything in the way?
                    question.outcom = What changes?
                    question.horizon.due = What happens on {day}?
                      home.back =
                    home.add = %s
                    what is this
                    question.parallel = Again?
                    reminder.snooze = Not {now
                    thread.title = *Homework
                    thread.note.past = Past \\u2013 long past
                    thread.left.few = Some left
                    """
                        .formatted("Add ".repeat(20))))
        .isInstanceOf(Failure.class)
        .message()
        .contains("words.properties, line 2, column 1: there is no text question.outcom")
        .contains("did you mean question.outcome?")
        .contains("line 3, column 40: question.horizon.due: nothing fills in {day}; there is {due}")
        .contains("line 4, column 3: home.back is empty")
        .contains("line 5, column 12: home.add has 79 characters")
        .contains("a button or a choice takes up to 75")
        .contains("line 6, column 1: this is no line of the form key = text")
        .contains("line 7, column 1: question.parallel stands already in line 1")
        .contains("line 8, column 23: reminder.snooze: a brace stands alone")
        .contains("line 9, column 16: thread.title: a star stands alone")
        .contains("line 10, column 25: \\u means nothing here")
        .contains("line 11, column 1: there is no text thread.left.few");
  }

  @Test
  void aFileThatCannotBeReadSaysWhatItShouldBe() throws IOException {
    Files.write(folder.resolve("latin.properties"), new byte[] {'h', (byte) 0xE4, '\n'});

    assertThat(WordingFile.problems("en", folder.resolve("latin.properties")))
        .containsExactly(": is not UTF-8; save it as UTF-8");
    assertThat(WordingFile.problems("en", folder.resolve("none.properties")).get(0))
        .contains("lines of the form key = text");
  }

  private Wording own(String lines) throws IOException {
    var file = folder.resolve("words.properties");
    Files.writeString(file, lines);
    return WordingFile.wording("en", file);
  }
}
