package org.learningadvocate.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeaningTest {
  @Test
  void theModelKnowsThatDifferentWordsMeanTheSame() throws Exception {
    try (var model = SentenceModel.load()) {
      double near = model.alike("staff turnover in the first year", "new employees quit");
      double far = model.alike("staff turnover in the first year", "forklift battery charging");

      assertThat(near).isGreaterThan(far + 0.2);
      assertThat(model.alike("the same", "the same")).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void bothTakeAnyText() throws Exception {
    try (var model = SentenceModel.load()) {
      for (Meaning meaning : List.of(model, new WordsOnly())) {
        for (var text : List.of("", " ", "\u0000", "日本語", "🦊", "word ".repeat(5000))) {
          assertThat(meaning.of(text)).doesNotContain(Float.NaN);
        }
      }
    }
  }

  @Test
  void whatIsMissingForTheModelIsSaid() {
    assertThatThrownBy(() -> SentenceModel.load("/nothing.onnx", "/nothing.json"))
        .isInstanceOf(SentenceModel.UnavailableException.class)
        .hasMessageContaining("nothing")
        .hasMessageContaining("not on the class path");
    assertThatThrownBy(() -> SentenceModel.load("/all-minilm-l6-v2-q.onnx", "/log4j.dtd"))
        .isInstanceOf(SentenceModel.UnavailableException.class);
    assertThatThrownBy(
            () ->
                SentenceModel.load(
                    "/all-minilm-l6-v2-q-tokenizer.json", "/all-minilm-l6-v2-q-tokenizer.json"))
        .isInstanceOf(SentenceModel.UnavailableException.class);
  }

  @Test
  void packedIntoBytesVectorsAreAsAlikeAsBefore() throws Exception {
    try (var model = SentenceModel.load()) {
      for (Meaning meaning : List.of(model, new WordsOnly())) {
        var one = meaning.of("Job aid on filing expense reports");
        for (var text : List.of("How to book a business trip", "Forklift battery charging", "")) {
          var other = meaning.of(text);
          var bytes = Packed.bytes(other);

          assertThat(bytes).hasSize(other.length + Float.BYTES);
          assertThat(Meaning.alike(one, Packed.vector(bytes)))
              .isCloseTo(Meaning.alike(one, other), within(0.005));
        }
      }
    }
  }

  @Test
  void theModelIsNamedAfterItsWeights() throws Exception {
    try (var model = SentenceModel.load();
        var again = SentenceModel.load()) {
      assertThat(model.mark()).isEqualTo(again.mark()).isNotEqualTo(new WordsOnly().mark());
    }
  }

  @Test
  void wordsAloneSeeSharedWordsAndSharedParts() {
    var words = new WordsOnly();

    assertThat(words.alike("inventory counting", "inventory counts")).isGreaterThan(0.5);
    assertThat(words.alike("inventory counting", "phone manners")).isLessThan(0.2);
  }
}
