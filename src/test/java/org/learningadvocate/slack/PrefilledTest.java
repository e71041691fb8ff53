package org.learningadvocate.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.learningadvocate.slack.Prefilled.touched;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person left as it was filled in beforehand is told apart from what they wrote. */
class PrefilledTest {

  private static final List<LayoutBlock> FIELDS =
      List.of(
          text("outcome", "fewer days\nat month-end"),
          text("people", null),
          InputBlock.builder()
              .blockId("due")
              .element(DatePickerElement.builder().initialDate("2026-11-27").build())
              .build());

  private final String metadata = Prefilled.metadata("edit Dana Ruiz", FIELDS);

  private static LayoutBlock text(String id, String initial) {
    return InputBlock.builder()
        .blockId(id)
        .element(PlainTextInputElement.builder().initialValue(initial).build())
        .build();
  }

  @Test
  void whatIsLeftAsItWasIsUntouched() {
    assertThat(
            touched(
                metadata, Map.of("outcome", "fewer days\r\nat month-end ", "due", "2026-11-27")))
        .isEmpty();
  }

  @Test
  void whatIsChangedAddedOrEmptiedIsTouched() {
    assertThat(touched(metadata, Map.of("outcome", "fewer errors", "people", "Ken")))
        .containsExactlyInAnyOrder("outcome", "people", "due");
  }

  @Test
  void theContextComesBackAsItWas() {
    assertThat(Prefilled.context(metadata)).isEqualTo("edit Dana Ruiz");
    assertThat(Prefilled.context("C1:1.2 x")).isEqualTo("C1:1.2 x");
  }

  @Test
  void aFormThatWasOpenedByAnEarlierVersionIsTakenAtItsWord() {
    assertThat(touched("C1:1.2", Map.of("outcome", "fewer days"))).containsExactly("outcome");
  }

  @Test
  void marksThatDoNotFitAreLeftOut() {
    assertThat(Prefilled.metadata("x".repeat(2_990), FIELDS)).isEqualTo("x".repeat(2_990));
  }
}
