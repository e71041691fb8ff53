package org.learningadvocate.catalog;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** The company's catalogue as a YAML file that people keep: read with all its mistakes, written. */
public final class CompanyFile {
  private CompanyFile() {}

  /** What became of reading a file: a company, or everything that must be mended first. */
  public sealed interface Result {}

  /**
   * A file without mistakes.
   *
   * @param company what it says
   */
  public record Good(Company company) implements Result {}

  /**
   * A file that cannot be used yet.
   *
   * @param mistakes all of them, in the order of the file; never empty
   */
  public record Faulty(List<Mistake> mistakes) implements Result {
    public Faulty {
      mistakes = List.copyOf(mistakes);
    }
  }

  /**
   * One thing to mend.
   *
   * @param line where it stands, from 1
   * @param column where it stands, from 1
   * @param message what is there and what it should be, in a person's words
   */
  public record Mistake(int line, int column, String message) {
    @Override
    public String toString() {
      return "line " + line + ", column " + column + ": " + message;
    }
  }

  /** Reads the text of a file. A person's mistake is part of the result, never an exception. */
  public static Result read(String yaml) {
    // A byte order mark is invisible in an editor; nobody could mend it.
    var text = yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml;
    Optional<Node> root;
    try {
      root = new Compose(LoadSettings.builder().setLabel("catalogue").build()).composeString(text);
    } catch (MarkedYamlEngineException e) {
      return faulty(e.getProblemMark().or(e::getContextMark), sentence(e));
    } catch (YamlEngineException e) {
      return faulty(Optional.empty(), "this is no YAML: " + e.getMessage());
    }
    if (root.isEmpty()) {
      return faulty(
          Optional.empty(), "the file is empty; it should start with company, timezone and locale");
    }
    return new CompanyNodes().read(root.get());
  }

  /** Writes a company in the form that {@link #read} takes; what is unknown is left out. */
  public static String export(Company company) {
    return CompanyText.of(company);
  }

  private static Faulty faulty(Optional<Mark> mark, String message) {
    return new Faulty(
        List.of(
            new Mistake(
                mark.map(Mark::getLine).orElse(0) + 1,
                mark.map(Mark::getColumn).orElse(0) + 1,
                message)));
  }

  private static String sentence(MarkedYamlEngineException e) {
    // The engine's context ("while scanning …") is null where it has nothing to add.
    var context = e.getContext() == null ? "" : " (" + e.getContext() + ")";
    return "this is no YAML: " + e.getProblem() + context;
  }
}
