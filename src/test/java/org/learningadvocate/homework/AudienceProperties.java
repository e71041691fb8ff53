package org.learningadvocate.homework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.meaning.WordsOnly;

/** Who shares people with whom, whatever the words. */
class AudienceProperties {

  /** A group and, over it, the one it is part of. */
  private record Part(String group, String whole) {}

  private static final List<String> NAMES = new ArrayList<>();
  private static final List<Part> PARTS = new ArrayList<>();

  static {
    var above = new ArrayList<String>();
    for (var line : Resource.lines("audiences.txt")) {
      int depth = (line.length() - line.stripLeading().length()) / 2;
      var name = line.substring(line.indexOf(':') + 1).split(",")[0].strip();
      above.subList(depth, above.size()).clear();
      above.forEach(whole -> PARTS.add(new Part(name, whole)));
      above.add(name);
      NAMES.add(name);
    }
  }

  private final Homework homework = Homework.over(Catalogue.EMPTY, new WordsOnly());

  @Provide
  Arbitrary<String> audiences() {
    return Combinators.combine(
            Arbitraries.of("", "our ", "all ", "the new ", "12 "), Arbitraries.of(NAMES))
        .as((before, name) -> before + name);
  }

  @Provide
  Arbitrary<Part> parts() {
    return Arbitraries.of(PARTS);
  }

  @Property
  void sharingPeopleGoesBothWays(
      @ForAll("audiences") String one, @ForAll("audiences") String other) {
    assertThat(homework.samePeople(one, other)).isEqualTo(homework.samePeople(other, one));
  }

  @Property
  void everyoneMeetsAll(@ForAll("audiences") String one) {
    assertThat(homework.samePeople("everyone", one)).isTrue();
    assertThat(homework.samePeople(one, "the whole company")).isTrue();
  }

  @Property
  void aGroupMeetsItselfAndWhatItIsPartOf(@ForAll("parts") Part part) {
    assertThat(homework.samePeople(part.group(), part.group())).isTrue();
    assertThat(homework.samePeople(part.group(), part.whole())).isTrue();
  }

  @Property
  void theCompanysTableJoinsWordsToAGroupWithoutJoiningThemToEachOther(
      @ForAll("audiences") String group) {
    var table = Map.of(group, List.of("purple hats", "yellow boots"));
    var knowing = homework.over(new Catalogue(List.of(), List.of(), List.of(), table));

    assertThat(knowing.samePeople("our purple hats", group)).isTrue();
    assertThat(knowing.samePeople(group, "the yellow boots")).isTrue();
    assertThat(knowing.samePeople("purple hats", "yellow boots")).isFalse();
    assertThat(homework.samePeople("our purple hats", group)).isFalse();
  }

  @Example
  void containmentIsNoMatterOfWords() {
    assertThat(homework.samePeople("field reps", "the sales team")).isTrue();
    assertThat(homework.samePeople("managers", "store managers")).isTrue();
    assertThat(homework.samePeople("all staff", "cashiers")).isTrue();
    assertThat(homework.samePeople("store managers", "warehouse managers")).isFalse();
    assertThat(homework.samePeople("account managers", "managers")).isFalse();
    assertThat(homework.samePeople("nurses", "doctors")).isFalse();
    assertThat(homework.samePeople("my team", "their people")).isFalse();
  }
}
