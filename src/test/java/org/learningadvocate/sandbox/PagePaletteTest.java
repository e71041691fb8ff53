package org.learningadvocate.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page's colours can be read: WCAG 2.2 AA, in the light and in the dark theme. */
class PagePaletteTest {
  private static final Pattern COLOUR =
      Pattern.compile(
          "--([a-z-]+): (?:light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)|(#[0-9a-f]{6}));");
  private static final Map<String, String> LIGHT = new HashMap<>();
  private static final Map<String, String> DARK = new HashMap<>();

  @BeforeAll
  static void readThePalette() throws IOException {
    try (var in = PagePaletteTest.class.getResourceAsStream("/sandbox-page/assets/tokens.css")) {
      assertThat(in).isNotNull();
      COLOUR
          .matcher(new String(in.readAllBytes(), UTF_8))
          .results()
          .forEach(
              found -> {
                var same = found.group(4);
                LIGHT.put(found.group(1), same != null ? same : found.group(2));
                DARK.put(found.group(1), same != null ? same : found.group(3));
              });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ink, ground", "ink, ground-soft", "ink, ground-hover", "ink, ground-raised",
    "ink-soft, ground", "ink-soft, ground-soft", "ink-soft, ground-hover", "ink-soft, ground-raised",
    "link, ground", "link, ground-soft", "link, ground-hover", "link, ground-raised",
    "danger, ground", "danger, ground-hover", "danger, ground-raised", "danger, danger-soft",
    "code, ground-soft", "on-accent, accent", "on-accent, accent-hover", "on-danger, danger",
    "on-danger, danger-hover", "accent-words, accent-soft", "accent-words, ground-raised",
    "warn-words, warn-soft", "bar-ink, bar", "bar-ink, bar-raised", "bar-ink, side",
    "bar-ink-soft, bar", "bar-ink-soft, bar-raised", "bar-ink-soft, side", "bar-ink-soft, side-hover",
    "side-here-ink, side-here"
  })
  void wordsStandOutFromTheirGround(String ink, String ground) {
    assertThat(contrast(LIGHT, ink, ground)).isGreaterThanOrEqualTo(4.5);
    assertThat(contrast(DARK, ink, ground)).isGreaterThanOrEqualTo(4.5);
  }

  @ParameterizedTest
  @CsvSource({
    "line-strong, ground", "line-strong, ground-raised", "line-strong, ground-hover",
    "focus, ground", "focus, ground-hover", "focus, ground-raised",
    "accent, ground", "accent, ground-raised", "bar-focus, bar", "bar-focus, side"
  })
  void edgesAndFocusCanBeSeen(String line, String ground) {
    assertThat(contrast(LIGHT, line, ground)).isGreaterThanOrEqualTo(3);
    assertThat(contrast(DARK, line, ground)).isGreaterThanOrEqualTo(3);
  }

  private static double contrast(Map<String, String> theme, String one, String other) {
    assertThat(theme).containsKeys(one, other);
    double a = luminance(theme.get(one));
    double b = luminance(theme.get(other));
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
  }

  private static double linear(String colour, int at) {
    double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
