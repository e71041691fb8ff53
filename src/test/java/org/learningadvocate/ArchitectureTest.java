package org.learningadvocate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which package may know which: the arrows of the design, held. */
class ArchitectureTest {

  private static final String BASE = "org.learningadvocate.";

  /** What each package may use, besides itself. Only {@code app} may use everything. */
  private static final Map<String, List<String>> ARROWS = new TreeMap<>();

  private static final String[] FEATURE = {
    "brief", "question", "homework", "request", "catalog", "delivery", "chat", "store"
  };

  static {
    arrow("sandbox");
    arrow("chat");
    arrow("store");
    arrow("meaning");
    arrow("delivery", "chat", "store");
    arrow("slack", "delivery", "chat", "store");
    arrow("request", "meaning", "chat", "store");
    arrow("catalog", "meaning", "chat", "store");
    arrow("homework", "request", "catalog", "meaning", "chat", "store");
    arrow("question", "homework", "request", "meaning", "chat");
    arrow("brief", "question", "homework", "request", "catalog", "chat");
    arrow("preview", "brief", "question", "homework", "request", "catalog", "meaning", "chat");
    arrow("reminder", FEATURE);
    arrow("digest", FEATURE);
    arrow("home", FEATURE);
    // The conversation alone knows the order of things, and when to remind is part of it.
    arrow(
        "conversation",
        Stream.concat(Stream.of("reminder"), Stream.of(FEATURE)).toArray(String[]::new));
  }

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.learningadvocate");

  private static void arrow(String from, String... to) {
    ARROWS.put(from, List.of(to));
  }

  @TestFactory
  Stream<DynamicTest> eachPackageUsesOnlyWhatItMay() {
    return ARROWS.entrySet().stream()
        .map(
            arrow ->
                DynamicTest.dynamicTest(
                    arrow.getKey() + " → " + String.join(", ", arrow.getValue()),
                    () -> follows(arrow.getKey(), arrow.getValue())));
  }

  private static void follows(String from, List<String> to) {
    var forbidden =
        Stream.concat(ARROWS.keySet().stream(), Stream.of("app"))
            .filter(name -> !name.equals(from) && !to.contains(name))
            .map(ArchitectureTest::within)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(within(from))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .allowEmptyShould(true)
        .check(OURS);
  }

  @Test
  void everyClassIsInAPackageWithAnArrow() {
    var known =
        Stream.concat(ARROWS.keySet().stream(), Stream.of("app"))
            .map(ArchitectureTest::within)
            .toArray(String[]::new);
    classes().should().resideInAnyPackage(known).check(OURS);
  }

  @Test
  void noPackagesAreKnottedTogether() {
    slices().matching(BASE + "(*)..").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void onlySlackSpeaksWithSlacksLibraries() {
    onlyIn("slack", "com.slack..");
  }

  @Test
  void onlyStoreSpeaksJdbc() {
    onlyIn("store", "java.sql..", "com.zaxxer..", "org.flywaydb..", "org.sqlite..");
  }

  @Test
  void onlyAppKnowsTheScheduler() {
    onlyIn("app", "com.github.kagkarlsson..");
  }

  @Test
  void onlyAppReadsTheEnvironment() {
    noClasses()
        .that()
        .resideOutsideOfPackage(within("app"))
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(OURS);
  }

  @Test
  void packagesAreNamedAfterWhatTheyDoForPeople() {
    var pockets =
        Stream.of("util", "utils", "common", "model", "service", "impl", "helper", "misc")
            .map(name -> ".." + name + "..")
            .toArray(String[]::new);
    noClasses().should().resideInAnyPackage(pockets).check(OURS);
  }

  private static void onlyIn(String home, String... libraries) {
    noClasses()
        .that()
        .resideOutsideOfPackage(within(home))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .allowEmptyShould(true)
        .because(String.join(", ", Arrays.asList(libraries)) + " are for " + home + " alone")
        .check(OURS);
  }

  private static String within(String name) {
    return BASE + name + "..";
  }
}
