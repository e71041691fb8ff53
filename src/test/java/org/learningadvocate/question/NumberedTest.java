package org.learningadvocate.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberedTest {
  @Test
  void peopleNumberTheirAnswersInManyWays() {
    assertThat(parts("1. yes 2. no")).isEqualTo("{1=yes, 2=no}");
    assertThat(parts("1) yes\n2) no")).isEqualTo("{1=yes, 2=no}");
    assertThat(parts("1 keep them 2 legion in feb 3. nope 4. Dana"))
        .isEqualTo("{1=keep them, 2=legion in feb, 3=nope, 4=Dana}");
    assertThat(parts("Q1 yes: it is. Q2 Mo. Q3 bits")).isEqualTo("{1=yes: it is., 2=Mo., 3=bits}");
    assertThat(parts("#4, last nov was bad")).isEqualTo("{4=, last nov was bad}");
    assertThat(parts("1 and 3: no")).isEqualTo("{1=no, 3=no}");
    assertThat(parts("2 & 4, no idea")).isEqualTo("{2=, no idea, 4=, no idea}");
    assertThat(parts("3-4: none")).isEqualTo("{3=none, 4=none}");
    assertThat(parts("2 - a new unit")).isEqualTo("{2=a new unit}");
    assertThat(parts("ok. 1 zero harm, 2 e-belts, 3 Arjun"))
        .isEqualTo("{1=zero harm, 2=e-belts, 3=Arjun}");
    assertThat(parts("nothing new (4). The audit in May (5)."))
        .isEqualTo("{4=nothing new, 5=The audit in May}");
  }

  @Test
  void ordinalsAreNumbersToo() {
    assertThat(ordinals("first one: nothing. second one: the audit", 2))
        .isEqualTo("{1=first one: nothing., 2=second one: the audit}");
    assertThat(ordinals("last one: no idea", 4)).isEqualTo("{4=last one: no idea}");
  }

  @Test
  void otherNumbersAreNoQuestions() {
    assertThat(parts("from 9 days to 5")).isEqualTo("{}");
    assertThat(parts("we have 40 a weekend, want under 5")).isEqualTo("{}");
    assertThat(parts("2:30 is better")).isEqualTo("{}");
    assertThat(parts("3% on a good day")).isEqualTo("{}");
    assertThat(parts("9 days")).isEqualTo("{}");
  }

  private static String parts(String text) {
    var found = new java.util.TreeMap<Integer, String>();
    Numbered.of(text, 6).parts.forEach((n, part) -> found.put(n, part.words()));
    return found.toString();
  }

  private static String ordinals(String text, int asked) {
    var found = new java.util.TreeMap<Integer, String>();
    Numbered.of(text, asked).ordinal.forEach((n, part) -> found.put(n, part.words()));
    return found.toString();
  }
}
