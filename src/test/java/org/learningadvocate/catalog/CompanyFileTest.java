package org.learningadvocate.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.learningadvocate.catalog.CompanyFile.Faulty;
import org.learningadvocate.catalog.CompanyFile.Good;

class CompanyFileTest {
  private static final String WHOLE =
      """
      company: Acme
      timezone: America/Chicago
      locale: en-US
      priorities:
        - id: close-faster
          title: Fewer days to close the books
          description: From 9 days to 5.
          owner: Ken Abara
          starts: 2026-07-01
          ends: 2027-03-31
          source: https://wiki.example.com/goals
          reviewed: 2026-09-01
          aliases: [fast close, "month end: 5 days"]
      initiatives:
        - id: new-pos
          title: New point of sale
          description: Every store moves.
          owner: Ken Abara
          audience: [store associates, store managers]
          starts: 2026-09-14
          ends: 2026-11-06
      people:
        - name: Ken Abara
          role: CFO
          covers: [finance, month end]
          slack: U012ABC
          email: ken@example.com
      audiences:
        sales: [field reps, inside sales]
      """;

  @Test
  void everyFieldOfTheFormIsRead() {
    var company = company(WHOLE);

    assertThat(company.name()).isEqualTo("Acme");
    assertThat(company.zone()).isEqualTo(ZoneId.of("America/Chicago"));
    assertThat(company.locale()).isEqualTo(Locale.US);
    assertThat(company.catalogue().priorities())
        .containsExactly(
            new Priority(
                "close-faster",
                "Fewer days to close the books",
                "From 9 days to 5.",
                "Ken Abara",
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2027, 3, 31),
                "https://wiki.example.com/goals",
                LocalDate.of(2026, 9, 1),
                List.of("fast close", "month end: 5 days")));
    assertThat(company.catalogue().initiatives())
        .singleElement()
        .satisfies(
            i -> assertThat(i.audience()).containsExactly("store associates", "store managers"))
        .satisfies(i -> assertThat(i.source()).isNull());
    assertThat(company.catalogue().people())
        .containsExactly(
            new Contact(
                "Ken Abara", "CFO", List.of("finance", "month end"), "U012ABC", "ken@example.com"));
    assertThat(company.catalogue().audiences())
        .isEqualTo(Map.of("sales", List.of("field reps", "inside sales")));
  }

  @Test
  void allMistakesAreSaidAtOnceWithTheirPlace() {
    assertThat(
            mistakes(
                """
                company: Acme
                timezone: America/Chicgo
                locale: english
                priorites: []
                priorities:
                  - id: a
                    title: First
                    description: One.
                    owner: Ken
                    starts: 2026-02-30
                    ends: 2027-03-31
                  - id: a
                    title: [no, text]
                    description:
                    owner: Ken
                    starts: 2026-07-01
                    ends: 2026-06-30
                    colour: red
                    source: our wiki
                initiatives:
                  - title: Nameless
                    description: x
                    owner: Ken
                    audience: everyone
                    starts: 1.9.2026
                    ends: 2026-09-30
                people:
                  - Ken
                  - name: Ana
                    role: Lead
                    covers: [a]
                    slack: "@ana"
                """))
        .containsExactly(
            "line 2, column 11: the file: timezone is \"America/Chicgo\" and should be a zone like"
                + " America/Chicago; did you mean America/Chicago?",
            "line 3, column 9: the file: locale is \"english\" and should be like en-US or de-CH",
            "line 4, column 1: the file has an unknown key priorites; did you mean priorities?",
            "line 10, column 13: priority a: starts is \"2026-02-30\" and should be a date that"
                + " exists, like 2026-09-30",
            "line 12, column 9: priority a: id a stands already in line 6; choose another",
            "line 13, column 12: priority a: title should be a text, but is a list",
            "line 14, column 17: priority a: description is empty; write its value behind the"
                + " colon",
            "line 17, column 11: priority a: ends 2026-06-30 lies before starts 2026-07-01",
            "line 18, column 5: priority a has an unknown key colour; known are id, title,"
                + " description, owner, starts, ends, source, reviewed, aliases",
            "line 19, column 13: priority a: source is \"our wiki\" and should be a link that"
                + " starts with https://",
            "line 21, column 5: initiative Nameless has no id; add id: …",
            "line 24, column 15: initiative Nameless: audience should be a list like [one, two],"
                + " but is the text \"everyone\"",
            "line 25, column 13: initiative Nameless: starts is \"1.9.2026\" and should be a date"
                + " that exists, like 2026-09-30",
            "line 28, column 5: person should be a map with name, role, covers, but is the text"
                + " \"Ken\"",
            "line 32, column 12: person Ana: slack is \"@ana\" and should be a user id like"
                + " U012ABCDEF");
  }

  @Test
  void brokenYamlIsSaidWithItsPlace() {
    assertThat(mistakes("company: Acme\npriorities: [a, b\nlocale: en-US\n"))
        .singleElement()
        .asString()
        .startsWith("line 3, column 7: this is no YAML: ");
    assertThat(mistakes("company: \u0000")).singleElement().asString().contains("no YAML");
    assertThat(mistakes("")).singleElement().asString().contains("the file is empty");
    assertThat(mistakes("- a\n- b"))
        .containsExactly(
            "line 1, column 1: the file should be a map with company, timezone, locale, but is a"
                + " list");
  }

  @Test
  void aListThatContainsItselfIsAMistakeAndNoEndlessLoop() {
    assertThat(mistakes("company: &a [*a]\ntimezone: UTC\nlocale: en-US\n"))
        .containsExactly("line 1, column 10: the file: company should be a text, but is a list");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    var company = company(WHOLE);
    var text = CompanyFile.export(company);

    assertThat(company(text)).isEqualTo(company);
    assertThat(text).startsWith(WHOLE.substring(0, WHOLE.indexOf("    source")));
  }

  @Property(tries = 200)
  void whateverPeopleWriteSurvivesTheFile(
      @ForAll("words") String title, @ForAll("words") String alias) {
    var priority =
        new Priority(
            title,
            title,
            alias,
            title,
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 1, 1),
            null,
            null,
            List.of(alias, title));
    var company =
        new Company(
            alias,
            ZoneId.of("UTC"),
            Locale.UK,
            new Catalogue(List.of(priority), List.of(), List.of(), Map.of(alias, List.of(title))));

    assertThat(company(CompanyFile.export(company))).isEqualTo(company);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings()
        .withChars("aé日:#-?{}[],&*!|>'\"%@`~\\ \t01.0\n")
        .ofMinLength(1)
        .ofMaxLength(12)
        .map(String::strip)
        .filter(s -> !s.isBlank())
        .map(s -> s.length() % 3 == 0 ? s + "😀" : s);
  }

  private static Company company(String yaml) {
    var result = CompanyFile.read(yaml);
    assertThat(result).isInstanceOf(Good.class);
    return ((Good) result).company();
  }

  private static List<String> mistakes(String yaml) {
    var result = CompanyFile.read(yaml);
    assertThat(result).isInstanceOf(Faulty.class);
    return ((Faulty) result).mistakes().stream().map(Object::toString).toList();
  }
}
