package org.learningadvocate.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Where people are spoken to, no words stand in the code that a workspace could not change. */
class UnspokenTest {

  private static final Path SOURCES = Path.of("src/main/java/org/learningadvocate");

  /** Two words and ten letters: no key, no column, no name. */
  private static final Pattern SENTENCE = Pattern.compile("\\p{L}{2,}[ ,]+\\p{L}{2,}");

  private static final int LETTERS = 10;

  /** What people type, letter by letter, in the order of the alphabet. */
  private static final List<String> TYPED =
      List.of(
          "/advocate brief",
          "/advocate digest",
          "/advocate help",
          "/advocate open",
          "/advocate open all",
          "/advocate settings",
          "catalog export FILE",
          "catalog import company.yaml",
          "priorities onboarding");

  @Test
  void everySentenceStandsInTheWordingFile() throws IOException {
    var found = new TreeSet<String>();
    for (var feature : List.of("brief", "conversation", "digest", "home", "reminder")) {
      found.addAll(sentences(SOURCES.resolve(feature)));
    }
    assertThat(found).containsExactlyElementsOf(TYPED);
  }

  private static List<String> sentences(Path folder) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var found = new ArrayList<String>();
    try (Stream<Path> files = Files.list(folder);
        var manager = compiler.getStandardFileManager(null, null, null)) {
      var sources = manager.getJavaFileObjectsFromPaths(files.toList());
      var task = (JavacTask) compiler.getTask(null, manager, null, null, null, sources);
      for (var unit : task.parse()) {
        new Literals(found).scan(unit, null);
      }
    }
    return found;
  }

  /** Gathers sentences that are not for the log, an exception, a pattern or the database. */
  private static final class Literals extends TreeScanner<Void, Void> {

    private static final Pattern NOT_FOR_PEOPLE =
        Pattern.compile("log\\.\\w+|Pattern\\.compile|tx\\.\\w+|.*\\.(?:matches|replaceAll)");

    private final List<String> found;

    Literals(List<String> found) {
      this.found = found;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
      var called = call.getMethodSelect().toString().replaceAll("\\s", "");
      return NOT_FOR_PEOPLE.matcher(called).matches()
          ? null
          : super.visitMethodInvocation(call, none);
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void none) {
      return made.getIdentifier().toString().endsWith("Exception")
          ? null
          : super.visitNewClass(made, none);
    }

    @Override
    public Void visitAnnotation(AnnotationTree annotation, Void none) {
      return null;
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void none) {
      if (literal.getValue() instanceof String text
          && SENTENCE.matcher(text).find()
          && text.chars().filter(Character::isLetter).count() >= LETTERS) {
        found.add(text);
      }
      return null;
    }
  }
}
